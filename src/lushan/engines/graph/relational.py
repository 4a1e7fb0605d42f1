"""What a graph too large for one machine needs, as expressions: any engine of Ibis carries them out.

Each round is one expression over the one before; between rounds the caller keeps the result as a table.
"""

from __future__ import annotations

import ibis
from ibis.expr import types as ir


def component_start(edges: ir.Table) -> ir.Table:
    """Every node as a part of its own: the columns ``node`` and ``component``.

    Args:
        edges: the columns ``source`` and ``target``; those without one or from a node to itself say nothing.
    """
    ends = ibis.union(edges.select(node="source"), edges.select(node="target"), distinct=True)
    ends = ends.filter(ends.node.notnull())
    return ends.mutate(component=ends.node)


def component_round(parts: ir.Table, edges: ir.Table) -> ir.Table:
    """Each node's part joined to the first of its neighbours' parts; repeat until nothing changes.

    Args:
        parts: the columns ``node`` and ``component``.
        edges: the columns ``source`` and ``target``.
    """
    pairs = ibis.union(edges.select(node="source", neighbour="target"), edges.select(node="target", neighbour="source"))
    heard = pairs.inner_join(parts.select(neighbour="node", component="component"), "neighbour")
    both = ibis.union(parts.select("node", "component"), heard.select("node", "component"))
    return both.group_by("node").aggregate(component=both.component.min())


def spread_round(values: ir.Table, edges: ir.Table, *, restart: float = 0.15) -> ir.Table:
    """One round of ``propagate``, both ways, with clamped seeds.

    Args:
        values: the columns ``node``, ``value`` and ``seed``, the value that a seed keeps, null for others.
        edges: the columns ``source``, ``target`` and ``weight``, from no node to itself.
        restart: the share that is lost on each step.
    """
    pairs = ibis.union(
        edges.select("weight", node="source", neighbour="target"),
        edges.select("weight", node="target", neighbour="source"),
    )
    heard = pairs.inner_join(values.select(neighbour="node", value="value"), "neighbour")
    means = heard.group_by("node").aggregate(
        mean=(heard.weight * heard.value).sum() / heard.weight.sum(),
    )
    joined = values.select("node", "seed").left_join(means, "node").drop("node_right")
    return joined.select(
        "node", "seed", value=ibis.coalesce(joined.seed, (1 - restart) * joined["mean"], ibis.literal(0.0))
    )
