"""What each model makes, said again in plain Python: a module or a package for each domain."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from tables import Row, month_of

APRIL, MARCH = "2023-04", "2023-03"


def day_of(moment: datetime | None) -> date | None:
    """The day in Shanghai."""
    return None if moment is None else (moment + timedelta(hours=8)).date()


def seconds(earlier: datetime, later: datetime) -> int:
    return int(later.timestamp()) - int(earlier.timestamp())


def quantile(values: Iterable[float], share: float) -> float:
    """The value that a share of the values keeps within, interpolated between neighbours."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def of_april(rows: Iterable[Row], column: str) -> list[Row]:
    return [row for row in rows if month_of(row[column]) == APRIL]


def of_month(rows: Iterable[Row], month: str = APRIL) -> list[Row]:
    return [row for row in rows if row["period"] == month]
