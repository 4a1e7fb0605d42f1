"""The batches of the night: how long they took, how late they ended, and what made them late."""

from __future__ import annotations

from functools import partial

from ibis.expr import types as ir

from lushan.runs.metric import metric, of_period
from lushan.runs.period import Period


def core_batch(batch_day: ir.Table, period: Period, *, core_job: str = "核心批量") -> ir.Table:
    """The nights of the core batch in a period."""
    return of_period(batch_day, period).filter(batch_day.job == core_job)


def report_batch(batch_day: ir.Table, period: Period, *, report_job: str = "报表批量") -> ir.Table:
    """The days of the report batch in a period."""
    return of_period(batch_day, period).filter(batch_day.job == report_job)


def report_batch_late_days(batch_day: ir.Table, period: Period, *, report_job: str = "报表批量") -> ir.Table:
    """The days of a period on which the report batch was late."""
    return report_batch(batch_day, period, report_job=report_job).filter(batch_day.late)


def report_first_links(batch_cause: ir.Table, period: Period, *, report_job: str = "报表批量") -> ir.Table:
    """The jobs that were late first on the days when the report batch was late."""
    causes = of_period(batch_cause, period)
    return causes.filter((causes.job == report_job) & causes.first_late)


batch = partial(metric, reads="operations.batch_day", owner="运维中心", better="down")


@batch(
    "operations.batch_minutes_mean",
    zh="核心批量平均时长",
    en="Core batch, mean",
    unit="minutes",
    formula=("本期核心批量时长的平均", "mean duration of the core batch"),
    rows=core_batch,
)
def batch_minutes_mean(rows: ir.Table) -> ir.Scalar:
    """How long the core batch took on a mean night."""
    return rows.minutes.mean()


@batch(
    "operations.batch_minutes",
    zh="核心批量最长时长",
    en="Core batch, longest",
    unit="minutes",
    formula=("核心批量自开始至完成的分钟数，取最长", "minutes from start to end of the core batch, the longest"),
    rows=core_batch,
    by=("run_on",),
)
def batch_minutes(rows: ir.Table) -> ir.Scalar:
    """How long the core batch took, on its longest night."""
    return rows.minutes.max()


def longest_core_batch(batch_day: ir.Table, period: Period, *, core_job: str = "核心批量") -> ir.Table:
    """The night of a period on which the core batch took longest."""
    nights = core_batch(batch_day, period, core_job=core_job)
    return nights.filter(nights.minutes == nights.minutes.max())


@batch(
    "operations.batch_longest_day",
    zh="核心批量最长日",
    en="Longest night of the core batch",
    unit="date",
    formula=("核心批量耗时最长的一天", "the day on which the core batch took longest"),
    rows=longest_core_batch,
)
def batch_longest_day(rows: ir.Table) -> ir.Scalar:
    """The day on which the core batch took longest; the earliest of several."""
    return rows.run_on.min()


@batch(
    "operations.core_batch_late_days",
    zh="核心批量延迟天数",
    en="Days the core batch was late",
    unit="count",
    formula=("核心批量晚于最晚完成时间的天数", "days on which the core batch missed its deadline"),
    rows=core_batch,
)
def core_batch_late_days(rows: ir.Table) -> ir.Scalar:
    """Days on which the core batch missed its deadline."""
    return rows.late.sum()


@batch(
    "operations.report_batch_finished",
    zh="报表批量最晚完成",
    en="Report batch, latest end",
    unit="time",
    formula=("报表批量完成的时刻，取最晚", "the time of day at which the report batch ended, the latest"),
    rows=report_batch,
    by=("run_on",),
)
def report_batch_finished(rows: ir.Table) -> ir.Scalar:
    """The time of day at which the report batch ended, on its latest day."""
    return rows.finished_time.max()


@batch(
    "operations.report_batch_late_days",
    zh="报表批量延迟天数",
    en="Days the report batch was late",
    unit="count",
    formula=("报表批量晚于最晚完成时间的天数", "days on which the report batch missed its deadline"),
    rows=report_batch,
)
def report_batch_late_count(rows: ir.Table) -> ir.Scalar:
    """Days on which the report batch missed its deadline."""
    return rows.late.sum()


@batch(
    "operations.report_batch_late",
    zh="报表批量延迟",
    en="Report batch late",
    unit="minutes",
    formula=("报表批量迟于最晚完成时间的分钟数", "minutes by which the report batch missed its deadline"),
    rows=report_batch_late_days,
    by=("run_on",),
    whole=False,
)
def report_batch_late(rows: ir.Table) -> ir.Scalar:
    """How late the report batch was."""
    return rows.late_minutes.max()


@batch(
    "operations.report_first_link",
    zh="报表延迟起因",
    en="First late link of the report batch",
    unit="count",
    formula=("以该作业为首个迟到环节的报表延迟天数", "late days of the report batch that began with this job"),
    reads="operations.batch_cause",
    rows=report_first_links,
    by=("link",),
    whole=False,
)
def report_first_link(rows: ir.Table) -> ir.Scalar:
    """Late days of the report batch, by the job that was late first."""
    return rows.run_on.nunique()


@batch(
    "operations.jobs_late_share",
    zh="批量迟到占比",
    en="Batch jobs late, share",
    unit="percent",
    decimals=4,
    formula=("迟到作业次数 ÷ 全部作业次数", "late runs of jobs ÷ all runs"),
    by=("job",),
)
def jobs_late_share(rows: ir.Table) -> ir.Scalar:
    """The share of all runs of batch jobs that missed their deadline."""
    return rows.late.sum() / rows.count()
