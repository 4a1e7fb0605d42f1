"""Process analysis gives the same on PySpark as on DuckDB: values, types, and what is empty."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import ibis
import pyarrow as pa
import pytest
from ibis.expr import types as ir

from lushan.engines.process.calendar import china
from lushan.engines.process.cases import cases
from lushan.engines.process.clock import WorkingClock
from lushan.engines.process.graph import activities, directly_follows, flow
from lushan.engines.process.handover import handovers
from lushan.engines.process.log import duplicates, event_log, follow, unusable
from lushan.engines.process.rework import returns, rework
from lushan.engines.process.steps import bottlenecks, steps, timed
from lushan.engines.process.summary import added, changes, summary, told
from lushan.engines.process.variants import case_variants, variants
from lushan.runs.compute import DuckDB

pytestmark = pytest.mark.spark

Analysis = Callable[[ir.Table, ir.Table], ir.Table]


def events() -> pa.Table:
    """A few hundred events, some of a moment, some without somebody, some without a case."""
    chance = Random(20230403)
    begins = datetime(2023, 4, 20, tzinfo=UTC)
    names, kinds = ["申请", "审查", "decide", "pay"], ["schedule", "start", "complete"]
    made = []
    for place in range(400):
        at = begins + timedelta(minutes=7 * chance.randrange(2000), milliseconds=chance.randrange(1000))
        case, who = chance.choice([*"abcdefghij", None]), chance.choice(["甲", "乙", None])
        made.append((case, chance.choice(names), at, who, chance.choice(kinds), place))
    columns = zip(*made, strict=True)
    types = (pa.string(), pa.string(), pa.timestamp("us", "UTC"), pa.string(), pa.string(), pa.int64())
    titles = ("case_id", "activity", "at", "who", "kind", "place")
    return pa.table({name: pa.array(values, type) for name, values, type in zip(titles, columns, types, strict=True)})


def opened(table: ir.Table) -> ir.Table:
    return event_log(table, resource="who", lifecycle="kind", place="place")


def working(table: ir.Table, days: ir.Table) -> ir.Table:
    clock = WorkingClock(days, local=lambda at: at + ibis.interval(hours=8))
    return timed(steps(opened(table)), clock)


def split(table: ir.Table) -> ir.Table:
    log = opened(table)
    before, new = log.filter(log.place < 300), log.filter(log.place >= 300)
    return added(summary(before), changes(before, new))


ANALYSES: dict[str, Analysis] = {
    "follow": lambda table, _: follow(opened(table)),
    "unusable": lambda table, _: unusable(table),
    "duplicates": lambda table, _: duplicates(opened(table)),
    "cases": lambda table, _: cases(follow(opened(table)), ends=["pay"]),
    "directly_follows": lambda table, _: directly_follows(follow(opened(table))),
    "flow": lambda table, _: flow(follow(opened(table)), cases(follow(opened(table)))),
    "activities": lambda table, _: activities(follow(opened(table)), cases(follow(opened(table)))),
    "variants": lambda table, _: variants(follow(opened(table))),
    "case_variants": lambda table, _: case_variants(follow(opened(table)), variants(follow(opened(table)))),
    "rework": lambda table, _: rework(follow(opened(table))),
    "returns": lambda table, _: returns(follow(opened(table))),
    "handovers": lambda table, _: handovers(follow(opened(table))),
    "working": working,
    "bottlenecks": lambda table, days: bottlenecks(working(table, days)),
    "summary": lambda table, _: summary(opened(table)),
    "changed": lambda table, _: split(table),
    "told": lambda table, _: told(summary(opened(table)), "follows"),
}


@pytest.fixture(scope="module")
def engines() -> Iterator[dict[str, Callable[[Analysis], pa.Table]]]:
    """Both engines, each of which carries out an analysis of the same events and days."""
    if shutil.which("java") is None:
        pytest.skip("Java is not installed: apt-get install openjdk-17-jre-headless")
    pytest.importorskip("pyspark", reason="PySpark is not installed: pip install 'lushan[spark]'")
    from lushan.runs.spark import Spark

    log, days = events(), china(datetime(2023, 4, 1).date(), datetime(2023, 5, 31).date())
    embedded, distributed = DuckDB(), Spark("local[2]")
    for name, rows in (("process_log", log), ("process_days", days)):
        embedded._connection.register(f"{name}_rows", rows)
        embedded._connection.execute(f"CREATE TABLE {name} AS FROM {name}_rows")
        distributed.session.createDataFrame(rows).createOrReplaceTempView(name)

    def on(engine: Any) -> Callable[[Analysis], pa.Table]:
        tables = [
            ibis.table(ibis.Schema.from_pyarrow(rows.schema), name=name)
            for name, rows in (("process_log", log), ("process_days", days))
        ]
        return lambda analysis: engine.fetch(analysis(*tables))

    yield {"duckdb": on(embedded), "pyspark": on(distributed)}


@pytest.mark.parametrize("name", ANALYSES)
def test_both_engines_say_the_same(name: str, engines: dict[str, Callable[[Analysis], pa.Table]]) -> None:
    found = {engine: carry_out(ANALYSES[name]) for engine, carry_out in engines.items()}
    assert found["pyspark"].schema == found["duckdb"].schema
    told = [sorted(map(_plain, found[engine].to_pylist())) for engine in ("duckdb", "pyspark")]
    assert told[0] or name == "duplicates", "there is nothing to compare"
    assert told[0] == told[1]


def _plain(row: dict[str, Any]) -> str:
    """A row as text, its fractions to the microsecond: engines add and interpolate in orders of their own."""
    return str({name: round(value, 6) if isinstance(value, float) else value for name, value in row.items()})
