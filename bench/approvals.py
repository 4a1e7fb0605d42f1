"""A month of approvals in a workspace of its own: the events that the indicators are measured on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as csv
import pyarrow.parquet as pq

from lushan.domains import catalogue
from lushan.runs.session import Session
from lushan.warehouse.landing import land
from lushan.workspace import Workspace

PATH = ["部门负责人", "归口审核", "财务会审", "风险审查", "分管行领导"]
TYPES = [f"流程{number:02}" for number in range(40)]
DEPARTMENTS = [f"部门{number:02}" for number in range(60)]
PEOPLE = 3000
BLOCK = 200_000
SINCE, DAYS = np.datetime64("2023-03-24T00:30:00", "s"), 34


def write_approvals(root: Path, rows: int, seed: int = 7) -> None:
    """Make a workspace with so many steps of approvals, nearly all in hand in April 2023; the same seed, the same."""
    session = Session(Workspace.create(root), catalogue())
    sources = session.workspace.sources
    chance = np.random.default_rng(seed)
    days = [date(2023, 1, 1) + timedelta(days=number) for number in range(180)]
    ids = [f"T{number:02}" for number in range(len(TYPES))]
    people = [f"H{number:05}" for number in range(PEOPLE)]
    small = {
        "bank.calendar": {"day": days, "is_workday": [day.weekday() < 5 for day in days]},
        "process.type": {
            "type_id": ids, "name": TYPES, "owner": DEPARTMENTS[: len(ids)],
            "amount_bearing": [number % 2 == 0 for number in range(len(ids))],
        },
        "process.node": {
            "type_id": np.repeat(ids, len(PATH)), "node": PATH * len(ids),
            "place": list(range(1, len(PATH) + 1)) * len(ids), "optional": [False] * (len(PATH) * len(ids)),
            "sla_minutes": [900] * (len(PATH) * len(ids)),
        },
        "process.handler": {
            "handler_id": people, "name": people, "department": [DEPARTMENTS[n % 60] for n in range(PEOPLE)],
        },
        "process.absence": {
            "handler_id": people[::20], "from_on": ["2023-04-10"] * (PEOPLE // 20),
            "to_on": ["2023-04-14"] * (PEOPLE // 20), "kind": ["leave"] * (PEOPLE // 20),
        },
    }  # fmt: skip
    for name, columns in small.items():
        path = sources / f"{name}.csv"
        csv.write_csv(pa.table(columns), path)
        land(session.warehouse, session.contract(name), str(path))
    paths = {name: sources / f"{name}.parquet" for name in ("instance", "step")}
    writers: dict[str, pq.ParquetWriter] = {}
    for block in _blocks(rows, chance, people, ids):
        for name, table in block.items():
            if name not in writers:
                writers[name] = pq.ParquetWriter(paths[name], table.schema)
            writers[name].write_table(table)
    for name, path in paths.items():
        writers[name].close()
        landed = land(session.warehouse, session.contract(f"process.{name}"), str(path), memory="2GB")
        assert not landed.quarantined, landed
        path.unlink()


def _blocks(rows: int, chance: np.random.Generator, people: list[str], ids: list[str]) -> Iterator[dict[str, pa.Table]]:
    """Approvals and their steps; one in twelve is sent back once, some wait still."""
    each = len(PATH)
    for start in range(0, rows // each, BLOCK):
        count = min(BLOCK, rows // each - start)
        names = pc.binary_join_element_wise(
            "I", pc.utf8_lpad(pa.array(np.arange(start, start + count)).cast(pa.string()), 9, "0"), ""
        )
        dwell = chance.gamma(1.2, 14_000, (count, each)).astype(np.int64) + 3
        begun = SINCE + chance.integers(0, DAYS * 86_400, count).astype("timedelta64[s]")
        ends = begun[:, None] + np.cumsum(dwell, axis=1).astype("timedelta64[s]")
        arrived = np.concatenate([begun[:, None], ends[:, :-1]], axis=1)
        opened = arrived + (dwell * chance.uniform(0.1, 0.95, (count, each))).astype("timedelta64[s]")
        over = ends[:, -1] < np.datetime64("2023-04-30T12:00:00")
        node = np.tile(np.arange(each), (count, 1))
        back = chance.random(count) < 1 / 12
        node[back, 2:] = [1, 2, 3]
        action = np.full((count, each), "agree", dtype=object)
        action[back, 1] = "return"
        action[chance.random((count, each)) < 0.02] = "transfer"
        handler = chance.integers(0, PEOPLE, (count, each))
        department = pa.array(DEPARTMENTS).take(pa.array(handler.ravel() % 60))
        utc = pa.timestamp("us", tz="UTC")

        def instants(values: np.ndarray, utc: pa.DataType = utc) -> pa.Array:
            return pa.array(values.ravel()).cast(pa.timestamp("us")).cast(utc)

        returned = (action == "return").ravel()
        yield {
            "instance": pa.table(
                {
                    "instance_id": names,
                    "type_id": pa.array(ids).take(pa.array(chance.integers(0, len(ids), count))),
                    "department": pa.array(DEPARTMENTS).take(pa.array(chance.integers(0, 60, count))),
                    "initiator_id": pa.array(people).take(pa.array(chance.integers(0, PEOPLE, count))),
                    "started_at": instants(begun),
                    "ended_at": pc.if_else(pa.array(over), instants(ends[:, -1]), pa.scalar(None, utc)),
                    "state": pc.if_else(pa.array(over), "approved", "running"),
                    "urgent": chance.random(count) < 0.05,
                }
            ),
            "step": pa.table(
                {
                    "instance_id": names.take(pa.array(np.repeat(np.arange(count), each))),
                    "seq": np.tile(np.arange(each), count),
                    "node": pa.array(PATH).take(pa.array(node.ravel())),
                    "department": department,
                    "handler_id": pa.array(people).take(pa.array(handler.ravel())),
                    "arrived_at": instants(arrived),
                    "opened_at": instants(opened),
                    "decided_at": instants(ends),
                    "action": pa.array(action.ravel(), pa.string()),
                    "returned_to": pc.if_else(pa.array(returned), PATH[1], pa.scalar(None, pa.string())),
                    "channel": pc.if_else(pa.array(chance.random(count * each) < 0.4), "mobile", "desktop"),
                }
            ),
        }
