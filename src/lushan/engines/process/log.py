"""An event log as one relation: what was done, in which case, when and by whom."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.engines.process.clock import NATURAL, Clock

#: What an event may have beside its case, activity and time; `place` is where it stood in its source.
OPTIONAL = ("resource", "department", "action", "lifecycle", "place")
#: What keeps a row from being an event.
UNUSABLE = ("case_id", "activity", "at")


def event_log(
    table: ir.Table,
    *,
    case: str = "case_id",
    activity: str = "activity",
    at: str = "at",
    resource: str | None = None,
    department: str | None = None,
    action: str | None = None,
    lifecycle: str | None = None,
    place: str | None = None,
    attributes: Sequence[str] = (),
    clock: Clock = NATURAL,
) -> ir.Table:
    """A table of events under the names that every analysis here reads.

    Rows without a case, an activity or a time are no events: `unusable` gives them. Duplicates stay, for nobody can
    tell two equal events from one that was written twice: `duplicates` counts them, and ``distinct()`` drops them.

    Args:
        table: one row for each event.
        case: the column that names the case; any type.
        activity: the column that names what was done.
        at: the column with the instant, in UTC.
        resource: who did it; this column and the next ones are left out where the table has none.
        department: where it was done.
        action: how it was decided, such as agreed or sent back.
        lifecycle: the transition, such as start or complete.
        place: the event's number in its source, which orders events of the same instant. Without it they are ordered
            by what they say, so that the result does not depend on how the table is stored.
        attributes: further columns to keep under their own names.
        clock: reads each event's ``tick``, in milliseconds; durations are differences of ticks.

    >>> events = ibis.memtable({"who": ["a"], "what": ["apply"], "when": ["2023-04-01 09:00:00"]})
    >>> events = events.mutate(when=events.when.cast("timestamp"))
    >>> event_log(events, case="who", activity="what", at="when").columns
    ('case_id', 'activity', 'at', 'tick')
    """
    named = dict(zip(OPTIONAL, (resource, department, action, lifecycle, place), strict=True))
    columns = {name: table[column] for name, column in named.items() if column is not None}
    log = table.select(
        *attributes, case_id=table[case].cast("string"), activity=table[activity], at=table[at], **columns
    )
    log = log.filter(*(log[name].notnull() for name in UNUSABLE))
    ordered = ["case_id", "activity", "at", *columns, *attributes, "tick"]
    return clock.read(log, tick="at").select(*ordered)


def unusable(table: ir.Table, *, case: str = "case_id", activity: str = "activity", at: str = "at") -> ir.Table:
    """The rows that are no events, each with the first thing that it lacks as its ``lacks``."""
    columns = dict(zip(UNUSABLE, (case, activity, at), strict=True))
    lacks = ibis.cases(*((table[column].isnull(), name) for name, column in columns.items()))
    return table.mutate(lacks=lacks).filter(_.lacks.notnull())


def duplicates(log: ir.Table) -> ir.Table:
    """The events that a log holds more than once, with how many ``times``; their place in the source aside."""
    said = [name for name in log.columns if name != "place"]
    return log.group_by(said).aggregate(times=_.count()).filter(_.times > 1)


def order(log: ir.Table) -> list[ir.Value]:
    """What puts the events of a case in order: their time, then their place, or all that they say."""
    if "place" in log.columns:
        return [log["at"], log["place"]]
    activity = "number" if "number" in log.columns else "activity"
    return [log[name] for name in ("at", activity, *OPTIONAL) if name in log.columns]


def follow(log: ir.Table) -> ir.Table:
    """Each event with its place in its case and with what came directly before it.

    Adds ``position`` from 1 on, ``previous`` (the activity before; none for the first), the milliseconds ``elapsed``
    since then by the log's clock and, where a log has them, ``previous_resource`` and ``previous_department``; further
    ``number`` and ``previous_number``, by which activities are told apart faster than by name. It is what most other
    analyses read: where several are wanted, keep its rows.
    """
    names = log.select("activity").distinct()
    numbered = log.inner_join(names.mutate(number=ibis.row_number().over(order_by="activity")), "activity")
    window = ibis.window(group_by="case_id", order_by=order(numbered))
    kept = ("activity", "number", *(name for name in OPTIONAL[:2] if name in log.columns))
    before = {name: numbered[name].lag().over(window) for name in kept}
    return numbered.mutate(
        position=ibis.row_number().over(window) + 1,
        previous=before.pop("activity"),
        elapsed=numbered.tick - numbered.tick.lag().over(window),
        **{f"previous_{name}": value for name, value in before.items()},
    )


def names(followed: ir.Table) -> ir.Table:
    """The activities of a log by their ``number``."""
    return followed.select("number", "activity").distinct()
