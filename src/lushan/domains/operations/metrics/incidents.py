"""Incidents: how many there were, how long they took, and how available the systems were."""

from __future__ import annotations

from functools import partial

import ibis
from ibis.expr import types as ir

from lushan.runs.clock import elapsed
from lushan.runs.metric import metric
from lushan.runs.period import Period

incident = partial(metric, reads="operations.incident", owner="运维中心", better="down")


def production(incidents: ir.Table, period: Period) -> ir.Table:
    """The incidents of the production centre that began in a period."""
    return incidents.filter((incidents.site == "production") & period.holds(incidents.began_at))


@incident(
    "operations.incidents",
    zh="生产事件",
    en="Production incidents",
    unit="count",
    empty=0,
    formula=("本期生产中心发生的事件数", "incidents of the production centre that began in the period"),
    rows=production,
    by=("level", "kind"),
)
def incidents(rows: ir.Table) -> ir.Scalar:
    """Incidents of the production centre."""
    return rows.count()


@incident(
    "operations.incident_minutes",
    zh="事件平均恢复时长",
    en="Mean time to restore",
    unit="minutes",
    formula=("本期生产事件自发生至恢复的平均分钟数", "mean minutes from the beginning to the end of incidents"),
    rows=lambda incidents, period: production(incidents, period).filter(incidents.resolved_at.notnull()),
)
def incident_minutes(rows: ir.Table) -> ir.Scalar:
    """How long an incident of the production centre lasted on the mean."""
    return elapsed(rows.began_at, rows.resolved_at).mean() / 60


def outages(incidents: ir.Table, period: Period) -> ir.Table:
    """The production incidents that made systems unavailable in a period, with their seconds in it."""
    start, end = ibis.literal(period.start), ibis.literal(period.end)
    rows = incidents.filter(
        (incidents.site == "production")
        & (incidents.kind == "availability")
        & (incidents.began_at < end)
        & (incidents.resolved_at.isnull() | (incidents.resolved_at > start))
    )
    until = ibis.ifelse(rows.resolved_at < end, rows.resolved_at, end)
    since = ibis.ifelse(rows.began_at > start, rows.began_at, start)
    return rows.mutate(down_seconds=elapsed(since, until))


@incident(
    "operations.availability",
    zh="生产可用率",
    en="Availability",
    unit="percent",
    decimals=5,
    formula=("1 − 可用性事件中断时长合计 ÷ 本期时长", "1 − time lost to availability incidents ÷ time of the period"),
    rows=outages,
    better="up",
)
def availability(rows: ir.Table, period: Period) -> ir.Scalar:
    """The share of the period in which no incident kept a production system from its users."""
    seconds = int((period.end - period.start).total_seconds())
    return 1 - rows.down_seconds.sum().fill_null(0) / seconds


@incident(
    "operations.dr_incidents",
    zh="灾备中心安全事件",
    en="Security incidents of the recovery centre",
    unit="count",
    formula=("本期灾备中心的安全事件数", "security incidents of the recovery centre in the period"),
    rows=lambda incidents, period: incidents.filter(
        (incidents.site == "recovery") & (incidents.kind == "security") & period.holds(incidents.began_at)
    ),
)
def dr_incidents(rows: ir.Table) -> ir.Scalar:
    """Security incidents of the recovery centre."""
    return rows.count()
