"""What stands still and what is due."""

from __future__ import annotations

from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.exhibits.fields import DEPARTMENT, NODE, PROCESS, STALLED
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.clock import local_date
from lushan.runs.metric import of_period
from lushan.runs.period import Period
from lushan.words import Text


@exhibit(
    "process.stalled",
    kind="table",
    name=("滞留流程", "Stalled approvals"),
    zh="{% if process.stalled_cases > 0 %}{{ process.stalled_cases }} 件在途审批没有动静，"
    "最久 {{ process.stalled_days }} 个工作日"
    "{% else %}没有滞留的审批{% endif %}{% if process.open.exists %}，在途 {{ process.open }} 件{% endif %}",
    en="{% if process.stalled_cases > 0 %}Approvals that stand still: {{ process.stalled_cases }}, "
    "the longest for {{ process.stalled_days }} working days{% else %}No approval stands still{% endif %}"
    "{% if process.open.exists %}; {{ process.open }} are open{% endif %}",
    label=Field("instance_id", Text("实例编号", "Instance"), "id"),
    fields=(
        PROCESS,
        NODE,
        DEPARTMENT,
        Field("since", Text("停留自", "Since"), "date"),
        Field("idle_days", Text("停滞工作日", "Working days idle"), "ratio", 1),
        Field("reason", Text("原因", "Why"), "text", words=STALLED),
    ),
    reads="process.stalled",
)
def stalled(rows: ir.Table, period: Period) -> ir.Table:
    """The open approvals that stand still, the longest first."""
    found = of_period(rows, period)
    shown = found.mutate(since=local_date(found.arrived_at, period.zone))
    return shown.order_by(_.idle_days.desc(), "instance_id")


@exhibit(
    "process.due_by_department",
    kind="bar",
    name=("待处理与将到期", "Decisions due by department"),
    zh="{{ process.reminders }} 项审批已超过或将到时限，集中在这些部门",
    en="{{ process.reminders }} decisions are past their time or soon will be, most of them here",
    label=DEPARTMENT,
    fields=(
        Field("late", Text("已超时", "Overdue"), hue="ochre"),
        Field("soon", Text("将到期", "Due soon"), hue="blue"),
    ),
    axis=("待处理步骤（项）", "Pending steps"),
    reads="process.reminder",
)
def due_by_department(reminders: ir.Table, period: Period) -> ir.Table:
    """The ten departments that most of what is overdue or due waits for."""
    rows = of_period(reminders, period)
    counts = rows.group_by("department").aggregate(
        all=rows.count(), late=rows.count(where=rows.overdue), soon=rows.count(where=~rows.overdue)
    )
    return counts.order_by(_.all.desc(), "department").limit(10)
