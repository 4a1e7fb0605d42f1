"""Plain, slow answers to what the graph engine is asked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Edge = tuple[int, int, float, int]


def parts(nodes: set[int], edges: Sequence[Edge]) -> set[frozenset[int]]:
    """The connected parts, by joining sets until nothing changes."""
    found = {frozenset([node]) for node in nodes}
    for source, target, *_ in edges:
        joined = [part for part in found if source in part or target in part]
        found -= set(joined)
        found.add(frozenset().union(*joined))
    return found


def spread(count: int, edges: Sequence[Edge], seeds: np.ndarray, rounds: int, restart: float) -> np.ndarray:
    """Labels spread both ways with clamped seeds, by a full matrix."""
    matrix = np.zeros((count, count))
    for source, target, weight, _ in edges:
        matrix[source, target] += weight
        matrix[target, source] += weight
    total = matrix.sum(axis=1)
    value = seeds.astype(float)
    for _ in range(rounds):
        heard = (1 - restart) * (matrix @ value) / np.where(total > 0, total, 1)
        value = np.where(seeds > 0, seeds, heard)
    return value


def cycles(edges: Sequence[Edge], longest: int, within: int) -> set[tuple[int, ...]]:
    """Every row of edges that comes back, by trying all that can follow."""
    found = set()

    def follow(path: tuple[int, ...]) -> None:
        first, last = edges[path[0]], edges[path[-1]]
        passed = [edges[place][0] for place in path]
        if last[1] == first[0]:
            found.add(path)
            return
        if len(path) == longest or last[1] in passed:
            return
        for place, edge in enumerate(edges):
            if edge[0] == last[1] and last[3] < edge[3] <= first[3] + within:
                follow((*path, place))

    for place in range(len(edges)):
        follow((place,))
    return {path for path in found if len(path) > 1}


def distances(count: int, edges: Sequence[Edge]) -> np.ndarray:
    """Steps between nodes both ways, by trying each node between."""
    far = np.full((count, count), np.inf)
    np.fill_diagonal(far, 0)
    for source, target, *_ in edges:
        far[source, target] = far[target, source] = 1
    for node in range(count):
        far = np.minimum(far, far[:, [node]] + far[[node], :])
    return far
