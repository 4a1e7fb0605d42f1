"""PM4Py, in an environment of its own, finds the same in two public logs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ibis
import pytest
from ibis.expr import types as ir

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from bench.peer import ask, environment  # noqa: E402

from lushan.engines.process.cases import cases  # noqa: E402
from lushan.engines.process.graph import activities, directly_follows  # noqa: E402
from lushan.engines.process.log import event_log, follow  # noqa: E402
from lushan.engines.process.rework import rework  # noqa: E402
from lushan.engines.process.variants import variants  # noqa: E402
from lushan.engines.process.xes import read_xes  # noqa: E402

LOGS = ("processes/bpic2012.xes.gz", "tickets/bpic2013_incidents.xes.gz")

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module", params=LOGS)
def both(request: pytest.FixtureRequest, shared: Path) -> Iterator[tuple[ir.Table, dict[str, Any]]]:
    """The events of a log in order, and what PM4Py tells of it."""
    path = shared / request.param
    try:
        environment("pm4py_log")
    except RuntimeError as error:
        pytest.skip(f"PM4Py cannot be installed: {error}")
    told = ask("pm4py_log", "tell", str(path)).said
    connection = ibis.duckdb.connect()
    connection.raw_sql("SET TimeZone = 'UTC'")
    read = connection.create_table("log", read_xes(path))
    log = event_log(read, case="case:concept:name", activity="concept:name", at="time:timestamp", place="event:index")
    yield connection.create_table("followed", follow(log)), told
    connection.disconnect()


def test_the_directly_follows_graph_is_the_same(both: tuple[ir.Table, dict[str, Any]]) -> None:
    followed, told = both
    found = directly_follows(followed).to_pyarrow().to_pylist()
    assert followed.count().to_pyarrow().as_py() == told["events"]
    assert sorted([row["source"], row["target"], row["times"]] for row in found) == told["follows"]
    means = sorted([row["source"], row["target"], row["mean_seconds"]] for row in found)
    for mine, theirs in zip(means, told["means"], strict=True):
        assert mine[:2] == theirs[:2]
        assert mine[2] == pytest.approx(theirs[2], abs=1e-3)


def test_the_beginnings_and_ends_are_the_same(both: tuple[ir.Table, dict[str, Any]]) -> None:
    followed, told = both
    found = activities(followed, cases(followed)).to_pyarrow().to_pylist()
    assert {row["activity"]: row["starts"] for row in found if row["starts"]} == told["starts"]
    assert {row["activity"]: row["ends"] for row in found if row["ends"]} == told["ends"]


def test_the_variants_are_the_same(both: tuple[ir.Table, dict[str, Any]]) -> None:
    followed, told = both
    found = variants(followed).to_pyarrow()
    assert (
        sorted(map(list, zip(found["path"].to_pylist(), found["cases"].to_pylist(), strict=True))) == told["variants"]
    )


def test_each_case_takes_as_long(both: tuple[ir.Table, dict[str, Any]]) -> None:
    followed, told = both
    found = sorted(cases(followed).seconds.to_pyarrow().to_pylist())
    assert found == pytest.approx(told["durations"], abs=1e-6)


def test_as_many_cases_do_something_again(both: tuple[ir.Table, dict[str, Any]]) -> None:
    followed, told = both
    found = rework(followed).to_pyarrow().to_pylist()
    assert {row["activity"]: row["again_cases"] for row in found if row["again_cases"]} == {
        name: cases for name, cases in told["rework"].items() if cases
    }
