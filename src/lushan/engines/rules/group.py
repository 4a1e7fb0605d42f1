"""Rules of groups of rows: an expression of aggregates, for each group or for the whole table."""

from __future__ import annotations

import ibis
from ibis.expr import types as ir

from lushan.engines.rules.condition import Condition, read, rows_of
from lushan.engines.rules.count import count
from lushan.engines.rules.expression import aggregates_of, build, read_expression, value
from lushan.engines.rules.failing import failing
from lushan.engines.rules.fetch import Fetch
from lushan.engines.rules.kinds import Group
from lushan.engines.rules.outcome import FAILING, Outcome
from lushan.engines.rules.rule import Rule

HOLDS, EXEMPT = "group:holds", "group:exempt"


def group(table: ir.Table, rule: Rule, sample: int | None, fetch: Fetch) -> Outcome:
    """What comes of a rule of groups: a group is counted as a row is, and named by the columns that make it.

    Raises:
        LushanError: the rule does not fit the table.
    """
    kind = rule.kind
    assert isinstance(kind, Group)
    rows = rows_of(rule, table)
    fault = rule.at("expression").fault
    parts = {part: value(part, rows, fault) for part in aggregates_of(read_expression(kind.expression, fault))}
    exempt = read(rule, "exempt", rows)
    made = {HOLDS: build(kind.expression, rows, fault), EXEMPT: ibis.literal(False) if exempt is None else exempt}
    groups = rows.group_by(*kind.by).aggregate(**parts, **made) if kind.by else rows.aggregate(**parts, **made)
    asked = Condition(rule, groups[HOLDS], groups[EXEMPT].fill_null(False), kind.by, (*parts,))
    checked, failed, exempt = count(groups, [asked], fetch)[0]
    told = sample != 0 and (failed or exempt)
    found = failing(groups, [asked], sample, fetch)[0] if told else FAILING.empty_table()
    return Outcome(rule, checked, failed, exempt, failing=found)
