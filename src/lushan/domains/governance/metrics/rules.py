"""The rules that what was collected last is checked by, and the grades of the data."""

from __future__ import annotations

from functools import partial

import ibis
from ibis.expr import types as ir

from lushan.domains.governance.metrics.indicators import collected_last
from lushan.runs.metric import metric
from lushan.runs.model import Read
from lushan.runs.period import Period


def filed_rules(results: ir.Table, period: Period) -> ir.Table:
    """What came of the regulator's rules on the last collection."""
    rows = collected_last(results, period)
    return rows.filter(rows["class"] != "master")


def master_rules(results: ir.Table, period: Period) -> ir.Table:
    """What came of the rules of the customer master."""
    rows = collected_last(results, period)
    return rows.filter(rows["class"] == "master")


def filed_failures(failures: ir.Table, period: Period) -> ir.Table:
    """The cells of the last collection that fail, and are not documented."""
    rows = collected_last(failures, period)
    return rows.filter((rows["class"] != "master") & ~rows.exempt)


rule = partial(
    metric,
    reads=Read("governance.rule_result", back=1),
    owner="数字银行部",
    unit="count",
    rows=filed_rules,
    by=("class",),
)


@rule(
    "governance.rules_checked",
    zh="检核规则",
    en="Rules checked",
    formula=("对上期采集数据执行的校验规则数", "rules by which the last collection was checked"),
)
def rules_checked(rows: ir.Table) -> ir.Scalar:
    """Rules by which the last collection was checked."""
    return rows.count()


@rule(
    "governance.rules_passed_rate",
    zh="规则通过率",
    en="Rules passed",
    unit="percent",
    decimals=4,
    better="up",
    formula=("没有不符行的规则数 ÷ 检核规则数", "rules that no row breaks ÷ rules checked"),
)
def rules_passed_rate(rows: ir.Table) -> ir.Scalar:
    """The share of rules that no row breaks."""
    return rows.count(where=rows.status == "passed") / rows.count()


@rule(
    "governance.cells_checked",
    zh="应检项",
    en="Cells checked",
    formula=("各规则应检行数之和", "rows asked, added up over the rules"),
)
def cells_checked(rows: ir.Table) -> ir.Scalar:
    """Rows that were asked, added up over the rules."""
    return rows.checked.sum()


@rule(
    "governance.cells_failed",
    zh="不符项",
    en="Cells that fail",
    better="down",
    formula=("各规则不符行数之和，有据豁免的不计", "rows that break a rule, added up; documented ones do not count"),
)
def cells_failed(rows: ir.Table) -> ir.Scalar:
    """Rows that break a rule, added up over the rules."""
    return rows.failed.sum()


def filed_rules_before(results: ir.Table, period: Period) -> ir.Table:
    """What came of the regulator's rules on the collection before the last."""
    return filed_rules(results, period - 1)


@rule(
    "governance.cells_failed_before",
    zh="上一采集期不符项",
    en="Cells that failed in the collection before",
    better="down",
    formula=("上一采集期各规则不符行数之和", "rows that broke a rule in the collection before the last, added up"),
    reads=Read("governance.rule_result", back=2),
    rows=filed_rules_before,
    by=(),
)
def cells_failed_before(rows: ir.Table) -> ir.Scalar:
    """Rows that broke a rule in the collection before the last, added up over the rules."""
    return rows.failed.sum()


@rule(
    "governance.cells_exempt",
    zh="豁免项",
    en="Cells exempted",
    formula=("备注有据、单独计数的不符行数", "rows that break a rule for a documented reason"),
    by=(),
)
def cells_exempt(rows: ir.Table) -> ir.Scalar:
    """Rows that break a rule for a reason that their remark documents."""
    return rows.exempt.sum()


@rule(
    "governance.cells_passed_rate",
    zh="数据合格率",
    en="Cells that hold",
    unit="percent",
    decimals=6,
    better="up",
    formula=("1 − 不符项 ÷ 应检项", "1 − cells that fail ÷ cells checked"),
)
def cells_passed_rate(rows: ir.Table) -> ir.Scalar:
    """The share of cells that hold."""
    return 1 - rows.failed.sum() / rows.checked.sum()


@rule(
    "governance.master_failed",
    zh="客户主档不符项",
    en="Customer master, cells that fail",
    better="down",
    formula=("客户主档检核规则的不符行数之和", "customers that break a rule of the customer master, added up"),
    rows=master_rules,
    by=("rule",),
)
def master_failed(rows: ir.Table) -> ir.Scalar:
    """Customers that break a rule of the customer master, added up over its rules."""
    return rows.failed.sum()


@rule(
    "governance.master_passed_rate",
    zh="客户主档合格率",
    en="Customer master, cells that hold",
    unit="percent",
    decimals=4,
    better="up",
    formula=("1 − 客户主档不符项 ÷ 应检项", "1 − cells of the customer master that fail ÷ cells checked"),
    rows=master_rules,
    by=(),
)
def master_passed_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the customer master's cells that hold."""
    return 1 - rows.failed.sum() / rows.checked.sum()


def branches(grade: ir.Table, period: Period) -> ir.Table:
    """The grades of branches of the last collection."""
    rows = collected_last(grade, period)
    return rows.filter(rows.kind == "organisation")


def of_all(rows: ir.Table) -> ir.FloatingScalar:
    """The score of all branches."""
    weighed = rows.score.cast("decimal(14, 12)") * rows.cells  # a decimal, whose sum does not depend on the order
    return weighed.sum().cast("float64") / rows.cells.sum()


graded = partial(metric, reads=Read("governance.grade", back=1), owner="数字银行部", rows=branches)


@graded(
    "governance.branches_graded",
    zh="参评机构",
    en="Branches graded",
    unit="count",
    formula=("按数据质量得分评级的机构数", "branches whose data is graded"),
    by=("grade",),
    empty=0,
)
def branches_graded(rows: ir.Table) -> ir.Scalar:
    """Branches whose data is graded."""
    return rows.count()


@graded(
    "governance.score",
    zh="数据质量得分",
    en="Score of the data",
    unit="percent",
    decimals=4,
    better="up",
    formula=(
        "各机构按校验类别加权的合格率，以应检项为权的平均",
        "shares of cells that hold, weighted by class of checks, over branches by their cells",
    ),
)
def score(rows: ir.Table) -> ir.Scalar:
    """The score of the whole bank's data: that of its branches, each weighing what it filed."""
    return of_all(rows)


@graded(
    "governance.overall_grade",
    zh="数据质量总体评价",
    en="Grade of the data",
    unit="text",
    formula=("按数据质量得分评为好、中、差", "good, fair or poor by the score of the data"),
)
def overall_grade(rows: ir.Table, *, good: float = 0.999, fair: float = 0.99) -> ir.Scalar:
    """The grade of the whole bank's data.

    Args:
        good: the score from which data is good.
        fair: the score from which it is fair.
    """
    found = of_all(rows)
    return ibis.cases((found >= good, "good"), (found >= fair, "fair"), (found < fair, "poor"))
