"""The slow, plain way to every answer: a log as a list of events, walked through case by case."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import ibis
import pyarrow as pa
from hypothesis import strategies as st
from ibis.expr import types as ir

BEGINS = datetime(2023, 4, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Event:
    case: str
    activity: str
    at: datetime
    resource: str | None
    place: int


@st.composite
def logs(draw: st.DrawFn, most: int = 40) -> list[Event]:
    """Events of a few cases within a few days; several may fall in the same moment."""
    made = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["c1", "c2", "c3", "c4"]),
                st.sampled_from(["apply", "check", "decide", "付款"]),
                st.integers(0, 5 * 24 * 4),
                st.sampled_from(["ann", "bob", None]),
            ),
            min_size=1,
            max_size=most,
        )
    )
    return [
        Event(case, activity, BEGINS + timedelta(minutes=15 * quarter, milliseconds=quarter % 7), resource, place)
        for place, (case, activity, quarter, resource) in enumerate(made)
    ]


def arrow(events: list[Event]) -> pa.Table:
    return pa.table(
        {
            "case_id": pa.array([e.case for e in events], pa.string()),
            "activity": pa.array([e.activity for e in events], pa.string()),
            "at": pa.array([e.at for e in events], pa.timestamp("us", "UTC")),
            "resource": pa.array([e.resource for e in events], pa.string()),
            "place": pa.array([e.place for e in events], pa.int64()),
        }
    )


def table(events: list[Event]) -> ir.Table:
    return ibis.memtable(arrow(events))


def ordered(events: list[Event]) -> dict[str, list[Event]]:
    """Each case's events in order."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda event: (event.at, event.place)):
        found[event.case].append(event)
    return found


def pairs(events: list[Event]) -> dict[tuple[str, str], list[float]]:
    """The seconds of each step from one activity to the next."""
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for case in ordered(events).values():
        for earlier, later in itertools.pairwise(case):
            found[earlier.activity, later.activity].append((later.at - earlier.at).total_seconds())
    return found


def ways(events: list[Event]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(event.activity for event in case) for case in ordered(events).values())


def again(events: list[Event]) -> dict[str, tuple[int, int, float]]:
    """For each activity: the cases that did it again, how often, and the seconds that led to those."""
    found = {event.activity: [0, 0, 0.0] for event in events}
    for case in ordered(events).values():
        seen: Counter[str] = Counter()
        for number, event in enumerate(case):
            if seen[event.activity]:
                found[event.activity][0] += seen[event.activity] == 1
                found[event.activity][1] += 1
                found[event.activity][2] += (event.at - case[number - 1].at).total_seconds()
            seen[event.activity] += 1
    return {name: (cases, times, seconds) for name, (cases, times, seconds) in found.items()}


def quantile(values: list[float], share: float) -> float:
    """With the neighbours' mean, weighted by how near they are."""
    ranked = sorted(values)
    at = share * (len(ranked) - 1)
    low = int(at)
    high = min(low + 1, len(ranked) - 1)
    return ranked[low] + (ranked[high] - ranked[low]) * (at - low)


def worked(since: datetime, until: datetime, hours: tuple[tuple[time, time], ...], days: dict[date, bool]) -> float:
    """The seconds of working time between two instants, a quarter of a minute at a time."""
    step, at, found = timedelta(seconds=15), since, 0
    while at < until:
        if days[at.date()] and any(opens <= at.time() < closes for opens, closes in hours):
            found += 15
        at += step
    return found
