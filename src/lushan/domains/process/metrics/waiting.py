"""What stands still, what must be decided, and who is listed."""

from __future__ import annotations

from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.metrics.rows import OWNER
from lushan.runs.metric import metric, of_period
from lushan.runs.period import Period


def ranked_departments(standings: ir.Table, period: Period) -> ir.Table:
    """The departments of a period that have decided enough to be ranked."""
    return of_period(standings, period).filter(_.eligible & (_.kind == "department"))


@metric(
    "process.stalled_cases",
    zh="滞留流程",
    en="Stalled approvals",
    unit="count",
    better="down",
    formula=("期末超过规定工作日没有动静的在途审批数", "open approvals without a move for too many working days"),
    reads="process.stalled",
    owner=OWNER,
    by=("reason", "department", "process"),
    empty=0,
)
def stalled_cases(rows: ir.Table) -> ir.Scalar:
    """Open approvals that stand still."""
    return rows.count()


@metric(
    "process.stalled_days",
    zh="滞留最久",
    en="Longest stalled",
    unit="days",
    decimals=1,
    better="down",
    formula=("滞留流程停滞的工作日数，最长", "working days without a move, the longest"),
    reads="process.stalled",
    owner=OWNER,
)
def stalled_days(rows: ir.Table) -> ir.Scalar:
    """How long the longest has stood still."""
    return rows.idle_days.max()


@metric(
    "process.reminders",
    zh="审批提醒",
    en="Decisions due",
    unit="count",
    better="down",
    formula=("期末超过时限或一日内到期的待处理步骤数", "pending steps past their time or due within a day"),
    reads="process.reminder",
    owner=OWNER,
    by=("department", "process"),
    empty=0,
)
def reminders(rows: ir.Table) -> ir.Scalar:
    """Steps that somebody should decide today."""
    return rows.count()


@metric(
    "process.standing_eligible",
    zh="参评对象",
    en="Eligible for the lists",
    unit="count",
    formula=("处理量达到参评下限的部门与个人数", "departments and people with decisions enough"),
    rows=lambda standings, period: of_period(standings, period).filter(_.eligible),
    reads="process.standing",
    owner=OWNER,
    by=("kind",),
    empty=0,
)
def standing_eligible(rows: ir.Table) -> ir.Scalar:
    """Departments and people that have decided enough to be ranked."""
    return rows.count()


@metric(
    "process.score",
    zh="审批得分",
    en="Score",
    unit="ratio",
    decimals=1,
    better="up",
    formula=(
        "100 − 40×停留中位数排位 − 30×超时率 − 20×致退率 − 10×久未查看率",
        "100 − 40 × rank of the median dwell − 30 × overdue − 20 × sent back − 10 × long unread",
    ),
    rows=ranked_departments,
    reads="process.standing",
    owner=OWNER,
    by=("department",),
    whole=False,
)
def score(rows: ir.Table) -> ir.Scalar:
    """How well a department decides."""
    return rows.score.max()
