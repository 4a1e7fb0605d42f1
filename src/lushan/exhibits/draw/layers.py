"""Laying a graph out in layers from left to right, so that edges run one way and cross little.

The steps are Sugiyama's: a layer for each node by its longest path, stand-ins where an edge passes a layer,
an order in each layer by the mean place of neighbours, and places that keep to that order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

SWEEPS = 40
#: How far apart the middles of two nodes are at least, of a node and an edge that passes it, and of two such edges.
APART, PASSING, BESIDE = 36.0, 20.0, 10.0

Edge = tuple[str, str]


@dataclass(frozen=True)
class Layout:
    """Where each node is: its layer, and the height of its middle; and where each edge passes."""

    layer: dict[str, int]
    y: dict[str, float]
    ways: dict[Edge, tuple[tuple[int, float], ...]]

    @property
    def height(self) -> float:
        """How high the whole is, from the first middle to the last; edges may pass beyond the last node."""
        passed = (y for way in self.ways.values() for _, y in way)
        return max([*self.y.values(), *passed], default=0.0)


def layout(nodes: Sequence[str], edges: Sequence[Edge], layers: Mapping[str, int]) -> Layout:
    """Places for the nodes of a graph without cycles.

    Args:
        nodes: in the order that decides where nothing else does.
        edges: from a node of a lower layer to one of a higher.
        layers: the layer of each node, counted from the left.

    >>> found = layout(["a", "b", "c"], [("a", "c"), ("b", "c")], {"a": 0, "b": 0, "c": 1})
    >>> found.y
    {'a': 0.0, 'b': 36.0, 'c': 18.0}
    """
    columns, links, chains = _with_stand_ins(nodes, edges, layers)
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for start, end in links:
        after[start].append(end)
        before[end].append(start)
    columns = _ordered(columns, before, after)
    y = _placed(columns, before, after)
    low = min(y.values(), default=0.0)
    return Layout(
        layer={node: layers[node] for node in nodes},
        y={node: round(y[node] - low, 1) for node in nodes},
        ways={
            edge: tuple((layers[edge[0]] + step, round(y[name] - low, 1)) for step, name in enumerate(chain))
            for edge, chain in chains.items()
        },
    )


def longest_paths(nodes: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """The layer of each node: how many edges the longest path to it has.

    >>> longest_paths(["a", "b", "c"], [("a", "b"), ("b", "c"), ("a", "c")])
    {'a': 0, 'b': 1, 'c': 2}
    """
    before: dict[str, list[str]] = defaultdict(list)
    for start, end in edges:
        before[end].append(start)
    found: dict[str, int] = {}

    def depth(node: str) -> int:
        if node not in found:
            found[node] = max((depth(start) + 1 for start in before[node]), default=0)
        return found[node]

    return {node: depth(node) for node in nodes}


def _with_stand_ins(
    nodes: Sequence[str], edges: Sequence[Edge], layers: Mapping[str, int]
) -> tuple[list[list[str]], list[Edge], dict[Edge, list[str]]]:
    """The columns with a stand-in wherever an edge passes one, the short links, and the chain of each edge."""
    columns: list[list[str]] = [[] for _ in range(max(layers.values(), default=0) + 1)]
    for node in nodes:
        columns[layers[node]].append(node)
    links: list[Edge] = []
    chains: dict[Edge, list[str]] = {}
    for start, end in edges:
        passed = [f"{start}>{end}>{layer}" for layer in range(layers[start] + 1, layers[end])]
        for layer, name in enumerate(passed, layers[start] + 1):
            columns[layer].append(name)
        chain = [start, *passed, end]
        chains[start, end] = chain
        links += pairwise(chain)
    return columns, links, chains


def _ordered(
    columns: list[list[str]], before: Mapping[str, list[str]], after: Mapping[str, list[str]]
) -> list[list[str]]:
    """The columns in the order that crosses least of those that sweeping to and fro comes by."""
    best, least = columns, _crossings(columns, after)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        columns = _swept(columns if forward else columns[::-1], before if forward else after)
        columns = columns if forward else columns[::-1]
        if (crossings := _crossings(columns, after)) < least:
            best, least = columns, crossings
    return best


def _swept(columns: list[list[str]], neighbours: Mapping[str, list[str]]) -> list[list[str]]:
    """The columns, each but the first in the order of the mean places of its neighbours in the one before."""
    swept = columns[:1]
    for column in columns[1:]:
        place = {name: at for at, name in enumerate(swept[-1])}
        means = {name: _mean([place[n] for n in neighbours[name]], at) for at, name in enumerate(column)}
        swept.append(sorted(column, key=means.__getitem__))
    return swept


def _crossings(columns: list[list[str]], after: Mapping[str, list[str]]) -> int:
    count = 0
    for left, right in pairwise(columns):
        place = {name: at for at, name in enumerate(right)}
        ends = [place[end] for start in left for end in sorted(after[start], key=place.__getitem__)]
        count += sum(later < earlier for at, earlier in enumerate(ends) for later in ends[at + 1 :])
    return count


def _placed(
    columns: list[list[str]], before: Mapping[str, list[str]], after: Mapping[str, list[str]]
) -> dict[str, float]:
    """Heights that keep each column's order and distances, and bring nodes near to what they are tied to."""
    y: dict[str, float] = {}
    for column in columns:
        at = 0.0
        for number, name in enumerate(column):
            at += _distance(column[number - 1], name) if number else 0.0
            y[name] = at
    for sweep in range(SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            wanted = [_mean([y[n] for n in (*before[name], *after[name])], y[name]) for name in column]
            y |= dict(zip(column, _kept_apart(column, wanted), strict=True))
    return y


def _kept_apart(column: Sequence[str], wanted: Sequence[float]) -> list[float]:
    """The heights nearest to those wanted that keep the order and the distances: an isotonic regression."""
    offsets = [0.0]
    for upper, lower in pairwise(column):
        offsets.append(offsets[-1] + _distance(upper, lower))
    blocks: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=False):
        total, size = want - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / size:
            earlier, count = blocks.pop()
            total, size = total + earlier, size + count
        blocks.append((total, size))
    levels = [total / size for total, size in blocks for _ in range(size)]
    return [level + offset for level, offset in zip(levels, offsets, strict=False)]


def _distance(upper: str, lower: str) -> float:
    return (APART, PASSING, BESIDE)[(">" in upper) + (">" in lower)]


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
