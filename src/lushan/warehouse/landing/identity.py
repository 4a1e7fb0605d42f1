"""What decides a landing's result, so that the same source is never landed twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lushan.contracts import Contract
from lushan.contracts.contract import type_name
from lushan.errors import LushanError
from lushan.warehouse.landing.mapping import Mapping
from lushan.warehouse.snapshot import Snapshot
from lushan.warehouse.warehouse import Warehouse

BLOCK = 1 << 22


@dataclass(frozen=True)
class Held:
    """A landing whose parts are still what the table holds."""

    version: int
    periods: tuple[str, ...]
    rows: int
    quarantined: int


def landing_identity(
    source: str, folder: Path, contract: Contract, mapping: Mapping, zone: str, others: dict[str, Snapshot | None]
) -> str:
    """The identity of a source's bytes, landed as this contract and mapping say.

    A query has no bytes: what it gave, which has been staged in ``folder``, stands for them.
    """
    files = sorted(folder.glob("source-*.parquet")) if "://" in source else [Path(source)]
    seen = [f"{key}={other.identity if other else None}" for key, other in sorted(others.items())]
    text = "\n".join([_digest(files), contract.digest, mapping.digest, zone, *seen])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                digest.update(block)
    return digest.hexdigest()


def current(warehouse: Warehouse, contract: Contract, identity: str) -> Held | None:
    """The landing of this identity, when every part that it wrote is still current."""
    if not warehouse.exists(contract.id):
        return None
    snapshot = warehouse.snapshot(contract.id)
    note = warehouse.notes(snapshot).get(identity)
    mine = {part.period for part in snapshot.parts if part.identity == identity}
    if not note or mine != set(note["periods"]):
        return None
    periods = tuple(period for period in note["periods"] if period)
    return Held(snapshot.version, periods, note["rows"], note["quarantined"])


def references(warehouse: Warehouse, contract: Contract) -> dict[str, Snapshot | None]:
    """The other tables that a contract's columns refer to, by reference; nothing for one that was never landed."""
    return {
        rule.refers_to: warehouse.snapshot(rule.table) if warehouse.exists(rule.table) else None
        for rule in contract.rules
        if rule.kind == "reference" and rule.table != contract.id
    }


def fits(warehouse: Warehouse, contract: Contract) -> None:
    """See that a contract still describes the table that is there; new columns that may be empty are fine.

    Raises:
        LushanError: the contract has changed in a way that the rows already there do not follow.
    """
    if not warehouse.exists(contract.id):
        return
    old, new = warehouse.snapshot(contract.id).schema, contract.arrow()
    faults = []
    if ("period" in old.names) != ("period" in new.names):
        has, asks = ("is", "does not ask") if "period" in old.names else ("is not", "asks")
        faults = [f"the table {has} cut into months, which the contract {asks} for"]
    faults += [f"{f.name} is gone" for f in old if f.name not in (*new.names, "period")]
    faults += [
        f"{f.name} was {type_name(old.field(f.name).type)} and is now {type_name(f.type)}"
        for f in new
        if f.name in old.names and old.field(f.name).type != f.type
    ]
    faults += [
        f"{c.name} is new and may not be empty" for c in contract.columns if c.required and c.name not in old.names
    ]
    if faults:
        raise LushanError(
            f"the contract has changed under the table: {'; '.join(faults)}",
            where=str(contract.path or contract.id),
            expected="the columns that are there, and new ones that may be empty",
            mend="give the changed table a new id, land it from its sources, and let the models read that",
        )
