"""Where a zone's clocks are never changed, moments are read by its offset; that must be seen of the time alone."""

from __future__ import annotations

from datetime import datetime, timedelta

import duckdb
import pytest

from lushan.warehouse.landing.moment import by_calendar, find_steady

#: Texts that are as long as a plain time, or look like one.
TEXTS = [
    "2023-04-02 08:00:00", "2023-04-02T08:00:00", "2023-04-02 08:00:00Z", "2023-04-02 08:00+08", "2023-4-2 8:00+08:00",
    "2023-04-02 08:00:00-11:30", "2023-04-02 08:00:00.5", "2023-04-02 08:00:00.1234567", "2023-04-02 08:00",
    "2023-04-02", "2023-04-02 08:00:00 UTC", "2023-04-02 08:00:00 Asia/Tokyo", " 2023-04-02 08:00:00",
    "2023-04-02 24:00:00",
    "1986-05-04 00:30:00", "1986-07-01 12:00:00", "1991-09-15 00:30:00", "2014-10-26 01:30:00", "1900-12-31 23:54:17",
    "0001-01-01 00:00:00", "9999-12-31 23:59:59", "12023-04-02 08:00:00", "2023-04-02 (BC) 08:00:00", "infinity",
    "epoch", "2023-02-31 00:00:00", "",
]  # fmt: skip


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "UTC", "Asia/Kolkata", "Europe/Moscow", "America/Sao_Paulo"])
def test_a_moment_is_the_one_that_the_calendar_gives(zone: str) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"SET TimeZone = '{zone}'")
        steady = find_steady(connection)
        assert steady is not None
        ends = [datetime.fromisoformat(end) for end in (steady.first, steady.last)]
        near = [str(end + timedelta(hours=hours)) for end in ends for hours in range(-60, 60)]
        days = [str(ends[0] + timedelta(days=5 * number, seconds=7919 * number)) for number in range(3000)]
        listed = ", ".join(f"('{text}')" for text in [*TEXTS, *near, *days])
        read = f"SELECT text, TRY_CAST(text AS TIMESTAMP) AS local FROM (VALUES {listed}) AS texts(text)"
        differ = f"{steady.moment('local', 'text')} IS DISTINCT FROM {by_calendar('text')}"
        assert connection.execute(f"SELECT text FROM ({read}) WHERE {differ}").fetchall() == []


def test_a_text_is_read_whatever_stands_before_it() -> None:
    """DuckDB by itself reads the third of these in the zone of the second."""
    texts = ["2023-04-02T08:00", "2023-04-02T08:00 Asia/Tokyo", "2023-04-02T08:00", "2023-04-02T08:00:00 UTC"]
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'Asia/Shanghai'")
        listed = ", ".join(f"('{text}')" for text in texts)
        read = f"SELECT epoch({by_calendar('text')}) FROM (VALUES {listed}) AS texts(text)"
        assert connection.execute(read).fetchall() == [(1680393600,), (None,), (1680393600,), (1680422400,)]


def test_a_zone_with_summer_time_is_never_steady() -> None:
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'America/New_York'")
        assert find_steady(connection) is None
