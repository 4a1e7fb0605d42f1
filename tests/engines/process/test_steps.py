"""Steps made from lifecycles, and where they wait, against a plain walk."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import Any

import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ibis.expr import types as ir

from lushan.engines.process.log import event_log
from lushan.engines.process.steps import Lifecycle, bottlenecks, steps, timed

Event = tuple[str, str, int, str]
KINDS = {"schedule": "came", "start": "begun", "complete": "done"}
events = st.lists(
    st.tuples(
        st.sampled_from(["c1", "c2"]),
        st.sampled_from(["check", "decide"]),
        st.integers(0, 200),
        st.sampled_from([*KINDS, "suspend"]),
    ),
    min_size=1,
    max_size=20,
)


def log(found: list[Event], lifecycle: bool = True) -> ir.Table:
    begins = datetime(2023, 4, 3, tzinfo=UTC)
    rows = pa.table(
        {
            "case_id": [case for case, *_ in found],
            "activity": [name for _, name, *_ in found],
            "at": pa.array([begins + timedelta(minutes=at) for *_, at, _ in found], pa.timestamp("us", "UTC")),
            "transition": [kind.upper() for *_, kind in found],
            "n": list(range(len(found))),
        }
    )
    return event_log(ibis.memtable(rows), lifecycle="transition" if lifecycle else None, place="n")


def rows(expression: ir.Table) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = expression.to_pyarrow().to_pylist()
    return found


@settings(max_examples=15, deadline=None)
@given(events)
def test_the_nth_arrival_start_and_completion_belong_together(found: list[Event]) -> None:
    moments: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    ordered = sorted(range(len(found)), key=lambda number: (found[number][2], number))
    for case, name, at, kind in (found[number] for number in ordered):
        if kind in KINDS:
            moments[case, name][KINDS[kind]].append(at)
    expected = set()
    for (case, name), times in moments.items():
        for nth in range(max(map(len, times.values()))):
            took = [times[kind][nth] if nth < len(times[kind]) else None for kind in ("begun", "done")]
            expected.add((case, name, nth, *took))
    made = defaultdict(int)
    told = set()
    for row in sorted(rows(steps(log(found))), key=lambda row: (row["case_id"], row["activity"], row["position"])):
        key = (row["case_id"], row["activity"])
        took = [_minutes(row[name]) for name in ("opened_at", "decided_at")]
        told.add((*key, made[key], *took))
        made[key] += 1
        assert row["arrived_at"] is not None
    assert {each[:2] + each[3:] for each in told} == {each[:2] + each[3:] for each in expected}
    assert len(told) == len(expected)


def _minutes(at: datetime | None) -> int | None:
    return None if at is None else int((at - datetime(2023, 4, 3, tzinfo=UTC)).total_seconds() / 60)


def test_a_step_by_hand() -> None:
    """Scheduled at 0, begun at 30, done at 90; then begun again at 100 without being scheduled, and never done."""
    found = [("c1", "check", 0, "schedule"), ("c1", "check", 30, "start"), ("c1", "check", 90, "complete")]
    found.append(("c1", "check", 100, "start"))
    first, second = sorted(rows(timed(steps(log(found)))), key=lambda row: row["position"])
    assert [first[name] / 60000 for name in ("waiting", "touch", "dwell")] == [30, 60, 90]
    assert second["waiting"] / 60000 == 10, "it came with the completion before it"
    assert (second["decided_at"], second["touch"], second["dwell"]) == (None, None, None)
    (place,) = rows(bottlenecks(timed(steps(log(found)))))
    assert (place["steps"], place["pending"], place["share"]) == (2, 1, 1.0)
    assert place["total_seconds"] == 90 * 60
    assert place["waiting_seconds"] == 40 * 60


def test_without_a_lifecycle_each_event_is_a_decision() -> None:
    found = [("c1", "apply", 0, ""), ("c1", "check", 30, ""), ("c1", "decide", 90, "")]
    made = sorted(rows(timed(steps(log(found, lifecycle=False)))), key=lambda row: row["position"])
    assert [row["dwell"] / 60000 for row in made] == [0, 30, 60]
    assert {row["opened_at"] for row in made} == {None}


def test_the_words_of_another_system() -> None:
    found = [("c1", "check", 0, "assigned"), ("c1", "check", 5, "viewed"), ("c1", "check", 9, "approved")]
    meaning = Lifecycle(arrived=("assigned",), opened=("viewed",), decided=("approved", "rejected"))
    (step,) = rows(timed(steps(log(found), meaning)))
    assert (step["waiting"], step["touch"]) == (5 * 60000, 4 * 60000)


@pytest.mark.parametrize("by", ["activity", ("case_id", "activity")])
def test_shares_of_places_sum_to_one(by: Any) -> None:
    found = [("c1", "check", 0, "schedule"), ("c1", "check", 30, "complete"), ("c2", "decide", 0, "schedule")]
    found.append(("c2", "decide", 10, "complete"))
    ranked = rows(bottlenecks(timed(steps(log(found))), by))
    assert [row["share"] for row in ranked] == [0.75, 0.25]
