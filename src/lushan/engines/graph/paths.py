"""Neighbourhoods, and the shortest chains of edges that tie two nodes: what a person is shown as evidence."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from lushan.engines.graph.graph import Graph, Numbers
from lushan.engines.graph.propagate import Direction


@dataclass(frozen=True)
class Ways:
    """The edges of a graph by the nodes that they touch, ready to be followed."""

    graph: Graph

    @cached_property
    def _order(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Edges in the order of their sources and of their targets, and where each node's begin in either."""
        graph, found = self.graph, []
        for one, other in ((graph.source, graph.target), (graph.target, graph.source)):
            order = np.lexsort((other, one) if graph.since is None else (graph.since, other, one))
            found += [order, np.searchsorted(one[order], np.arange(len(graph) + 1))]
        return found[0], found[1], found[2], found[3]

    def leaving(self, node: int) -> Numbers:
        """The places of the edges that begin at a node, by target and time."""
        order, starts, _, _ = self._order
        return order[starts[node] : starts[node + 1]]

    def arriving(self, node: int) -> Numbers:
        """The places of the edges that end at a node, by source and time."""
        _, _, order, starts = self._order
        return order[starts[node] : starts[node + 1]]

    def touching(self, node: int, direction: Direction = "both") -> list[tuple[int, int]]:
        """The nodes next to one, each with the heaviest of the edges that lead there; the heaviest ties first."""
        graph, tie, best = self.graph, dict[int, float](), dict[int, int]()
        sides = []
        if direction != "backward":
            sides.append((self.leaving(node), graph.target))
        if direction != "forward":
            sides.append((self.arriving(node), graph.source))
        for edges, ends in sides:
            for edge, end in zip(edges.tolist(), ends[edges].tolist(), strict=True):
                tie[end] = tie.get(end, 0.0) + float(graph.weight[edge])
                if end not in best or graph.weight[edge] > graph.weight[best[end]]:
                    best[end] = edge
        return sorted(best.items(), key=lambda one: (-tie[one[0]], one[0]))


def neighbourhood(ways: Ways, nodes: Numbers, hops: int = 1, direction: Direction = "both") -> pa.Table:
    """The edges within so many steps of some nodes, as a table.

    Args:
        ways: of the graph.
        nodes: where to begin, by number.
        hops: how many steps away an edge may begin.
        direction: which way edges are followed.
    """
    reached, edge_of, found = set(map(int, nodes)), ways.graph, set[int]()
    front = sorted(reached)
    for _ in range(hops):
        onward = set[int]()
        for node in front:
            if direction != "backward":
                leaving = ways.leaving(node).tolist()
                found.update(leaving)
                onward.update(edge_of.target[leaving].tolist())
            if direction != "forward":
                arriving = ways.arriving(node).tolist()
                found.update(arriving)
                onward.update(edge_of.source[arriving].tolist())
        front = sorted(onward - reached)
        reached |= onward
    return ways.graph.edges(np.array(sorted(found), dtype=np.int64))


def shortest(
    ways: Ways, start: int, ends: NDArray[np.bool_], at_most: int = 6, direction: Direction = "both"
) -> Numbers | None:
    """The edges of a shortest chain from a node to the nearest of some others, in its order; none within reach.

    Of several chains as short, the one whose first steps weigh most is taken.

    Args:
        ways: of the graph.
        start: the node to begin at; it is never its own end.
        ends: for each node, whether the chain may end there.
        at_most: how many steps it may have.
        direction: which way edges are followed.
    """
    came: dict[int, tuple[int, int]] = {start: (-1, -1)}
    waiting = deque([(start, 0)])
    while waiting:
        node, steps = waiting.popleft()
        if steps == at_most:
            continue
        for neighbour, edge in ways.touching(node, direction):
            if neighbour in came:
                continue
            came[neighbour] = (node, edge)
            if ends[neighbour]:
                return _chain(came, neighbour)
            waiting.append((neighbour, steps + 1))
    return None


def _chain(came: dict[int, tuple[int, int]], end: int) -> Numbers:
    chain = []
    while (before := came[end])[0] >= 0:
        chain.append(before[1])
        end = before[0]
    return np.array(chain[::-1], dtype=np.int64)
