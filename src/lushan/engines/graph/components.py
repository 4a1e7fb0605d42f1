"""Parts of a graph that hang together, and the communities within them."""

from __future__ import annotations

from random import Random

import igraph
import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from lushan.engines.graph.graph import Graph, Numbers


def components(graph: Graph) -> Numbers:
    """The part that each node belongs to, whichever way the edges point; parts bear their first node's number."""
    _, labels = sp.csgraph.connected_components(graph.matrix, directed=False)
    return named_by_first(labels)


def communities(graph: Graph, *, resolution: float = 1.0, seed: int = 0) -> Numbers:
    """Groups of nodes with more weight among them than by chance, named by their first node's number.

    Args:
        graph: whose edges are taken both ways.
        resolution: above 1 finds smaller groups.
        seed: of the chance in the Leiden algorithm (Traag, Waltman and van Eck, 2019), which ends when nothing
            improves.
    """
    both = sp.triu(graph.matrix + graph.matrix.T, format="coo")
    drawn = igraph.Graph(n=len(graph), edges=np.column_stack([both.row, both.col]))
    igraph.set_random_number_generator(Random(seed))
    found = drawn.community_leiden(
        objective_function="modularity", weights=both.data, resolution=resolution, n_iterations=-1
    )
    return named_by_first(np.asarray(found.membership, dtype=np.int64))


def named_by_first(labels: NDArray[np.integer]) -> Numbers:
    """Labels, each replaced by the first place at which it stands.

    >>> named_by_first(np.array([5, 2, 5, 9])).tolist()
    [0, 1, 0, 3]
    """
    if not len(labels):
        return np.zeros(0, np.int64)
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    named: Numbers = first[inverse].astype(np.int64)
    return named
