"""The Chinese working calendar of 2021 to 2023, and a clock that runs in working hours only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from lushan.sample.chance import Sample

Moments = NDArray[np.datetime64]

FIRST_DAY, LAST_DAY = date(2021, 1, 1), date(2023, 12, 31)
OPENS, HOURS = np.timedelta64(8 * 60 + 30, "m"), 9

HOLIDAYS = {
    "元旦": ("2021-01-01/03", "2022-01-01/03", "2022-12-31/31", "2023-01-01/02"),
    "春节": ("2021-02-11/17", "2022-01-31/31", "2022-02-01/06", "2023-01-21/27"),
    "清明节": ("2021-04-03/05", "2022-04-03/05", "2023-04-05/05"),
    "劳动节": ("2021-05-01/05", "2022-04-30/30", "2022-05-01/04", "2023-04-29/30", "2023-05-01/03"),
    "端午节": ("2021-06-12/14", "2022-06-03/05", "2023-06-22/24"),
    "中秋节": ("2021-09-19/21", "2022-09-10/12", "2023-09-29/30"),
    "国庆节": ("2021-10-01/07", "2022-10-01/07", "2023-10-01/06"),
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


def _holidays() -> Iterator[tuple[date, str]]:
    for name, spans in HOLIDAYS.items():
        for text in spans:
            first = date.fromisoformat(text[:10])
            for day in span(first, first.replace(day=int(text[11:]))):
                yield day, name


#: The holiday that each day off for one belongs to.
HOLIDAY_OF = dict(_holidays())


def works(day: date) -> bool:
    """Whether a day is a working day.

    >>> works(date(2023, 4, 5)), works(date(2023, 4, 23))
    (False, True)
    """
    return day in MADE_UP or (day.weekday() < 5 and day not in HOLIDAY_OF)


WORKDAYS: Moments = np.array([day for day in span(FIRST_DAY, LAST_DAY) if works(day)], dtype="datetime64[D]")


def days_of(month: str) -> list[date]:
    """The days of a month.

    >>> days_of("2023-02")[-1].isoformat()
    '2023-02-28'
    """
    first = date.fromisoformat(f"{month}-01")
    following = (first + timedelta(days=31)).replace(day=1)
    return list(span(first, following - timedelta(days=1)))


def workdays(month: str) -> list[date]:
    """The working days of a month."""
    return [day for day in days_of(month) if works(day)]


def months(first: str, last: str) -> list[str]:
    """The months from one to another, both included.

    >>> months("2022-11", "2023-01")
    ['2022-11', '2022-12', '2023-01']
    """
    numbers = range(*(int(text[:4]) * 12 + int(text[5:]) - offset for text, offset in ((first, 1), (last, 0))))
    return [f"{number // 12}-{number % 12 + 1:02}" for number in numbers]


def work_clock(day: date | Sequence[date] | Moments) -> NDArray[np.int64]:
    """The reading of the working clock when a day's work begins: the working days gone by since 2021 began."""
    return np.searchsorted(WORKDAYS, np.asarray(day, dtype="datetime64[D]"))


def work_moment(reading: NDArray[np.float64]) -> Moments:
    """The moments at which the working clock reads so many working days.

    >>> work_moment(np.array([0.0, 0.5])).astype(str).tolist()
    ['2021-01-04T08:30:00', '2021-01-04T13:00:00']
    """
    day, part = np.divmod(reading, 1.0)
    moments: Moments = WORKDAYS[day.astype(int)] + OPENS + (part * HOURS * 3600).astype("timedelta64[s]")
    return moments


def calendar(_sample: Sample) -> Iterator[pa.Table]:
    """Every day of the years that the sample knows."""
    days = list(span(FIRST_DAY, LAST_DAY))
    yield pa.table({"day": days, "is_workday": [works(d) for d in days], "holiday": [HOLIDAY_OF.get(d) for d in days]})
