"""The list of related parties: each reason of the day and of the months around it, with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from lushan.domains.risk.related.apply import Hits, apply
from lushan.domains.risk.related.evidence import Evidence
from lushan.domains.risk.related.rules import RuleTable, rule_table
from lushan.domains.risk.related.steps import Limits
from lushan.domains.risk.related.view import View
from lushan.domains.risk.related.window import Moment, moments
from lushan.domains.risk.related.world import World


@dataclass(frozen=True)
class Listing:
    """All reasons for which parties are related on a day.

    Args:
        view: the world on that day.
        hits: what holds on it.
        around: what held or will hold on other days of the window.
    """

    table: RuleTable
    limits: Limits
    view: View
    hits: Hits
    around: tuple[Moment, ...]

    @classmethod
    def of(cls, world: World, day: date, limits: Limits | None = None, table: RuleTable | None = None) -> Listing:
        """The list of a world with all its days."""
        table, limits = table or rule_table(), limits or Limits()
        now = View.on(world, day)
        if world.bank < 0:
            nothing = np.array([], dtype=np.int64)
            return cls(table, limits, now, Hits(nothing, nothing, nothing, nothing, nothing), ())
        hits = apply(table, now, limits)
        return cls(table, limits, now, hits, tuple(moments(table, world, now, hits, limits)))

    def parties(self, deemed: tuple[str, ...] = ("D1",)) -> set[str]:
        """The ids of the related parties.

        Args:
            deemed: the rules of 可 that the bank has decided to apply.
        """
        counted = np.array([rule.must or rule.id in deemed for rule in self.table.rules])
        found = set(self.view.world.ids.take(pa.array(self.hits.party[counted[self.hits.rule]])).to_pylist())
        if self.table.window.id in deemed:
            for moment in self.around:
                found.update(moment.view.world.ids.take(pa.array(moment.hits.party[moment.new])).to_pylist())
        return found

    def reasons(self) -> Iterator[Mapping[str, Any]]:
        """Each reason as a row of ``risk.related_clause``."""
        yield from self._rows(self.view, self.hits, np.arange(len(self.hits.rule)), "now")
        for moment in self.around:
            held = "past" if moment.day < self.view.day else "coming"
            for row in self._rows(moment.view, moment.hits, np.flatnonzero(moment.new), held):
                yield row if held == "coming" else row | {"held_to": moment.day}

    def _rows(self, view: View, hits: Hits, wanted: np.ndarray[Any, Any], held: str) -> Iterator[dict[str, Any]]:
        evidence = Evidence(self.table, view, hits, self.limits)
        bank = view.world.name(view.world.bank)
        window = self.table.window
        for hit in wanted.tolist():
            rule, reason = self.table.rules[hits.rule[hit]], evidence.reason(hit)
            yield {
                "party_id": view.world.id(hits.party[hit]),
                "rule": rule.id if held == "now" else window.id,
                "basis": rule.id,
                "via_id": view.world.id(hits.via[hit]),
                "clause": rule.clause if held == "now" else window.clause,
                "certainty": "must" if rule.must and held == "now" else "may",
                "relation": rule.relation,
                "path": reason.path(bank, "zh"),
                "path_en": reason.path(bank, "en"),
                "arithmetic": reason.arithmetic or None,
                "held_from": reason.since,
                "held_to": reason.until,
                "held": held,
                "documents": "; ".join(reason.documents) or None,
            }
