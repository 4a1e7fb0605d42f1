"""Variants: the ways that cases took, and how many took each."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.engines.process.graph import durations
from lushan.engines.process.log import names

#: A step of a trail is its position and its activity's number in one integer; a log has fewer activities than this.
NUMBERS = 1 << 20
DIGITS = 9


def trails(followed: ir.Table) -> ir.Table:
    """Each case with its ``trail`` (its activities in order, as integers) and the milliseconds ``elapsed`` in it.

    Engines collect in no order, and not all can be told one; integers that hold the position first can be sorted
    afterwards, everywhere alike, and two cases have the same trail exactly when they went the same way.
    """
    found = followed.group_by("case_id").aggregate(
        trail=(followed.position.cast("int64") * NUMBERS + followed.number).collect(),
        elapsed=followed.tick.max() - followed.tick.min(),
    )
    return found.mutate(trail=found.trail.sort())


def variants(followed: ir.Table) -> ir.Table:
    """One row for each way that cases took, the most frequent first.

    ``variant`` numbers them from 1 on, ``path`` is the array of activities, ``events`` its length, ``cases`` how many
    cases took it, ``share`` their share of all cases, and the rest how long they took by the log's clock.

    Args:
        followed: a log's events in order, from `follow`.
    """
    taken = trails(followed)
    named = counted(taken, followed, **durations(taken.elapsed))
    ranked = [_.cases.desc(), _.path.join("\n")]
    return named.select(
        variant=ibis.row_number().over(order_by=ranked) + 1,
        path=_.path,
        events=_.path.length(),
        cases=_.cases,
        share=_.cases / _.cases.sum().over(ibis.window()),
        **{name: _[name] for name in ("mean_seconds", "median_seconds", "p90_seconds")},
    ).order_by("variant")


def counted(taken: ir.Table, followed: ir.Table, **measures: ir.Value) -> ir.Table:
    """The different ways as ``path``, with how many ``cases`` took each, and measures of those.

    Args:
        taken: from `trails`.
        followed: what that was made of.
        measures: over ``taken``.
    """
    found = _told_apart(taken.group_by("trail").aggregate(cases=taken.count(), **measures))
    return found.inner_join(_paths(found, names(followed)), "way").drop("trail", "way")


def case_variants(followed: ir.Table, variants: ir.Table) -> ir.Table:
    """The number of the variant that each case took."""
    taken = trails(followed)
    ways = _told_apart(taken.select("trail").distinct())
    named = ways.inner_join(_paths(ways, names(followed)), "way").inner_join(variants, "path")
    return taken.inner_join(named, "trail").select("case_id", "variant")


def _told_apart(trails: ir.Table) -> ir.Table:
    """Different trails, each with a number: it stands for the trail where one that is long would be carried about."""
    return trails.mutate(way=ibis.row_number().over(order_by="trail"))


def _paths(ways: ir.Table, numbered: ir.Table) -> ir.Table:
    """The names of the activities of each ``way``, in order, as its ``path``."""
    steps = ways.select("way", step=ways.trail.unnest()).mutate(number=_.step % NUMBERS)
    named = steps.inner_join(numbered, "number").mutate(
        name=(_.step // NUMBERS).cast("string").lpad(DIGITS, "0") + _.activity
    )
    collected = named.group_by("way").aggregate(path=_.name.collect())
    return collected.mutate(path=collected.path.sort().map(lambda name: name.substr(DIGITS)))
