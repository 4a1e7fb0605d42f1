"""Rings: groups of marked nodes that deal with each other, what part each plays, and which shape the whole has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from lushan.engines.graph.components import communities
from lushan.engines.graph.cycles import cycles
from lushan.engines.graph.graph import Graph

Mask = NDArray[np.bool_]
Role = Literal["collector", "distributor", "relay", "payer", "payee"]
Shape = Literal["cycle", "scatter_gather", "stack", "fan_in", "fan_out", "mixed"]

#: So many partners on one side, and so many times those on the other, make a collector or a distributor.
MANY, TIMES = 3, 2
#: As few nodes as make a ring.
SMALLEST = 3
#: How many cycles are looked for in one ring: one is enough to call it so.
ENOUGH = 1


@dataclass(frozen=True)
class Ring:
    """A ring.

    Args:
        nodes: its members, by number.
        roles: of each of them.
        shape: of the whole.
        edges: the places of the edges among them.
    """

    nodes: tuple[int, ...]
    roles: tuple[Role, ...]
    shape: Shape
    edges: NDArray[np.int64]


def rings(graph: Graph, marked: Mask, *, resolution: float = 4.0, seed: int = 0) -> list[Ring]:
    """The rings among marked nodes, each named by its first member, in that order.

    A ring is a community of what the marked nodes do with each other; edges that repeat tie more tightly.

    Args:
        graph: whose edges have a time.
        marked: the nodes that are known bad or held to be so.
        resolution: above 1 finds smaller rings.
        seed: of the communities.
    """
    inner = marked[graph.source] & marked[graph.target]
    places = np.flatnonzero(inner)
    among = graph.of(inner)
    counts = among.weighted(np.ones(len(places)))
    repeated = counts.multiply(counts).tocoo()  # n times the same two nodes weigh n squared
    tied = Graph(graph.ids, repeated.row.astype(np.int32), repeated.col.astype(np.int32), repeated.data)
    group = communities(tied, resolution=resolution, seed=seed)
    found = []
    for name in np.unique(group[graph.source[places]]):
        nodes = np.flatnonzero(marked & (group == name))
        if len(nodes) < SMALLEST:
            continue
        within = np.isin(graph.source[places], nodes) & np.isin(graph.target[places], nodes)
        edges = places[within]
        roles = _roles(graph, nodes, edges)
        found.append(Ring(tuple(nodes.tolist()), roles, _shape(graph, roles, edges), edges))
    return found


def _roles(graph: Graph, nodes: NDArray[np.int64], edges: NDArray[np.int64]) -> tuple[Role, ...]:
    """What each member does, by how many of the others it pays and is paid by."""
    place = {node: number for number, node in enumerate(nodes.tolist())}
    pairs = {
        (place[one], place[other])
        for one, other in zip(graph.source[edges].tolist(), graph.target[edges].tolist(), strict=True)
    }
    rows, columns = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2).T
    pattern = sp.coo_array((np.ones(len(rows)), (rows, columns)), (len(nodes), len(nodes)))
    pays, paid = pattern.sum(axis=1), pattern.sum(axis=0)
    return tuple(_role(int(out), int(into)) for out, into in zip(pays, paid, strict=True))


def _role(pays: int, paid: int) -> Role:
    """What a member does that pays so many others and is paid by so many.

    >>> _role(0, 5), _role(4, 1), _role(1, 1), _role(2, 0)
    ('collector', 'distributor', 'relay', 'payer')
    """
    if paid >= MANY and paid >= TIMES * pays:
        return "collector"
    if pays >= MANY and pays >= TIMES * paid:
        return "distributor"
    if pays and paid:
        return "relay"
    return "payer" if pays else "payee"


def _shape(graph: Graph, roles: Sequence[Role], edges: NDArray[np.int64]) -> Shape:
    """What a ring looks like as a whole."""
    gathers, scatters, passes = (roles.count(role) for role in ("collector", "distributor", "relay"))
    if gathers and scatters:
        return "stack" if gathers + scatters > 2 and passes >= 2 else "scatter_gather"
    chosen = np.zeros(len(graph.source), bool)
    chosen[edges] = True
    among = graph.of(chosen)
    if not gathers and not scatters and cycles(among, longest=8, most=ENOUGH):
        return "cycle"
    if gathers or scatters:
        return "fan_in" if gathers else "fan_out"
    return "stack" if passes >= 2 else "mixed"
