"""Applying the rules to the world on a day, and to the days of the twelve months before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lushan.domains.risk.related.rules import BANK, Rule, RuleTable
from lushan.domains.risk.related.steps import STEPS, Found, Limits
from lushan.domains.risk.related.view import View
from lushan.domains.risk.related.world import Flags
from lushan.engines.graph.ownership import Nodes


@dataclass(frozen=True)
class Hits:
    """What the rules found on a day, a place in each array for one reason.

    Args:
        rule: the place of the rule in the table.
        way: the place of the way in the rule.
        via: from whom.
        party: who is related.
        row: the row of the step's table that says so, -1 where none alone does.
    """

    rule: Nodes
    way: Nodes
    via: Nodes
    party: Nodes
    row: Nodes

    def where(self, wanted: Flags) -> Hits:
        """Those of the reasons that are wanted."""
        return Hits(self.rule[wanted], self.way[wanted], self.via[wanted], self.party[wanted], self.row[wanted])


def apply(table: RuleTable, view: View, limits: Limits, may: bool = True) -> Hits:
    """All reasons for which parties are related on a view's day.

    Each rule finds a party from another by one reason, the first; the bank itself is never its own related party.

    Args:
        may: whether rules that may deem are applied beside those that must.
    """
    found: dict[str, Nodes] = {BANK: np.array([view.world.bank])}
    hits: list[Hits] = []
    for number, rule in enumerate(table.rules):
        parties = np.array([], dtype=np.int64)
        if not (rule.must or may):
            continue
        for at, way in enumerate(rule.ways):
            known = found | {rule.id: parties}
            sources = np.unique(np.concatenate([known[name] for name in way.of]))
            step, _ = STEPS[way.step]
            made = _kept(step(view, sources, limits, **dict(way.options)), rule, view)
            hits.append(
                Hits(np.full(len(made.party), number), np.full(len(made.party), at), made.via, made.party, made.row)
            )
            parties = np.union1d(parties, made.party)
        found[rule.id] = parties
    return _each_once(hits)


def _kept(found: Found, rule: Rule, view: View) -> Found:
    """What a step found, of the kind of party that the rule is about."""
    person = view.world.kind("person")
    wanted = found.party != view.world.bank
    if rule.party != "any":
        wanted &= person[found.party] == (rule.party == "person")
    return Found(found.via[wanted], found.party[wanted], found.row[wanted])


def _each_once(hits: Sequence[Hits]) -> Hits:
    rule, way, via, party, row = (
        np.concatenate([getattr(part, name) for part in hits]) for name in ("rule", "way", "via", "party", "row")
    )
    order = np.lexsort((row, way, via, party, rule))
    keys = np.stack([rule[order], party[order], via[order]])
    first = np.ones(len(order), dtype=bool)
    first[1:] = (np.diff(keys, axis=1) != 0).any(axis=0)
    kept = order[first]
    return Hits(rule[kept], way[kept], via[kept], party[kept], row[kept])
