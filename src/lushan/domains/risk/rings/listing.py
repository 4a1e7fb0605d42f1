"""The rings themselves: their members and parts, and the chains of transfers that tie the new ones to known bad."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lushan.domains.risk.rings.scores import CODE
from lushan.domains.risk.rings.transfers import TRANSFERS, Transfers
from lushan.engines.graph.paths import Ways, shortest
from lushan.engines.graph.rings import Ring, rings
from lushan.runs.computed import Rows
from lushan.runs.model import computed
from lushan.runs.period import Period

READS = (TRANSFERS, "risk.ring_score")
RINGS = (*CODE, *(f"lushan.engines.graph.{name}" for name in ("rings", "components", "cycles", "paths")), __name__)
#: How many steps a chain of evidence may have.
FARTHEST = 4


class Drawn:
    """The rings of a period, with what is known of their members."""

    def __init__(self, transfers: Rows, scores: Rows, period: Period) -> None:
        self.period = period
        self.whole = Transfers.of(transfers, period)
        self.graph = self.whole.graph
        wanted = scores.table.select("account", "standing", "score", "marked").order_by("account")
        found = scores.fetch(wanted)  # the accounts are those of the graph, in its order
        self.standing = found["standing"].to_pylist()
        self.score = found["score"].to_pylist()
        self.marked = found["marked"].to_numpy()
        self.bad = pc.equal(found["standing"], "known_bad").to_numpy()
        self.account = self.graph.ids.to_pylist()
        self.amount = self.whole.rows["amount"].to_pylist()
        self.on = self.whole.rows["on"].to_pylist()
        self.id = self.whole.rows["transfer_id"].to_pylist()

    @cached_property
    def rings(self) -> list[tuple[str, Ring]]:
        """The rings that hold an account known to be bad, with their names: those of their first members."""
        found = rings(self.graph, self.marked | self.bad)
        return [
            (f"{self.period}-{self.account[ring.nodes[0]]}", ring) for ring in found if self.bad[list(ring.nodes)].any()
        ]

    def told(self, edges: np.ndarray) -> tuple[Decimal, date, date, int]:
        """The amount of some edges, the days of the first and the last, and the row of the largest."""
        assert self.graph.row is not None
        rows = sorted(self.graph.row[edges].tolist(), key=lambda row: (-self.amount[row], row))
        days = [self.on[row] for row in rows]
        return sum((self.amount[row] for row in rows), Decimal()), min(days), max(days), rows[0]

    @cached_property
    def chains(self) -> dict[int, np.ndarray]:
        """For each newly marked account, the shortest chain of edges to a known bad one, where there is one near."""
        ways = Ways(self.graph)
        chains = ((node, shortest(ways, node, self.bad, FARTHEST)) for node in np.flatnonzero(self.marked).tolist())
        return {node: chain for node, chain in chains if chain is not None}

    def table(self, rows: list[dict[str, Any]], model: str) -> pa.Table:
        """Rows as a table of the period; an empty one has the columns of its contract."""
        return pa.Table.from_pylist([row | {"period": str(self.period)} for row in rows], SCHEMAS[model])


@computed("risk.ring", reads=READS, code=RINGS)
def ring(transfers: Rows, scores: Rows, period: Period) -> pa.Table:
    """The rings around known bad accounts: how many are in them, what shape they have, how much went round."""
    drawn, rows = Drawn(transfers, scores, period), []
    for name, one in drawn.rings:
        amount, first, last, _ = drawn.told(one.edges)
        nodes = list(one.nodes)
        held = [drawn.score[node] for node in nodes if drawn.score[node] is not None and drawn.marked[node]]
        rows.append(
            {
                "ring": name,
                "shape": one.shape,
                "members": len(nodes),
                "known_bad": int(drawn.bad[nodes].sum()),
                "marked": int(drawn.marked[nodes].sum()),
                "transfers": len(one.edges),
                "amount": amount,
                "first_on": first,
                "last_on": last,
                "score": max(held, default=None),
            }
        )
    return drawn.table(rows, "risk.ring")


@computed("risk.ring_member", reads=READS, code=RINGS)
def ring_member(transfers: Rows, scores: Rows, period: Period) -> pa.Table:
    """The members of each ring: the part that each plays, what it paid and received, how near it is to a known one."""
    drawn, rows = Drawn(transfers, scores, period), []
    graph = drawn.graph
    for name, one in drawn.rings:
        for node, role in zip(one.nodes, one.roles, strict=True):
            chain = drawn.chains.get(node)
            rows.append(
                {
                    "ring": name,
                    "account": drawn.account[node],
                    "role": role,
                    "standing": drawn.standing[node],
                    "score": drawn.score[node],
                    "paid": _sum(drawn, one.edges[graph.source[one.edges] == node]),
                    "received": _sum(drawn, one.edges[graph.target[one.edges] == node]),
                    "steps": 0 if drawn.bad[node] else None if chain is None else len(chain),
                }
            )
    return drawn.table(rows, "risk.ring_member")


@computed("risk.ring_path", reads=READS, code=RINGS)
def ring_path(transfers: Rows, scores: Rows, period: Period) -> pa.Table:
    """The shortest chain of transfers from each newly marked account to a known bad one, step by step."""
    drawn, rows = Drawn(transfers, scores, period), []
    graph = drawn.graph
    pairs = graph.source.astype(np.int64) * len(graph) + graph.target
    order = np.argsort(pairs, kind="stable")
    for node, chain in sorted(drawn.chains.items()):
        for step, edge in enumerate(chain.tolist(), 1):
            low, high = np.searchsorted(pairs[order], [pairs[edge], pairs[edge] + 1])
            amount, first, last, largest = drawn.told(order[low:high])
            rows.append(
                {
                    "account": drawn.account[node],
                    "step": step,
                    "payer": drawn.account[graph.source[edge]],
                    "payee": drawn.account[graph.target[edge]],
                    "transfers": int(high - low),
                    "amount": amount,
                    "first_on": first,
                    "last_on": last,
                    "transfer_id": drawn.id[largest],
                }
            )
    return drawn.table(rows, "risk.ring_path")


def _sum(drawn: Drawn, edges: np.ndarray) -> Decimal:
    return drawn.told(edges)[0] if len(edges) else Decimal("0.00")


MONEY = pa.decimal128(18, 2)
TEXT, WHOLE, NUMBER, DAY = pa.string(), pa.int64(), pa.float64(), pa.date32()
#: What the tables are made of; with no ring in a month they are empty, and still have their columns.
SCHEMAS = {
    "risk.ring": pa.schema(
        {
            "ring": TEXT, "shape": TEXT, "members": WHOLE, "known_bad": WHOLE, "marked": WHOLE, "transfers": WHOLE,
            "amount": MONEY, "first_on": DAY, "last_on": DAY, "score": NUMBER, "period": TEXT,
        }
    ),
    "risk.ring_member": pa.schema(
        {
            "ring": TEXT, "account": TEXT, "role": TEXT, "standing": TEXT, "score": NUMBER, "paid": MONEY,
            "received": MONEY, "steps": WHOLE, "period": TEXT,
        }
    ),
    "risk.ring_path": pa.schema(
        {
            "account": TEXT, "step": WHOLE, "payer": TEXT, "payee": TEXT, "transfers": WHOLE, "amount": MONEY,
            "first_on": DAY, "last_on": DAY, "transfer_id": TEXT, "period": TEXT,
        }
    ),
}  # fmt: skip
