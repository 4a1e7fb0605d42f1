"""Working time, against a clock that ticks through every quarter of a minute."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, time, timedelta

import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lushan.engines.process.calendar import announced, china, weekdays
from lushan.engines.process.clock import OFFICE_HOURS, WorkingClock
from plain_process import worked

FIRST, LAST = date(2023, 4, 20), date(2023, 5, 10)
DAYS = china(FIRST, LAST)
WORKED = dict(zip(DAYS["day"].to_pylist(), DAYS["is_workday"].to_pylist(), strict=True))
HOURS = [OFFICE_HOURS, ((time(9), time(18)),), ((time(0), time(12)), (time(13), time(23, 59, 45)))]
moments = st.integers(0, 18 * 24 * 240).map(
    lambda quarter: datetime(2023, 4, 21, tzinfo=UTC) + timedelta(seconds=15 * quarter)
)


def read(clock: WorkingClock, *moments: datetime) -> list[int | None]:
    rows = pa.table({"n": list(range(len(moments))), "at": pa.array(moments, pa.timestamp("us", "UTC"))})
    found: list[int | None] = clock.read(ibis.memtable(rows), tick="at").order_by("n").tick.to_pyarrow().to_pylist()
    return found


@settings(max_examples=10, deadline=None)
@given(st.lists(moments, min_size=2, max_size=6), st.sampled_from(HOURS))
def test_working_time_is_what_a_slow_clock_counts(
    instants: list[datetime], hours: tuple[tuple[time, time], ...]
) -> None:
    instants = sorted(instants)
    ticks = read(WorkingClock(ibis.memtable(DAYS), hours), *instants)
    for at, tick in zip(instants[1:], ticks[1:], strict=True):
        assert tick is not None and ticks[0] is not None
        assert (tick - ticks[0]) / 1000 == worked(instants[0], at, hours, WORKED)


def test_the_first_of_may_and_its_make_up_days() -> None:
    """Sunday 23 April 2023 and Saturday 6 May are worked for the holiday of 29 April to 3 May."""
    clock = WorkingClock(ibis.memtable(DAYS))
    at = [
        datetime(2023, 4, 22, 12, tzinfo=UTC),
        datetime(2023, 4, 23, 23, tzinfo=UTC),
        datetime(2023, 4, 28, 23, tzinfo=UTC),
    ]
    at += [datetime(2023, 5, 4, 8, tzinfo=UTC), datetime(2023, 5, 7, tzinfo=UTC)]
    hours = [tick / 3_600_000 for tick in read(clock, *at) if tick is not None]
    assert [later - earlier for earlier, later in itertools.pairwise(hours)] == [7.5, 37.5, 0, 22.5]


def test_an_instant_outside_the_calendar_reads_nothing() -> None:
    assert read(WorkingClock(ibis.memtable(DAYS)), datetime(2024, 1, 1, tzinfo=UTC)) == [None]


def test_a_wall_clock_of_another_zone() -> None:
    clock = WorkingClock(ibis.memtable(DAYS), local=lambda at: at + ibis.interval(hours=8))
    first, last = read(clock, datetime(2023, 4, 24, 0, 30, tzinfo=UTC), datetime(2023, 4, 24, 9, 30, tzinfo=UTC))
    assert first is not None and last is not None and last - first == 7.5 * 3_600_000  # 8:30 to 17:30 in Shanghai


def test_calendars() -> None:
    assert sum(china(date(2023, 1, 1), date(2023, 12, 31))["is_workday"].to_pylist()) == 249
    assert sum(china(date(2024, 1, 1), date(2024, 12, 31))["is_workday"].to_pylist()) == 251
    assert sum(weekdays(date(2023, 1, 1), date(2023, 12, 31))["is_workday"].to_pylist()) == 260
    assert announced()[date(2025, 1, 28)] == (False, "春节")
    made_up = [day for day, (works, _) in announced().items() if works]
    assert all(day.weekday() >= 5 for day in made_up)
    assert china(date(2030, 1, 1), date(2030, 1, 2))["holiday"].to_pylist() == [None, None]
    with pytest.raises(KeyError):
        announced()[date(2023, 4, 20)]
