"""Values that should stand once and stand more often: the rows that share them."""

from __future__ import annotations

from dataclasses import replace

import ibis
from ibis.expr import types as ir

from lushan.engines.rules.condition import Condition
from lushan.engines.rules.count import count
from lushan.engines.rules.failing import Fetch, failing
from lushan.engines.rules.outcome import Outcome

ROWS, HELD = "repeat:rows", "repeat:held"


def repeat(table: ir.Table, asked: Condition, sample: int | None, fetch: Fetch) -> Outcome:
    """What comes of a rule that values are unique.

    A row breaks it when other rows have the same values and are not exempt; an exempt row that shares its values
    with any other is counted apart.
    """
    columns = asked.rule.columns
    there = table.filter(asked.asked)
    groups = there.group_by(*columns).aggregate(
        **{ROWS: there.count(), HELD: there.count(where=~asked.exempt)}
    )  # fmt: skip
    groups = groups.filter(groups[ROWS] > 1)
    failed = ibis.ifelse(groups[HELD] > 1, groups[HELD], 0).sum().fill_null(0)
    exempt = (groups[ROWS] - groups[HELD]).sum().fill_null(0)
    checked = count(table, [asked], fetch)[0][0]
    row = fetch(groups.aggregate(failed=failed, exempt=exempt)).to_pylist()[0]
    outcome = Outcome(asked.rule, checked, row["failed"], row["exempt"])
    if not (outcome.failed or outcome.exempt):
        return outcome
    shared = there.join(groups.filter((groups[HELD] > 1) | (groups[ROWS] > groups[HELD])), columns)
    broken = (shared[HELD] > 1) | asked.exempt
    found = Condition(asked.rule, asked.asked, broken, asked.exempt, asked.key, asked.values)
    return replace(outcome, failing=failing(shared, [found], sample, fetch)[0])
