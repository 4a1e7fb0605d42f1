"""Holding the filings of a month against each other, and finding what makes a difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import ibis
import pyarrow as pa
from ibis.expr import types as ir

from lushan.domains.governance.cross import Cross
from lushan.domains.governance.east import East
from lushan.domains.governance.filing import EAST, by_name
from lushan.domains.governance.indicators import INDICATORS
from lushan.engines.reconcile import Status, attribute, reconcile
from lushan.runs.computed import Rows
from lushan.runs.model import Read, computed
from lushan.runs.period import Period

NOTES = ("governance.east_personal_note", "governance.east_corporate_note")
#: Notes are read from the year's start on: some indicators ask what has become of those.
READS = tuple(Read(table, back=12 if table in NOTES else 0) for table in EAST) + (
    Read("governance.one_table_item"),
    Read("governance.report_1104"),
    Read("bank.organisation"),
)
Fetch = Callable[[ir.Table], pa.Table]
CODE = (
    "lushan.engines.reconcile",
    "lushan.domains.governance.cross",
    "lushan.domains.governance.east",
    "lushan.domains.governance.filing",
    "lushan.domains.governance.indicators",
)


@contextmanager
def filed(rows: tuple[Rows, ...], period: Period) -> Iterator[tuple[East, Fetch]]:
    """What is filed in a month, each relation fetched once into an engine of its own, and how that is asked."""
    local = ibis.duckdb.connect()

    def hold(relation: ir.Table) -> ir.Table:
        held: ir.Table = local.create_table(f"held_{len(local.list_tables())}", rows[0].fetch(relation))
        return held

    yield East(by_name(READS, rows), period, hold), local.to_pyarrow
    local.disconnect()


def verdicts(cross: Cross, east: East, fetch: Fetch) -> Iterator[dict[str, Any]]:
    """What came of each comparison of an indicator."""
    for step in cross.steps:
        by = ("cut",) if step.cut and step.east else ()
        found = reconcile([step.over_tables(cross.id, cross.title, east)], fetch, by=by)
        for row in found.to_pylist():
            yield {
                **row, "number": cross.number, "indicator": cross.id, "step": step.id, "cut": row.get("cut") or "",
                "title_zh": cross.title.zh, "title_en": cross.title.en, "standard": cross.standard,
                "unit": step.told.title.en, "status": Status(row["status"]).value,
            }  # fmt: skip


@computed("governance.indicator_result", reads=READS, code=CODE)
def indicator_result(*rows: Rows, period: Period) -> pa.Table:
    """What came of each comparison of each indicator in a month."""
    with filed(rows, period) as (east, fetch):
        return pa.Table.from_pylist([row for cross in INDICATORS for row in verdicts(cross, east, fetch)])
