"""What is known of accounts: who is known bad, whom a reviewer has confirmed, and whom one has cleared."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from ibis.expr import types as ir
from numpy.typing import NDArray

from lushan.engines.graph.graph import Graph
from lushan.runs.computed import Rows
from lushan.runs.judgement import latest
from lushan.runs.period import Period

REVIEW = "risk.ring_review"
CONFIRMED, CLEARED = "confirmed", "cleared"


@dataclass(frozen=True)
class Labels:
    """The accounts that are known to be bad, and those that a person has looked at and found good; both sorted."""

    bad: pa.Array
    cleared: pa.Array

    @classmethod
    def of(cls, known_bad: Rows, judgements: Rows, period: Period) -> Labels:
        """What is known at the end of a period; what a reviewer says counts above a list."""
        listed = known_bad.fetch(standing(known_bad.table, period))["account"]
        said = judgements.fetch(latest(judgements.table, REVIEW).select("key", "verdict"))
        confirmed = said.filter(pc.equal(said["verdict"], CONFIRMED))["key"]
        cleared = said.filter(pc.equal(said["verdict"], CLEARED))["key"]
        bad = (set(listed.to_pylist()) | set(confirmed.to_pylist())) - set(cleared.to_pylist())
        return cls(pa.array(sorted(bad), pa.string()), pa.array(sorted(cleared.to_pylist()), pa.string()))

    def standing(self, graph: Graph) -> NDArray[np.str_]:
        """What is known of each account of a graph, as the contracts say it."""
        cleared = np.where(graph.known(self.cleared), "cleared", "unknown")
        return np.where(graph.known(self.bad), "known_bad", cleared)


def standing(known_bad: ir.Table, period: Period) -> ir.Table:
    """The accounts on the list at the end of a period: marked, and not lifted."""
    lifted = known_bad.lifted_on.fill_null(period.last.replace(year=9999)) <= period.last
    return known_bad.filter((known_bad.marked_on <= period.last) & ~lifted)
