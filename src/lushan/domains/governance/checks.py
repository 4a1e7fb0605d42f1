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
from lushan.engines.rules import Results, Rule, check
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


def checked(rows: tuple[Rows, ...], period: Period, only: frozenset[str] | None = None) -> Results:
    """What comes of the rules in a month, with every row that breaks one.

    Args:
        only: the rules that are asked; none for all.
    """
    found = relations(by_name(READS, rows), period)
    wanted = [rule for rule in asked(found, rows[0]) if only is None or rule.id in only]
    return check(found, wanted, period=str(period), sample=None, fetch=rows[0].fetch)


@computed("governance.rule_result", reads=READS, code=CODE)
def rule_result(*rows: Rows, period: Period) -> pa.Table:
    """What came of each rule in a month: rows asked, rows that break it, and those whose failing is documented."""
    found = checked(rows, period).results
    classes = pa.array([class_of(rule) for rule in found["rule"].to_pylist()], pa.string())
    return found.append_column("class", classes)


@computed("governance.rule_failure", reads=(*READS, "governance.rule_result"), code=CODE)
def rule_failure(*rows: Rows, period: Period) -> pa.Table:
    """The rows that break the rules in a month, each with its organisation and its key."""
    *filed, results = rows
    failing = results.table.filter((results.table.failed > 0) | (results.table.exempt > 0)).select("rule")
    only = frozenset(results.fetch(failing)["rule"].to_pylist())
    found = checked(tuple(filed), period, only).failures
    parts = pc.split_pattern(found["key"], "|", max_splits=1)
    classes = pa.array([class_of(rule) for rule in found["rule"].to_pylist()], pa.string())
    return found.append_column("org_id", pc.list_element(parts, 0)).append_column("class", classes)
