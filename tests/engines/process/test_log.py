"""The relational analyses against the plain ones, over any log."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from ibis.expr import types as ir

from lushan.engines.process.cases import cases
from lushan.engines.process.graph import activities, directly_follows, flow
from lushan.engines.process.handover import handovers
from lushan.engines.process.log import event_log, follow
from lushan.engines.process.rework import returns, rework
from lushan.engines.process.variants import case_variants, variants
from plain_process import Event, again, arrow, logs, ordered, pairs, quantile, table, ways

FEW = settings(max_examples=10, deadline=None)


def opened(events: list[Event]) -> ir.Table:
    return event_log(table(events), resource="resource", place="place")


def rows(expression: ir.Table) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = expression.to_pyarrow().to_pylist()
    return found


@FEW
@given(logs())
def test_pairs_and_their_durations(events: list[Event]) -> None:
    expected = pairs(events)
    found = {(row["source"], row["target"]): row for row in rows(directly_follows(follow(opened(events))))}
    assert found.keys() == expected.keys()
    for pair, seconds in expected.items():
        row = found[pair]
        assert row["times"] == len(seconds)
        assert row["total_seconds"] == pytest.approx(sum(seconds))
        assert row["mean_seconds"] == pytest.approx(sum(seconds) / len(seconds))
        assert row["median_seconds"] == pytest.approx(quantile(seconds, 0.5))
        assert row["p90_seconds"] == pytest.approx(quantile(seconds, 0.9))


@FEW
@given(logs())
def test_cases_variants_and_activities(events: list[Event]) -> None:
    expected = ordered(events)
    followed = follow(opened(events))
    found = {row["case_id"]: row for row in rows(cases(followed, ends=["decide"]))}
    assert found.keys() == expected.keys()
    for name, case in expected.items():
        row = found[name]
        assert (row["started_at"], row["ended_at"], row["events"]) == (case[0].at, case[-1].at, len(case))
        assert row["seconds"] == pytest.approx((case[-1].at - case[0].at) / timedelta(seconds=1))
        assert (row["first"], row["last"]) == (case[0].activity, case[-1].activity)
        assert row["is_open"] == (case[-1].activity != "decide")
    listed = rows(variants(followed))
    assert {tuple(row["path"]): row["cases"] for row in listed} == ways(events)
    assert [row["variant"] for row in listed] == list(range(1, len(listed) + 1))
    assert sorted(row["cases"] for row in listed)[::-1] == [row["cases"] for row in listed]
    assert sum(row["share"] for row in listed) == pytest.approx(1)
    paths = {row["variant"]: tuple(row["path"]) for row in listed}
    for row in rows(case_variants(followed, variants(followed))):
        assert paths[row["variant"]] == tuple(event.activity for event in expected[row["case_id"]])
    told = {row["activity"]: row for row in rows(activities(followed, cases(followed)))}
    for name in {event.activity for event in events}:
        assert told[name]["times"] == sum(event.activity == name for event in events)
        assert told[name]["starts"] == sum(case[0].activity == name for case in expected.values())
        assert told[name]["ends"] == sum(case[-1].activity == name for case in expected.values())


@FEW
@given(logs())
def test_what_comes_in_goes_out(events: list[Event]) -> None:
    followed = follow(opened(events))
    found = rows(flow(followed, cases(followed)))
    for name in {event.activity for event in events}:
        into = sum(row["times"] for row in found if row["target"] == name)
        out = sum(row["times"] for row in found if row["source"] == name)
        assert into == out == sum(event.activity == name for event in events)


@FEW
@given(logs())
def test_rework_and_returns(events: list[Event]) -> None:
    followed = follow(opened(events))
    expected = again(events)
    for row in rows(rework(followed)):
        cases_again, times, seconds = expected[row["activity"]]
        assert (row["again_cases"], row["again_times"]) == (cases_again, times)
        assert row["again_seconds"] == pytest.approx(seconds)
    came_back = 0
    for case in ordered(events).values():
        for number, event in enumerate(case):
            seen = {earlier.activity for earlier in case[:number]}
            came_back += event.activity in seen and case[number - 1].activity != event.activity
    assert len(rows(returns(followed))) == came_back


@FEW
@given(logs())
def test_handovers(events: list[Event]) -> None:
    expected: dict[tuple[str, str], int] = {}
    for case in ordered(events).values():
        for earlier, later in itertools.pairwise(case):
            if earlier.resource and later.resource and earlier.resource != later.resource:
                pair = (earlier.resource, later.resource)
                expected[pair] = expected.get(pair, 0) + 1
    found = {(row["giver"], row["taker"]): row["times"] for row in rows(handovers(follow(opened(events))))}
    assert found == expected


@FEW
@given(logs())
def test_the_order_of_storage_changes_nothing(events: list[Event]) -> None:
    """Not even where no place is told: then events of one moment are ordered by what they say."""

    def found(stored: list[Event]) -> list[Any]:
        import ibis

        followed = follow(event_log(ibis.memtable(arrow(stored)), resource="resource"))
        told = (directly_follows(followed), variants(followed), rework(followed))
        return [sorted(map(str, rows(each))) for each in told]

    assert found(events) == found(events[::-1])
