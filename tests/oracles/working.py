"""Working time in plain Python, day by day, and what was known when April ended."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tables import Row

SHANGHAI = ZoneInfo("Asia/Shanghai")
START = datetime(2023, 4, 1, tzinfo=SHANGHAI).astimezone(UTC)
END = datetime(2023, 5, 1, tzinfo=SHANGHAI).astimezone(UTC)
SPANS = ((time(8, 30), time(12)), (time(13, 30), time(17, 30)))
WORKING_DAY = 7.5 * 3600


def workdays(calendar: list[Row]) -> set[date]:
    return {row["day"] for row in calendar if row["is_workday"]}


def worked(start: datetime | None, end: datetime | None, days: set[date]) -> int | None:
    """The working seconds between two instants, day by day."""
    if start is None or end is None:
        return None
    since, until = (moment.astimezone(SHANGHAI).replace(tzinfo=None) for moment in (start, end))
    total, on = timedelta(), since.date()
    while on <= until.date():
        for opens, closes in SPANS if on in days else ():
            inside = min(until, datetime.combine(on, closes)) - max(since, datetime.combine(on, opens))
            total += max(inside, timedelta())
        on += timedelta(days=1)
    return int(total.total_seconds())


def known(moment: datetime | None) -> datetime | None:
    """What happens after April is not known in April."""
    return moment if moment is not None and moment < END else None
