"""The tables of related parties that only a program can make: the list with its evidence, control, findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lushan.domains.risk.related.findings import findings
from lushan.domains.risk.related.listing import Listing
from lushan.domains.risk.related.steps import Limits
from lushan.domains.risk.related.view import View
from lushan.domains.risk.related.world import World
from lushan.runs.computed import Rows
from lushan.runs.model import computed
from lushan.runs.period import Period

WORLD = ("risk.party", "risk.holding", "risk.office", "risk.kinship", "risk.agreement", "risk.own_staff")
CODE = ("lushan.domains.risk.related", "lushan.engines.graph.ownership", "lushan.engines.graph.control")
KEY = ("rule", "basis", "via_id")
#: Which relations each kind of reason counts as, as the source of the list has it.
TIES = ("equity", "investment", "kinship", "office")


def relations(holding: Rows, office: Rows, kinship: Rows, agreement: Rows, staff: Rows) -> dict[str, pa.Table]:
    """The tables of relations, by their names."""
    tables = {"holding": holding, "office": office, "kinship": kinship, "agreement": agreement, "own_staff": staff}
    return {name: rows.fetch() for name, rows in tables.items()}


@computed("risk.related_clause", reads=WORLD, code=CODE)
def related_clause(
    party: Rows,
    holding: Rows,
    office: Rows,
    kinship: Rows,
    agreement: Rows,
    staff: Rows,
    period: Period,
    *,
    hold: float = 0.05,
    influence: float = 0.20,
    benefit: float = 0.25,
    adult: int = 18,
    important_branches: str = "",
    joint: bool = False,
) -> pa.Table:
    """Each clause that makes a party related on the last day of the period, of those that must and those that may.

    Args:
        hold: the part of the bank from which on a holder is related; a twentieth exactly is.
        influence: the votes from which on there is significant influence; the order gives no number.
        benefit: the part from which on an owner is a beneficiary.
        adult: the age from which on children count.
        important_branches: the branches whose managers count, parted by commas; all of them until the bank decides.
        joint: whether control together with others is control; the order does not say, and it is influence otherwise.
    """
    important = tuple(name.strip() for name in important_branches.split(",") if name.strip())
    world = World.of(party.fetch(), relations(holding, office, kinship, agreement, staff))
    listing = Listing.of(world, period.last, Limits(hold, influence, benefit, adult, important, joint))
    return pa.Table.from_pylist([*listing.reasons()], schema=_text_schema(REASON))


REASON = (
    "party_id", "rule", "basis", "via_id", "clause", "certainty", "relation", "path", "path_en", "arithmetic",
    "held_from:date", "held_to:date", "held", "documents",
)  # fmt: skip


def _text_schema(names: Iterable[str]) -> pa.Schema:
    """A schema of texts, but for the columns that are marked as days."""
    return pa.schema(
        (name.removesuffix(":date"), pa.date32() if name.endswith(":date") else pa.string()) for name in names
    )


@computed("risk.related_party", reads=("risk.related_clause", "risk.party"))
def related_party(clause: Rows, party: Rows, *, deemed: str = "D1") -> pa.Table:
    """The list of related parties: one row for each party that a clause makes one, with its first way.

    Args:
        deemed: the rules of those that may that the bank applies, parted by commas.
    """
    applied = [name.strip() for name in deemed.split(",")]
    reasons = clause.fetch(clause.table.filter((clause.table.certainty == "must") | clause.table.rule.isin(applied)))
    known = party.fetch(party.table.select("party_id", "name", "kind"))
    about = dict(zip(known["party_id"].to_pylist(), known.select(["name", "kind"]).to_pylist(), strict=True))
    listed: dict[str, list[Mapping[str, Any]]] = {}
    for reason in reasons.to_pylist():
        listed.setdefault(reason["party_id"], []).append(reason)
    rows = [_party(id, found, about.get(id, {})) for id, found in sorted(listed.items())]
    return pa.Table.from_pylist(rows, schema=PARTY)


PARTY = pa.schema(
    [
        *((name, pa.string()) for name in ("party_id", "name", "kind", "clauses", "rules", "certainty", "relation")),
        *((tie, pa.bool_()) for tie in TIES),
        ("held", pa.string()),
        ("held_from", pa.date32()),
        *((name, pa.string()) for name in ("path", "path_en", "arithmetic")),
        ("reasons", pa.int64()),
    ]
)


def _party(id: str, reasons: list[Mapping[str, Any]], about: Mapping[str, Any]) -> dict[str, Any]:
    """One row of the list: what must stands before what may, what holds before what held or will."""
    order = {"now": 0, "coming": 1, "past": 2}
    reasons = sorted(
        reasons, key=lambda r: (r["certainty"] == "may", order[r["held"]], r["rule"], r["basis"], r["via_id"])
    )
    first = reasons[0]
    since = [reason["held_from"] for reason in reasons if reason["held"] == first["held"] and reason["held_from"]]
    return {
        "party_id": id,
        "name": about.get("name"),
        "kind": about.get("kind", "organisation"),
        "clauses": ", ".join(dict.fromkeys(reason["clause"] for reason in reasons)),
        "rules": ", ".join(dict.fromkeys(reason["rule"] for reason in reasons)),
        "certainty": first["certainty"],
        "relation": first["relation"],
        **{tie: any(reason["relation"] == tie for reason in reasons) for tie in TIES},
        "held": first["held"],
        "held_from": min(since, default=None),
        "path": first["path"],
        "path_en": first["path_en"],
        "arithmetic": first["arithmetic"],
        "reasons": len(reasons),
    }


@computed("risk.party_control", reads=WORLD, code=CODE)
def party_control(
    party: Rows, holding: Rows, office: Rows, kinship: Rows, agreement: Rows, staff: Rows, period: Period
) -> pa.Table:
    """Who controls each organisation in the end on the last day of the period, through whom, and with what votes."""
    world = World.of(party.fetch(), relations(holding, office, kinship, agreement, staff))
    view = View.on(world, period.last)
    found = view.control
    held = np.flatnonzero(~found.head)
    heads: dict[int, list[int]] = {}
    for head in np.flatnonzero(found.head & np.isin(found.block, found.block[held])).tolist():
        heads.setdefault(int(found.block[head]), []).append(head)
    rows = []
    for node in held.tolist():
        above = heads[int(found.block[node])]
        rows.append(
            {
                "party_id": world.id(node),
                "controllers": ";".join(world.id(head) for head in above),
                "controller_names": ";".join(world.name(head) for head in above),
                "by_id": world.id(found.by[node]),
                "votes": round(float(found.votes[node]), 8),
                "path": " → ".join(world.name(step) for step in found.path(node)),
            }
        )
    schema = pa.schema([(n, pa.float64() if n == "votes" else pa.string()) for n in CONTROL])
    return pa.Table.from_pylist(rows, schema=schema)


CONTROL = ("party_id", "controllers", "controller_names", "by_id", "votes", "path")


@computed("risk.ownership_finding", reads=WORLD, code=CODE)
def ownership_finding(
    party: Rows, holding: Rows, office: Rows, kinship: Rows, agreement: Rows, staff: Rows, period: Period
) -> pa.Table:
    """What is wrong with the tables of relations at the end of the period, and how each was read."""
    tables = relations(holding, office, kinship, agreement, staff)
    found = findings(tables, View.on(World.of(party.fetch(), tables), period.last))
    rows = [{"kind": f.kind, "subject_id": f.subject, "said_zh": f.said.zh, "said_en": f.said.en} for f in found]
    return pa.Table.from_pylist(rows, schema=_text_schema(("kind", "subject_id", "said_zh", "said_en")))


@computed(
    "risk.related_group",
    reads=("risk.related_exposure", *WORLD),
    code=CODE,
)
def related_group(
    exposure: Rows,
    party: Rows,
    holding: Rows,
    office: Rows,
    kinship: Rows,
    agreement: Rows,
    staff: Rows,
    period: Period,
    *,
    person_limit: float = 0.10,
    group_limit: float = 0.15,
) -> pa.Table:
    """Related parties whose credit is added up: a person with near relatives, organisations under one control.

    Args:
        person_limit: the part of net capital that a person with relatives may owe.
        group_limit: the part that a group of organisations may owe.
    """
    world = World.of(party.fetch(), relations(holding, office, kinship, agreement, staff))
    view = View.on(world, period.last)
    owed = exposure.fetch()
    rows = []
    for kind, of, limit in (("kin", _families(view), person_limit), ("control", view.control.block, group_limit)):
        mine = owed.filter(pc.equal(pc.equal(owed["kind"], "person"), kind == "kin"))
        groups: dict[int, list[Mapping[str, Any]]] = {}
        for row in mine.to_pylist():
            groups.setdefault(int(of[world.place_of(row["party_id"])]), []).append(row)
        rows += [_group(kind, members, limit) for members in groups.values()]
    return pa.Table.from_pylist(rows, schema=GROUP)


YUAN = pa.decimal128(18, 2)
GROUP = pa.schema(
    [
        *((name, pa.string()) for name in ("group_id", "head", "kind")),
        ("members", pa.int64()),
        ("net", YUAN),
        ("net_capital", YUAN),
        ("share", pa.float64()),
        ("exceeded", pa.bool_()),
    ]
)


def _families(view: View) -> np.ndarray[Any, Any]:
    """For each person the lowest place among those who are near relatives of each other, however far."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    kin = view.ties("kinship").having("kind", "spouse", "parent", "child", "sibling")
    kin = kin.where(kin.end >= 0)
    links = coo_array((np.ones(len(kin.at)), (kin.start, kin.end)), shape=(view.world.count,) * 2)
    return np.asarray(connected_components(links, directed=False)[1])


def _group(kind: str, members: list[Mapping[str, Any]], limit: float) -> dict[str, Any]:
    net = sum(row["net"] for row in members)
    capital = members[0]["net_capital"]
    share = float(net / capital) if capital else None
    worst = max(members, key=lambda row: (row["net"], row["party_id"]))
    return {
        "group_id": min(row["party_id"] for row in members),
        "head": worst["party_id"],
        "kind": kind,
        "members": len(members),
        "net": net,
        "net_capital": capital,
        "share": share,
        "exceeded": share is not None and share > limit,
    }
