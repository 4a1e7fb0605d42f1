"""Calendars as tables of days: weeks of five working days, and China's with its holidays and make-up workdays."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pyarrow as pa

#: The days on which China's calendar differs from the week, 2010 to 2026, as the State Council announced each year's.
CHINA = Path(__file__).with_name("china.csv")


@cache
def announced() -> dict[date, tuple[bool, str]]:
    """China's announced days: whether one is worked, and for which holiday.

    >>> announced()[date(2023, 4, 23)]
    (True, '劳动节')
    """
    with CHINA.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {date.fromisoformat(r["day"]): (r["is_workday"] == "true", r["holiday"]) for r in rows}


def weekdays(first: date, last: date) -> pa.Table:
    """The days from one to another, Monday to Friday worked: ``day``, ``is_workday``, ``holiday``."""
    return _days(first, last, {})


def china(first: date, last: date) -> pa.Table:
    """The days from one to another as China works them: ``day``, ``is_workday``, ``holiday``.

    A year that nothing is announced for is worked by the week.

    >>> china(date(2023, 4, 22), date(2023, 4, 24))["is_workday"].to_pylist()
    [False, True, True]
    """
    return _days(first, last, announced())


def _days(first: date, last: date, known: dict[date, tuple[bool, str]]) -> pa.Table:
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    found = [known.get(day, (day.weekday() < 5, None)) for day in days]
    return pa.table(
        {"day": days, "is_workday": [w for w, _ in found], "holiday": pa.array([h for _, h in found], pa.string())}
    )
