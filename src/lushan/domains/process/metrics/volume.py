"""How many approvals are started, ended and open, how many steps are decided and wait, and what is used."""

from __future__ import annotations

from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.metrics.rows import (
    OWNER,
    decided_in,
    finished_in,
    of_cases,
    of_tasks,
    open_at_end,
    pending_at_end,
    started_in,
)
from lushan.runs.clock import local_date
from lushan.runs.metric import metric
from lushan.runs.model import Read
from lushan.runs.period import Period


def started_beside_staff(cases: ir.Table, handlers: ir.Table, period: Period) -> ir.Table:
    """The approvals started in a period, each beside the number of staff at its end."""
    on = (handlers.joined_on.isnull() | (handlers.joined_on <= period.last)) & (
        handlers.left_on.isnull() | (handlers.left_on > period.last)
    )
    return started_in(cases, period).cross_join(handlers.filter(on).aggregate(staff=_.count()))


def unused(types: ir.Table, instances: ir.Table, period: Period) -> ir.Table:
    """The processes in use that nobody started in the six months up to a period's end."""
    first = (period - 5).first
    started_on = local_date(instances.started_at, period.zone)
    used = instances.filter(started_on.between(first, period.last)).select("type_id").distinct()
    return types.filter(types.opened_on.isnull() | (types.opened_on < first)).anti_join(used, "type_id")


@of_cases(
    "process.started",
    zh="发起量",
    en="Approvals started",
    unit="count",
    formula=("本期发起的审批数", "approvals started in the period"),
    rows=started_in,
    empty=0,
)
def started(rows: ir.Table) -> ir.Scalar:
    """Approvals started."""
    return rows.count()


@of_cases(
    "process.finished",
    zh="办结量",
    en="Approvals ended",
    unit="count",
    better="up",
    formula=(
        "本期办结的审批数（含驳回、撤回）",
        "approvals that ended in the period, rejected and withdrawn ones too",
    ),
    rows=finished_in,
    empty=0,
)
def finished(rows: ir.Table) -> ir.Scalar:
    """Approvals that ended."""
    return rows.count()


@of_cases(
    "process.open",
    zh="在途量",
    en="Approvals open",
    unit="count",
    better="down",
    formula=("期末已发起未办结的审批数", "started and not ended at the end"),
    rows=open_at_end,
    empty=0,
)
def open(rows: ir.Table) -> ir.Scalar:
    """Approvals open at the end."""
    return rows.count()


@of_tasks(
    "process.tasks_pending",
    zh="待处理量",
    en="Steps pending",
    unit="count",
    better="down",
    formula=("期末已到达未处理的步骤数", "steps that arrived and are not decided at the end"),
    rows=pending_at_end,
    empty=0,
)
def tasks_pending(rows: ir.Table) -> ir.Scalar:
    """Steps that wait for a decision."""
    return rows.count()


@of_tasks(
    "process.tasks_decided",
    zh="处理量",
    en="Steps decided",
    unit="count",
    better="up",
    formula=("本期处理的步骤数", "steps decided in the period"),
    rows=decided_in,
    empty=0,
)
def tasks_decided(rows: ir.Table) -> ir.Scalar:
    """Steps decided."""
    return rows.count()


@of_cases(
    "process.finish_rate",
    zh="办结率",
    en="Ended, share",
    unit="percent",
    decimals=4,
    better="up",
    formula=("本期办结 ÷（期初在途 + 本期发起）", "ended ÷ (open at the start + started)"),
)
def finish_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the approvals in hand that ended."""
    return rows.finished.sum() / rows.count()


@of_cases(
    "process.same_day_rate",
    zh="当日办结率",
    en="Ended the same day, share",
    unit="percent",
    decimals=4,
    better="up",
    formula=("当日发起当日办结 ÷ 本期办结", "ended on the day they started ÷ ended"),
    rows=finished_in,
)
def same_day_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the approvals that ended on the day they were started."""
    return rows.same_day.sum() / rows.count()


@of_cases(
    "process.steps_mean",
    zh="平均环节数",
    en="Steps an approval",
    unit="ratio",
    decimals=2,
    better="down",
    formula=("办结审批的处理步骤数 ÷ 本期办结", "steps decided ÷ approvals that ended"),
    rows=finished_in,
)
def steps_mean(rows: ir.Table) -> ir.Scalar:
    """How many decisions an approval took."""
    return rows.steps.mean()


@of_cases(
    "process.urgent_share",
    zh="紧急件占比",
    en="Urgent, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("本期发起的紧急审批 ÷ 本期发起", "urgent ÷ started"),
    rows=started_in,
)
def urgent_share(rows: ir.Table) -> ir.Scalar:
    """The share of the approvals started that were called urgent."""
    return rows.urgent.sum() / rows.count()


@of_cases(
    "process.aborted",
    zh="异常中断数",
    en="Broken off",
    unit="count",
    better="down",
    formula=("本期异常中断的审批数", "approvals broken off by the system in the period"),
    rows=lambda cases, period: finished_in(cases, period).filter(_.state == "aborted"),
    empty=0,
)
def aborted(rows: ir.Table) -> ir.Scalar:
    """Approvals that the system broke off."""
    return rows.count()


@of_cases(
    "process.usage",
    zh="流程使用频率",
    en="Started for each hundred staff",
    unit="ratio",
    decimals=2,
    formula=("本期发起 ÷ 在册员工 × 100", "started ÷ staff × 100"),
    rows=started_beside_staff,
    reads=("process.case", "process.handler"),
    by=("process",),
)
def usage(rows: ir.Table) -> ir.Scalar:
    """How often a process is started for each hundred of staff."""
    return rows.count() * 100 / rows.staff.max()


@metric(
    "process.idle_types",
    zh="僵尸流程数",
    en="Idle processes",
    unit="count",
    better="down",
    formula=("近六个月无人发起的流程数", "processes that nobody started in six months"),
    rows=unused,
    reads=("process.type", Read("process.instance", back=5)),
    owner=OWNER,
)
def idle_types(rows: ir.Table) -> ir.Scalar:
    """Processes that nobody has started for half a year."""
    return rows.count()
