"""User experience: the issues that were collected, and how many are solved."""

from __future__ import annotations

from functools import partial

from ibis.expr import types as ir

from lushan.runs.metric import metric
from lushan.runs.period import Period


def raised_by(issues: ir.Table, period: Period) -> ir.Table:
    """The issues raised up to the end of a period, with whether they are solved by then."""
    raised = issues.filter(issues.raised_on <= period.last)
    solved = (raised.state == "solved") & (raised.solved_on <= period.last)
    return raised.mutate(solved=solved.fill_null(False))


def solved_in(issues: ir.Table, period: Period) -> ir.Table:
    """The issues solved in a period."""
    return issues.filter((issues.state == "solved") & period.holds(issues.solved_on))


ux = partial(metric, reads="delivery.ux_issue", rows=raised_by, owner="测试中心")
count = partial(ux, unit="count", empty=0, by=("channel",))


@count(
    "delivery.ux_issues",
    zh="用户体验需求",
    en="UX issues",
    formula=("截至本期末收集的用户体验需求数", "issues raised up to the end of the period"),
    by=("channel", "severity"),
)
def ux_issues(rows: ir.Table) -> ir.Scalar:
    """UX issues collected from every channel."""
    return rows.count()


@count(
    "delivery.ux_solved",
    zh="已优化解决",
    en="UX issues solved",
    formula=("截至本期末已解决的用户体验需求数", "issues solved up to the end of the period"),
    better="up",
)
def ux_solved(rows: ir.Table) -> ir.Scalar:
    """UX issues solved."""
    return rows.solved.sum()


@count(
    "delivery.ux_open",
    zh="在途用户体验需求",
    en="UX issues open",
    formula=(
        "截至本期末未解决、未拒绝且不重复的需求数",
        "issues neither solved, refused nor duplicates by the end of the period",
    ),
    better="down",
)
def ux_open(rows: ir.Table) -> ir.Scalar:
    """UX issues that somebody still has to look after."""
    return rows.count(where=~rows.solved & rows.state.isin(["open", "solved"]))


@ux(
    "delivery.ux_solved_rate",
    zh="解决率",
    en="UX issues solved, share",
    unit="percent",
    decimals=4,
    formula=("已解决 ÷ 已收集", "solved ÷ raised"),
    better="up",
    by=("channel",),
)
def ux_solved_rate(rows: ir.Table) -> ir.Scalar:
    """The share of UX issues that is solved."""
    return rows.solved.sum() / rows.count()


@ux(
    "delivery.ux_systems",
    zh="涉及系统",
    en="Systems with UX issues",
    unit="count",
    formula=("收集到用户体验需求的系统数", "systems that issues were raised about"),
)
def ux_systems(rows: ir.Table) -> ir.Scalar:
    """Systems that UX issues were raised about."""
    return rows.system.nunique()


@ux(
    "delivery.ux_raised",
    zh="本期新增用户体验需求",
    en="UX issues raised in the period",
    unit="count",
    formula=("本期提出的用户体验需求数", "issues raised in the period"),
    rows=lambda issues, period: issues.filter(period.holds(issues.raised_on)),
)
def ux_raised(rows: ir.Table) -> ir.Scalar:
    """UX issues raised in the period."""
    return rows.count()


@ux(
    "delivery.ux_days_to_solve",
    zh="平均闭环天数",
    en="Days to solve a UX issue",
    unit="days",
    decimals=1,
    formula=("本期解决的需求自提出至解决的平均天数", "mean days from raised to solved of those solved in the period"),
    rows=solved_in,
    better="down",
)
def ux_days_to_solve(rows: ir.Table) -> ir.Scalar:
    """How many days it took to solve the issues solved in the period."""
    return rows.solved_on.delta(rows.raised_on, unit="day").mean()


@ux(
    "delivery.ux_on_time_rate",
    zh="用户体验按期解决率",
    en="UX issues solved on time",
    unit="percent",
    decimals=4,
    formula=("按要求完成日解决 ÷ 本期解决且有要求完成日", "solved by the due day ÷ solved in the period with one"),
    rows=lambda issues, period: solved_in(issues, period).filter(issues.due_on.notnull()),
    better="up",
)
def ux_on_time_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the issues solved in the period that kept their due day."""
    return rows.count(where=rows.solved_on <= rows.due_on) / rows.count()
