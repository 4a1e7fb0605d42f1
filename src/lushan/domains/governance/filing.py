"""What is filed: EAST's tables, and how the definitions of governance read them for the collection of a month."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ibis.expr import types as ir

from lushan.runs.computed import Rows
from lushan.runs.model import Read
from lushan.runs.period import Period

CONTRACTS = Path(__file__).parent / "contracts"

#: The tables of EAST, of which the first says for which months there is a filing at all.
EAST = (
    "governance.east_institution",
    *(f"governance.{path.stem}" for path in sorted(CONTRACTS.glob("east_*.yaml")) if path.stem != "east_institution"),
)

#: Those that a check across months reads of the month before too.
CARRIED = tuple(
    f"governance.east_{name}"
    for name in ("ledger", "personal_deposit", "corporate_deposit", "personal_note", "corporate_note")
)


def reading(*more: str | Read) -> tuple[Read, ...]:
    """Reads of all that is filed, the carried tables with the month before, and of more."""
    others = tuple(read if isinstance(read, Read) else Read(read) for read in more)
    return tuple(Read(table, back=int(table in CARRIED)) for table in EAST) + others


def by_name(reads: tuple[Read, ...], rows: tuple[Rows, ...]) -> dict[str, ir.Table]:
    """The tables that a computed model is given, by their names."""
    return {read.table: given.table for read, given in zip(reads, rows, strict=True)}


def of_month(tables: Mapping[str, ir.Table], period: Period) -> dict[str, ir.Table]:
    """The same tables, those of months cut to one."""
    return {
        name: table.filter(table.period == str(period)) if "period" in table.columns else table
        for name, table in tables.items()
    }
