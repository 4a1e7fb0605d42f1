"""Cases: when each began and ended, how long it took, and how it began and ended."""

from __future__ import annotations

from collections.abc import Collection

from ibis import _
from ibis.expr import types as ir

from lushan.engines.process.clock import SECOND


def cases(followed: ir.Table, ends: Collection[str] = ()) -> ir.Table:
    """One row for each case.

    ``started_at`` and ``ended_at`` are its first and last event, ``seconds`` the time between them by the log's clock,
    ``events`` how many there are, ``first`` and ``last`` their activities.

    Args:
        followed: a log's events in order, from `follow`.
        ends: the activities that end a case. A case whose last event is none of these ``is_open``; where they are not
            told, no case is, for nothing says that more will come.
    """
    found = followed.group_by("case_id").aggregate(
        started_at=_["at"].min(),
        ended_at=_["at"].max(),
        events=_.count(),
        seconds=(_.tick.max() - _.tick.min()) / SECOND,
        first=_.activity.argmin(_.position),
        last=_.activity.argmax(_.position),
    )
    return found.mutate(is_open=~found["last"].isin(ends) if ends else False)
