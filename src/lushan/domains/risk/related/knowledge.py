"""The knowledge service: look up anybody, see who is tied to whom and why, and who controls whom on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow.compute as pc
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import breadth_first_order

from lushan.domains.risk.related.evidence import SAYS, WORDS, percent
from lushan.domains.risk.related.view import View
from lushan.domains.risk.related.world import ENDS, FIRST, KEYS, LAST, Ties, World
from lushan.engines.graph.ownership import Nodes, integrated_of
from lushan.errors import LushanError
from lushan.runs.model import Read
from lushan.runs.session import Session
from lushan.words import Text

#: The kinds of ties, as readers choose among them.
RELATIONS: Mapping[str, Text] = {
    "holding": Text("持股", "shares"),
    "office": Text("任职", "offices"),
    "kinship": Text("亲属", "kinship"),
    "agreement": Text("协议", "agreements"),
    "own_staff": Text("员工", "staff"),
}


@dataclass(frozen=True)
class Entity:
    """Somebody: who it is, and the clauses that make it a related party, if any do."""

    id: str
    name: str
    kind: str
    clauses: str = ""


@dataclass(frozen=True)
class Edge:
    """One tie between two, with the days it holds and the document that says so."""

    key: str
    relation: str
    start: str
    end: str
    said: Text
    since: date | None
    until: date | None
    document: str


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
        ties = [tie for tie in self._ties_of(at) if not relations or self._names[self._table[tie]] in relations]
        shown = sorted(ties, key=lambda tie: (self._table[tie], -self._weight(tie), tie))[:most]
        places = dict.fromkeys([at, *(int(end) for tie in shown for end in (self._start[tie], self._end[tie]))])
        more = {id: len(ties) - len(shown)} if len(ties) > len(shown) else {}
        return Part(tuple(map(self.entity, places)), tuple(map(self._edge, shown)), more)

    def path(self, one: str, other: str) -> Part:
        """The shortest way of ties between two; empty where there is none."""
        start, end = self.place(one), self.place(other)
        _, before = breadth_first_order(self._graph, start, directed=False)
        if start != end and before[end] < 0:
            return Part((), ())
        way = [end]
        while way[-1] != start:
            way.append(int(before[way[-1]]))
        way.reverse()
        ties = [self._between(here, there) for here, there in pairwise(way)]
        return Part(tuple(map(self.entity, way)), tuple(map(self._edge, ties)))

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
    def _names(self) -> tuple[str, ...]:
        return tuple(RELATIONS)

    @cached_property
    def _all(self) -> tuple[Nodes, Nodes, Nodes, Nodes]:
        """Start, end, table and place in it of every tie of the day that has two ends."""
        parts = []
        for number, name in enumerate(self._names):
            ties = self.view.ties(name)
            end = np.full(len(ties.at), self.world.bank) if name == "own_staff" else ties.end
            if name == "agreement":
                end = np.where(end < 0, self._first_of(ties), end)
            kept = (end >= 0) & (end != ties.start)
            parts.append((ties.start[kept], end[kept], np.full(int(kept.sum()), number), np.flatnonzero(kept)))
        start, end, table, at = (np.concatenate([part[column] for part in parts]) for column in range(4))
        return start, end, table, at

    @staticmethod
    def _first_of(ties: Ties) -> Nodes:
        """The first party of each agreement in concert, for each of its rows; -1 for the first and for other kinds."""
        _, group = np.unique(ties.codes("agreement_id").astype(str), return_inverse=True)
        first = np.full(group.max(initial=-1) + 1, np.iinfo(np.int64).max)
        np.minimum.at(first, group, ties.start)
        return np.where(ties.codes("kind") == "concert", first[group], -1).astype(np.int64)

    @property
    def _start(self) -> Nodes:
        return self._all[0]

    @property
    def _end(self) -> Nodes:
        return self._all[1]

    @property
    def _table(self) -> Nodes:
        return self._all[2]

    @cached_property
    def _incident(self) -> csr_array:
        """For each party, the ties that it is an end of."""
        ties = np.arange(len(self._start))
        places = (np.concatenate([self._start, self._end]), np.concatenate([ties, ties]))
        return coo_array((np.ones(2 * len(ties)), places), shape=(self.world.count, max(len(ties), 1))).tocsr()

    @cached_property
    def _graph(self) -> csr_array:
        shape = (self.world.count, self.world.count)
        return coo_array((np.ones(len(self._start)), (self._start, self._end)), shape=shape).tocsr()

    def _ties_of(self, at: int) -> list[int]:
        row = slice(*self._incident.indptr[at : at + 2])
        return sorted(self._incident.indices[row].tolist())

    def _between(self, one: int, other: int) -> int:
        return next(tie for tie in self._ties_of(one) if other in (self._start[tie], self._end[tie]))

    def _row(self, tie: int) -> tuple[Ties, int, int]:
        ties = self.view.ties(self._names[self._table[tie]])
        at = int(self._all[3][tie])
        return ties, at, int(ties.at[at])

    def _weight(self, tie: int) -> float:
        ties, _, row = self._row(tie)
        return float(ties.rows["share"][row].as_py() or 0) if self._table[tie] == 0 else 0.0

    def _edge(self, tie: int) -> Edge:
        ties, at, row = self._row(tie)
        name = self._names[self._table[tie]]
        if name == "holding":
            part = percent(float(ties.rows["share"][row].as_py() or 0) / 100)
            said = Text(part, part)
        else:
            said = WORDS[str(ties.rows[SAYS[name]][row].as_py())]
        since, until = ties.since[at], ties.until[at]
        return Edge(
            key=str(ties.rows[KEYS[name]][row].as_py()),
            relation=name,
            start=self.world.id(self._start[tie]),
            end=self.world.id(self._end[tie]),
            said=said,
            since=None if since == FIRST else since.astype(date),
            until=None if until == LAST else until.astype(date),
            document=str(ties.rows["document"][row].as_py() or ""),
        )


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
