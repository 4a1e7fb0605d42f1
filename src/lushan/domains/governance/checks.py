"""Checking what is filed by the regulator's rules, and the customer master by the bank's own."""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import pyarrow as pa
import pyarrow.compute as pc
from ibis.expr import types as ir

from lushan.domains.governance.agreement import agreements
from lushan.domains.governance.filing import by_name, of_month, reading
from lushan.domains.governance.rules import class_of, rules
from lushan.engines.rules import Rule, check
from lushan.engines.rules.kinds import Reference
from lushan.runs.computed import Rows
from lushan.runs.model import computed
from lushan.runs.period import Period

CODE = (
    "lushan.engines.rules",
    "lushan.domains.governance.rules",
    "lushan.domains.governance.agreement",
    "lushan.domains.governance.filing",
)
READS = reading("governance.customer")


def relations(tables: Mapping[str, ir.Table], period: Period) -> dict[str, ir.Table]:
    """All that the rules ask, by name: what is filed in a month, what must agree, and the customer master."""
    customer = tables["governance.customer"]
    found = of_month(tables, period) | agreements(tables, period)
    return found | {"governance.customer": customer.mutate(as_of=ibis.literal(period.last))}


def asked(found: Mapping[str, ir.Table], rows: Rows) -> list[Rule]:
    """The rules whose tables have rows: that a table is not filed yet is no fault of another's rows."""
    counts = ibis.union(
        *(table.aggregate(table=ibis.literal(name), rows=table.count()) for name, table in found.items())
    )
    filled = {row["table"] for row in rows.fetch(counts).to_pylist() if row["rows"]}
    return [
        rule
        for rule in rules()
        if rule.table in filled and (not isinstance(rule.kind, Reference) or rule.kind.table in filled)
    ]


@computed("governance.rule_result", reads=READS, code=CODE)
def rule_result(*rows: Rows, period: Period) -> pa.Table:
    """What came of each rule in a month: rows asked, rows that break it, and those whose failing is documented."""
    found = relations(by_name(READS, rows), period)
    counted = check(found, asked(found, rows[0]), period=str(period), sample=0, fetch=rows[0].fetch).results
    return counted.append_column("class", _classes(counted))


@computed("governance.rule_failure", reads=(*READS, "governance.rule_result"), code=CODE)
def rule_failure(*rows: Rows, period: Period) -> pa.Table:
    """The rows that break the rules in a month, each with its organisation and its key."""
    *filed, results = rows
    found = failures(tuple(filed), results.fetch(), period)
    parts = pc.split_pattern(found["key"], "|", max_splits=1)
    return found.append_column("org_id", pc.list_element(parts, 0)).append_column("class", _classes(found))


def failures(rows: tuple[Rows, ...], counted: pa.Table, period: Period) -> pa.Table:
    """Every row that breaks one of the rules that were counted."""
    found, known = relations(by_name(READS, rows), period), set(counted["rule"].to_pylist())
    wanted = [rule for rule in rules() if rule.id in known]
    return check(found, wanted, period=str(period), sample=None, counted=counted, fetch=rows[0].fetch).failures


def _classes(found: pa.Table) -> pa.Array:
    return pa.array([class_of(rule) for rule in found["rule"].to_pylist()], pa.string())
