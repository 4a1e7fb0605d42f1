"""How long approvals take, and where the time goes: waiting, deciding, and which nodes."""

from __future__ import annotations

from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.metrics.rows import (
    decided_in,
    finished_in,
    hours_at,
    mean_hours,
    of_cases,
    of_tasks,
    pending_at_end,
)
from lushan.runs.metric import of_period
from lushan.runs.period import Period

NODES = ("department", "process", "node", ("process", "node"))


def of_ended(tasks: ir.Table, cases: ir.Table, period: Period) -> ir.Table:
    """The decided steps of the approvals that ended in a period, each beside the cycle time of all of these."""
    ended = finished_in(cases, period)
    whole = ended.aggregate(all_cycle_seconds=ended.cycle_seconds.sum())
    mine = of_period(tasks, period).filter(_.decided_at.notnull()).semi_join(ended, "instance_id")
    return mine.cross_join(whole)


@of_cases(
    "process.cycle_mean",
    zh="审批总时长（均值）",
    en="Cycle time, mean",
    unit="hours",
    decimals=1,
    better="down",
    formula=(
        "本期办结审批自发起至结束的工作小时，平均",
        "working hours from start to end of those that ended, the mean",
    ),
    rows=finished_in,
)
def cycle_mean(rows: ir.Table) -> ir.Scalar:
    """How long an approval took on the mean."""
    return mean_hours(rows.cycle_seconds)


@of_cases(
    "process.cycle_median",
    zh="审批总时长（中位数）",
    en="Cycle time, median",
    unit="hours",
    decimals=1,
    better="down",
    formula=(
        "本期办结审批自发起至结束的工作小时，中位数",
        "working hours from start to end of those that ended, the median",
    ),
    rows=finished_in,
)
def cycle_median(rows: ir.Table) -> ir.Scalar:
    """What half of the approvals did not exceed."""
    return hours_at(rows.cycle_seconds, 0.5)


@of_cases(
    "process.cycle_p90",
    zh="审批总时长（九成）",
    en="Cycle time, P90",
    unit="hours",
    decimals=1,
    better="down",
    formula=(
        "本期办结审批自发起至结束的工作小时，九成不超过",
        "working hours from start to end of those that ended, P90",
    ),
    rows=finished_in,
)
def cycle_p90(rows: ir.Table) -> ir.Scalar:
    """What nine in ten approvals did not exceed."""
    return hours_at(rows.cycle_seconds, 0.9)


@of_cases(
    "process.cycle_natural_median",
    zh="审批自然时长（中位数）",
    en="Cycle time by the natural clock, median",
    unit="hours",
    decimals=1,
    better="down",
    formula=("本期办结审批自发起至结束的自然小时，中位数", "hours from start to end of those that ended, the median"),
    rows=finished_in,
)
def cycle_natural_median(rows: ir.Table) -> ir.Scalar:
    """What half of the approvals did not exceed, nights and holidays counted."""
    return hours_at(rows.natural_seconds, 0.5)


@of_tasks(
    "process.dwell_mean",
    zh="节点停留时长（均值）",
    en="Dwell at a node, mean",
    unit="hours",
    decimals=1,
    better="down",
    formula=("本期处理步骤自到达至处理的工作小时，平均", "working hours from arrival to decision, the mean"),
    rows=decided_in,
    by=NODES,
)
def dwell_mean(rows: ir.Table) -> ir.Scalar:
    """How long a step stayed with its handler on the mean."""
    return mean_hours(rows.dwell_seconds)


@of_tasks(
    "process.dwell_median",
    zh="节点停留时长（中位数）",
    en="Dwell at a node, median",
    unit="hours",
    decimals=1,
    better="down",
    formula=("本期处理步骤自到达至处理的工作小时，中位数", "working hours from arrival to decision, the median"),
    rows=decided_in,
    by=NODES,
)
def dwell_median(rows: ir.Table) -> ir.Scalar:
    """What half of the steps did not exceed."""
    return hours_at(rows.dwell_seconds, 0.5)


@of_tasks(
    "process.dwell_p90",
    zh="节点停留时长（九成）",
    en="Dwell at a node, P90",
    unit="hours",
    decimals=1,
    better="down",
    formula=("本期处理步骤自到达至处理的工作小时，九成不超过", "working hours from arrival to decision, P90"),
    rows=decided_in,
)
def dwell_p90(rows: ir.Table) -> ir.Scalar:
    """What nine in ten steps did not exceed."""
    return hours_at(rows.dwell_seconds, 0.9)


@of_tasks(
    "process.wait_median",
    zh="等待时长",
    en="Waiting before the first view, median",
    unit="hours",
    decimals=1,
    better="down",
    formula=(
        "本期处理步骤自到达至首次查看的工作小时，中位数",
        "working hours from arrival to the first view, the median",
    ),
    rows=decided_in,
)
def wait_median(rows: ir.Table) -> ir.Scalar:
    """How long a step lay unread."""
    return hours_at(rows.wait_seconds, 0.5)


@of_tasks(
    "process.touch_median",
    zh="办理时长",
    en="Touch time, median",
    unit="hours",
    decimals=1,
    better="down",
    formula=(
        "本期处理步骤自首次查看至处理的工作小时，中位数",
        "working hours from the first view to the decision, the median",
    ),
    rows=decided_in,
)
def touch_median(rows: ir.Table) -> ir.Scalar:
    """How long a step was worked on."""
    return hours_at(rows.touch_seconds, 0.5)


@of_tasks(
    "process.wait_share",
    zh="等待占比",
    en="Waiting, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("等待时长合计 ÷ 停留时长合计", "time unread ÷ time from arrival to decision"),
    rows=decided_in,
)
def wait_share(rows: ir.Table) -> ir.Scalar:
    """The share of the dwell in which nobody had looked."""
    return rows.wait_seconds.sum() / rows.dwell_seconds.sum().nullif(0)


@of_tasks(
    "process.node_share",
    zh="节点占比",
    en="Share of the cycle",
    unit="percent",
    decimals=4,
    better="down",
    formula=("该节点停留合计 ÷ 办结审批总时长合计", "dwell at the node ÷ cycle time of all that ended"),
    rows=of_ended,
    reads=("process.task", "process.case"),
    by=("node", ("process", "node")),
    whole=False,
)
def node_share(rows: ir.Table) -> ir.Scalar:
    """The part of all cycle time that goes by at a node."""
    return rows.dwell_seconds.sum() / rows.all_cycle_seconds.max().nullif(0)


@of_tasks(
    "process.overdue",
    zh="超时量",
    en="Steps overdue",
    unit="count",
    better="down",
    formula=("本期处理步骤中停留超过时限的数量", "steps decided later than their time allowed"),
    rows=lambda tasks, period: decided_in(tasks, period).filter(_.overdue),
    empty=0,
)
def overdue(rows: ir.Table) -> ir.Scalar:
    """Steps decided later than allowed."""
    return rows.count()


@of_tasks(
    "process.overdue_rate",
    zh="超时率",
    en="Overdue, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("超时步骤 ÷ 本期处理", "overdue ÷ decided"),
    rows=decided_in,
    by=NODES,
)
def overdue_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the steps that were decided later than allowed."""
    return rows.overdue.sum() / rows.count()


@of_tasks(
    "process.overdue_pending",
    zh="超时在办",
    en="Overdue and pending",
    unit="count",
    better="down",
    formula=("期末待处理步骤中已超过时限的数量", "pending steps past their time at the end"),
    rows=lambda tasks, period: pending_at_end(tasks, period).filter(_.overdue),
    empty=0,
)
def overdue_pending(rows: ir.Table) -> ir.Scalar:
    """Steps that wait still and are past their time."""
    return rows.count()
