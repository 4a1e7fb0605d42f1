"""Spreading labels along edges from seeds that keep theirs: what the neighbours of known bad accounts look like."""

from __future__ import annotations

from typing import Literal

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from lushan.engines.graph.graph import STEP, Graph, Weights

Direction = Literal["forward", "backward", "both"]


def decayed(graph: Graph, now: int, half_life: float) -> Weights:
    """The weights of edges as they have faded since their time: half after each half-life.

    Args:
        graph: whose edges have a time.
        now: in the unit of the edges' time; what is later has its full weight.
        half_life: in the same unit.
    """
    assert graph.since is not None, "the edges have no time"
    age = np.maximum(now - graph.since, 0)
    faded: Weights = np.maximum(np.round(graph.weight * 0.5 ** (age / half_life) / STEP), 1) * STEP
    return faded


def propagate(
    graph: Graph,
    seeds: NDArray[np.bool_] | Weights,
    *,
    rounds: int = 20,
    restart: float = 0.15,
    direction: Direction = "both",
    weight: Weights | None = None,
) -> Weights:
    """How strongly each node is tied to the seeds: the mean of its neighbours, over and over, dampened.

    In each round a node takes ``1 - restart`` of the mean of its neighbours, by the weights of their edges; a seed
    keeps its own value. This is label propagation (Zhu and Ghahramani, 2002) with the restart of a random walk,
    which keeps the label from reaching everywhere at full strength.

    Args:
        graph: of n nodes.
        seeds: n values from 0 to 1, or n by k for k labels at once; what is above zero is a seed.
        rounds: how many.
        restart: the share that is lost on each step away from a seed.
        direction: along the edges, against them, or both ways.
        weight: other weights for the same edges, such as ``decayed`` gives.

    Returns:
        values from 0 to 1, in the shape of the seeds.
    """
    start = np.asarray(seeds, dtype=np.float64)
    flat = start[:, None] if start.ndim == 1 else start
    matrix = graph.matrix if weight is None else graph.weighted(weight)
    sides = _sides(matrix, direction)
    scale = sum(side @ np.ones(len(graph)) for side in sides)
    scale = np.divide(1 - restart, scale, out=np.zeros(len(graph)), where=scale > 0)[:, None]
    fixed = flat > 0
    value = flat.copy()
    for _ in range(rounds):
        spread = sides[0] @ value
        for side in sides[1:]:
            spread += side @ value
        spread *= scale
        spread[fixed] = flat[fixed]
        value = spread
    return value.reshape(start.shape)


def _sides(matrix: sp.csr_array, direction: Direction) -> list[sp.sparray]:
    """What gives each node the sum of its neighbours: along an edge the target hears the source."""
    return {"forward": [matrix.T], "backward": [matrix], "both": [matrix, matrix.T]}[direction]
