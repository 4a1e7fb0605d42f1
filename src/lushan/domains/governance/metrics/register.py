"""What governance keeps: its policies, and the issues that are open."""

from __future__ import annotations

from functools import partial

import ibis
from ibis.expr import types as ir

from lushan.runs.metric import metric
from lushan.runs.period import Period


def touched(policy: ir.Table, period: Period) -> ir.Table:
    """The policies that were issued or revised in a period."""
    return policy.filter(period.holds(policy.issued_on) | period.holds(policy.revised_on).fill_null(False))


def in_force(policy: ir.Table, period: Period) -> ir.Table:
    """The policies that were issued up to the end of a period."""
    return policy.filter(policy.issued_on <= period.last)


def known(issue: ir.Table, period: Period) -> ir.Table:
    """The issues that were raised up to the end of a period."""
    return issue.filter(issue.raised_on <= period.last)


def still_open(issue: ir.Table, period: Period) -> ir.Table:
    """The issues that are open at the end of a period, with whether they are overdue."""
    rows = known(issue, period)
    rows = rows.filter(rows.closed_on.isnull() | (rows.closed_on > period.last))
    return rows.mutate(overdue=rows.due_on < ibis.literal(period.last))


def closed(issue: ir.Table, period: Period) -> ir.Table:
    """The issues that were closed in a period."""
    return issue.filter(period.holds(issue.closed_on).fill_null(False))


policies = partial(metric, reads="governance.policy", owner="数字银行部", unit="count", empty=0)
issues = partial(metric, reads="governance.issue", owner="数字银行部", unit="count", empty=0)


@policies(
    "governance.policies_touched",
    zh="印发与修订制度",
    en="Policies issued or revised",
    formula=("本期印发或修订的数据治理制度数", "policies of data governance issued or revised in the period"),
    rows=touched,
)
def policies_touched(rows: ir.Table) -> ir.Scalar:
    """Policies that were issued or revised in the period."""
    return rows.count()


@policies(
    "governance.policies_in_force",
    zh="数据治理制度",
    en="Policies of data governance",
    formula=("期末有效的数据治理制度数", "policies of data governance at the end of the period"),
    rows=in_force,
)
def policies_in_force(rows: ir.Table) -> ir.Scalar:
    """Policies of data governance at the end of the period."""
    return rows.count()


@issues(
    "governance.issues_open",
    zh="待销号数据问题",
    en="Issues open",
    better="down",
    formula=("期末尚未销号的数据质量问题数", "issues of data quality that are open at the end of the period"),
    rows=still_open,
    by=("source",),
)
def issues_open(rows: ir.Table) -> ir.Scalar:
    """Issues that are open at the end of the period."""
    return rows.count()


@issues(
    "governance.issues_overdue",
    zh="逾期数据问题",
    en="Issues overdue",
    better="down",
    formula=("期末已过要求完成日仍未销号的问题数", "open issues past their due date at the end of the period"),
    rows=still_open,
)
def issues_overdue(rows: ir.Table) -> ir.Scalar:
    """Open issues past their due date."""
    return rows.overdue.sum()


@issues(
    "governance.issues_closed",
    zh="本期销号数据问题",
    en="Issues closed",
    better="up",
    formula=("本期销号的数据质量问题数", "issues of data quality closed in the period"),
    rows=closed,
)
def issues_closed(rows: ir.Table) -> ir.Scalar:
    """Issues that were closed in the period."""
    return rows.count()


@issues(
    "governance.issues_closed_rate",
    zh="数据问题销号率",
    en="Issues closed, share",
    unit="percent",
    decimals=4,
    better="up",
    formula=("累计销号 ÷ 累计提出", "issues closed so far ÷ issues raised so far"),
    rows=known,
    empty=None,
)
def issues_closed_rate(rows: ir.Table, period: Period) -> ir.Scalar:
    """The share of issues raised so far that are closed."""
    return rows.count(where=(rows.closed_on <= period.last).fill_null(False)) / rows.count()
