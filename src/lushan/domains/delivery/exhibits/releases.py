"""Releases: by window, by class, and how long they took to come."""

from __future__ import annotations

from ibis.expr import types as ir

from lushan.domains.delivery.exhibits.fields import CLASSES, MONTH
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.period import Period
from lushan.words import Text

RELEASED_ORDERS = ("上线任务单（个）", "Work orders released")


def by_class(rows: ir.Table) -> dict[str, ir.IntegerScalar]:
    """How many work orders of each class there are."""
    return {field.column: rows.count(where=rows["class"] == field.column) for field in CLASSES}


def released_since(life: ir.Table, first: Period, period: Period) -> ir.Table:
    """The work orders released from the beginning of one period to the end of another, with their month."""
    rows = life.filter(life.released_on.between(first.first, period.last))
    return rows.mutate(month=rows.released_on.strftime("%Y-%m"))


@exhibit(
    "delivery.releases_by_window",
    kind="stack",
    name=("各投产窗口上线", "Releases by window"),
    zh="{% if delivery.windows_used > 0 %}"
    "{% for window in delivery.window_released.by('window_on') if window > 0 %}"
    "{{ window.dims[0] | day }}窗口投产 {{ window }} 个{% if not loop.last %}，{% endif %}{% endfor %}"
    "{% else %}本月没有启用投产窗口{% endif %}",
    en="{% if delivery.windows_used > 0 %}"
    "{% for window in delivery.window_released.by('window_on') if window > 0 %}"
    "{{ window }} went live on {{ window.dims[0] | day }}{% if not loop.last %}, {% endif %}{% endfor %}"
    "{% else %}No release window was used this month{% endif %}",
    label=Field("window_on", Text("投产窗口", "Release window"), "date"),
    fields=CLASSES,
    axis=RELEASED_ORDERS,
    reads="delivery.ticket_life",
    note=("近三个月的计划窗口", "Planned windows of three months"),
)
def releases_by_window(life: ir.Table, period: Period) -> ir.Table:
    """What went live in each planned window of three months, by class."""
    rows = released_since(life, period - 2, period).filter(life.window_on.notnull())
    return rows.group_by("window_on").aggregate(**by_class(rows)).order_by("window_on")


@exhibit(
    "delivery.releases_by_class",
    kind="stack",
    name=("月度上线分类", "Releases by class"),
    zh="近六个月平均每月上线常规需求 {{ delivery.monthly_mean_routine_6m }} 个、"
    "一般项目 {{ delivery.monthly_mean_projects_6m }} 个",
    en="{{ delivery.monthly_mean_routine_6m }} routine demands and {{ delivery.monthly_mean_projects_6m }} projects "
    "went live in a month, on the mean of six",
    label=MONTH,
    fields=CLASSES,
    axis=RELEASED_ORDERS,
    reads="delivery.ticket_life",
)
def releases_by_class(life: ir.Table, period: Period) -> ir.Table:
    """What went live in each of six months, by class."""
    rows = released_since(life, period - 5, period)
    return rows.group_by("month").aggregate(**by_class(rows)).order_by("month")


@exhibit(
    "delivery.lead_time_by_month",
    kind="line",
    name=("交付周期分位数", "Cycle time by month"),
    zh="本月上线的任务单，半数在 {{ delivery.cycle_median }} 天内，九成半在 {{ delivery.cycle_p95 }} 天内",
    en="Half of this month's releases took at most {{ delivery.cycle_median }} days, "
    "and nineteen in twenty at most {{ delivery.cycle_p95 }}",
    label=MONTH,
    fields=(
        Field("median", Text("中位数", "Median"), "days", 1, hue="green"),
        Field("p85", Text("P85", "P85"), "days", 1, hue="blue"),
        Field("p95", Text("P95", "P95"), "days", 1, hue="ochre"),
    ),
    axis=("自接单至上线（天）", "Days from acceptance to release"),
    reads="delivery.ticket_life",
)
def lead_time_by_month(life: ir.Table, period: Period) -> ir.Table:
    """The percentiles of the days that releases took, in twelve months."""
    rows = released_since(life, period - 11, period)
    took = rows.cycle_days
    percentiles = {"median": took.quantile(0.5), "p85": took.quantile(0.85), "p95": took.quantile(0.95)}
    return rows.group_by("month").aggregate(**percentiles).order_by("month")
