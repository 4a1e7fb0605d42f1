"""A month of the bank, in the bank's own time zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import total_ordering
from zoneinfo import ZoneInfo

import ibis
from ibis.expr import types as ir

from lushan.errors import LushanError

FORM = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@total_ordering
@dataclass(frozen=True)
class Period:
    """One month; ``zone`` decides where its days begin.

    >>> april = Period.parse("2023-04")
    >>> april.first, april.last, april.days
    (datetime.date(2023, 4, 1), datetime.date(2023, 4, 30), 30)
    >>> str(april - 4), april.start.isoformat()
    ('2022-12', '2023-03-31T16:00:00+00:00')
    """

    year: int
    month: int
    zone: str = "Asia/Shanghai"

    @classmethod
    def parse(cls, text: str, zone: str = "Asia/Shanghai") -> Period:
        """The period that ``2023-04`` names.

        Raises:
            LushanError: the text is not a year and a month.
        """
        match = FORM.fullmatch(text)
        if not match:
            raise LushanError(
                f"{text!r} is not a period",
                expected="a year and a month, such as 2023-04",
                mend="write the month in two digits",
            )
        return cls(int(match[1]), int(match[2]), zone)

    @classmethod
    def containing(cls, day: date, zone: str = "Asia/Shanghai") -> Period:
        """The period that a day falls in."""
        return cls(day.year, day.month, zone)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    def __lt__(self, other: Period) -> bool:
        return (self.year, self.month) < (other.year, other.month)

    def __add__(self, months: int) -> Period:
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Period(year, month + 1, self.zone)

    def __sub__(self, months: int) -> Period:
        return self + -months

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return (self + 1).first - timedelta(days=1)

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.last.day

    @property
    def start(self) -> datetime:
        """The instant it begins, in UTC."""
        return datetime(self.year, self.month, 1, tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    @property
    def end(self) -> datetime:
        """The instant the next period begins, in UTC."""
        return (self + 1).start

    def year_to_date(self) -> tuple[Period, ...]:
        """The periods from January to this one."""
        return tuple(Period(self.year, month, self.zone) for month in range(1, self.month + 1))

    def holds(self, moment: ir.Value) -> ir.BooleanValue:
        """Whether a column's day or instant falls in this period, as an expression."""
        if moment.type().is_date():
            return moment.between(ibis.literal(self.first), ibis.literal(self.last))
        return (moment >= ibis.literal(self.start)) & (moment < ibis.literal(self.end))
