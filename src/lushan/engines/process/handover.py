"""Handover: who passes work to whom."""

from __future__ import annotations

from typing import Literal

from ibis.expr import types as ir

from lushan.engines.process.clock import SECOND
from lushan.engines.process.graph import durations


def handovers(followed: ir.Table, between: Literal["resource", "department"] = "resource") -> ir.Table:
    """One row for each pair of people or departments of which the first's work was followed by the second's.

    Whoever follows himself hands nothing over; events that nobody is named for are passed over with their neighbours.

    Args:
        followed: a log's events in order, from `follow`; the log has a resource or a department.
        between: people or departments.
    """
    giver, taker = followed[f"previous_{between}"], followed[between]
    moved = followed.mutate(giver=giver, taker=taker).filter(giver.notnull(), taker.notnull(), giver != taker)
    return moved.group_by("giver", "taker").aggregate(
        times=moved.count(), total_seconds=moved.elapsed.sum() / SECOND, **durations(moved.elapsed)
    )
