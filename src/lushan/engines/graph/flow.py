"""How each node's edges look by themselves: how many, how large, how sudden, how unlike its neighbours' usual.

All of it is relational: counts, sums of whole numbers, extremes and exact quantiles, so that every engine of Ibis
gives the same values, at any thread count.
"""

from __future__ import annotations

import ibis
from ibis.expr import types as ir

#: A move whose amount is at most this share of its sender's usual, or at least one over this, is out of line.
OUT_OF_LINE = 0.5

SIDES = (("out", "source", "target"), ("in", "target", "source"))


def flow(moves: ir.Table, *, window: int) -> ir.Table:
    """One row a node: what leaves it, what reaches it, and how the two meet.

    Args:
        moves: the columns ``source``, ``target``, ``amount`` (whole, above zero, such as cents) and ``at`` (whole,
            such as days); none from a node to itself.
        window: how long a burst may last, in the unit of ``at``.

    Returns:
        ``node`` and the columns of `COLUMNS`, as floating-point numbers; what a node has no moves for is null.
    """
    usual = moves.group_by("source").aggregate(usual=moves.amount.cast("float64").median())
    compared = moves.inner_join(usual, "source")
    compared = compared.mutate(ratio=compared.amount.cast("float64") / compared.usual)
    sides = [_side(compared, name, own, other, window) for name, own, other in SIDES]
    nodes = ibis.union(moves.select(node="source"), moves.select(node="target"), distinct=True)
    found = nodes
    for side in (*sides, _mutual(moves)):
        found = found.left_join(side, "node").drop("node_right")
    came, left = found.in_total, found.out_total
    through = ibis.ifelse(came < left, came / left, left / came)  # least() would pass over what is null
    found = found.mutate(through=through, first_gap=found.out_first - found.in_first)
    return found.select("node", **{name: found[name].cast("float64") for name in COLUMNS})


def _side(moves: ir.Table, name: str, own: str, other: str, window: int) -> ir.Table:
    """What one side of each node's moves looks like."""
    odd = (moves.ratio <= OUT_OF_LINE) | (moves.ratio >= 1 / OUT_OF_LINE)
    amount = moves.amount.cast("float64")
    whole = moves.group_by(node=moves[own]).aggregate(
        **{
            f"{name}_moves": moves.count(),
            f"{name}_partners": moves[other].nunique(),
            f"{name}_total": moves.amount.sum().cast("float64"),
            f"{name}_least": moves.amount.min(),
            f"{name}_most": moves.amount.max(),
            f"{name}_median": amount.median(),
            f"{name}_odd": odd.sum(),
            f"{name}_odd_partners": moves[other].nunique(where=odd),
            f"{name}_lowest_ratio": moves.ratio.min(),
            f"{name}_highest_ratio": moves.ratio.max(),
            f"{name}_first": moves["at"].min(),
            f"{name}_last": moves["at"].max(),
        }
    )
    pairs = moves.group_by(own, other).aggregate(made=moves.count())
    repeats = pairs.group_by(node=pairs[own]).aggregate(**{f"{name}_repeats": pairs.made.max()})
    bursts = _bursts(moves, name, own, other, window)
    return whole.left_join(repeats, "node").drop("node_right").left_join(bursts, "node").drop("node_right")


def _bursts(moves: ir.Table, name: str, own: str, other: str, window: int) -> ir.Table:
    """The most moves and partners that a node has in one window; windows overlap by half.

    A window that slides by each move needs a count of distinct values over a range, which no engine but DuckDB has;
    windows that overlap by half hold every burst of half their length, everywhere.
    """
    place = moves["at"] // (window // 2 or 1)
    cells = ibis.union(
        moves.select(own, other, cell=place),
        moves.select(own, other, cell=place + 1),
    )
    counted = cells.group_by(node=cells[own], cell=cells.cell).aggregate(made=cells.count(), met=cells[other].nunique())
    return counted.group_by("node").aggregate(
        **{f"{name}_burst": counted.made.max(), f"{name}_burst_partners": counted.met.max()}
    )


def _mutual(moves: ir.Table) -> ir.Table:
    """How many partners a node has both ways."""
    pairs = moves.select("source", "target").distinct()
    back = pairs.select(source="target", target="source")
    both = pairs.inner_join(back, ["source", "target"])
    return both.group_by(node=both.source).aggregate(mutual=both.count())


#: What is known of each node, in order.
COLUMNS = (
    *(
        f"{side}_{name}"
        for side, _, _ in SIDES
        for name in (
            "moves", "partners", "total", "least", "most", "median", "odd", "odd_partners", "lowest_ratio",
            "highest_ratio", "repeats", "burst", "burst_partners",
        )
    ),
    "mutual", "through", "first_gap",
)  # fmt: skip
