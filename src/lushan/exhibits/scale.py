"""Scales: round ticks, and the way from a value to a place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

#: The exponent of the smallest step there is.
MINUTE = -12
STEPS = tuple(Decimal(step) for step in ("1", "2", "2.5", "5", "10"))


@dataclass(frozen=True)
class Scale:
    """Values between the first and the last tick, laid out between two places."""

    ticks: tuple[float, ...]
    start: float
    end: float

    @property
    def low(self) -> float:
        """The value at its start."""
        return self.ticks[0]

    @property
    def high(self) -> float:
        """The value at its end."""
        return self.ticks[-1]

    def at(self, value: float) -> float:
        """The place of a value.

        >>> Scale(ticks(0, 9, 5), 200, 0).at(5)
        100.0
        """
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def ticks(low: float, high: float, most: int, whole: bool = False) -> tuple[float, ...]:
    """Round numbers around a range, in at most so many steps.

    Args:
        low: the least value.
        high: the greatest value.
        most: how many steps there may be.
        whole: whether only whole numbers make sense.

    >>> ticks(0, 437, 5), ticks(0, 1, 5, whole=True)
    ((0.0, 100.0, 200.0, 300.0, 400.0, 500.0), (0.0, 1.0))
    """
    if low == high:
        low, high = min(low, 0), max(high, 0) if high or low else 1
    least, greatest = Decimal(repr(float(low))), Decimal(repr(float(high)))
    size = Decimal(1).scaleb(max(((greatest - least) / most).adjusted(), 0 if whole else MINUTE))
    for step in (size * times for times in (*STEPS, Decimal(20))):
        if whole and step != step.to_integral_value():
            continue
        first = (least / step).to_integral_value(ROUND_FLOOR)
        last = (greatest / step).to_integral_value(ROUND_CEILING)
        if last - first <= most:
            return tuple(float(step * number) for number in range(int(first), int(last) + 1))
    return ticks(float(least), float(greatest), most + 1, whole)


def from_zero(values: Iterable[float], most: int, whole: bool = False) -> tuple[float, ...]:
    """The ticks of an axis that bars stand on: zero is always one of them."""
    known = list(values)
    return ticks(min([0.0, *known]), max([0.0, *known]), most, whole)


def around(values: Iterable[float], most: int, whole: bool = False) -> tuple[float, ...]:
    """The ticks of an axis that lines move along: from zero, unless that would flatten them.

    >>> around([104.0, 138.0], 4)[0], around([20.0, 138.0], 4)[0]
    (100.0, 0.0)
    """
    known = list(values)
    if known and min(known) > max(known) / 2 > 0 and min(known) < max(known):
        return ticks(min(known), max(known), most, whole)
    return from_zero(known, most, whole)
