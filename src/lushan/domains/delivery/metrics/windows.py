"""Release windows: how many work orders went live in each, and how many could not wait for one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ibis.expr import types as ir

from lushan.domains.delivery.metrics.flow import released_in
from lushan.runs.metric import metric
from lushan.runs.period import Period

window = partial(metric, reads="delivery.ticket_life", owner="信息科技部")


def released_in_windows(life: ir.Table, period: Period) -> ir.Table:
    """The work orders released in the planned windows of a period."""
    return released_in(life, period).filter(life.window_on.notnull())


def six_months_of(kind: str) -> Callable[[ir.Table, Period], ir.Table]:
    """The work orders of one class released in a period and the five before it."""

    def released(life: ir.Table, period: Period) -> ir.Table:
        recent = life.released_on.between((period - 5).first, period.last)
        return life.filter(recent & (life["class"] == kind))

    return released


@window(
    "delivery.window_released",
    zh="窗口投产",
    en="Released in the window",
    unit="count",
    empty=0,
    formula=("本期在该投产窗口上线的任务单数", "work orders released on the window's day"),
    rows=released_in_windows,
    by=("window_on", ("window_on", "class")),
    whole=False,
)
def window_released(rows: ir.Table) -> ir.Scalar:
    """Work orders released in a planned window."""
    return rows.count()


@window(
    "delivery.windows_used",
    zh="投产窗口次数",
    en="Release windows used",
    unit="count",
    formula=("本期有任务单上线的投产窗口数", "planned windows in which anything was released"),
    rows=released_in_windows,
)
def windows_used(rows: ir.Table) -> ir.Scalar:
    """Planned windows in which work orders were released."""
    return rows.window_on.nunique()


@window(
    "delivery.emergency_rate",
    zh="紧急投产率",
    en="Emergency releases",
    unit="percent",
    decimals=4,
    formula=("窗口外上线 ÷ 本期上线", "released out of any planned window ÷ released"),
    rows=released_in,
    better="down",
    by=("line",),
)
def emergency_rate(rows: ir.Table) -> ir.Scalar:
    """The share of releases that did not wait for a window."""
    return rows.count(where=rows.window_on.isnull()) / rows.count()


@window(
    "delivery.monthly_mean_projects_6m",
    zh="近六个月月均一般项目",
    en="Projects a month, six-month mean",
    unit="count",
    formula=("近六个月上线的一般项目任务单数 ÷ 6", "project work orders released in six months ÷ 6"),
    rows=six_months_of("project"),
)
def monthly_mean_projects_6m(rows: ir.Table) -> ir.Scalar:
    """Project work orders released in a month, on the mean of six."""
    return rows.count() / 6


@window(
    "delivery.monthly_mean_routine_6m",
    zh="近六个月月均常规需求",
    en="Routine demands a month, six-month mean",
    unit="count",
    formula=("近六个月上线的常规需求任务单数 ÷ 6", "routine work orders released in six months ÷ 6"),
    rows=six_months_of("routine"),
)
def monthly_mean_routine_6m(rows: ir.Table) -> ir.Scalar:
    """Routine work orders released in a month, on the mean of six."""
    return rows.count() / 6
