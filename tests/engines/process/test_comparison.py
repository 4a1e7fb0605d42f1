"""Comparisons: against counting every way that values could have fallen, and what a mirror shows."""

from __future__ import annotations

from itertools import combinations
from math import comb

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lushan.engines.process.comparison import compare_durations, compare_each, compare_shares

values = st.lists(st.integers(0, 1000).map(float), min_size=1, max_size=12)


@settings(deadline=None)  # the first example loads the statistics
@given(values, values)
def test_seen_in_a_mirror_the_difference_is_the_same(before: list[float], after: list[float]) -> None:
    one, other = compare_durations(before, after), compare_durations(after, before)
    assert one.p == pytest.approx(other.p)
    assert one.effect == pytest.approx(1 - (other.effect or 0))
    wins = sum((a > b) + (a == b) / 2 for a in after for b in before)
    assert one.effect == pytest.approx(wins / len(after) / len(before))


def test_the_likelihood_is_that_of_all_ways_to_fall() -> None:
    """Of all 70 ways to part eight values in two fours, so many differ as much: the exact test."""
    before, after = [1.0, 2, 3, 5], [4.0, 6, 7, 8]
    every = sorted(before + after)

    def wins(chosen: tuple[float, ...]) -> int:
        others = [value for value in every if value not in chosen]
        return sum(a > b for a in chosen for b in others)

    seen = wins(tuple(after))
    ways = [wins(chosen) for chosen in combinations(every, 4)]
    as_far = sum(abs(each - 8) >= abs(seen - 8) for each in ways)
    assert compare_durations(before, after).p == pytest.approx(as_far / comb(8, 4))


def test_shares_and_empty_groups() -> None:
    difference = compare_shares((1, 4), (3, 4))
    assert (difference.before, difference.after, difference.effect) == (0.25, 0.75, 0.5)
    assert difference.p == pytest.approx(34 / 70)
    nothing = compare_shares((0, 0), (3, 4))
    assert (nothing.before, nothing.p, nothing.effect) == (None, None, None)
    none = compare_durations([], [1.0])
    assert (none.before, none.after, none.p) == (None, 1.0, None)


def test_many_things_at_once() -> None:
    def rows(shift: float) -> pa.Table:
        names = ["slow"] * 8 + ["same"] * 8 + ["gone"] * (shift == 0)
        numbers = [n + shift for n in range(8)] + list(map(float, range(8))) + [1.0] * (shift == 0)
        return pa.table({"activity": names, "seconds": numbers})

    found = compare_each(rows(0.0), rows(20.0), "activity", "seconds").to_pylist()
    assert [row["activity"] for row in found] == ["slow", "same", "gone"]
    assert found[0]["q"] < 0.01 < found[1]["q"] and found[2]["q"] is None
    assert found[0]["q"] == pytest.approx(2 * found[0]["p"])
    nothing = rows(0.0).slice(0, 0)
    assert compare_each(nothing, nothing, "activity", "seconds").num_rows == 0
