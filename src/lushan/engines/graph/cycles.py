"""Money that comes back: cycles of edges of which each follows the one before in time."""

from __future__ import annotations

import numpy as np

from lushan.engines.graph.graph import Graph
from lushan.engines.graph.paths import Ways


def cycles(
    graph: Graph, *, longest: int = 6, within: int | None = None, keeps: float = 0.0, most: int | None = None
) -> list[tuple[int, ...]]:
    """The cycles of a graph as the places of their edges, each begun by its earliest edge.

    A cycle passes no node twice and has two edges or more, each later than the one before it. Two edges of one
    instant make no order, so that a cycle is not found in them.

    Args:
        graph: whose edges have a time.
        longest: how many edges a cycle may have.
        within: how much time may pass from its first edge to its last.
        keeps: the least share of an edge's weight that the next must carry on, as money loses a fee on its way.
        most: how many are looked for; the search ends when they are found. Without it a dense graph may take long,
            for the number of cycles grows with a power of the degree.
    """
    assert graph.since is not None, "the edges have no time"
    ways, since, weight = Ways(graph), graph.since, graph.weight
    target = graph.target.tolist()
    found: list[tuple[int, ...]] = []

    def extend(path: list[int], passed: list[int], start: int, deadline: int | None) -> None:
        last = path[-1]
        for edge in ways.leaving(passed[-1]).tolist():
            if since[edge] <= since[last] or (deadline is not None and since[edge] > deadline):
                continue
            if weight[edge] < keeps * weight[last]:
                continue
            if target[edge] == start:
                found.append((*path, edge))
            elif len(path) + 1 < longest and target[edge] not in passed:
                extend([*path, edge], [*passed, target[edge]], start, deadline)
            if most is not None and len(found) >= most:
                return

    for first in np.lexsort((weight, graph.target, graph.source, since)).tolist():
        start = int(graph.source[first])
        deadline = None if within is None else int(since[first]) + within
        extend([first], [start, target[first]], start, deadline)
        if most is not None and len(found) >= most:
            break
    return found[:most]
