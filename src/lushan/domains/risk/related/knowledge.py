"""The knowledge service: look up anybody, see who is tied to whom and why, and who controls whom on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow.compute as pc

from lushan.domains.risk.related.tied import NAMES, Edge, tied, told
from lushan.domains.risk.related.view import View
from lushan.domains.risk.related.world import ENDS, World
from lushan.engines.graph.control import dominant
from lushan.engines.graph.graph import Graph
from lushan.engines.graph.ownership import integrated_of
from lushan.engines.graph.paths import Ways, shortest
from lushan.errors import LushanError
from lushan.runs.model import Read
from lushan.runs.session import Session


@dataclass(frozen=True)
class Entity:
    """Somebody: who it is, and the clauses that make it a related party, if any do."""

    id: str
    name: str
    kind: str
    clauses: str = ""


@dataclass(frozen=True)
class Part:
    """A part of the graph; ``more`` are the ties of each that were left off."""

    entities: tuple[Entity, ...]
    edges: tuple[Edge, ...]
    more: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Owner:
    """Who controls an entity, or what it controls: through whom, with which votes, and what is owned in the end."""

    entity: Entity
    path: tuple[str, ...]
    votes: float
    owned: float


@dataclass(frozen=True, eq=False)
class Knowledge:
    """All that the tables say on one day.

    Args:
        view: the world on that day.
        clauses: the clauses of related parties, by their ids.
    """

    view: View
    clauses: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, session: Session, day: date) -> Knowledge:
        """What the tables of a workspace say on a day.

        Raises:
            LushanError: there are no parties yet.
        """
        if session.snapshot("risk.party") is None:
            raise LushanError("there are no parties yet", where="risk.party", mend="land risk.party and its relations")
        found = (session.snapshot(f"risk.{name}") for name in ("party", *ENDS, "related_party"))
        versions = tuple(snapshot.version if snapshot else None for snapshot in found)
        key = (session.workspace.root, versions, day)
        if key not in HELD:
            while len(HELD) >= MOST_HELD:
                HELD.pop(next(iter(HELD)))
            HELD[key] = cls(View.on(_world(session), day), _clauses(session, day))
        return HELD[key]

    @property
    def world(self) -> World:
        """The parties and ties of the day."""
        return self.view.world

    def find(self, text: str, most: int = 20) -> list[Entity]:
        """The entities whose id is a text, or whose name holds it; the shortest names first."""
        if (at := self.world.place_of(text)) >= 0:
            return [self.entity(at)]
        held = pc.fill_null(pc.match_substring(self.world.parties["name"], text), False)
        places = np.flatnonzero(held.to_numpy()).tolist()
        return [self.entity(at) for at in sorted(places, key=lambda at: (len(self.world.name(at)), at))[:most]]

    def entity(self, at: int) -> Entity:
        """The entity at a place."""
        id = self.world.id(at)
        return Entity(
            id, self.world.name(at), str(self.world.parties["kind"][int(at)].as_py()), self.clauses.get(id, "")
        )

    def place(self, id: str) -> int:
        """The place of an entity.

        Raises:
            LushanError: nobody has that id; names that hold it are named.
        """
        at = self.world.place_of(id)
        if at < 0:
            near = ", ".join(f"{entity.id} {entity.name}" for entity in self.find(id, 5))
            raise LushanError(f"no party is called {id}", where="risk.party", expected=near, mend="give a party's id")
        return at

    def around(self, id: str, relations: Sequence[str] = (), most: int = 40) -> Part:
        """An entity with those it is tied to by one tie, the strongest first.

        Args:
            relations: the kinds of ties; all of them where none is named.
            most: how many ties at most; the others are counted.
        """
        at = self.place(id)
        kind, weight = self._graph.kind, self._graph.weight
        assert kind is not None
        ties = np.concatenate([self._ways.leaving(at), self._ways.arriving(at)])
        if relations:
            ties = ties[np.isin(kind[ties], [NAMES.index(name) for name in relations if name in NAMES])]
        shown = ties[np.lexsort((ties, -weight[ties], kind[ties]))][:most].tolist()
        places = dict.fromkeys([at, *(end for tie in shown for end in self._ends(tie))])
        more = {id: len(ties) - len(shown)} if len(ties) > len(shown) else {}
        return Part(tuple(map(self.entity, places)), tuple(map(self._edge, shown)), more)

    def path(self, one: str, other: str) -> Part:
        """The shortest way of ties between two, the strongest ties first; empty where there is none."""
        start, end = self.place(one), self.place(other)
        if start == end:
            return Part((self.entity(start),), ())
        found = shortest(self._ways, start, np.arange(self.world.count) == end, self.world.count)
        if found is None:
            return Part((), ())
        way = [start]
        for tie in found.tolist():
            way += [place for place in self._ends(tie) if place != way[-1]]
        return Part(tuple(map(self.entity, way)), tuple(map(self._edge, found.tolist())))

    def controllers(self, id: str) -> list[Owner]:
        """Who controls an entity, from the first link up to who controls it in the end."""
        at = self.place(id)
        found = []
        for party in self.view.above(at).tolist():
            if self.view.control.block[party] == self.view.control.block[at] and at in self.view.controlled(party):
                found.append(self._owner(party, at, party))
        return sorted(found, key=lambda owner: (len(owner.path), owner.entity.id))

    def controlled(self, id: str) -> list[Owner]:
        """What an entity controls, the nearest first."""
        at = self.place(id)
        found = [self._owner(at, held, held) for held in self.view.controlled(at)]
        return sorted(found, key=lambda owner: (len(owner.path), owner.entity.id))

    def presumed(self, id: str) -> list[Owner]:
        """Who may decide in an entity without a majority, far ahead of the next; a person must confirm it."""
        at = self.place(id)
        if at not in self._dominant:
            return []
        block, votes = self._dominant[at]
        heads = self.view.control.heads(block).tolist()
        return [
            Owner(self.entity(head), (self.world.name(head), self.world.name(at)), votes, float(self._owned(head)[at]))
            for head in heads
        ]

    @cached_property
    def _dominant(self) -> dict[int, tuple[int, float]]:
        """Of each party that somebody dominates, the block that does, and its votes."""
        return {held: (block, votes) for block, held, votes in dominant(self.view.votes, self.view.control)}

    def _owner(self, party: int, held: int, told: int) -> Owner:
        way = self.view.way(party, held)
        names = tuple(self.world.name(step) for step in way)
        return Owner(self.entity(told), names, self.view.controlled(party)[held], float(self._owned(party)[held]))

    def _owned(self, party: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        if party not in self._memo:
            self._memo[party] = integrated_of(self.view.shares, party)
        return self._memo[party]

    @cached_property
    def _memo(self) -> dict[int, np.ndarray[tuple[int], np.dtype[np.float64]]]:
        return {}

    @cached_property
    def _graph(self) -> Graph:
        return tied(self.view)

    @cached_property
    def _ways(self) -> Ways:
        return Ways(self._graph)

    def _ends(self, tie: int) -> tuple[int, int]:
        return int(self._graph.source[tie]), int(self._graph.target[tie])

    def _edge(self, tie: int) -> Edge:
        return told(self.view, self._graph, tie)


#: What was asked for last, by workspace, versions and day: a view is costly and never changes.
HELD: dict[tuple[Path, tuple[int | None, ...], date], Knowledge] = {}
MOST_HELD = 4


def _world(session: Session) -> World:
    tables = {}
    for name in ("party", *ENDS):
        (table,) = session.bound((Read(f"risk.{name}"),), None)
        tables[name] = session.compute.fetch(table)
    return World.of(tables.pop("party"), tables)


def _clauses(session: Session, day: date) -> dict[str, str]:
    """The clauses of the related parties of the last list that was made by a day."""
    (table,) = session.bound((Read("risk.related_party", back=None),), None)
    by_then = table.filter(table.period <= f"{day:%Y-%m}")
    last = by_then.filter(by_then.period == by_then.period.max())
    rows = session.compute.fetch(last.select("party_id", "clauses"))
    return dict(zip(rows["party_id"].to_pylist(), rows["clauses"].to_pylist(), strict=True))


def reasons(session: Session, id: str, day: date) -> Iterator[Mapping[str, object]]:
    """Each clause that makes a party related, as the last list that was made by a day has it."""
    (table,) = session.bound((Read("risk.related_clause", back=None),), None)
    by_then = table.filter(table.period <= f"{day:%Y-%m}")
    last = by_then.filter((by_then.period == by_then.period.max()) & (by_then.party_id == id))
    yield from session.compute.fetch(last.order_by("certainty", "rule", "basis", "via_id")).to_pylist()


def last_day(session: Session) -> date:
    """The last day that there is a list of related parties of.

    Raises:
        LushanError: there is none yet.
    """
    snapshot = session.snapshot("risk.related_party")
    if snapshot is None or not snapshot.parts:
        raise LushanError(
            "there is no list of related parties yet",
            where="risk.related_party",
            mend="run a period, or say the day: --at 2023-04-30",
        )
    return session.period(max(str(part.period) for part in snapshot.parts)).last
