"""Neighbourhoods, and the shortest chains of edges that tie two nodes: what a person is shown as evidence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from lushan.engines.graph.graph import Graph, Numbers
from lushan.engines.graph.propagate import Direction

#: A node that a search has not come to.
UNSEEN = -2


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

    def beside(self, direction: Direction = "both") -> Beside:
        """Each node's neighbours, in one direction or in both."""
        if direction not in self._beside:
            self._beside[direction] = Beside.of(self.graph, direction)
        return self._beside[direction]

    @cached_property
    def _beside(self) -> dict[Direction, Beside]:
        return {}


@dataclass(frozen=True)
class Beside:
    """The neighbours of each node, those that it is tied to most first, with the heaviest edge to each.

    Args:
        starts: where the neighbours of each node begin, and where those of the last one end.
        node: the neighbours.
        edge: the place of the heaviest of the edges that tie each; of equals the earliest.
    """

    starts: Numbers
    node: Numbers
    edge: Numbers

    @classmethod
    def of(cls, graph: Graph, direction: Direction) -> Beside:
        """The neighbours that the edges of a graph lead to."""
        ends = [(graph.source, graph.target), (graph.target, graph.source)]
        sides = {"forward": ends[:1], "backward": ends[1:], "both": ends}[direction]
        here, there = (np.concatenate([side[end] for side in sides]).astype(np.int64) for end in (0, 1))
        edge = np.tile(np.arange(len(graph.source)), len(sides))
        weight = graph.weight[edge]
        earliest = () if graph.since is None else (graph.since[edge],)
        order = np.lexsort((*earliest, -weight, there, here))
        here, there, edge, weight = here[order], there[order], edge[order], weight[order]
        first = np.flatnonzero(np.diff(here, prepend=-1) | np.diff(there, prepend=-1))
        tie = np.add.reduceat(weight, first) if len(first) else weight
        here, there, edge = here[first], there[first], edge[first]
        order = np.lexsort((there, -tie, here))
        return cls(np.searchsorted(here, np.arange(len(graph) + 1)), there[order], edge[order])

    def places(self, nodes: Numbers) -> Numbers:
        """Where the neighbours of some nodes stand, node after node."""
        begin, count = self.starts[nodes], np.diff(self.starts)[nodes]
        found: Numbers = np.repeat(begin - np.cumsum(count) + count, count) + np.arange(count.sum())
        return found


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
    beside = ways.beside(direction)
    before, by = np.full(len(ways.graph), UNSEEN), np.full(len(ways.graph), -1)
    before[start], front = -1, np.array([start])
    for _ in range(at_most):
        places = beside.places(front)
        owner = np.repeat(front, np.diff(beside.starts)[front])
        fresh = before[beside.node[places]] == UNSEEN
        places, owner = places[fresh], owner[fresh]
        first = np.sort(np.unique(beside.node[places], return_index=True)[1])  # who is met twice came the first way
        front = beside.node[places[first]]
        before[front], by[front] = owner[first], beside.edge[places[first]]
        if (arrived := front[ends[front]]).size:
            return _chain(before, by, int(arrived[0]))
        if not front.size:
            break
    return None


def _chain(before: Numbers, by: Numbers, end: int) -> Numbers:
    """The edges by which a node was reached, from the first on."""
    chain = []
    while before[end] >= 0:
        chain.append(int(by[end]))
        end = int(before[end])
    return np.array(chain[::-1], dtype=np.int64)
