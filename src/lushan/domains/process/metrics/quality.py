"""What is sent back, rejected, withdrawn, passed on and done again."""

from __future__ import annotations

from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.metrics.rows import (
    SECONDS_AN_HOUR,
    decided_in,
    finished_in,
    of_cases,
    of_tasks,
    returned_in,
)
from lushan.runs.metric import of_period

NODES = ("department", "process", "node", ("process", "node"))


@of_cases(
    "process.return_rate",
    zh="回退率",
    en="Sent back, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("有退回的审批 ÷ 本期办结", "approvals sent back at least once ÷ ended"),
    rows=finished_in,
)
def return_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the approvals that were sent back."""
    return (rows.returns > 0).sum() / rows.count()


@of_cases(
    "process.returns_mean",
    zh="回退次数均值",
    en="Returns an approval",
    unit="ratio",
    decimals=3,
    better="down",
    formula=("退回次数合计 ÷ 本期办结", "returns ÷ ended"),
    rows=finished_in,
)
def returns_mean(rows: ir.Table) -> ir.Scalar:
    """How often an approval was sent back."""
    return rows.returns.mean()


@of_tasks(
    "process.node_return_rate",
    zh="节点回退率",
    en="Returns at a node, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("该节点的退回 ÷ 该节点的处理", "returns ÷ decisions at the node"),
    rows=decided_in,
    by=NODES,
)
def node_return_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the decisions that sent an approval back."""
    return (rows.action == "return").sum() / rows.count()


@of_cases(
    "process.rework_hours",
    zh="返工时长",
    en="Rework",
    unit="hours",
    better="down",
    formula=(
        "办结审批重复到达同一节点的停留工作小时合计",
        "working hours in repeated visits of a node, of those that ended",
    ),
    rows=finished_in,
)
def rework_hours(rows: ir.Table) -> ir.Scalar:
    """The working time of visits that repeat an earlier one."""
    return rows.rework_seconds.sum() / SECONDS_AN_HOUR


@of_cases(
    "process.rework_share",
    zh="返工率",
    en="Rework, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("返工时长 ÷ 审批总时长", "rework ÷ cycle time"),
    rows=finished_in,
)
def rework_share(rows: ir.Table) -> ir.Scalar:
    """The part of the cycle time that was rework."""
    return rows.rework_seconds.sum() / rows.cycle_seconds.sum().nullif(0)


@of_cases(
    "process.first_time_through",
    zh="一次通过率",
    en="First time through",
    unit="percent",
    decimals=4,
    better="up",
    formula=("未退回、驳回、撤回而通过 ÷ 本期办结", "approved and never sent back ÷ ended"),
    rows=finished_in,
)
def first_time_through(rows: ir.Table) -> ir.Scalar:
    """The share of the approvals that passed at the first attempt."""
    return rows.clean.sum() / rows.count()


@of_cases(
    "process.reject_rate",
    zh="驳回率",
    en="Rejected, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("本期驳回 ÷ 本期办结", "rejected ÷ ended"),
    rows=finished_in,
)
def reject_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the approvals that were rejected."""
    return (rows.state == "rejected").sum() / rows.count()


@of_cases(
    "process.withdraw_rate",
    zh="撤回率",
    en="Withdrawn, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("本期撤回 ÷ 本期发起", "withdrawn in the period ÷ started in the period"),
    rows=lambda cases, period: of_period(cases, period).filter(_.started | (_.state == "withdrawn")),
)
def withdraw_rate(rows: ir.Table) -> ir.Scalar:
    """Approvals withdrawn for each one started."""
    return (rows.state == "withdrawn").sum() / rows.started.sum().nullif(0)


@of_tasks(
    "process.transfer_rate",
    zh="转办率",
    en="Transferred, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("转办 ÷ 本期处理", "transfers ÷ decisions"),
    rows=decided_in,
)
def transfer_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the decisions that passed a step to someone else."""
    return (rows.action == "transfer").sum() / rows.count()


@of_tasks(
    "process.cosign_rate",
    zh="加签率",
    en="Co-signed, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("加签 ÷ 本期处理", "co-signs ÷ decisions"),
    rows=decided_in,
)
def cosign_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the decisions that asked someone else to sign too."""
    return (rows.action == "cosign").sum() / rows.count()


@of_tasks(
    "process.attachment_return_rate",
    zh="附件缺失退回率",
    en="Returns for missing papers, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("因附件缺失的退回 ÷ 本期退回", "returns for missing attachments ÷ returns"),
    rows=returned_in,
)
def attachment_return_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the returns that a check for papers would have saved."""
    return (rows.reason == "missing_attachment").sum() / rows.count()


@of_cases(
    "process.path_fit",
    zh="路径符合度",
    en="On the model path, share",
    unit="percent",
    decimals=4,
    better="up",
    formula=("沿标准路径通过 ÷ 本期办结", "approved along the model path ÷ ended"),
    rows=finished_in,
)
def path_fit(rows: ir.Table) -> ir.Scalar:
    """The share of the approvals that followed their model path."""
    return rows.fits.sum() / rows.count()
