"""Operations' figures of the key systems and their batches."""

from __future__ import annotations

from collections.abc import Callable

from ibis.expr import types as ir

from lushan.runs.metric import Metric, change, metric, of_period
from lushan.runs.period import Period

RUN = "运维中心"
DAY, BATCH = "operations.system_day", "operations.batch_day"


def of_system(system: str) -> Callable[[ir.Table, Period], ir.Table]:
    """The days of one system in a period."""

    def days(system_day: ir.Table, period: Period) -> ir.Table:
        rows = of_period(system_day, period)
        return rows.filter(rows.system == system)

    return days


@metric(
    "operations.core_volume", zh="核心日均交易量", en="Core transactions a day", unit="count", owner=RUN,
    formula=("本期核心交易量 ÷ 天数", "core transactions ÷ days"), reads=DAY, rows=of_system("core"), by=("day",),
)  # fmt: skip
def core_volume(rows: ir.Table) -> ir.Scalar:
    """Transactions of the core system on a mean day."""
    return rows.transactions.sum() / rows.day.nunique()


core_volume_change = change(
    core_volume, zh="核心日均交易量较上月", en="Core transactions a day, change on last month"
)


@metric(
    "operations.core_peak", zh="核心峰值分钟交易量", en="Core transactions in the busiest minute", unit="count", owner=RUN,
    formula=("本期任一分钟内核心交易量的最大值", "the most core transactions in any minute"), reads=DAY,
    rows=of_system("core"), by=("day",),
)  # fmt: skip
def core_peak(rows: ir.Table) -> ir.Scalar:
    """Core transactions in the busiest minute."""
    return rows.peak_minute.max()


core_peak_change = change(core_peak, zh="核心峰值较上月", en="Core peak, change on last month")


@metric(
    "operations.core_headroom", zh="核心容量余量", en="Core headroom", unit="percent", decimals=4, owner=RUN, better="up",
    formula=("1 − 峰值分钟交易量 ÷ 压测容量", "1 − busiest minute ÷ tested capacity"), reads=DAY, rows=of_system("core"),
)  # fmt: skip
def core_headroom(rows: ir.Table, *, tested_per_minute: int = 600) -> ir.Scalar:
    """How much of the capacity that was tested the busiest minute left free."""
    return 1 - rows.peak_minute.max() / tested_per_minute


def _latency(system: str, zh: str, en: str) -> Metric:
    @metric(
        f"operations.{system}_latency_ms", zh=f"{zh}平均耗时", en=f"{en} latency", unit="milliseconds", decimals=2,
        formula=("本期耗时合计 ÷ 交易量", "total latency ÷ transactions"), reads=DAY, rows=of_system(system), by=("day",),
        better="down", owner=RUN,
    )  # fmt: skip
    def latency(rows: ir.Table) -> ir.Scalar:
        """The mean latency of a transaction."""
        return rows.latency_total.sum() / rows.transactions.sum()

    return latency


core_latency = _latency("core", "核心系统", "Core system")
credit_latency = _latency("credit", "信贷系统", "Credit system")
core_latency_change = change(core_latency, zh="核心平均耗时较上月", en="Core latency, change on last month")
credit_latency_change = change(
    credit_latency, zh="信贷平均耗时较上月", en="Credit latency, change on last month"
)


@metric(
    "operations.latency_p95_worst", zh="日P95耗时最高值", en="Worst daily P95 latency", unit="milliseconds", decimals=2,
    formula=("本期各日P95耗时的最大值", "the greatest of the daily P95 latencies"), reads=DAY, by=("system",),
    better="down", owner=RUN, whole=False,
)  # fmt: skip
def latency_p95_worst(rows: ir.Table) -> ir.Scalar:
    """The worst day's P95 latency."""
    return rows.latency_p95.max()


@metric(
    "operations.success_rate", zh="技术成功率", en="Technical success", unit="percent", decimals=4, owner=RUN, better="up",
    formula=("1 −（技术失败 + 超时）÷ 交易量", "1 − (technical failures + timeouts) ÷ transactions"), reads=DAY, by=("system",),
)  # fmt: skip
def success_rate(rows: ir.Table) -> ir.Scalar:
    """The share of transactions that no technical fault ended."""
    return 1 - (rows.technical_failures.sum() + rows.timeouts.sum()) / rows.transactions.sum()


@metric(
    "operations.timeout_rate", zh="超时率", en="Timeouts", unit="percent", decimals=5, owner=RUN, better="down",
    formula=("超时笔数 ÷ 交易量", "timeouts ÷ transactions"), reads=DAY, by=("system",),
)  # fmt: skip
def timeout_rate(rows: ir.Table) -> ir.Scalar:
    """The share of transactions that timed out."""
    return rows.timeouts.sum() / rows.transactions.sum()


@metric(
    "operations.apdex", zh="Apdex", en="Apdex", unit="ratio", decimals=3, owner=RUN, better="up",
    formula=("（满意 + 可容忍 ÷ 2）÷ 交易量", "(satisfied + tolerated ÷ 2) ÷ transactions"), reads=DAY, by=("system",), whole=False,
)  # fmt: skip
def apdex(rows: ir.Table) -> ir.Scalar:
    """The Apdex index of user satisfaction."""
    return (rows.satisfied.sum() + rows.tolerating.sum() / 2) / rows.transactions.sum()


def of_job(batch_day: ir.Table, period: Period, *, core_job: str = "核心批量") -> ir.Table:
    """The nights of the core batch in a period."""
    rows = of_period(batch_day, period)
    return rows.filter(rows.job == core_job)


@metric(
    "operations.batch_minutes_mean", zh="核心批量平均时长", en="Core batch, mean", unit="minutes", owner=RUN, better="down",
    formula=("本期核心批量时长的平均", "mean duration of the core batch"), reads=BATCH, rows=of_job,
)  # fmt: skip
def batch_minutes_mean(rows: ir.Table) -> ir.Scalar:
    """How long the core batch took on a mean night."""
    return rows.minutes.mean()


@metric(
    "operations.batch_minutes", zh="核心批量最长时长", en="Core batch, longest", unit="minutes", owner=RUN, better="down",
    formula=("核心批量从开始到完成的分钟数，取最长", "minutes from start to end of the core batch, the longest"), reads=BATCH,
    rows=of_job, by=("run_on",),
)  # fmt: skip
def batch_minutes(rows: ir.Table) -> ir.Scalar:
    """How long the core batch took, on its longest night."""
    return rows.minutes.max()


def of_report(batch_day: ir.Table, period: Period, *, report_job: str = "报表批量") -> ir.Table:
    """The days of the report batch in a period."""
    rows = of_period(batch_day, period)
    return rows.filter(rows.job == report_job)


@metric(
    "operations.report_batch_finished", zh="报表批量最晚完成", en="Report batch, latest end", unit="time", owner=RUN,
    formula=("报表批量完成的时刻，取最晚", "the time of day at which the report batch ended, the latest"), reads=BATCH,
    rows=of_report, by=("run_on",), better="down",
)  # fmt: skip
def report_batch_finished(rows: ir.Table) -> ir.Scalar:
    """The time of day at which the report batch ended, on its latest day."""
    return rows.finished_time.max()


@metric(
    "operations.report_batch_late_days", zh="报表批量延迟天数", en="Days the report batch was late", unit="count", owner=RUN,
    formula=("报表批量晚于最晚完成时间的天数", "days on which the report batch missed its deadline"), reads=BATCH,
    rows=of_report, better="down",
)  # fmt: skip
def report_batch_late_days(rows: ir.Table) -> ir.Scalar:
    """Days on which the report batch missed its deadline."""
    return rows.late.sum()


@metric(
    "operations.report_batch_late", zh="报表批量延迟", en="Report batch late", unit="minutes", owner=RUN, better="down",
    formula=("报表批量迟到的分钟数", "minutes by which the report batch missed its deadline"), reads=BATCH,
    rows=lambda days, period: of_report(days, period).filter(lambda row: row.late), by=("run_on",), whole=False,
)  # fmt: skip
def report_batch_late(rows: ir.Table) -> ir.Scalar:
    """How late the report batch was."""
    return rows.late_minutes.max()


@metric(
    "operations.late_first_link", zh="报表延迟起因", en="First late link of the report batch", unit="count", owner=RUN,
    formula=("以该环节为首个迟到环节的报表延迟天数", "late days of the report batch that began with this job"),
    reads="operations.batch_cause", by=("link", ("run_on", "link")), whole=False,
    rows=lambda causes, period: of_report(causes, period).filter(lambda row: row.first_late),
)  # fmt: skip
def late_first_link(rows: ir.Table) -> ir.Scalar:
    """Late days of the report batch, by the job that was late first."""
    return rows.run_on.nunique()
