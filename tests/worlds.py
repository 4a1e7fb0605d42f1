"""Small worlds of parties for tests, a tie in a line: persons are p1 …, the bank is B, the state G."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import pyarrow as pa

from lushan.domains.risk.related.world import World

DAY = date(2023, 4, 30)
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "party": ("party_id", "name", "kind"),
    "holding": ("holding_id", "holder_id", "owned_id"),
    "office": ("office_id", "person_id", "org_id", "role", "branch", "nominated_by"),
    "kinship": ("kinship_id", "person_id", "relative_id", "kind"),
    "agreement": ("agreement_id", "party_id", "kind", "other_id"),
    "own_staff": ("staff_id", "person_id", "authority"),
}
NUMBERS = {"holding": ("share", "votes"), "agreement": ("part",)}


def table(name: str, rows: Iterable[Mapping[str, object]]) -> pa.Table:
    """Rows as a table of the world."""
    texts = [(column, pa.string()) for column in COLUMNS[name]]
    numbers = [(column, pa.float64()) for column in NUMBERS.get(name, ())]
    days = ["born_on"] if name == "party" else ["from_on", "to_on"]
    document = [] if name == "party" else [("document", pa.string())]
    schema = pa.schema([*texts, *numbers, *((day, pa.date32()) for day in days), *document])
    names = {column for column, _ in numbers}
    made = [{k: float(str(v)) if k in names and v is not None else v for k, v in row.items()} for row in rows]
    return pa.Table.from_pylist(made, schema=schema)


def of_rows(rows: Mapping[str, Iterable[Mapping[str, object]]]) -> World:
    """The world of the rows of its tables."""
    tables = {name: table(name, rows.get(name, ())) for name in COLUMNS}
    return World.of(tables.pop("party"), tables)


def world(*ties: tuple[str, ...]) -> World:
    """The world of some ties, such as ``("hold", "p1", "B", "5")``; days may follow, as text."""
    rows: dict[str, list[dict[str, object]]] = {name: [] for name in COLUMNS}
    ids = {"B"}
    for number, (what, *told) in enumerate(ties):
        key = f"T{number}"

        def days(*said: str) -> dict[str, object]:
            since, until = ([*said, "", ""])[:2]
            return {
                "from_on": date.fromisoformat(since) if since else None,
                "to_on": date.fromisoformat(until) if until else None,
                "document": "D",
            }

        match what, told:
            case "hold", [holder, owned, share, *said]:
                ids |= {holder, owned}
                row = {"holding_id": key, "holder_id": holder, "owned_id": owned, "share": share, "votes": None}
                rows["holding"].append(row | days(*said))
            case "office", [person, org, role, *said]:
                ids |= {person, org}
                by = said[0] if said else ""
                row = {"office_id": key, "person_id": person, "org_id": org, "role": role, "nominated_by": by or None}
                rows["office"].append(row | days(*said[1:]))
            case "branch", [person, branch]:
                ids.add(person)
                row = {"office_id": key, "person_id": person, "org_id": "B", "role": "senior_manager", "branch": branch}
                rows["office"].append(row | days())
            case "kin", [person, relative, kind]:
                ids |= {person, relative}
                row = {"kinship_id": key, "person_id": person, "relative_id": relative, "kind": kind}
                rows["kinship"].append(row | days())
            case "concert", members:
                ids |= set(members)
                for member in members:
                    rows["agreement"].append({"agreement_id": key, "party_id": member, "kind": "concert"} | days())
            case "joint", [owned, *members]:
                ids |= {owned, *members}
                told_of = {"agreement_id": key, "kind": "joint", "other_id": owned}
                rows["agreement"] += [told_of | {"party_id": member} | days() for member in members]
            case _:
                raise ValueError(what)
    rows["party"] = [{"party_id": id, "name": id, "kind": _kind(id), "born_on": _born(id)} for id in sorted(ids)]
    return of_rows(rows)


def _kind(id: str) -> str:
    return {"B": "own", "G": "state"}.get(id, "person" if id[0] in "pc" else "company")


def _born(id: str) -> date:
    return date(2010, 1, 1) if id == "child" else date(1970, 1, 1)
