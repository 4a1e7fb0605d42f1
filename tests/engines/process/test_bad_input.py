"""What logs get wrong, and what comes of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pytest
from click.testing import CliRunner
from ibis.expr import types as ir

from lushan.cli import main
from lushan.engines.process.cases import cases
from lushan.engines.process.graph import directly_follows
from lushan.engines.process.log import duplicates, event_log, follow, unusable
from lushan.engines.process.summary import summary
from lushan.engines.process.variants import variants

BEGINS = datetime(2023, 4, 3, 9, tzinfo=UTC)


def table(*events: tuple[str | None, str | None, int | None]) -> ir.Table:
    """Events of a case, an activity and a minute."""
    moments = [None if at is None else BEGINS + timedelta(minutes=at) for *_, at in events]
    return ibis.memtable(
        pa.table(
            {
                "case_id": pa.array([case for case, *_ in events], pa.string()),
                "activity": pa.array([name for _, name, _ in events], pa.string()),
                "at": pa.array(moments, pa.timestamp("us", "UTC")),
                "n": list(range(len(events))),
            }
        )
    )


def paths(expression: ir.Table) -> list[tuple[str, ...]]:
    return [tuple(path) for path in variants(follow(expression)).path.to_pyarrow().to_pylist()]


def rows(expression: ir.Table) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = expression.to_pyarrow().to_pylist()
    return found


def test_events_without_a_case_an_activity_or_a_time_are_told_and_left_out() -> None:
    events = table(("c1", "a", 0), (None, "b", 1), ("c1", None, 2), ("c1", "c", None))
    assert paths(event_log(events)) == [("a",)]
    assert sorted(row["lacks"] for row in rows(unusable(events))) == ["activity", "at", "case_id"]


def test_times_out_of_order_are_put_in_order() -> None:
    assert paths(event_log(table(("c1", "c", 9), ("c1", "a", 1), ("c1", "b", 5)), place="n")) == [("a", "b", "c")]


def test_equal_times_keep_the_order_of_the_source_or_that_of_what_they_say() -> None:
    events = table(("c1", "b", 0), ("c1", "a", 0), ("c1", "c", 0))
    assert paths(event_log(events, place="n")) == [("b", "a", "c")]
    assert paths(event_log(events)) == [("a", "b", "c")]


def test_a_case_that_never_ends_is_open_and_counts() -> None:
    followed = follow(event_log(table(("c1", "a", 0), ("c1", "end", 5), ("c2", "a", 0))))
    found = {row["case_id"]: row for row in rows(cases(followed, ends=["end"]))}
    assert [found[name]["is_open"] for name in ("c1", "c2")] == [False, True]
    assert found["c2"]["seconds"] == 0
    assert not any(row["is_open"] for row in rows(cases(followed))), "nothing says that more will come"


def test_duplicates_are_counted_and_stay() -> None:
    log = event_log(table(("c1", "a", 0), ("c1", "a", 0), ("c1", "b", 1)))
    assert [(row["activity"], row["times"]) for row in rows(duplicates(log))] == [("a", 2)]
    assert paths(log) == [("a", "a", "b")]
    assert paths(log.distinct()) == [("a", "b")]


def test_clocks_that_are_set_back_lose_no_time(tmp_path: Path) -> None:
    """Half past two came twice on 30 October 2011: an hour lies between, whatever the wall says."""
    (tmp_path / "log.csv").write_text(
        "case,activity,timestamp\n1,a,2011-10-30T02:30:00+02:00\n1,b,2011-10-30T02:30:00+01:00\n", encoding="utf-8"
    )
    said = CliRunner().invoke(main, ["process", "variants", str(tmp_path / "log.csv"), "--json"])
    (way,) = json.loads(said.stdout)["variants"]
    assert (way["path"], way["median_seconds"]) == (["a", "b"], 3600.0)


def test_five_hundred_activities() -> None:
    log = event_log(table(*((f"c{n % 50}", f"activity {n:03}", n) for n in range(500))))
    assert len(rows(directly_follows(follow(log)))) == 450
    assert {len(path) for path in paths(log)} == {10}


def test_one_case_with_a_hundred_thousand_events() -> None:
    count = 100_000
    events = pa.table(
        {
            "case_id": ["c1"] * count,
            "activity": [f"a{n % 7}" for n in range(count)],
            "at": pa.array([BEGINS + timedelta(seconds=n) for n in range(count)], pa.timestamp("us", "UTC")),
        }
    )
    log = event_log(ibis.memtable(events))
    (way,) = rows(variants(follow(log)))
    assert (way["events"], way["cases"]) == (count, 1)
    assert (
        way["path"][:8] == ["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a0"] and way["path"][-1] == f"a{(count - 1) % 7}"
    )
    assert sum(row["times"] for row in rows(directly_follows(follow(log)))) == count - 1


def test_a_log_without_an_event() -> None:
    nothing = event_log(table((None, "a", 0)))
    assert paths(nothing) == [] and rows(summary(nothing)) == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("log.csv", "a,b,c\n1,2,3\n", "no column looks like the case"),
        ("log.csv", "case,activity,time\n", "no event"),
        ("log.csv", "case,activity,time\n1,a,yesterday\n", "no event"),
        ("log.json", "{}", "not known"),
        ("log.parquet", "no parquet", "cannot be read"),
        ("log.xes", "<log><trace>", "not closed"),
    ],
)
def test_what_is_no_log_is_refused_with_what_to_do(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    answer = CliRunner().invoke(main, ["process", "indicators", str(tmp_path / name)])
    assert answer.exit_code == 1
    assert said in answer.stderr


def test_a_command_says_what_it_left_out_and_what_stands_twice(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text(
        "单号,节点,处理时间,处理人\n1,申请,2023-04-03 09:00,甲\n1,申请,2023-04-03 09:00,甲\n,审查,2023-04-03 10:00,乙\n"
        "1,审查,2023-04-04 10:00,乙\n", encoding="utf-8",
    )  # fmt: skip
    said = CliRunner().invoke(main, ["process", "indicators", str(tmp_path / "log.csv"), "--working", "--json"])
    told = json.loads(said.stdout)
    assert told["remarks"] == ["1 rows without case_id are left out", "1 events repeat another and are counted again"]
    found = {each["id"]: each["value"] for each in told["indicators"]}
    assert (found["cases"], found["events"], found["resources"]) == (1, 3, 2)
    model = ["process", "conformance", str(tmp_path / "log.csv"), "--model", "申请,审查", "--json"]
    held = json.loads(CliRunner().invoke(main, model).stdout)
    assert (held["cases"], held["fitting"], held["variants"][0]["extra"]) == (1, 0, ["申请"])
    drawn = CliRunner().invoke(main, ["process", "map", str(tmp_path / "log.csv"), "-o", str(tmp_path / "m.html")])
    assert drawn.exit_code == 0 and "<svg" in (tmp_path / "m.html").read_text(encoding="utf-8")
