"""Robots: what a case took before and takes after, what was saved, and what made runs fail."""

from __future__ import annotations

from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.exhibits.fields import CAUSES
from lushan.domains.process.metrics.rows import SECONDS_AN_HOUR
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.metric import of_period
from lushan.runs.period import Period
from lushan.words import Text

SCENARIO = Field("scenario", Text("场景", "Scenario"), "text")
BEFORE = Field("minutes_before", Text("改造前", "By hand"), "minutes", 1, hue="grey")
AFTER = Field("minutes_after", Text("改造后", "By robot"), "minutes", 1, hue="green")


@exhibit(
    "process.robot_minutes",
    kind="table",
    name=("机器人场景成效", "What robots' scenarios gave"),
    zh="{{ process.robot_scenarios }} 个场景本月处理 {{ process.robot_cases }} 笔，"
    "节省 {{ process.robot_hours_saved }} 工时",
    en="{{ process.robot_scenarios }} scenarios did {{ process.robot_cases }} cases and saved "
    "{{ process.robot_hours_saved }} hours",
    label=SCENARIO,
    fields=(
        BEFORE,
        AFTER,
        Field("cases", Text("处理笔数", "Cases")),
        Field("hours_saved", Text("节省工时", "Hours saved"), "hours", 1),
        Field("success", Text("成功率", "Succeeded"), "percent", 3),
        Field("top_cause", Text("主要失败原因", "Main failure"), "text", words=CAUSES),
    ),
    reads="process.robot_month",
    attention="shaky",
    note=("成功率不足九成五的标出", "Marked: fewer than ninety-five in a hundred runs succeeded"),
)
def robot_minutes(months: ir.Table, period: Period, *, succeed_at_least: float = 0.95) -> ir.Table:
    """Each scenario's minutes a case before and after, and what it saved, those that saved most first.

    Args:
        succeed_at_least: the share of runs that should succeed.
    """
    rows = of_period(months, period)
    success = rows.successes / rows.runs.nullif(0)
    shown = rows.mutate(
        hours_saved=rows.saved_seconds / SECONDS_AN_HOUR,
        success=success,
        shaky=(success < succeed_at_least).fill_null(False),
    )
    return shown.order_by(_.hours_saved.desc(), "scenario")


@exhibit(
    "process.robot_failures",
    kind="bar",
    name=("机器人失败原因", "Why robots failed"),
    zh="{% if process.robot_failures > 0 %}本月运行失败 {{ process.robot_failures }} 次，成功率 "
    "{{ process.robot_success_rate }}{% else %}本月运行没有失败{% endif %}",
    en="{% if process.robot_failures > 0 %}Runs that failed: {{ process.robot_failures }}; "
    "{{ process.robot_success_rate }} succeeded{% else %}No run failed{% endif %}",
    label=Field("cause", Text("原因", "Cause"), "text", words=CAUSES),
    fields=(Field("times", Text("失败次数", "Failures"), hue="ochre"),),
    reads="process.robot_use",
)
def robot_failures(uses: ir.Table, period: Period) -> ir.Table:
    """The failed runs of the month by their cause, the most frequent first."""
    rows = of_period(uses, period).filter(_.result == "failure")
    return rows.group_by("cause").aggregate(times=rows.count()).order_by(_.times.desc(), "cause")
