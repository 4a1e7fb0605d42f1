"""Reminders and how they are answered, haste, phones, off-hours, and how the load is spread."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.metrics.rows import OWNER, decided_in, hours_at, of_tasks
from lushan.runs.metric import metric, of_period
from lushan.runs.period import Period


def of_amounts(tasks: ir.Table, period: Period) -> ir.Table:
    """The decisions of a period on forms that bear an amount."""
    return decided_in(tasks, period).filter(_.bears_amount)


def loads(tasks: ir.Table, period: Period) -> ir.Table:
    """How many decisions each handler made in a period, the fewest first."""
    return ranked(decided_in(tasks, period).filter(_.handler_id.notnull()), ())


def loads_within(tasks: ir.Table, period: Period) -> ir.Table:
    """How many decisions each handler made in a period for a department, the fewest of each first."""
    return ranked(decided_in(tasks, period).filter(_.handler_id.notnull()), ("department",))


def ranked(rows: ir.Table, within: tuple[str, ...]) -> ir.Table:
    """Handlers by their decisions, with their rank among those that they are compared with."""
    made = rows.group_by(*within, "handler_id").aggregate(decisions=rows.count())
    fewest = ibis.window(group_by=within or None, order_by=["decisions", "handler_id"])
    all_of_them = ibis.window(group_by=within or None)
    return made.mutate(rank=ibis.row_number().over(fewest) + 1, handlers=made.count().over(all_of_them))


def gini(rows: ir.Table) -> ir.FloatingScalar:
    """The Gini coefficient of ranked decisions: Σ(2·rank − n − 1)·decisions ÷ (n·Σ decisions)."""
    uneven = ((rows.rank * 2 - rows.handlers - 1) * rows.decisions).sum()
    return uneven / (rows.handlers.max() * rows.decisions.sum()).nullif(0)


@metric(
    "process.urgings",
    zh="催办量",
    en="Reminders",
    unit="count",
    better="down",
    formula=("本期催办次数", "reminders given in the period"),
    reads="process.urging",
    owner=OWNER,
    by=("department", "process", "node"),
    empty=0,
)
def urgings(rows: ir.Table) -> ir.Scalar:
    """Reminders that initiators gave."""
    return rows.count()


@metric(
    "process.urging_response",
    zh="催办响应",
    en="Response to a reminder, median",
    unit="hours",
    decimals=1,
    better="down",
    formula=(
        "催办至其后首次处理的工作小时，中位数",
        "working hours from a reminder to the next decision, the median",
    ),
    rows=lambda urgings, period: of_period(urgings, period).filter(_.response_seconds.notnull()),
    reads="process.urging",
    owner=OWNER,
    by=("department", "process", "node"),
)
def urging_response(rows: ir.Table) -> ir.Scalar:
    """How soon a reminder was followed by a decision."""
    return hours_at(rows.response_seconds, 0.5)


@of_tasks(
    "process.instant_rate",
    zh="秒批率",
    en="Instant approvals, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=(
        "涉及金额的步骤中查看后数秒内处理 ÷ 其处理量",
        "decided within seconds of the first view ÷ decided, of forms that bear an amount",
    ),
    rows=of_amounts,
)
def instant_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the decisions on amounts that nobody can have read for."""
    return rows.instant.sum() / rows.count()


@of_tasks(
    "process.mobile_share",
    zh="移动审批率",
    en="Decided on a phone, share",
    unit="percent",
    decimals=4,
    better="up",
    formula=("移动端处理 ÷ 本期处理", "decisions on a phone ÷ decisions"),
    rows=decided_in,
)
def mobile_share(rows: ir.Table) -> ir.Scalar:
    """The share of the decisions that were made on a phone."""
    return rows.mobile.sum() / rows.count()


@of_tasks(
    "process.off_hours_share",
    zh="夜间及节假日处理占比",
    en="Off-hours decisions, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=(
        "非工作日或上班前、下班后的处理 ÷ 本期处理",
        "decisions on days off, before or after office hours ÷ decisions",
    ),
    rows=decided_in,
)
def off_hours_share(rows: ir.Table) -> ir.Scalar:
    """The share of the decisions that were made at night or on days off."""
    return rows.off_hours.sum() / rows.count()


@of_tasks(
    "process.load",
    zh="人均处理量",
    en="Decisions a handler",
    unit="ratio",
    decimals=1,
    formula=("本期处理 ÷ 办理人数", "decisions ÷ handlers"),
    rows=decided_in,
)
def load(rows: ir.Table) -> ir.Scalar:
    """How many decisions a handler made."""
    return rows.count() / rows.handler_id.nunique().nullif(0)


@of_tasks(
    "process.pending_load",
    zh="人均待处理量",
    en="Pending a handler",
    unit="ratio",
    decimals=1,
    better="down",
    formula=("期末待处理 ÷ 本期办理与期末待办的人数", "pending ÷ those who decided or have something pending"),
    rows=lambda tasks, period: of_period(tasks, period).filter(_.decided | _.pending),
)
def pending_load(rows: ir.Table) -> ir.Scalar:
    """How many steps wait for a handler."""
    return rows.pending.sum() / rows.handler_id.nunique().nullif(0)


@of_tasks(
    "process.load_gini",
    zh="负荷集中度",
    en="Gini of the load",
    unit="ratio",
    decimals=3,
    better="down",
    formula=("各办理人处理量的基尼系数", "Gini coefficient of the decisions of each handler"),
    rows=loads,
    by=(),
)
def load_gini(rows: ir.Table) -> ir.Scalar:
    """How unevenly the decisions are spread: nought when all make as many."""
    return gini(rows)


@of_tasks(
    "process.load_gini_department",
    zh="部门内负荷集中度",
    en="Gini of the load in a department",
    unit="ratio",
    decimals=3,
    better="down",
    formula=("部门内各办理人处理量的基尼系数", "Gini coefficient of the decisions of each handler of a department"),
    rows=loads_within,
    by=("department",),
    whole=False,
)
def load_gini_department(rows: ir.Table) -> ir.Scalar:
    """How unevenly the decisions are spread within a department."""
    return gini(rows)
