"""Axes: round ticks that hold every value."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lushan.exhibits.scale import Scale, around, from_zero, ticks

numbers = st.floats(-1e12, 1e12, allow_nan=False)


@given(numbers, numbers, st.integers(4, 8), st.booleans())
def test_ticks_hold_the_range_in_even_round_steps(one: float, other: float, most: int, whole: bool) -> None:
    low, high = sorted((one, other))
    found = ticks(low, high, most, whole)
    assert found[0] <= low and found[-1] >= high
    assert 1 <= len(found) - 1 <= most + 1
    steps = [to - at for at, to in pairwise(found)]
    assert steps == pytest.approx([steps[0]] * len(steps), rel=1e-6, abs=1e-9)
    assert (
        Decimal(repr(round(steps[0], 9))).normalize().as_tuple().digits in ((1,), (2,), (2, 5), (5,)) or steps[0] < 1e-6
    )
    if whole:
        assert all(tick == int(tick) for tick in found)


@given(st.lists(numbers, max_size=5))
def test_bars_have_a_zero_to_stand_on(values: list[float]) -> None:
    assert 0 in from_zero(values, 5)


def test_lines_are_not_flattened() -> None:
    assert around([104_000.0, 138_000.0], 5)[0] == 100_000
    assert around([20.0, 138.0], 5)[0] == 0
    assert (around([], 5)[0], around([], 5)[-1]) == (0, 1)


@given(numbers)
def test_places_are_in_proportion(value: float) -> None:
    scale = Scale((0.0, 1e12), 300, 100)
    assert scale.at(value) == pytest.approx(300 - 200 * value / 1e12)
