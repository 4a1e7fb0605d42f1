"""What is wrong with the tables of relations, and how each was read: nothing is dropped without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from lushan.domains.risk.related.evidence import percent
from lushan.domains.risk.related.view import View
from lushan.domains.risk.related.world import ENDS, FIRST, KEYS, LAST, World, days_of, place
from lushan.engines.graph.ownership import closed_loops, scaled, share_matrix
from lushan.words import Text


@dataclass(frozen=True)
class Finding:
    """Something wrong: of what kind, about what, in words."""

    kind: str
    subject: str
    said: Text


def findings(relations: Mapping[str, pa.Table], view: View) -> list[Finding]:
    """All that is wrong, in order.

    Args:
        relations: the tables of relations, by their names.
        view: the world made of them, on a day.
    """
    found = [*_of_parties(view.world), *_of_relations(view.world.ids, relations), *_of_shares(view)]
    return sorted(found, key=lambda finding: (finding.kind, finding.subject))


def _of_parties(world: World) -> Iterator[Finding]:
    names = world.parties["name"].to_pylist()
    for at, name in enumerate(names):
        if not (name or "").strip():
            yield Finding(
                "nameless", world.id(at), Text("主体没有名称，以编号代称", "has no name; its id stands for it")
            )
    banks = np.flatnonzero(world.kind("own")).tolist()
    if len(banks) != 1:
        said = Text(
            f"主体表中有 {len(banks)} 个本行，应恰有一个",
            f"{len(banks)} parties are the bank itself; there must be one",
        )
        yield Finding("bank", ";".join(world.id(at) for at in banks), said)


def _of_relations(ids: pa.Array, relations: Mapping[str, pa.Table]) -> Iterator[Finding]:
    for name, (start, end) in ENDS.items():
        rows = relations[name]
        keys = rows[KEYS[name]].to_pylist()
        if name == "agreement":  # it has a row for each of its parties
            keys = [f"{key}/{party}" for key, party in zip(keys, rows[start].to_pylist(), strict=True)]
        from_, to = place(ids, rows[start]), place(ids, rows[end]) if end else np.full(rows.num_rows, -1)
        since, until = days_of(rows["from_on"], FIRST), days_of(rows["to_on"], LAST)
        for at in np.flatnonzero(since > until).tolist():
            first, last = since[at], until[at]
            said = Text(
                f"{first} 起、{last} 止，止早于起，未采用", f"from {first} to {last}: ends before it begins; left out"
            )
            yield Finding(f"{name}_dates", keys[at], said)
        own = (from_ == to) & (from_ >= 0)
        for at in np.flatnonzero(own).tolist():
            yield Finding(f"{name}_self", keys[at], SELF[name])
        ends = zip((from_, to), (start, end), strict=True)
        unknown = [(places < 0) & np.asarray(rows[column].is_valid()) for places, column in ends if column]
        for at in np.flatnonzero(np.any(unknown, axis=0)).tolist():
            yield Finding(f"{name}_unknown", keys[at], UNKNOWN)
    shares = relations["holding"]
    for at in np.flatnonzero(np.asarray(shares["share"].is_null())).tolist():
        said = Text("没有持股比例，按零计", "has no share; counted as nothing")
        yield Finding("holding_empty", str(shares["holding_id"][at].as_py()), said)


UNKNOWN = Text("所指主体不在主体表中，未采用", "names a party that is not there; left out")
#: What a tie of a party with itself is, and how it is read.
SELF = {
    "holding": Text("主体持有自己，既不算股权也不算表决权", "holds itself; counted neither as share nor as vote"),
    "office": Text("组织在自己任职，未采用", "holds an office in itself; left out"),
    "kinship": Text("本人是自己的亲属，未采用", "is its own relative; left out"),
    "agreement": Text("主体与自己订立协议，未采用", "has an agreement with itself; left out"),
    "own_staff": Text("", ""),
}


def _of_shares(view: View) -> Iterator[Finding]:
    ties = view.holdings
    for column, word in (("share", Text("持股", "shares")), ("votes", Text("表决权", "votes"))):
        parts = share_matrix(ties.start, ties.end, ties.numbers(column, "share"), view.world.count)
        total = np.asarray(parts.sum(axis=0)).ravel()
        for at in scaled(parts)[1].tolist():
            much = percent(total[at])
            said = Text(
                f"{word.zh}合计 {much}，超过 100%，按比例折为 100%", f"{word.en} add up to {much}; scaled down to 100%"
            )
            yield Finding(f"{column}_over", view.world.id(at), said)
    for loop in closed_loops(view.shares):
        names = "、".join(view.world.id(at) for at in loop)
        said = Text(f"{names} 互相全资持有，没有外部所有者", f"{names} own each other whole and have no owner outside")
        yield Finding("closed_loop", view.world.id(loop[0]), said)
