"""E-contracts: where they are, how long each segment takes, and which signatures failed."""

from __future__ import annotations

from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.exhibits.fields import MILESTONES, SIGNING
from lushan.domains.process.metrics.econtracts import of_days, timed
from lushan.domains.process.metrics.rows import SECONDS_AN_HOUR
from lushan.domains.process.models.econtracts import rank
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.metric import of_period
from lushan.runs.period import Period
from lushan.words import Text

MILESTONE = Field("milestone", Text("环节", "Milestone"), "text", words=MILESTONES)


@exhibit(
    "process.econtract_legs",
    kind="bar",
    name=("电子合同各环节时长", "Time in each segment of an e-contract"),
    zh="合同自申请至归档的中位时长 {{ process.econtract_days }} 个工作日，时间用在这些环节",
    en="Half of the contracts took no more than {{ process.econtract_days }} working days; this is where they went",
    label=MILESTONE,
    fields=(Field("hours", Text("中位时长", "Median time"), "hours", 1, hue="blue"),),
    reads="process.econtract_leg",
    note=("本月走过的环节，工作时间", "Milestones passed in the month, working time"),
)
def econtract_legs(legs: ir.Table, period: Period) -> ir.Table:
    """The median working time that each milestone took to pass, in the order of the way."""
    rows = timed(legs, period)
    made = rows.group_by("milestone").aggregate(
        hours=rows.seconds.cast("float64").quantile(0.5) / SECONDS_AN_HOUR, times=rows.count()
    )
    return made.mutate(rank=rank(made.milestone)).order_by("rank").drop("rank")


@exhibit(
    "process.econtracts_stalled",
    kind="table",
    name=("滞留的电子合同", "E-contracts that stand still"),
    zh="{% if process.econtract_stalled > 0 %}{{ process.econtract_stalled }} 份合同签署滞留"
    "{% else %}没有滞留的合同{% endif %}，线上签署共 {{ process.econtract_flows }} 份",
    en="{% if process.econtract_stalled > 0 %}Contracts that stand still: {{ process.econtract_stalled }}"
    "{% else %}No contract stands still{% endif %}, of {{ process.econtract_flows }} signed online",
    label=Field("flow_id", Text("流程编号", "Flow"), "id"),
    fields=(
        Field("party", Text("合同相对方", "Contract party"), "text"),
        MILESTONE,
        Field("idle_days", Text("停滞工作日", "Working days idle"), "ratio", 1),
        Field("reason", Text("原因", "Why"), "text", words=SIGNING),
    ),
    reads="process.econtract_flow",
)
def econtracts_stalled(flows: ir.Table, period: Period) -> ir.Table:
    """The contracts that have not moved for too long, the longest first."""
    return of_period(flows, period).filter(_.stalled).order_by(_.idle_days.desc(), "flow_id")


@exhibit(
    "process.signatures_failed",
    kind="table",
    name=("未通过的签章", "Signatures that failed"),
    zh="本月签章 {{ process.signatures }} 次，核验失败率 {{ process.signature_failure_rate }}",
    en="{{ process.signatures }} signatures were made or tried; {{ process.signature_failure_rate }} failed a check",
    label=Field("signature_id", Text("签章编号", "Signature"), "id"),
    fields=(
        Field("signed_on", Text("签章日", "Signed on"), "date"),
        Field("expected", Text("签约方", "Party"), "text"),
        Field("seal_name", Text("印章名称", "Name on the seal"), "text"),
        Field("finding", Text("核验结果", "Finding"), "text", words=SIGNING),
    ),
    reads="process.seal_check",
)
def signatures_failed(checks: ir.Table, period: Period) -> ir.Table:
    """The signatures of the month that failed a check, and by what."""
    return of_days(checks, period).filter(~_.passed).order_by("signed_on", "signature_id")
