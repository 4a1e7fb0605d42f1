"""Rework: what a case does again, and where it is sent back."""

from __future__ import annotations

from collections.abc import Collection

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.engines.process.clock import SECOND
from lushan.engines.process.log import names


def rework(followed: ir.Table) -> ir.Table:
    """One row for each activity: in how many cases it was done again, how often, and how long that took.

    ``again_cases`` counts the cases that did it more than once, ``again_times`` every time but the first, and
    ``again_seconds`` the time that led to those, since the event before.

    Args:
        followed: a log's events in order, from `follow`.
    """
    timed = followed.mutate(elapsed=followed.elapsed.fill_null(0))
    done = timed.group_by("number", "case_id").aggregate(
        times=_.count(), again=_.elapsed.sum() - _.elapsed.argmin(_.position)
    )
    found = done.group_by("number").aggregate(
        times=_.times.sum(),
        cases=_.count(),
        again_cases=_.count(where=_.times > 1),
        again_times=(_.times - 1).sum(),
        again_seconds=_.again.sum() / SECOND,
    )
    return names(followed).inner_join(found, "number").drop("number")


def returns(followed: ir.Table, actions: Collection[str] = ()) -> ir.Table:
    """The events that sent a case back: those with one of these actions or, where none are told, those that came to an
    activity that the case had left before.

    Args:
        followed: a log's events in order, from `follow`.
        actions: the actions that send back; the log then has an ``action``.
    """
    if actions:
        return followed.filter(followed.action.isin(actions))
    window = ibis.window(group_by=["case_id", "number"], order_by="position")
    seen = followed.mutate(visit=ibis.row_number().over(window))
    return seen.filter((seen.visit > 0) & (seen.previous_number != seen.number)).drop("visit")
