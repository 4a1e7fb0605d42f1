"""E-contracts: how many are signed online, how long that takes, what is sent back and what stands still."""

from __future__ import annotations

from functools import partial

from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.metrics.rows import hours_at
from lushan.domains.process.working import HOURS_A_DAY
from lushan.runs.clock import local_date
from lushan.runs.metric import metric, of_period
from lushan.runs.period import Period


def archived(flows: ir.Table, period: Period) -> ir.Table:
    """The contracts archived up to a period's end."""
    return of_period(flows, period).filter(_.archived_at.notnull())


def archived_beside_day(flows: ir.Table, period: Period) -> ir.Table:
    """The archived contracts that have a day to be archived by, with the day on which they were."""
    rows = archived(flows, period).filter(_.archive_due_on.notnull())
    return rows.mutate(archived_on=local_date(rows.archived_at, period.zone))


def timed(legs: ir.Table, period: Period) -> ir.Table:
    """The moves of a period that came after another."""
    return of_period(legs, period).filter(_.seconds.notnull())


def of_vendors(legs: ir.Table, period: Period) -> ir.Table:
    """The moves of a period by which vendors signed."""
    return timed(legs, period).filter(_.milestone == "vendor_signed")


def of_days(checks: ir.Table, period: Period) -> ir.Table:
    """The signatures of a period."""
    return checks.filter(period.holds(checks.signed_on))


of_flows = partial(metric, reads="process.econtract_flow", owner="科技采购办")
of_checks = partial(metric, reads="process.seal_check", owner="科技采购办", rows=of_days)


@of_flows(
    "process.econtract_flows",
    zh="用印流程",
    en="E-contracts",
    unit="count",
    better="up",
    formula=("截至本期末申请的电子合同数", "e-contracts applied for up to the end of the period"),
    empty=0,
    by=("department", "milestone"),
)
def econtract_flows(rows: ir.Table) -> ir.Scalar:
    """E-contracts applied for up to now."""
    return rows.count()


@of_flows(
    "process.econtract_started",
    zh="本期用印申请",
    en="E-contracts applied for",
    unit="count",
    better="up",
    formula=("本期申请的电子合同数", "e-contracts applied for in the period"),
    rows=lambda flows, period: of_period(flows, period).filter(period.holds(flows.applied_at)),
    empty=0,
)
def econtract_started(rows: ir.Table) -> ir.Scalar:
    """E-contracts applied for in the period."""
    return rows.count()


@of_flows(
    "process.econtract_stalled",
    zh="签署滞留",
    en="E-contracts stalled",
    unit="count",
    better="down",
    formula=("期末超过规定工作日没有流转的电子合同数", "e-contracts without a move for too many working days"),
    rows=lambda flows, period: of_period(flows, period).filter(_.stalled),
    empty=0,
    by=("reason",),
)
def econtract_stalled(rows: ir.Table) -> ir.Scalar:
    """E-contracts that stand still."""
    return rows.count()


@of_flows(
    "process.econtract_returns_after_procurement",
    zh="采购办之后退回",
    en="Returns after the procurement office",
    unit="count",
    better="down",
    formula=(
        "截至本期末科技采购办之后各环节的退回次数",
        "returns at the desks after the procurement office, up to the end",
    ),
)
def econtract_returns_after_procurement(rows: ir.Table) -> ir.Scalar:
    """How often a contract was sent back after the procurement office."""
    return rows.returns_late.sum()


@of_flows(
    "process.econtract_return_rate",
    zh="用印退回率",
    en="E-contracts sent back, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("有退回的电子合同 ÷ 全部", "e-contracts sent back at least once ÷ all"),
)
def econtract_return_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the contracts that were sent back."""
    return (rows.returns > 0).sum() / rows.count()


@of_flows(
    "process.econtract_online_rate",
    zh="在线签署率",
    en="Signed online, share",
    unit="percent",
    decimals=4,
    better="up",
    formula=("线上签署的合同 ÷ 全部合同", "contracts signed online ÷ all"),
    by=("department",),
)
def econtract_online_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the contracts that are signed online."""
    return rows.online.sum() / rows.count()


@of_flows(
    "process.econtract_archived",
    zh="已归档合同",
    en="E-contracts archived",
    unit="count",
    better="up",
    formula=("截至本期末归档的电子合同数", "e-contracts archived up to the end of the period"),
    rows=archived,
    empty=0,
)
def econtract_archived(rows: ir.Table) -> ir.Scalar:
    """E-contracts that have come to their end."""
    return rows.count()


@of_flows(
    "process.econtract_days",
    zh="签署全程时长",
    en="E-contract, days from application to archive",
    unit="days",
    decimals=1,
    better="down",
    formula=("归档合同自申请至归档的工作日，中位数", "working days from application to archive, the median"),
    rows=archived,
)
def econtract_days(rows: ir.Table) -> ir.Scalar:
    """How long a contract took from desk to archive."""
    return hours_at(rows.cycle_seconds, 0.5) / HOURS_A_DAY


@of_flows(
    "process.econtract_resend_rate",
    zh="邀请重发率",
    en="Invitations sent again, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("重发过签署邀请的合同 ÷ 全部", "contracts whose invitation was sent again ÷ all"),
)
def econtract_resend_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the contracts whose vendor had to be invited again."""
    return (rows.resends > 0).sum() / rows.count()


@of_flows(
    "process.econtract_archived_on_time",
    zh="归档及时率",
    en="Archived on time, share",
    unit="percent",
    decimals=4,
    better="up",
    formula=("应归档日前归档 ÷ 已归档", "archived by their day ÷ archived"),
    rows=archived_beside_day,
)
def econtract_archived_on_time(rows: ir.Table) -> ir.Scalar:
    """The share of the contracts that were archived by their day."""
    return (rows.archived_on <= rows.archive_due_on).sum() / rows.count()


@of_flows(
    "process.econtract_pages_saved",
    zh="节省纸张",
    en="Pages saved",
    unit="count",
    better="up",
    formula=("已归档线上合同的页数合计 × 份数", "pages of archived online contracts × copies"),
    rows=lambda flows, period: archived(flows, period).filter(_.online),
)
def econtract_pages_saved(rows: ir.Table, *, copies: int = 4) -> ir.Scalar:
    """Pages that were never printed."""
    return rows.pages.sum() * copies


@metric(
    "process.econtract_leg_hours",
    zh="签署环节时长",
    en="Time in an e-contract segment",
    unit="hours",
    decimals=1,
    better="down",
    formula=("走到该环节所用的工作小时，中位数", "working hours to pass the milestone, the median"),
    rows=timed,
    reads="process.econtract_leg",
    owner="科技采购办",
    by=("milestone",),
    whole=False,
)
def econtract_leg_hours(rows: ir.Table) -> ir.Scalar:
    """How long each segment took."""
    return hours_at(rows.seconds, 0.5)


@metric(
    "process.econtract_vendor_hours",
    zh="对方签署时长",
    en="Time the vendor takes to sign",
    unit="hours",
    decimals=1,
    better="down",
    formula=(
        "邀请至对方签署的工作小时，中位数",
        "working hours from the invitation to the vendor's signature, the median",
    ),
    rows=of_vendors,
    reads="process.econtract_leg",
    owner="科技采购办",
)
def econtract_vendor_hours(rows: ir.Table) -> ir.Scalar:
    """How long vendors took to sign."""
    return hours_at(rows.seconds, 0.5)


@of_checks(
    "process.signatures",
    zh="签章次数",
    en="Signatures",
    unit="count",
    formula=("本期签章次数", "signatures in the period"),
    empty=0,
    by=("side", "finding"),
)
def signatures(rows: ir.Table) -> ir.Scalar:
    """Signatures that were made or tried."""
    return rows.count()


@of_checks(
    "process.signature_failure_rate",
    zh="签章核验失败率",
    en="Signatures that failed, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("核验未通过的签章 ÷ 本期签章", "signatures that failed a check ÷ all"),
    by=("side",),
)
def signature_failure_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the signatures whose names, certificate or file were wrong."""
    return (~rows.passed).sum() / rows.count()


@of_checks(
    "process.signature_first_rate",
    zh="一次成功率",
    en="Signed at the first attempt, share",
    unit="percent",
    decimals=4,
    better="up",
    formula=("首次签章即通过 ÷ 本期首次签章", "first attempts that passed ÷ first attempts"),
    rows=lambda checks, period: of_days(checks, period).filter(_.attempt == 1),
    by=("side",),
)
def signature_first_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the first attempts to sign that passed."""
    return rows.passed.sum() / rows.count()
