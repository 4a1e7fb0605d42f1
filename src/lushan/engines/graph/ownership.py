"""Integrated ownership: what a holder has of a company through every chain and every loop of shares.

A matrix of shares has a row for each holder and a column for what is held: ``shares[i, j]`` is the part of j that
i holds itself, and no column adds up to more than one. What i holds in all is the sum of the products along every
way from i to j that does not come back to i, so that shares in a loop are counted once (Brioschi, Buzzacchi and
Colombo 1989; Baldone, Brioschi and Paleari 1998): y[i, j] = a[i, j] + Σ y[i, k] · a[k, j], k other than i.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import coo_array, csr_array, diags_array, eye_array
from scipy.sparse.csgraph import breadth_first_order, connected_components
from scipy.sparse.linalg import splu

Nodes = NDArray[np.int64]
Parts = NDArray[np.float64]

#: What a sum of decimal shares may be off by as floats: 5 % made of products of shares is still 5 %.
NEAR = 1e-9


def reaches(value: ArrayLike, least: float) -> NDArray[np.bool_]:
    """Whether parts reach a threshold; the threshold itself is included.

    >>> reaches([0.05, 0.1 * 0.5, 0.0499999], 0.05).tolist()
    [True, True, False]
    """
    found: NDArray[np.bool_] = np.asarray(value) >= least - NEAR
    return found


def share_matrix(holders: ArrayLike, held: ArrayLike, parts: ArrayLike, count: int) -> csr_array:
    """A sparse matrix of shares; several holdings of one holder in one company add up.

    Args:
        holders: the place of each holding's holder, below ``count``.
        held: the place of what is held.
        parts: how much of it, 0 to 1.
    """
    places = (np.asarray(holders, dtype=np.int64), np.asarray(held, dtype=np.int64))
    return coo_array((np.asarray(parts, dtype=np.float64), places), shape=(count, count)).tocsr()


def integrated_of(shares: csr_array, holder: int) -> Parts:
    """What one holder has of every node, through all chains and loops; its own place holds what it has of itself.

    >>> chain = share_matrix([0, 1], [1, 2], [0.6, 0.6], 3)
    >>> integrated_of(chain, 0).round(4).tolist()
    [0.0, 0.6, 0.36]
    """
    below = _reached(shares, holder)
    part = shares[below][:, below].tocoo()
    at = int(np.flatnonzero(below == holder)[0])
    onward = part.col != at  # no way comes back to the holder
    moves = coo_array((part.data[onward], (part.row[onward], part.col[onward])), shape=part.shape)
    first = moves.tocsr()[[at]].toarray().ravel()
    held = _solve(moves.T, first)
    own = part.col == at
    held[at] = float(np.where(part.row[own] == at, 1.0, held[part.row[own]]) @ part.data[own])
    found: Parts = np.zeros(shares.shape[0])
    found[below] = held
    return found


def integrated_in(shares: csr_array, held: int, least: float = 0.0) -> Parts:
    """What every node has of one company, through all chains and loops.

    A loop that owns itself whole has no owner outside; its members still have of each other what they have.

    Args:
        least: what matters: of members of loops that have less, an upper bound is enough.

    >>> loop = share_matrix([0, 1, 2, 3], [1, 2, 1, 1], [0.5, 1.0, 0.2, 0.3], 4)  # 1 and 2 hold each other
    >>> integrated_in(loop, 1).round(4).tolist()
    [0.625, 0.2, 0.2, 0.375]
    """
    above = _reached(shares.T.tocsr(), held)
    part = shares[above][:, above].tocsr()
    direct = part[:, [int(np.flatnonzero(above == held)[0])]].toarray().ravel()
    loops = _loops(part)
    closed = [loop for loop in loops if _closed(part, loop)]
    ways = _solve(_without(part, closed), direct)
    for loop in loops:
        inner = part[loop][:, loop]
        if any(loop is other for other in closed):
            ways[loop] = _each_leaving(inner.toarray(), ways[loop])
        else:
            ways[loop] /= _returning(inner, reaches(ways[loop], least))
    found: Parts = np.zeros(shares.shape[0])
    found[above] = ways
    return found


def closed_loops(shares: csr_array) -> list[Nodes]:
    """The sets of companies that own each other whole, so that nobody outside owns them.

    >>> [loop.tolist() for loop in closed_loops(share_matrix([0, 1, 2], [1, 0, 0], [1.0, 0.9, 0.1], 3))]
    []
    >>> [loop.tolist() for loop in closed_loops(share_matrix([0, 1], [1, 0], [1.0, 1.0], 3))]
    [[0, 1]]
    """
    return [loop for loop in _loops(shares) if _closed(shares, loop)]


def _solve(moves: csr_array, first: Parts) -> Parts:
    """The x with x = moves · x + first."""
    if not moves.nnz:
        return first.astype(np.float64)
    solved: Parts = splu((eye_array(moves.shape[0], format="csc") - moves.tocsc()).tocsc()).solve(first)
    return solved


def _reached(links: csr_array, start: int) -> Nodes:
    """A node and all that its links lead to, in order."""
    found: Nodes = np.sort(breadth_first_order(links, start, return_predecessors=False).astype(np.int64))
    return found


def _loops(shares: csr_array) -> list[Nodes]:
    """The sets of nodes that lead to each other."""
    _, label = connected_components(shares, connection="strong")
    size = np.bincount(label)
    order = np.argsort(label, kind="stable")
    groups = np.split(order, np.cumsum(size)[:-1])
    own = shares.diagonal() > 0
    return [group.astype(np.int64) for group in (groups[g] for g in np.flatnonzero(size > 1))] + [
        np.array([node]) for node in np.flatnonzero(own & (size[label] == 1))
    ]


def _closed(shares: csr_array, loop: Nodes) -> bool:
    return bool((shares[loop][:, loop].sum(axis=0) >= 1 - NEAR).all())


def _without(shares: csr_array, loops: list[Nodes]) -> csr_array:
    """The shares but for those within some loops."""
    if not loops:
        return shares
    of = np.full(shares.shape[0], -1)
    for number, loop in enumerate(loops):
        of[loop] = number
    entries = shares.tocoo()
    kept = (of[entries.row] != of[entries.col]) | (of[entries.row] < 0)
    places = (entries.row[kept], entries.col[kept])
    return coo_array((entries.data[kept], places), shape=shares.shape).tocsr()


def _returning(inner: csr_array, wanted: NDArray[np.bool_]) -> Parts:
    """How often the ways from each wanted member of a loop come by it, itself included; 1 for the others."""
    times = np.ones(inner.shape[0])
    ways = splu((eye_array(inner.shape[0], format="csc") - inner.tocsc()).tocsc())
    for member in np.flatnonzero(wanted):
        start = np.zeros(inner.shape[0])
        start[member] = 1.0
        times[member] = ways.solve(start)[member]
    return times


def _each_leaving(inner: NDArray[np.float64], leaving: Parts) -> Parts:
    """What each member of a closed loop has of what lies beyond, by the ways that do not come back to it."""
    found = leaving.copy()
    for member in range(len(leaving)):
        rest = np.delete(np.arange(len(leaving)), member)
        ways = np.linalg.solve(np.eye(len(rest)) - inner[np.ix_(rest, rest)], leaving[rest])
        found[member] += inner[member, rest] @ ways + 0.0
    return found


def scaled(shares: csr_array) -> tuple[csr_array, Nodes]:
    """Shares with every column that adds up to more than one brought down to one, and which these were.

    >>> fixed, over = scaled(share_matrix([0, 1], [2, 2], [0.9, 0.3], 3))
    >>> fixed.toarray()[:, 2].tolist(), over.tolist()
    ([0.75, 0.25, 0.0], [2])
    """
    total = np.asarray(shares.sum(axis=0)).ravel()
    over: Nodes = np.flatnonzero(total > 1 + NEAR)
    factor = np.ones_like(total)
    factor[over] = 1 / total[over]
    return (shares @ diags_array(factor)).tocsr(), over
