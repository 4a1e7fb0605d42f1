"""The key systems: how much they carried, how fast, and how often they failed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ibis.expr import types as ir

from lushan.runs.metric import Metric, change, metric, of_period
from lushan.runs.period import Period


def days_of(system: str) -> Callable[[ir.Table, Period], ir.Table]:
    """The days of one system in a period."""

    def days(system_day: ir.Table, period: Period) -> ir.Table:
        return of_period(system_day, period).filter(system_day.system == system)

    return days


def busiest_day_of(system: str) -> Callable[[ir.Table, Period], ir.Table]:
    """The day of a period on which one system carried most; several when they carried the same."""

    def busiest(system_day: ir.Table, period: Period) -> ir.Table:
        days = days_of(system)(system_day, period)
        return days.filter(days.transactions == days.transactions.max())

    return busiest


day = partial(metric, reads="operations.system_day", owner="运维中心")
core = partial(day, rows=days_of("core"), unit="count")
each = partial(day, by=("system",))


@core(
    "operations.core_volume",
    zh="核心日均交易量",
    en="Core transactions a day",
    formula=("本期核心交易量 ÷ 天数", "core transactions ÷ days"),
)
def core_volume(rows: ir.Table) -> ir.Scalar:
    """Transactions of the core system on a mean day."""
    return rows.transactions.sum() / rows.day.nunique()


@core(
    "operations.core_volume_max",
    zh="核心单日最高交易量",
    en="Core transactions on the busiest day",
    formula=("本期各日核心交易量的最大值", "the most core transactions on any day"),
    rows=busiest_day_of("core"),
)
def core_volume_max(rows: ir.Table) -> ir.Scalar:
    """Transactions of the core system on its busiest day."""
    return rows.transactions.max()


@core(
    "operations.core_busiest_day",
    zh="核心交易量最高日",
    en="Busiest day of the core system",
    unit="date",
    formula=("核心交易量最大的一天", "the day with the most core transactions"),
    rows=busiest_day_of("core"),
)
def core_busiest_day(rows: ir.Table) -> ir.Scalar:
    """The day on which the core system carried most; the earliest of several."""
    return rows.day.min()


@core(
    "operations.core_peak",
    zh="核心峰值分钟交易量",
    en="Core transactions in the busiest minute",
    formula=("本期任一分钟内核心交易量的最大值", "the most core transactions in any minute"),
)
def core_peak(rows: ir.Table) -> ir.Scalar:
    """Core transactions in the busiest minute."""
    return rows.peak_minute.max()


@core(
    "operations.core_headroom",
    zh="核心容量余量",
    en="Core headroom",
    unit="percent",
    decimals=4,
    formula=("1 − 峰值分钟交易量 ÷ 压测容量", "1 − busiest minute ÷ tested capacity"),
    better="up",
)
def core_headroom(rows: ir.Table, *, tested_per_minute: int = 600) -> ir.Scalar:
    """How much of the capacity that was tested the busiest minute left free."""
    return 1 - rows.peak_minute.max() / tested_per_minute


def latency(system: str, zh: str, en: str) -> Metric:
    """The mean latency of one system."""

    @day(
        f"operations.{system}_latency_ms",
        zh=f"{zh}平均耗时",
        en=f"{en} latency",
        unit="milliseconds",
        decimals=2,
        formula=("本期耗时合计 ÷ 交易量", "total latency ÷ transactions"),
        rows=days_of(system),
        better="down",
    )
    def latency(rows: ir.Table) -> ir.Scalar:
        """The mean latency of a transaction."""
        return rows.latency_total.sum().cast("float64") / rows.transactions.sum()

    return latency


core_latency = latency("core", "核心系统", "Core system")
credit_latency = latency("credit", "信贷系统", "Credit system")
mobile_latency = latency("mobile", "手机银行", "Mobile bank")


def percentile(share: int) -> Metric:
    """A percentile of the latencies of each system over the whole period."""

    @metric(
        f"operations.latency_p{share}",
        zh=f"耗时P{share}",
        en=f"Latency P{share}",
        unit="milliseconds",
        decimals=2,
        formula=(f"本期全部交易耗时的P{share}", f"P{share} of the latencies of all transactions"),
        reads="operations.system_month",
        owner="运维中心",
        by=("system",),
        whole=False,
        better="down",
    )
    def percentile(rows: ir.Table) -> ir.Scalar:
        """The latency that this share of the transactions kept within."""
        return rows[f"latency_p{share}"].max()

    return percentile


latency_p50, latency_p90, latency_p95, latency_p99 = (percentile(share) for share in (50, 90, 95, 99))


@each(
    "operations.success_rate",
    zh="技术成功率",
    en="Technical success",
    unit="percent",
    decimals=4,
    formula=("1 −（技术失败 + 超时）÷ 交易量", "1 − (technical failures + timeouts) ÷ transactions"),
    better="up",
)
def success_rate(rows: ir.Table) -> ir.Scalar:
    """The share of transactions that no technical fault ended."""
    return 1 - (rows.technical_failures.sum() + rows.timeouts.sum()) / rows.transactions.sum()


@each(
    "operations.timeout_rate",
    zh="超时率",
    en="Timeouts",
    unit="percent",
    decimals=5,
    formula=("超时笔数 ÷ 交易量", "timeouts ÷ transactions"),
    better="down",
)
def timeout_rate(rows: ir.Table) -> ir.Scalar:
    """The share of transactions that timed out."""
    return rows.timeouts.sum() / rows.transactions.sum()


@each(
    "operations.apdex",
    zh="满意度指数（Apdex）",
    en="Apdex",
    unit="ratio",
    decimals=3,
    formula=("（满意 + 可容忍 ÷ 2）÷ 交易量", "(satisfied + tolerated ÷ 2) ÷ transactions"),
    whole=False,
    better="up",
)
def apdex(rows: ir.Table) -> ir.Scalar:
    """How content users can be with a system's speed, from 0 to 1."""
    return (rows.satisfied.sum() + rows.tolerating.sum() / 2) / rows.transactions.sum()


core_volume_change = change(core_volume, zh="核心日均交易量较上月", en="Core transactions, change on last month")
core_peak_change = change(core_peak, zh="核心峰值较上月", en="Core peak, change on last month")
core_latency_change = change(core_latency, zh="核心平均耗时较上月", en="Core latency, change on last month")
credit_latency_change = change(credit_latency, zh="信贷平均耗时较上月", en="Credit latency, change on last month")
