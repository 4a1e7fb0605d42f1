"""A summary that days are added to is that of all events together, in whatever parts and order they come."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ibis.expr import types as ir

from lushan.engines.process.log import event_log
from lushan.engines.process.summary import added, changes, summary, told
from plain_process import Event, again, logs, ordered, pairs, quantile, table, ways

SETTINGS = settings(max_examples=8, deadline=None)


def opened(events: list[Event]) -> ir.Table:
    return event_log(table(events), place="place")


def rows(expression: ir.Table) -> set[tuple[Any, ...]]:
    return {tuple(row.values()) for row in expression.to_pyarrow().to_pylist()}


@SETTINGS
@given(logs(), st.lists(st.integers(0, 40), max_size=2))
def test_added_in_parts_it_equals_the_whole(events: list[Event], cuts: list[int]) -> None:
    """Parts are of any order: late events, cases that begin again, and nothing new at all."""
    ends = sorted(min(cut, len(events)) for cut in cuts)
    bounds = [0, *ends, len(events)]
    parts = [events[since:until] for since, until in itertools.pairwise(bounds)]
    seen = parts[0]
    found = summary(opened(seen))
    for part in parts[1:]:
        found = found.union(changes(opened(seen), opened(part)))
        seen = seen + part
    assert rows(added(found)) == rows(summary(opened(events)))
    for kind in ("follows", "case"):
        assert rows(told(found, kind)) == rows(told(summary(opened(events)), kind))


@SETTINGS
@given(logs())
def test_it_tells_what_the_plain_way_tells(events: list[Event]) -> None:
    whole = summary(opened(events))
    follows = {(row["first"], row["second"]): row for row in told(whole, "follows").to_pyarrow().to_pylist()}
    expected = pairs(events)
    assert follows.keys() == expected.keys()
    for pair, seconds in expected.items():
        row = follows[pair]
        assert row["times"] == len(seconds)
        assert row["mean_seconds"] == pytest.approx(sum(seconds) / len(seconds))
        nearest = sorted(seconds)[max(-(-len(seconds) // 2) - 1, 0)]
        assert row["median_seconds"] == pytest.approx(nearest, rel=0.0101)
    paths = {tuple(row["path"].split("\n")): row["times"] for row in told(whole, "variant").to_pyarrow().to_pylist()}
    assert paths == ways(events)
    repeated = {row["first"]: row["times"] for row in told(whole, "again").to_pyarrow().to_pylist()}
    assert repeated == {name: cases for name, (cases, _, _) in again(events).items() if cases}
    lengths = [(case[-1].at - case[0].at).total_seconds() for case in ordered(events).values()]
    (case,) = told(whole, "case").to_pyarrow().to_pylist()
    assert (case["times"], case["mean_seconds"]) == (len(lengths), pytest.approx(sum(lengths) / len(lengths)))
    assert quantile(lengths, 0) * 0.98 <= case["median_seconds"] <= quantile(lengths, 1) * 1.02
