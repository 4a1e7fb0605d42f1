"""What checking and reconciling gave: indicators, rows filed, grades, and what must be mended."""

from __future__ import annotations

from functools import reduce
from operator import add

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.governance.filing import EAST
from lushan.runs.model import Read, model
from lushan.runs.period import Period

#: What each class of checks counts for in a score.
WEIGHTS = {"not_null": 20, "length": 10, "field": 35, "relation": 20, "cross": 15}
#: The worst that came of an indicator's comparisons is what is said of it.
WORST_FIRST = ("differs", "unavailable", "within", "agrees")


@model("governance.indicator", reads="governance.indicator_result")
def indicator(results: ir.Table, period: Period) -> ir.Table:
    """What came of each indicator in a month: the worst of its comparisons."""
    rank = results.status.cases(*((status, place) for place, status in enumerate(WORST_FIRST)), else_=len(WORST_FIRST))
    ranked = results.mutate(rank=rank)
    each = ranked.group_by("indicator").aggregate(
        number=ranked.number.min(),
        title_zh=ranked.title_zh.min(),
        title_en=ranked.title_en.min(),
        standard=ranked.standard.max(),
        comparisons=ranked.count(),
        rank=ranked["rank"].min(),
        reason_zh=ranked.reason_zh.max(where=ranked.status == "unavailable"),
        reason_en=ranked.reason_en.max(where=ranked.status == "unavailable"),
    )
    status = each["rank"].cases(*enumerate(WORST_FIRST), else_="agrees")
    return each.mutate(as_of=ibis.literal(period.last), status=status, passed=each["rank"] >= 2)


def answers(organisations: ir.Table) -> ir.Table:
    """The branch that answers for each organisation; for others than sub-branches itself."""
    branch = ibis.ifelse(organisations.kind == "sub_branch", organisations.parent_id, organisations.org_id)
    return organisations.select("org_id", branch=branch)


@model("governance.filed", reads=EAST)
def filed(*tables: ir.Table) -> ir.Table:
    """How many rows each organisation filed of each table."""
    return ibis.union(
        *(
            table.group_by(org_id=table.nbjgh.fill_null(""))
            .aggregate(rows=table.count())
            .mutate(table=ibis.literal(name))
            for name, table in zip(EAST, tables, strict=True)
        )
    )


@model(
    "governance.grade",
    reads=("governance.filed", "governance.rule_result", "governance.rule_failure", "bank.organisation"),
)
def grade(
    filed: ir.Table,
    results: ir.Table,
    failures: ir.Table,
    organisations: ir.Table,
    *,
    good: float = 0.999,
    fair: float = 0.99,
) -> ir.Table:
    """The grade of the data of each branch and of each table in a month.

    A cell is a row asked by a rule. The share of cells that hold is taken for each class of checks, and the classes
    are weighted.

    Args:
        good: the score from which data is good.
        fair: the score from which it is fair.
    """
    rules = results.group_by("table", "class").aggregate(rules=results.count())
    cells = filed.inner_join(rules, "table").select("table", "org_id", "class", cells=_.rows * _.rules)
    wrong = failures.filter(~failures.exempt)
    failed = wrong.group_by("table", "org_id", "class").aggregate(failed=wrong.count())
    both = cells.left_join(failed, ["table", "org_id", "class"]).select(
        "table", "org_id", "class", "cells", failed=_.failed.fill_null(0)
    )
    placed = both.left_join(answers(organisations), "org_id")
    subjects = ibis.union(
        placed.select("class", "cells", "failed", kind=ibis.literal("table"), subject="table"),
        placed.select(
            "class", "cells", "failed", kind=ibis.literal("organisation"), subject=_.branch.fill_null(placed.org_id)
        ),
    )
    classes = subjects.group_by("kind", "subject", "class").aggregate(cells=_.cells.sum(), failed=_.failed.sum())
    weight = classes["class"].cases(*WEIGHTS.items(), else_=0)
    holds = 1 - classes.failed.cast("float64") / classes.cells
    weighed = classes.mutate(weight=weight, held=weight * holds)
    # each class is one row; added in the order of the classes, their sum is the same on every engine
    held = (weighed.held.max(where=weighed["class"] == name).fill_null(0) for name in WEIGHTS)
    scores = weighed.group_by("kind", "subject").aggregate(
        cells=weighed.cells.sum(),
        failed=weighed.failed.sum(),
        score=reduce(add, held) / weighed.weight.sum(),
    )
    graded = ibis.cases((scores.score >= good, "good"), (scores.score >= fair, "fair"), else_="poor")
    return scores.mutate(grade=graded)


@model(
    "governance.mend",
    reads=(
        Read("governance.issue"),
        Read("governance.rule_failure", back=1),
        Read("governance.rule_result", back=1),
        Read("governance.indicator", back=1),
        "bank.organisation",
    ),
)
def mend(
    issues: ir.Table,
    failures: ir.Table,
    results: ir.Table,
    indicators: ir.Table,
    organisations: ir.Table,
    period: Period,
    *,
    days: int = 20,
    owner: str = "数字银行部",
) -> ir.Table:
    """What must be mended of what was collected last: by rule and branch, by indicator, and the issues that are open.

    Args:
        days: how many days of the month there are to mend what a check found.
        owner: who answers for an indicator that does not pass.
    """
    collected, due = str(period - 1), ibis.literal(period.first) + ibis.interval(days=days - 1)
    names = organisations.select("org_id", "name")
    rules = results.filter(results.period == collected).select("rule", "severity", "message_zh", "message_en")
    wrong = failures.filter((failures.period == collected) & ~failures.exempt).left_join(
        answers(organisations), "org_id"
    )
    wrong = wrong.mutate(answers=wrong.branch.coalesce(wrong.org_id, ibis.literal("")))
    counted = wrong.group_by("rule", "answers").aggregate(rows=wrong.count())
    told = counted.inner_join(rules, "rule").left_join(names, [("answers", "org_id")])
    checks = told.select(
        key=ibis.literal(f"{collected} ") + told.rule + " " + told.answers,
        owner=told.name.fill_null(told.answers),
        reason_zh=told.message_zh + "（" + told.rows.cast("string") + " 行）",
        reason_en=told.message_en + " (rows: " + told.rows.cast("string") + ")",
        due_on=due,
        weight=told.rows * ibis.ifelse(told.severity == "error", 3.0, 1.0),
        source=ibis.literal("check"),
    )
    differing = indicators.filter((indicators.period == collected) & (indicators.status == "differs"))
    crossed = differing.select(
        key=ibis.literal(f"{collected} ") + differing.indicator,
        owner=ibis.literal(owner),
        reason_zh=differing.title_zh + "与1104不一致",
        reason_en=differing.title_en + ": differs from 1104",
        due_on=due,
        weight=ibis.literal(1000.0),
        source=ibis.literal("cross"),
    )
    open_ones = issues.filter(
        (issues.raised_on <= period.last) & (issues.closed_on.isnull() | (issues.closed_on > period.last))
    )
    late = ibis.literal(period.last).delta(open_ones.due_on, unit="day")
    listed = open_ones.select(
        key="issue_id",
        owner="owner",
        reason_zh="title",
        reason_en=ibis.literal("Issue of data quality: ") + open_ones.subject,
        due_on="due_on",
        weight=100.0 + late.clip(lower=0).cast("float64"),
        source=ibis.literal("issue"),
    )
    return ibis.union(checks, crossed, listed)
