"""The ties of a day as one graph: shares, offices, kinship, agreements and staff, each with the row that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from lushan.domains.risk.related.evidence import SAYS, WORDS, percent
from lushan.domains.risk.related.view import View
from lushan.domains.risk.related.world import FIRST, KEYS, LAST
from lushan.engines.graph.graph import STEP, Graph
from lushan.words import Text

#: The kinds of ties, as readers choose among them.
RELATIONS: Mapping[str, Text] = {
    "holding": Text("持股", "shares"),
    "office": Text("任职", "offices"),
    "kinship": Text("亲属", "kinship"),
    "agreement": Text("协议", "agreements"),
    "own_staff": Text("员工", "staff"),
}
NAMES = tuple(RELATIONS)


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


def tied(view: View) -> Graph:
    """The graph of the ties that hold on the day of a view and have two ends; its nodes are the places of the parties.

    A holding weighs what it holds of the whole, every other tie as much as all of it. Staff are tied to the bank, and
    who acts in concert to the first party of the agreement. An edge's kind is the place of its table in `NAMES`, and
    its row the row there.
    """
    parts = [_of(view, name) for name in NAMES]
    start, end, weight, row, since, until = (np.concatenate([part[column] for part in parts]) for column in range(6))
    kind = np.repeat(np.arange(len(NAMES), dtype=np.int32), [len(part[0]) for part in parts])
    return Graph(view.world.ids, start.astype(np.int32), end.astype(np.int32), weight, since, until, kind, NAMES, row)


def _of(view: View, name: str) -> tuple[np.ndarray, ...]:
    """Start, end, weight, row and days of the ties of one table."""
    ties = view.ties(name)
    end = np.full(len(ties.at), view.world.bank) if name == "own_staff" else ties.end
    if name == "agreement":
        end = np.where((end < 0) & (ties.codes("kind") == "concert"), ties.first_agreed(), end)
    kept = (end >= 0) & (end != ties.start)
    ties, end = ties.where(kept), end[kept]
    weight = ties.numbers("share") if name == "holding" else np.ones(len(end))
    weight = np.maximum(np.round(weight / STEP), 1) * STEP
    return ties.start, end, weight, ties.at, *(days.astype(np.int64) for days in (ties.since, ties.until))


def told(view: View, graph: Graph, place: int) -> Edge:
    """The tie that an edge of the graph of a day is."""
    assert graph.kind is not None and graph.row is not None and graph.since is not None and graph.until is not None
    name, row = NAMES[graph.kind[place]], int(graph.row[place])
    rows = view.ties(name).rows
    if name == "holding":
        part = percent(float(rows["share"][row].as_py() or 0) / 100)
        said = Text(part, part)
    else:
        said = WORDS[str(rows[SAYS[name]][row].as_py())]
    return Edge(
        key=str(rows[KEYS[name]][row].as_py()),
        relation=name,
        start=view.world.id(int(graph.source[place])),
        end=view.world.id(int(graph.target[place])),
        said=said,
        since=_day(graph.since[place], FIRST),
        until=_day(graph.until[place], LAST),
        document=str(rows["document"][row].as_py() or ""),
    )


def _day(number: np.int64, none: np.datetime64) -> date | None:
    """The day of a number; nothing for the one that stands for none."""
    day = number.astype("datetime64[D]")
    return None if day == none else day.astype(date)
