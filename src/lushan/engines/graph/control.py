"""Voting control: who decides over a company, alone or through companies that he decides over already.

A holder controls what he and those whom he controls have more than half of the votes in; what he controls votes as
he does (the company-control rule of Ceri, Gottlob and Tanca 1990). Because two cannot both have more than half, all
those who control a company stand in one chain, and companies fall into blocks that vote as one: the fix-point of
merging blocks, a round for each level, is found without following anybody's chain by itself.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components

from lushan.engines.graph.ownership import NEAR, Nodes, Parts

HALF = 0.5


@dataclass(frozen=True)
class Control:
    """Who votes as one.

    Args:
        block: for each node, the lowest place in its block.
        head: whether a node is at the head of its block: nobody controls it. Companies that control each other
            are heads together; so are those who act in concert.
        by: for each controlled node, the member of its block with the most votes when it came to be controlled;
            followed upwards it leads to a head. -1 at heads.
        level: how many rounds it took until a node was controlled, 0 for heads.
        votes: the votes that a controlled node's block had in it then.
    """

    block: Nodes
    head: NDArray[np.bool_]
    by: Nodes
    level: Nodes
    votes: Parts

    def path(self, node: int) -> list[int]:
        """The way from a head of the node's block down to it."""
        way = [node]
        while (above := int(self.by[way[-1]])) >= 0:
            way.append(above)
        return way[::-1]

    def heads(self, node: int) -> Nodes:
        """Who controls a node in the end; itself and those in concert with it, where nobody does."""
        found: Nodes = np.flatnonzero((self.block == self.block[node]) & self.head)
        return found

    def below(self, node: int) -> Nodes:
        """All that a head controls, alone or with those who are heads with it."""
        found: Nodes = np.flatnonzero((self.block == self.block[node]) & ~self.head)
        return found


def control(votes: csr_array, concert: tuple[Nodes, Nodes] | None = None, majority: float = HALF) -> Control:
    """The blocks of a matrix of votes.

    Args:
        votes: ``votes[i, j]`` is i's part of the votes in j, 0 to 1; an agreement to obey is a part of 1.
        concert: pairs of nodes who vote as one by agreement. Who controls one of them votes with the other.
        majority: what must be exceeded.

    >>> from lushan.engines.graph.ownership import share_matrix
    >>> pyramid = share_matrix([0, 0, 1], [1, 2, 2], [0.6, 0.15, 0.4], 3)  # 0 has 15 % of 2, and 40 % through 1
    >>> found = control(pyramid)
    >>> found.block.tolist(), found.path(2), found.votes.round(2).tolist()
    ([0, 0, 0], [0, 1, 2], [0.0, 0.6, 0.55])
    """
    count = votes.shape[0]
    entries = votes.tocoo()
    apart = entries.row != entries.col
    holder, held, part = entries.row[apart], entries.col[apart], entries.data[apart]
    found = Control(
        block=np.arange(count),
        head=np.ones(count, dtype=bool),
        by=np.full(count, -1),
        level=np.zeros(count, dtype=np.int64),
        votes=np.zeros(count),
    )
    level = 0
    for joined in (None, concert):  # each by himself first, so that concert does not hide who controls a partner
        if joined is not None:
            found = _merged(found, found.block[joined[0]], found.block[joined[1]])
        while True:
            level += 1
            still = found.head[held]
            holder, held, part = holder[still], held[still], part[still]
            grown = _round(found, holder, held, part, majority, level)
            if grown is None:
                break
            found = grown
    return found


def _round(now: Control, holder: Nodes, held: Nodes, part: Parts, majority: float, level: int) -> Control | None:
    """The blocks after every head that another block has the majority in has joined it; nothing if none has."""
    count = len(now.block)
    tally = coo_array((part, (now.block[holder], held)), shape=(count, count)).tocsr().tocoo()
    wins = (tally.data > majority + NEAR) & (tally.row != now.block[tally.col])
    winner, won, votes = tally.row[wins].astype(np.int64), tally.col[wins].astype(np.int64), tally.data[wins]
    if not len(won):
        return None
    order = np.lexsort((winner, -votes, won))  # where agreements clash the most votes win
    order = order[np.unique(won[order], return_index=True)[1]]
    winner, won, votes = winner[order], won[order], votes[order]
    each_other = _in_loops(winner, now.block[won], count)
    by, steps, had, head = now.by.copy(), now.level.copy(), now.votes.copy(), now.head.copy()
    lost = won[~each_other]
    head[lost], steps[lost], had[lost] = False, level, votes[~each_other]
    by[lost] = _strongest(now.block, holder, held, part, winner[~each_other], lost)
    return _merged(Control(now.block, head, by, steps, had), winner, now.block[won])


def _in_loops(winner: Nodes, loser: Nodes, count: int) -> NDArray[np.bool_]:
    """Which blocks win each other, in one round."""
    _, label = connected_components(
        coo_array((np.ones(len(winner)), (winner, loser)), shape=(count, count)), connection="strong"
    )
    found: NDArray[np.bool_] = label[winner] == label[loser]
    return found


def _merged(found: Control, first: Nodes, second: Nodes) -> Control:
    """The same with pairs of blocks made one, named by the lowest place in it."""
    count = len(found.block)
    links = coo_array((np.ones(len(first)), (first, second)), shape=(count, count))
    number, label = connected_components(links, directed=False)
    lowest = np.full(number, count)
    np.minimum.at(lowest, label, np.arange(count))
    return Control(lowest[label[found.block]], found.head, found.by, found.level, found.votes)


def _strongest(block: Nodes, holder: Nodes, held: Nodes, part: Parts, winner: Nodes, lost: Nodes) -> Nodes:
    """Of each lost node, the holder in the winning block that has the most of it; of equals, the lowest place."""
    of = np.full(len(block), -1)
    of[lost] = winner
    voting = of[held] == block[holder]
    holder, held, part = holder[voting], held[voting], part[voting]
    order = np.lexsort((holder, -part, held))
    holder, (known, first) = holder[order], np.unique(held[order], return_index=True)
    found: Nodes = holder[first[np.searchsorted(known, lost)]].astype(np.int64)
    return found


def reach(votes: csr_array, start: Iterable[int], majority: float = HALF) -> dict[int, float]:
    """What some who vote as one control in the end, and with how many votes when it fell to them.

    >>> from lushan.engines.graph.ownership import share_matrix
    >>> reach(share_matrix([0, 0, 1], [1, 2, 2], [0.6, 0.11, 0.4], 3), [0])
    {1: 0.6, 2: 0.51}
    """
    voting = set(start)
    tally: dict[int, float] = {}
    found: dict[int, float] = {}
    waiting = deque(sorted(voting))
    while waiting:
        node = waiting.popleft()
        row = slice(votes.indptr[node], votes.indptr[node + 1])
        for held, part in zip(votes.indices[row].tolist(), votes.data[row].tolist(), strict=True):
            tally[held] = tally.get(held, 0.0) + part
            if held not in voting and tally[held] > majority + NEAR:
                voting.add(held)
                found[held] = tally[held]
                waiting.append(held)
    return found


def votes_by_block(votes: csr_array, found: Control) -> csr_array:
    """The votes that each block has in each node, in the row of the block's lowest place."""
    entries = votes.tocoo()
    apart = entries.row != entries.col
    places = (found.block[entries.row[apart]], entries.col[apart])
    return coo_array((entries.data[apart], places), shape=votes.shape).tocsr()


def dominant(votes: csr_array, found: Control, least: float = 0.3, times: float = 2.0) -> list[tuple[int, int, float]]:
    """Who decides in fact without a majority: a block with much, and far more than the next; a person must confirm it.

    Args:
        least: the votes that it must have.
        times: how many times the votes of the next block.

    Returns:
        the block, what it dominates and its votes there, for each node that nobody controls.
    """
    tally = votes_by_block(votes, found).tocsc()
    result = []
    for node in np.flatnonzero(found.head & (np.diff(tally.indptr) > 0)).tolist():
        column = slice(tally.indptr[node], tally.indptr[node + 1])
        ranked = sorted(zip(-tally.data[column], tally.indices[column].tolist(), strict=True))
        most, block = -float(ranked[0][0]), ranked[0][1]
        following = -float(ranked[1][0]) if len(ranked) > 1 else 0.0
        if block != found.block[node] and most >= least - NEAR and most >= times * following - NEAR:
            result.append((block, node, most))
    return result
