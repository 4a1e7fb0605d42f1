"""The batches of the night: the core's nights, and the chain that made the reports late."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.operations.exhibits.fields import SHADED, with_days_off
from lushan.domains.operations.metrics.batches import core_batch
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.clock import local
from lushan.runs.metric import of_period
from lushan.runs.period import Period
from lushan.words import Text

JOB = Field("link", Text("作业", "Job"), "text")


@exhibit(
    "operations.core_batch_by_night",
    kind="column",
    name=("核心批量每夜时长", "The core batch by night"),
    zh="核心批量平均 {{ operations.batch_minutes_mean }} 分钟，{{ operations.batch_longest_day }}最长，"
    "达 {{ operations.batch_minutes }} 分钟",
    en="The core batch took {{ operations.batch_minutes_mean }} minutes on the mean, "
    "and {{ operations.batch_minutes }} on {{ operations.batch_longest_day }}",
    label=Field("day", Text("批量日期", "Day of the run"), "date"),
    fields=(Field("minutes", Text("核心批量时长", "Core batch"), "minutes", hue="green"),),
    reads=("operations.batch_day", "bank.calendar"),
    attention="unusual",
    shade="day_off",
    note=(
        "超过均值一倍半或迟于最晚完成时间的标出；底色为非工作日",
        "Marked: over one and a half times the mean, or late. " + SHADED[1],
    ),
)
def core_batch_by_night(
    batch_day: ir.Table,
    calendar: ir.Table,
    period: Period,
    *,
    core_job: str = "核心批量",
    times_mean: float = 1.5,
) -> ir.Table:
    """How long the core batch took each night; a night is unusual when it was late or far over the mean.

    Args:
        core_job: what the core batch is called.
        times_mean: how many times the mean of its nights is unusual.
    """
    nights = core_batch(batch_day, period, core_job=core_job)
    mean = nights.minutes.mean().over(ibis.window())
    nights = nights.select("minutes", day="run_on", unusual=nights.late | (nights.minutes > times_mean * mean))
    return with_days_off(nights, calendar).order_by("day")


def report_causes(batch_cause: ir.Table, period: Period, report_job: str) -> ir.Table:
    """The late jobs behind the report batch on each day of a period that it was late."""
    return of_period(batch_cause, period).filter(batch_cause.job == report_job)


@exhibit(
    "operations.report_chain",
    kind="gantt",
    name=("报表批量最迟一天的迟到链", "The chain behind the latest report batch"),
    zh="{% if operations.report_batch_late_days > 0 %}"
    "最迟一天报表于 {{ operations.report_batch_finished }} 完成，标出的是首个迟到环节"
    "{% else %}本月报表批量没有延迟{% endif %}",
    en="{% if operations.report_batch_late_days > 0 %}"
    "On the latest day the reports were done at {{ operations.report_batch_finished }}; the first late link is marked"
    "{% else %}The report batch was never late this month{% endif %}",
    label=JOB,
    fields=(
        Field("planned", Text("计划开始", "Planned start"), "time"),
        Field("due", Text("最晚完成", "Deadline"), "time"),
        Field("started", Text("实际开始", "Started"), "time"),
        Field("ended", Text("实际完成", "Ended"), "time"),
    ),
    reads=("operations.batch_cause", "operations.batch_job"),
    attention="first_late",
)
def report_chain(causes: ir.Table, jobs: ir.Table, period: Period, *, report_job: str = "报表批量") -> ir.Table:
    """The late links of the day on which the report batch was latest, the first link first.

    Args:
        report_job: what the report batch is called.
    """
    rows = report_causes(causes, period, report_job)
    worst = rows.filter(rows.distance == 0).order_by(_.late_minutes.desc(), "run_on").limit(1).select("run_on")
    links = rows.semi_join(worst, "run_on")
    planned = jobs.select("run_on", "planned_start", link="job")
    joined = links.left_join(planned, ["run_on", "link"])
    return joined.select(
        "link",
        "distance",
        "first_late",
        planned=local(joined.planned_start, period.zone),
        due=local(joined.deadline, period.zone),
        started=local(joined.started_at, period.zone),
        ended=local(joined.ended_at, period.zone),
    ).order_by(_.distance.desc(), "started", "link")


@exhibit(
    "operations.report_late_days",
    kind="table",
    name=("报表批量延迟日", "Late days of the report batch"),
    zh="{% if operations.report_batch_late_days > 0 %}报表批量有 {{ operations.report_batch_late_days }} 天延迟"
    "{% else %}本月报表批量没有延迟{% endif %}",
    en="{% if operations.report_batch_late_days > 0 %}"
    "Days on which the report batch was late: {{ operations.report_batch_late_days }}"
    "{% else %}The report batch was never late this month{% endif %}",
    label=Field("run_on", Text("批量日期", "Day of the run"), "date"),
    fields=(
        Field("ended", Text("完成时刻", "Ended at"), "time"),
        Field("late_minutes", Text("迟到", "Late by"), "minutes"),
        Field("first_link", Text("首个迟到环节", "First late link"), "text"),
        Field("links", Text("迟到环节数", "Late links")),
    ),
    reads="operations.batch_cause",
    note=(
        "起因不止一个时，列出离报表最远的",
        "Where there were several causes, the farthest from the report batch is named",
    ),
)
def report_late_days(causes: ir.Table, period: Period, *, report_job: str = "报表批量") -> ir.Table:
    """The days on which the report batch was late, how late, and which job was late first.

    Args:
        report_job: what the report batch is called.
    """
    rows = report_causes(causes, period, report_job)
    counted = rows.group_by("run_on").aggregate(links=rows.count())
    first = rows.filter(rows.first_late)
    first = first.mutate(farthest=first.distance.max().over(ibis.window(group_by="run_on")))
    farthest = first.filter(first.distance == first.farthest)
    named = farthest.group_by("run_on").aggregate(first_link=farthest.link.min())
    late = rows.filter(rows.distance == 0).select("run_on", "ended_at", "late_minutes")
    joined = late.inner_join(counted, "run_on").left_join(named, "run_on")
    return joined.select(
        "run_on", "late_minutes", "first_link", "links", ended=local(joined.ended_at, period.zone)
    ).order_by("run_on")
