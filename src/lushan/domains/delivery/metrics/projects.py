"""Projects: how many there are in the year, and where they stand."""

from __future__ import annotations

from functools import partial

import ibis
from ibis.expr import types as ir

from lushan.runs.metric import metric
from lushan.runs.period import Period


def portfolio(projects: ir.Table, period: Period) -> ir.Table:
    """The projects under way in a period's year, each with its state at the end of the period."""
    live = (projects.live_on <= period.last).fill_null(False)
    stopped = (projects.stopped_on <= period.last).fill_null(False)
    ended_on = ibis.coalesce(projects.live_on, projects.stopped_on)
    of_year = ended_on.isnull() | (ended_on >= period.year_to_date()[0].first)
    known = projects.filter((projects.approved_on <= period.last) & of_year)
    return known.mutate(state=ibis.cases((live, "live"), (stopped, "stopped"), else_="on_plan"))


project = partial(
    metric,
    reads="delivery.project",
    rows=portfolio,
    owner="信息科技部",
    unit="count",
    empty=0,
    by=("line",),
)


@project(
    "delivery.projects_total",
    zh="一般项目",
    en="Projects",
    formula=("本年在建及本年投产、停止的项目数", "projects under way in the year"),
)
def projects_total(rows: ir.Table) -> ir.Scalar:
    """Projects of the year."""
    return rows.count()


@project(
    "delivery.projects_live",
    zh="已投产项目",
    en="Projects live",
    formula=("本年已投产的项目数", "projects that went live this year"),
    better="up",
)
def projects_live(rows: ir.Table) -> ir.Scalar:
    """Projects that have gone live."""
    return rows.count(where=rows.state == "live")


@project(
    "delivery.projects_on_plan",
    zh="按计划推进项目",
    en="Projects on plan",
    formula=("未投产且未停止的项目数", "projects neither live nor stopped"),
)
def projects_on_plan(rows: ir.Table) -> ir.Scalar:
    """Projects that go on."""
    return rows.count(where=rows.state == "on_plan")


@project(
    "delivery.projects_stopped",
    zh="停止实施项目",
    en="Projects stopped",
    formula=("本年停止实施的项目数", "projects stopped this year"),
    better="down",
)
def projects_stopped(rows: ir.Table) -> ir.Scalar:
    """Projects that were stopped."""
    return rows.count(where=rows.state == "stopped")


@project(
    "delivery.projects_overdue",
    zh="逾期未投产项目",
    en="Projects overdue",
    formula=("计划投产日已过而未投产的在建项目数", "projects under way whose planned day has passed"),
    better="down",
)
def projects_overdue(rows: ir.Table, period: Period) -> ir.Scalar:
    """Projects that should have gone live by now."""
    return rows.count(where=(rows.state == "on_plan") & (rows.planned_live_on <= period.last))
