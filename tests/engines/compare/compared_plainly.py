"""The comparison once more, slow and plain: rows as tuples, one key at a time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Expected:
    missing: int
    extra: int
    changed: int
    changed_by: dict[str, int]


def alike(a: Any, b: Any) -> bool:
    """Whether two values are one: nothing is nothing, and what is no number is no number."""
    if isinstance(a, float) and isinstance(b, float) and math.isnan(a) and math.isnan(b):
        return True
    return bool(a == b) and (a is None) == (b is None)


def near(a: Any, b: Any, tolerance: Decimal | None) -> bool:
    if alike(a, b):
        return True
    if tolerance is None or a is None or b is None:
        return False
    if isinstance(a, float):
        return abs(a - b) <= float(tolerance)
    if isinstance(a, (date, datetime)):
        return abs((a - b).total_seconds()) <= tolerance
    return bool(abs(a - b) <= tolerance)


def held(value: Any) -> tuple[int, Any]:
    """What a value is sorted and counted by: nothing after everything, and what is no number after numbers."""
    if value is None:
        return (2, 0)
    if isinstance(value, float) and math.isnan(value):
        return (1, 0)
    return (0, value.encode() if isinstance(value, str) else value + 0 if isinstance(value, float) else value)


def compare_plainly(
    left: Sequence[Row], right: Sequence[Row], key: Sequence[str], values: Sequence[str],
    tolerances: Mapping[str, Decimal],
) -> Expected:  # fmt: skip
    names = [*key, *values]
    sides = []
    for rows in (left, right):
        found: dict[tuple[Any, ...], list[Row]] = {}
        for row in rows:
            found.setdefault(tuple(held(row[name]) for name in (key or names)), []).append(row)
        sides.append(found)
    missing = extra = changed = 0
    by: Counter[str] = Counter()
    for name in sides[0].keys() | sides[1].keys():
        one, other = sides[0].get(name, []), sides[1].get(name, [])
        if max(len(one), len(other)) > 1:
            one, other = _alone(one, other, names), _alone(other, one, names)
        for a, b in zip(one, other, strict=False):
            differs = [value for value in values if not near(a[value], b[value], tolerances.get(value))] if key else []
            by.update(differs)
            changed += bool(differs)
        missing += max(0, len(one) - len(other))
        extra += max(0, len(other) - len(one))
    return Expected(missing, extra, changed, {value: by[value] for value in values if key})


def _alone(rows: list[Row], others: list[Row], names: list[str]) -> list[Row]:
    """The rows that no other row equals, one for one, in the order of their values."""
    left = Counter(tuple(held(row[name]) for name in names) for row in others)
    found = []
    for row in rows:
        values = tuple(held(row[name]) for name in names)
        if left[values]:
            left[values] -= 1
        else:
            found.append(row)
    return sorted(found, key=lambda row: tuple(held(row[name]) for name in names))
