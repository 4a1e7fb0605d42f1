"""Holding the filings of a month against each other, and finding what makes a difference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import ibis
import pyarrow as pa
from ibis.expr import types as ir

from lushan.domains.governance.cross import Cross
from lushan.domains.governance.east import East
from lushan.domains.governance.filing import EAST, by_name
from lushan.domains.governance.indicators import INDICATORS
from lushan.engines.reconcile import Indicator, Status, attribute, reconcile
from lushan.runs.computed import Rows
from lushan.runs.model import Read, computed
from lushan.runs.period import Period

NOTES = ("governance.east_personal_note", "governance.east_corporate_note")
#: Notes are read from the year's start on: some indicators ask what has become of those.
READS = (
    *(Read(table, back=12 if table in NOTES else 0) for table in EAST),
    Read("governance.one_table_item"),
    Read("governance.report_1104"),
    Read("bank.organisation"),
)
#: What a difference is told by, where both sides know it.
BY = ("org_id", "cut", "item_id")
GAPS = pa.schema(
    [(name, pa.string()) for name in ("indicator", "step", "left", "right", "by", "part")]
    + [(name, pa.decimal128(38, 10)) for name in ("left_value", "right_value", "difference")]
    + [("share", pa.float64()), ("left_rows", pa.int64()), ("right_rows", pa.int64())]
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


@dataclass(frozen=True)
class Reconciled:
    """What came of indicators in a month: a row for each comparison, and the parts of each difference."""

    results: list[dict[str, Any]]
    gaps: list[dict[str, Any]]


def reconciled(rows: tuple[Rows, ...], period: Period, wanted: Iterable[Cross], most: int) -> Reconciled:
    """Hold indicators against each other, and attribute their differences.

    Args:
        rows: the tables of `READS`.
        most: how many parts of each difference are kept, the largest first.
    """
    results: list[dict[str, Any]] = []
    gaps: list[dict[str, Any]] = []
    with filed(rows, period) as (east, fetch):
        for cross in wanted:
            found = list(verdicts(cross, east, fetch))
            results += found
            for step in cross.steps:
                pairs = {
                    (r["left"], r["right"]) for r in found if r["step"] == step.id and r["status"] == Status.DIFFERS
                }
                for left, right in sorted(pairs):
                    of = {"indicator": cross.id, "step": step.id, "left": left, "right": right}
                    gaps += parts(step.over_tables(cross.id, cross.title, east), of, fetch, most)
    return Reconciled(results, gaps)


@computed("governance.indicator_result", reads=READS, code=CODE)
def indicator_result(*rows: Rows, period: Period) -> pa.Table:
    """What came of each comparison of each indicator in a month."""
    with filed(rows, period) as (east, fetch):
        return pa.Table.from_pylist([row for cross in INDICATORS for row in verdicts(cross, east, fetch)])


@computed("governance.indicator_gap", reads=(*READS, "governance.indicator_result"), code=CODE)
def indicator_gap(*rows: Rows, period: Period, most: int = 50) -> pa.Table:
    """What makes the difference of each comparison that differs: by branch, and by row where both sides have rows.

    Args:
        most: how many parts of each difference are kept, the largest first.
    """
    *given, results = rows
    differing = results.fetch(results.table.filter(results.table.status == "differs").select("indicator").distinct())
    named = set(differing["indicator"].to_pylist())
    wanted = [cross for cross in INDICATORS if cross.id in named]
    return pa.Table.from_pylist(reconciled(tuple(given), period, wanted, most).gaps, schema=GAPS)


def parts(of: Indicator, row: dict[str, Any], fetch: Fetch, most: int) -> Iterator[dict[str, Any]]:
    """The parts of one difference, by every column that both of its sides tell rows by."""
    sides = [of.side(row["left"]), of.side(row["right"])]
    if any(side.over or side.rows is None for side in sides):
        return
    for column in BY:
        if all(side.lacks((column,)) is None for side in sides):
            found = attribute(of, row["left"], row["right"], by=(column,), fetch=fetch, limit=most)
            for part in found.to_pylist():
                yield {**row, "by": column, "part": part.pop(column) or "", **part}
