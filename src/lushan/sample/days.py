"""The Chinese working calendar of 2021 to 2023: weekends, holidays and the workdays that make up for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

HOLIDAYS: dict[str, tuple[tuple[str, str], ...]] = {
    "元旦": (("2021-01-01", "2021-01-03"), ("2022-01-01", "2022-01-03"), ("2022-12-31", "2023-01-02")),
    "春节": (("2021-02-11", "2021-02-17"), ("2022-01-31", "2022-02-06"), ("2023-01-21", "2023-01-27")),
    "清明节": (("2021-04-03", "2021-04-05"), ("2022-04-03", "2022-04-05"), ("2023-04-05", "2023-04-05")),
    "劳动节": (("2021-05-01", "2021-05-05"), ("2022-04-30", "2022-05-04"), ("2023-04-29", "2023-05-03")),
    "端午节": (("2021-06-12", "2021-06-14"), ("2022-06-03", "2022-06-05"), ("2023-06-22", "2023-06-24")),
    "中秋节": (("2021-09-19", "2021-09-21"), ("2022-09-10", "2022-09-12"), ("2023-09-29", "2023-09-30")),
    "国庆节": (("2021-10-01", "2021-10-07"), ("2022-10-01", "2022-10-07"), ("2023-10-01", "2023-10-06")),
}
MADE_UP = frozenset(
    date.fromisoformat(day)
    for day in (
        "2021-02-07", "2021-02-20", "2021-04-25", "2021-05-08", "2021-09-18", "2021-09-26", "2021-10-09",
        "2022-01-29", "2022-01-30", "2022-04-02", "2022-04-24", "2022-05-07", "2022-10-08", "2022-10-09",
        "2023-01-28", "2023-01-29", "2023-04-23", "2023-05-06", "2023-06-25", "2023-10-07", "2023-10-08",
    )
)  # fmt: skip


def span(first: date, last: date) -> Iterator[date]:
    """The days from one to another, both included."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def holiday(day: date) -> str | None:
    """The holiday that a day belongs to."""
    for name, spans in HOLIDAYS.items():
        if any(date.fromisoformat(first) <= day <= date.fromisoformat(last) for first, last in spans):
            return name
    return None


def works(day: date) -> bool:
    """Whether a day is a working day.

    >>> works(date(2023, 4, 5)), works(date(2023, 4, 23))
    (False, True)
    """
    return day in MADE_UP or (day.weekday() < 5 and holiday(day) is None)


def month(text: str) -> tuple[date, date]:
    """The first and the last day of a month.

    >>> month("2023-02")[1].isoformat()
    '2023-02-28'
    """
    first = date.fromisoformat(f"{text}-01")
    return first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def workdays(text: str) -> list[date]:
    """The working days of a month."""
    return [day for day in span(*month(text)) if works(day)]


def months(first: str, last: str) -> list[str]:
    """The months from one to another, both included.

    >>> months("2022-11", "2023-01")
    ['2022-11', '2022-12', '2023-01']
    """
    year, number = (int(part) for part in first.split("-"))
    found = []
    while (text := f"{year}-{number:02}") <= last:
        found.append(text)
        year, number = (year, number + 1) if number < 12 else (year + 1, 1)
    return found
