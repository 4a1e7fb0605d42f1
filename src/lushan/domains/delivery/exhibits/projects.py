"""Projects: where they stand, and which should have gone live."""

from __future__ import annotations

from ibis import _
from ibis.expr import types as ir

from lushan.domains.delivery.exhibits.fields import LINE
from lushan.domains.delivery.metrics.projects import portfolio
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.period import Period
from lushan.words import Text


@exhibit(
    "delivery.projects_by_state",
    kind="bar",
    name=("项目进展", "Projects by state"),
    zh="{{ delivery.projects_total }} 个一般项目，{{ delivery.projects_live }} 个已投产，"
    "{% if delivery.projects_overdue > 0 %}{{ delivery.projects_overdue }} 个已过计划投产日"
    "{% else %}在建项目均未逾期{% endif %}",
    en="Of {{ delivery.projects_total }} projects {{ delivery.projects_live }} are live"
    "{% if delivery.projects_overdue > 0 %} and {{ delivery.projects_overdue }} past their planned day"
    "{% else %}; none is past its planned day{% endif %}",
    label=LINE,
    fields=(
        Field("live", Text("已投产", "Live"), hue="green"),
        Field("on_plan", Text("推进中", "Under way"), hue="blue"),
        Field("overdue", Text("逾期未投产", "Overdue"), hue="ochre"),
        Field("stopped", Text("停止实施", "Stopped"), hue="grey"),
    ),
    axis=("项目（个）", "Projects"),
    reads="delivery.project",
)
def projects_by_state(projects: ir.Table, period: Period) -> ir.Table:
    """The projects of each line by their state; those under way are overdue once their planned day has passed."""
    rows = portfolio(projects, period)
    due = (rows.planned_live_on <= period.last).fill_null(False)
    lines = rows.group_by("line").aggregate(
        all=rows.count(),
        live=rows.count(where=rows.state == "live"),
        on_plan=rows.count(where=(rows.state == "on_plan") & ~due),
        overdue=rows.count(where=(rows.state == "on_plan") & due),
        stopped=rows.count(where=rows.state == "stopped"),
    )
    return lines.order_by(_.all.desc(), "line")


@exhibit(
    "delivery.projects_overdue",
    kind="table",
    name=("逾期未投产项目", "Overdue projects"),
    zh="{% if delivery.projects_overdue > 0 %}{{ delivery.projects_overdue }} 个项目已过计划投产日"
    "{% else %}没有逾期未投产的项目{% endif %}",
    en="{% if delivery.projects_overdue > 0 %}Projects past their planned day: {{ delivery.projects_overdue }}"
    "{% else %}No project is past its planned day{% endif %}",
    label=Field("name", Text("项目", "Project"), "text"),
    fields=(
        LINE,
        Field("planned_live_on", Text("计划投产日", "Planned day"), "date"),
        Field("days_overdue", Text("逾期", "Overdue"), "days"),
    ),
    reads="delivery.project",
    attention="long_overdue",
    note=("逾期超过三十天的标出", "Those more than thirty days overdue are marked"),
)
def projects_overdue(projects: ir.Table, period: Period, *, long_days: int = 30) -> ir.Table:
    """The projects that should have gone live by the end of the month, the longest overdue first.

    Args:
        long_days: the days overdue from which on a project is marked.
    """
    rows = portfolio(projects, period)
    late = rows.filter((rows.state == "on_plan") & (rows.planned_live_on <= period.last))
    late = late.mutate(days_overdue=-late.planned_live_on.delta(period.last, unit="day"))
    late = late.mutate(long_overdue=late.days_overdue > long_days)
    return late.select("name", "line", "planned_live_on", "days_overdue", "long_overdue").order_by(
        "planned_live_on", "name"
    )
