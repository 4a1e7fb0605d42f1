"""Incidents of the production centre."""

from __future__ import annotations

from ibis.expr import types as ir

from lushan.domains.operations.metrics.incidents import production
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.clock import elapsed, local
from lushan.runs.period import Period
from lushan.words import Text

KINDS = (
    ("security", Text("安全", "Security")),
    ("availability", Text("可用性", "Availability")),
    ("performance", Text("性能", "Performance")),
    ("data", Text("数据", "Data")),
)


@exhibit(
    "operations.incidents",
    kind="table",
    name=("生产事件", "Production incidents"),
    zh="{% if operations.incidents > 0 %}本月生产事件 {{ operations.incidents }} 起，"
    "可用率 {{ operations.availability }}"
    "{% else %}本月没有生产事件{% endif %}",
    en="{% if operations.incidents > 0 %}Incidents in production: {{ operations.incidents }}; "
    "availability {{ operations.availability }}{% else %}No incident in production this month{% endif %}",
    label=Field("day", Text("日期", "Day"), "date"),
    fields=(
        Field("began", Text("发生时刻", "Began at"), "time"),
        Field("system", Text("系统", "System"), "text"),
        Field("kind", Text("类别", "Kind"), "text", words=KINDS),
        Field("level", Text("级别", "Level"), "text"),
        Field("minutes", Text("恢复用时", "Time to restore"), "minutes"),
    ),
    reads="operations.incident",
    attention="grave",
    note=("I、II 级标出", "Levels I and II are marked"),
)
def incidents(incidents: ir.Table, period: Period) -> ir.Table:
    """The incidents of the production centre that began in the month; the two gravest levels are marked."""
    rows = production(incidents, period)
    began = local(rows.began_at, period.zone)
    return rows.select(
        "incident_id",
        "system",
        "kind",
        "level",
        day=began.date(),
        began=began,
        minutes=elapsed(rows.began_at, rows.resolved_at) / 60,
        grave=rows.level.isin(["I", "II"]),
    ).order_by("began", "incident_id")
