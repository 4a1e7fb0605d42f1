"""The twelve months before and after: on which other days a party met a clause, or will by agreement.

Between two ends of ties nothing but beginnings happens, so that what holds in such a stretch holds on its last day:
it is enough to look at the last days of ties that ended and, where anything is to come, at those of ties that will end
and at the last day of all; only where more than all of a company is held, which is a fault, who comes takes from the
others and who goes leaves to them: there the day before is looked at too, and the days ahead in any case. And it is
enough to look at the part of the world that what came or went ties to the bank.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pyarrow as pa

from lushan.domains.risk.related.apply import Hits, apply
from lushan.domains.risk.related.rules import RuleTable
from lushan.domains.risk.related.steps import AUTHORITIES, Limits
from lushan.domains.risk.related.view import View
from lushan.domains.risk.related.world import Flags, Ties, World
from lushan.engines.graph.control import HALF
from lushan.engines.graph.ownership import NEAR, Nodes, reaches, share_matrix


@dataclass(frozen=True)
class Moment:
    """Another day, on which some rules found what they do not find on the day that is asked for.

    Args:
        view: the part of the world that matters, on that day.
        hits: all reasons there.
        new: which of them are told of here.
        day: the day itself; a past one is the last on which what is told of held.
    """

    view: View
    hits: Hits
    new: Flags
    day: date


def moments(table: RuleTable, world: World, now: View, hits: Hits, limits: Limits) -> list[Moment]:
    """What the rules found in the window and do not find now: each rule of a party once, on the nearest day.

    Args:
        world: with the ties of all days.
        now: the view of the day that is asked for.
        hits: what holds on that day.
    """
    today = np.datetime64(now.day, "D")
    first, last = (np.datetime64(months_off(now.day, sign * table.window.months), "D") for sign in (-1, 1))
    alive = replace(
        world,
        ties={
            name: ties.where((ties.until >= first) & (ties.since <= last) & ((ties.since <= today) | _agreed(ties)))
            for name, ties in world.ties.items()
        },
    )
    near = _near(alive, limits)
    part = _only(alive, near)
    known = set(_named(world, hits))
    found = []
    for day in _days(alive, near, today, first, last):
        ages = min(day, today).astype(date)  # growing up is no agreement
        view = View(part.at(day), ages, now.majority)
        there = apply(table, view, limits, may=False)
        pairs = _named(part, there)
        new = np.array([pair not in known for pair in pairs], dtype=bool)
        if new.any():
            known |= {pair for pair, is_new in zip(pairs, new.tolist(), strict=True) if is_new}
            found.append(Moment(view, there, new, day.astype(date)))
    return found


def months_off(day: date, months: int) -> date:
    """A day so many months later; the last day of a month where that month is shorter.

    >>> months_off(date(2023, 4, 30), -12), months_off(date(2024, 2, 29), 12)
    (datetime.date(2022, 4, 30), datetime.date(2025, 2, 28))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise ValueError(day)


def _agreed(ties: Ties) -> Flags:
    """Which ties a document speaks of: what is still to come counts only if it is agreed."""
    found: Flags = np.asarray(ties.rows["document"].is_valid())[ties.at]
    return found


def _named(world: World, hits: Hits) -> list[tuple[int, str]]:
    """The rule and the party of each reason."""
    ids = world.ids.take(pa.array(hits.party)).to_pylist()
    return list(zip(hits.rule.tolist(), ids, strict=True))


def _days(
    alive: World, near: Flags, today: np.datetime64, first: np.datetime64, last: np.datetime64
) -> list[np.datetime64]:
    """The days to look at, the nearest first."""
    holding = alive.ties["holding"]
    over = holding.where(near[holding.end] & _over(alive)[holding.end])
    found: set[np.datetime64] = set(np.unique(over.since[over.since > first]) - 1)
    all_near = [ties.where(near[ties.start] & ((ties.end < 0) | near[ties.end])) for ties in alive.ties.values()]
    for ties in all_near:
        found.update(np.unique(ties.until[ties.until < today]))
    if len(over.at) or any((ties.since > today).any() for ties in all_near):
        found.add(last)
        for ties in all_near:  # what comes may meet what is there today and goes soon
            found.update(np.unique(ties.until[(ties.until > today) & (ties.until < last)]))
    return sorted(found - {today}, key=lambda day: (abs((day - today).astype(int)), day))


def _over(alive: World) -> Flags:
    """Of which parties more than all was held within the window, all holdings taken together."""
    holding = alive.ties["holding"]
    known = holding.end >= 0
    total = np.bincount(holding.end[known], holding.numbers("share")[known], alive.count)
    found: Flags = total > 1 + NEAR
    return found


def _near(alive: World, limits: Limits) -> Flags:
    """The parties that may have been related on some day of the window: more than those who were, and none too few.

    Whoever holds anything of the bank, its people and theirs, with near relatives; and down from there what those
    together ever had the votes to control or influence.
    """
    holding, office, kin, agreed = (alive.ties[name] for name in ("holding", "office", "kinship", "agreement"))
    near = np.zeros(alive.count, dtype=bool)
    near[alive.bank] = True
    nominated = office.by
    sent = nominated[(office.end == alive.bank) & (nominated >= 0)]
    near[sent] = True
    near = _spread(near, *_both(holding.end, holding.start, agreed, up=True))
    near[office.start[near[office.end] & (office.end >= 0)]] = True
    near[alive.ties["own_staff"].having("authority", *AUTHORITIES).start] = True
    for start, end in ((kin.start, kin.end), (kin.end, kin.start)):
        wanted = near[start] & (end >= 0)
        near[end[wanted]] = True  # a relative's relatives come in with this, which is more than is needed
    votes = share_matrix(
        *_both(holding.start, holding.end, agreed, up=False),
        np.concatenate([holding.numbers("votes", "share"), np.ones(len(agreed.at))]),
        alive.count,
    )
    while True:
        pooled = near.astype(float) @ votes
        grown = near | (pooled > HALF)
        if (grown == near).all():
            break
        near = grown
    near |= reaches(pooled, limits.influence)
    near[office.end[(nominated >= 0) & near[nominated] & (office.end >= 0)]] = True
    return near


def _both(first: Nodes, second: Nodes, agreed: Ties, up: bool) -> tuple[Nodes, Nodes]:
    """Holdings and agreements as one set of ties; in concert is a tie with all others of the agreement."""
    to = np.where(agreed.end < 0, agreed.first_agreed(), agreed.end)
    pair = (to, agreed.start) if up else (agreed.start, to)
    if up:  # who is in concert is reached from whoever is
        first, second = np.concatenate([first, agreed.start]), np.concatenate([second, to])
    return np.concatenate([first, pair[0]]), np.concatenate([second, pair[1]])


def _spread(found: Flags, start: Nodes, end: Nodes) -> Flags:
    """All that some ties lead to from some places, however far."""
    while True:
        reached = end[found[start]]
        reached = reached[~found[reached]]
        if not len(reached):
            return found
        found = found.copy()
        found[reached] = True


def _only(world: World, near: Flags) -> World:
    """The world of some parties; of those that more than all is held of, the others who hold it too."""
    holding = world.ties["holding"]
    kept = near.copy()
    kept[holding.start[(holding.end >= 0) & near[holding.end] & _over(world)[holding.end]]] = True
    places = np.flatnonzero(kept)
    to = np.full(world.count + 1, -1)  # the last is where -1 leads
    to[places] = np.arange(len(places))
    ties = {}
    for name, old in world.ties.items():
        mine = old.where(kept[old.start] & ((old.end < 0) | kept[old.end]))
        rows = mine.rows.take(pa.array(mine.at))
        ties[name] = replace(
            mine, rows=rows, at=np.arange(rows.num_rows), start=to[mine.start], end=to[mine.end], by=to[mine.by]
        )
    taken = pa.array(places)
    return World(world.ids.take(taken), world.parties.take(taken), ties)
