"""A graph in memory: edges that have a kind, a weight and a time, in compressed sparse form.

Nodes are numbered in the order of their sorted ids, and weights are held in steps that add up exactly, so that
nothing computed from a graph depends on the order in which its edges came.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import scipy.sparse as sp
from numpy.typing import NDArray

from lushan.errors import LushanError

Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]

#: Weights are whole multiples of this. Sums of such numbers below 2^32 are exact in any order.
STEP = 2.0**-20


@dataclass(frozen=True)
class Finding:
    """Edges that a graph does not hold, and why: nothing goes away in silence.

    Args:
        code: what is wrong with them.
        count: how many there are.
        example: the first of them by its ids.
    """

    code: str
    count: int
    example: str


@dataclass(frozen=True)
class Graph:
    """Directed edges between numbered nodes; several may join the same two.

    Args:
        ids: of the nodes, sorted; a node's number is its place.
        source: the number of each edge's first node.
        target: the number of each edge's second node.
        weight: of each edge, above zero.
        since: when each edge is, or begins to be, as a whole number of any unit; none where edges have no time.
        until: when each edge ends to be, likewise.
        kind: the place of each edge's kind in ``kinds``.
        kinds: the kinds that there are; sorted, where they were read from a table.
        row: where in its table each edge stood.
        findings: what was left out.
    """

    ids: pa.Array
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    weight: Weights
    since: Numbers | None = None
    until: Numbers | None = None
    kind: NDArray[np.int32] | None = None
    kinds: tuple[str, ...] = ()
    row: Numbers | None = None
    findings: tuple[Finding, ...] = field(default=())

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def matrix(self) -> sp.csr_array:
        """The weights from each node (row) to each other (column), those of parallel edges added up."""
        return self.weighted(self.weight)

    def weighted(self, weight: Weights) -> sp.csr_array:
        """The matrix of other weights for the same edges."""
        shape = (len(self), len(self))
        found = sp.coo_array((weight, (self.source, self.target)), shape=shape).tocsr()
        found.sort_indices()
        return found

    def number(self, *names: object) -> Numbers:
        """The numbers of nodes by their ids.

        Raises:
            LushanError: the graph has no node of that id.
        """
        return self.numbers(pa.array(names, self.ids.type))

    def numbers(self, names: pa.Array) -> Numbers:
        """The numbers of a column of ids; see ``number``."""
        found = pc.index_in(names, self.ids)
        if found.null_count:
            missing = names.filter(pc.is_null(found))[0].as_py()
            raise LushanError(
                f"the graph has no node {missing}",
                expected="the id of a node that an edge begins or ends at",
                mend="look at how the id is written in the table of edges",
            )
        numbers: Numbers = found.to_numpy(zero_copy_only=False).astype(np.int64)
        return numbers

    def known(self, names: pa.Array) -> NDArray[np.bool_]:
        """For each node, whether its id is among some names; names without a node are passed over."""
        mask: NDArray[np.bool_] = pc.is_in(self.ids, names.cast(self.ids.type)).to_numpy(zero_copy_only=False)
        return mask

    def on(self, moment: int) -> Graph:
        """The edges that are there at a moment: begun, and not ended."""
        there = np.ones(len(self.source), bool)
        if self.since is not None:
            there &= self.since <= moment
        if self.until is not None:
            there &= self.until >= moment
        return self.of(there)

    def of(self, chosen: NDArray[np.bool_]) -> Graph:
        """The same nodes with some of the edges."""

        def some(values: NDArray[np.generic] | None) -> NDArray[np.generic] | None:
            return None if values is None else values[chosen]

        columns = {name: some(getattr(self, name)) for name in EDGE_COLUMNS}
        return Graph(self.ids, kinds=self.kinds, findings=self.findings, **columns)  # type: ignore[arg-type]

    def edges(self, chosen: Numbers) -> pa.Table:
        """Some edges by their places, with the ids of their nodes, in order of time, nodes, kind and weight."""
        columns: dict[str, pa.Array] = {
            "source": self.ids.take(pa.array(self.source[chosen])),
            "target": self.ids.take(pa.array(self.target[chosen])),
            "weight": pa.array(self.weight[chosen]),
        }
        if self.since is not None:
            columns["since"] = pa.array(self.since[chosen])
        if self.until is not None:
            columns["until"] = pa.array(self.until[chosen])
        if self.kind is not None:
            columns["kind"] = pa.array(self.kinds).take(pa.array(self.kind[chosen]))
        if self.row is not None:
            columns["row"] = pa.array(self.row[chosen])
        order = [name for name in ("since", "source", "target", "kind", "weight") if name in columns]
        return pa.table(columns).sort_by([(name, "ascending") for name in order])


EDGE_COLUMNS = ("source", "target", "weight", "since", "until", "kind", "row")
