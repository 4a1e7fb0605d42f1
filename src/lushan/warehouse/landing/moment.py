"""Texts as moments: by the calendar of the bank's zone, or by its offset where its clocks are never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import duckdb
import numpy as np
from numpy.typing import NDArray

#: The zone's offset at the beginning of each day, in microseconds: no zone changes its clocks and changes them back
#: between two of these.
OFFSETS = """
    SELECT epoch_us(day) - epoch_us(CAST(day AS TIMESTAMPTZ)) AS ahead
    FROM range(TIMESTAMP '1970-01-01', TIMESTAMP '2100-01-01', INTERVAL 1 DAY) AS days(day)
"""

#: How many days make it worth while.
LONG = 3653


@dataclass(frozen=True)
class Steady:
    """The local times between which a zone is so many microseconds ahead of UTC."""

    first: str
    last: str
    ahead: int

    def moment(self, local: str, text: str) -> str:
        """The SQL of the moment that a text means, which is read as a local time already.

        A local time that prints as the text itself was read from nothing else: no offset, no name of a zone. What is
        not so, or of other years, is read by the calendar, which takes four times as long.
        """
        within = f"{local} BETWEEN TIMESTAMP '{self.first}' AND TIMESTAMP '{self.last}'"
        plain = f"{within} AND CAST({local} AS VARCHAR) = {text}"
        soon = f"make_timestamptz(epoch_us({local}) - {self.ahead})"
        return f"CASE WHEN {plain} THEN {soon} ELSE {by_calendar(text)} END"


def by_calendar(text: str) -> str:
    """The SQL of the moment that a text means; a zone may be given as an offset, as Z or as UTC.

    DuckDB takes the names of other zones too, but reads in such a zone whatever has none and comes after it.
    """
    offset = f"replace({text}, ' UTC', '+00')"
    return f"TRY_CAST(CASE WHEN NOT regexp_matches({offset}, '[A-Za-z]{{2}}') THEN {offset} END AS TIMESTAMPTZ)"


def find_steady(connection: duckdb.DuckDBPyConnection) -> Steady | None:
    """The longest time for which the connection's zone has one offset; nothing where it has summer time."""
    ahead: NDArray[np.int64] = np.asarray(connection.execute(OFFSETS).fetchnumpy()["ahead"])
    ends = np.array([0, *np.flatnonzero(np.diff(ahead)) + 1, len(ahead)])
    longest = int(np.argmax(np.diff(ends)))
    first, last = int(ends[longest]), int(ends[longest + 1]) - 1
    if last - first < LONG:
        return None
    begin, end = (str(datetime(1970, 1, 1) + timedelta(days=day)) for day in (first, last))
    return Steady(begin, end, int(ahead[first]))
