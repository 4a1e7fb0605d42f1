"""User experience: where issues come from, how bad they are, and how many are solved."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.delivery.exhibits.fields import MONTH
from lushan.domains.delivery.metrics.experience import raised_by
from lushan.exhibits.days import months_to
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.period import Period
from lushan.words import Text

CHANNELS = (
    ("demo", Text("系统演示", "Demonstration")),
    ("survey", Text("一线调研", "Branch survey")),
    ("walk_through", Text("专项走查", "Walk-through")),
    ("tester", Text("测试人员", "Testers")),
    ("business", Text("业务人员", "Business staff")),
)
SEVERITIES = (
    ("blocking", Text("阻断", "Blocking")),
    ("serious", Text("严重", "Serious")),
    ("normal", Text("一般", "Normal")),
    ("advice", Text("建议", "Advice")),
)
STATES = (
    Field("solved", Text("已解决", "Solved"), hue="green"),
    Field("open", Text("在途", "Open"), hue="ochre"),
    Field("dropped", Text("拒绝或重复", "Refused or duplicate"), hue="grey"),
)
ISSUES = ("用户体验需求（条）", "UX issues")


def by_state(issues: ir.Table, period: Period, column: str) -> ir.Table:
    """The issues raised so far, by a column and by what became of them."""
    rows = raised_by(issues, period)
    waiting = ~rows.solved & rows.state.isin(["open", "solved"])
    return rows.group_by(column).aggregate(
        all=rows.count(),
        solved=rows.count(where=rows.solved),
        open=rows.count(where=waiting),
        dropped=rows.count(where=~rows.solved & ~waiting),
    )


@exhibit(
    "delivery.ux_by_channel",
    kind="bar",
    name=("用户体验需求来源", "UX issues by channel"),
    zh="{{ delivery.ux_issues }} 条用户体验需求已解决 {{ delivery.ux_solved_rate }}，在途 {{ delivery.ux_open }} 条",
    en="{{ delivery.ux_solved_rate }} of {{ delivery.ux_issues }} issues are solved; {{ delivery.ux_open }} are open",
    label=Field("channel", Text("来源", "Channel"), "text", words=CHANNELS),
    fields=STATES,
    axis=ISSUES,
    reads="delivery.ux_issue",
)
def ux_by_channel(issues: ir.Table, period: Period) -> ir.Table:
    """The issues of each channel, and what became of them."""
    return by_state(issues, period, "channel").order_by(_.all.desc(), "channel")


@exhibit(
    "delivery.ux_by_severity",
    kind="bar",
    name=("用户体验需求严重程度", "UX issues by severity"),
    zh="截至月末在途 {{ delivery.ux_open }} 条，按严重程度排列",
    en="What the {{ delivery.ux_open }} open issues weigh",
    label=Field("severity", Text("严重程度", "Severity"), "text", words=SEVERITIES),
    fields=STATES,
    axis=ISSUES,
    reads="delivery.ux_issue",
    attention="blocked",
    note=("仍有阻断类在途时标出", "Blocking issues are marked while any is open"),
)
def ux_by_severity(issues: ir.Table, period: Period) -> ir.Table:
    """The issues of each severity, and what became of them, the gravest first."""
    rows = by_state(issues, period, "severity")
    rank = ibis.cases(*((rows.severity == code, place) for place, (code, _) in enumerate(SEVERITIES)), else_=9)
    rows = rows.mutate(rank=rank, blocked=(rows.severity == "blocking") & (rows.open > 0))
    return rows.order_by("rank", "severity").drop("rank")


@exhibit(
    "delivery.ux_solved_rate_by_month",
    kind="line",
    name=("用户体验需求解决率", "UX issues solved by month"),
    zh="月末解决率 {{ delivery.ux_solved_rate }}"
    "{% if delivery.ux_solved_rate.before.exists %}，较上月{{ delivery.ux_solved_rate.change }}{% endif %}",
    en="{{ delivery.ux_solved_rate }} solved by the month's end"
    "{% if delivery.ux_solved_rate.before.exists %}, {{ delivery.ux_solved_rate.change }} on last month{% endif %}",
    label=MONTH,
    fields=(Field("rate", Text("累计解决率", "Solved of all raised"), "percent", 4, hue="green"),),
    reads="delivery.ux_issue",
)
def ux_solved_rate_by_month(issues: ir.Table, period: Period) -> ir.Table:
    """The share of all issues raised so far that was solved, at the end of each of twelve months."""

    def at_end(month: Period) -> ir.Table:
        rows = raised_by(issues, month)
        counted = rows.aggregate(raised=rows.count(), rate=rows.solved.sum() / rows.count().nullif(0))
        return counted.select("raised", "rate", month=ibis.literal(str(month)))

    months = ibis.union(*(at_end(month) for month in months_to(period, 12)))
    return months.filter(months.raised > 0).select("month", "rate").order_by("month")
