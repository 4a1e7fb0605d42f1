"""How near each node is to the known bad ones, in the ways in which rings are near: the labels of a fold are hidden.

A feature that is made of labels must not be made of the label that it shall help to find. The nodes are dealt into
folds, and what a node is told is computed with the labels of its whole fold hidden.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from lushan.engines.graph.graph import Graph, Weights
from lushan.engines.graph.propagate import propagate

Mask = NDArray[np.bool_]

#: A cycle through known bad nodes may have so many edges.
LONGEST = 6
CHUNK = 2048

NAMES = (
    "bad_payers", "bad_payees", "share_of_payers", "share_of_payees",
    "payees_payers", "payees_payers_most", "payers_payees", "payers_payees_most",
    *(f"closes_{length}" for length in range(2, LONGEST + 1)),
    "spread_forward", "spread_backward", "spread",
)  # fmt: skip


def exposure(graph: Graph, bad: Mask, fold: NDArray[np.int64]) -> Weights:
    """For each node, what its surroundings say of it when the labels of its own fold are hidden.

    Args:
        graph: of n nodes.
        bad: the known bad ones.
        fold: the number of each node's fold.

    Returns:
        n rows of the columns of `NAMES`.
    """
    pattern = graph.matrix.copy()
    pattern.data[:] = 1.0
    found = np.zeros((len(graph), len(NAMES)))
    folds = np.unique(fold)
    seeds = np.column_stack([bad & (fold != one) for one in folds]).astype(np.float64)
    spread = [propagate(graph, seeds, direction=way) for way in ("forward", "backward", "both")]
    for place, one in enumerate(folds):
        mine = np.flatnonzero(fold == one)
        found[mine, :-3] = _near(pattern, bad & (fold != one), mine)
        for column, values in enumerate(spread):
            found[mine, column - 3] = values[mine, place]
    return found


def _near(pattern: sp.csr_array, bad: Mask, mine: NDArray[np.int64]) -> Weights:
    """What the neighbours, the neighbours' neighbours, and the cycles of some nodes say."""
    label = bad.astype(np.float64)
    pays, paid = pattern, pattern.T.tocsr()
    payees, payers = np.maximum(pays.sum(axis=1), 1), np.maximum(paid.sum(axis=1), 1)
    bad_payers, bad_payees = paid @ label, pays @ label
    columns = [bad_payers, bad_payees, bad_payers / payers, bad_payees / payees]
    for way, share in ((pays, columns[2]), (paid, columns[3])):
        columns += [way @ share / np.maximum(way.sum(axis=1), 1), _most(way, share)]
    return np.column_stack([*(column[mine] for column in columns), _closing(pattern, bad, mine, payees, payers)])


def _most(way: sp.csr_array, share: Weights) -> Weights:
    """The most of the neighbours' shares."""
    found = way.multiply(share[None, :]).tocsr().max(axis=1)
    return np.asarray(found.toarray()).ravel()


def _closing(pattern: sp.csr_array, bad: Mask, mine: NDArray[np.int64], payees: Weights, payers: Weights) -> Weights:
    """How strongly known bad nodes close a cycle through each of some nodes, by the number of its edges.

    Each step of a cycle counts by one over the root of its ends' degrees, so that hubs close few.
    """
    scaled = sp.diags_array(1 / np.sqrt(payees)) @ pattern @ sp.diags_array(1 / np.sqrt(payers))
    scaled = scaled.tocsr()
    known = np.flatnonzero(bad)
    found = np.zeros((len(mine), LONGEST - 1))
    if not len(known):
        return found
    among = scaled[known][:, known]
    leaving, arriving = scaled[:, known].tocsr()[mine], scaled[known].T.tocsr()[mine]
    both = np.flatnonzero((np.diff(leaving.indptr) > 0) & (np.diff(arriving.indptr) > 0))
    for begin in range(0, len(both), CHUNK):
        some = both[begin : begin + CHUNK]
        reached, back = leaving[some], arriving[some]
        for length in range(LONGEST - 1):
            found[some, length] = reached.multiply(back).sum(axis=1)
            reached = (reached @ among).tocsr()
    return found
