"""The key systems: what they carried each day, and how fast they were."""

from __future__ import annotations

from dataclasses import replace

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.operations.exhibits.fields import (
    DAY,
    MONTH,
    PERCENTILES,
    REMARK,
    SHADED,
    SYSTEMS,
    with_days_off,
)
from lushan.domains.operations.metrics.systems import days_of
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.metric import of_period
from lushan.runs.model import Read
from lushan.runs.period import Period
from lushan.words import Text

LATENCY = ("交易耗时（毫秒）", "Latency (ms)")
CORE_P = (
    "{% if operations.latency_p50['core'].exists %}核心交易半数在 {{ operations.latency_p50['core'] }} 毫秒内完成，"
    "百分之九十九在 {{ operations.latency_p99['core'] }} 毫秒内"
    "{% else %}本月核心系统没有交易{% endif %}",
    "{% if operations.latency_p50['core'].exists %}"
    "Half of the core's transactions took at most {{ operations.latency_p50['core'] }} ms, "
    "ninety-nine in a hundred at most {{ operations.latency_p99['core'] }} ms"
    "{% else %}The core carried no transactions this month{% endif %}",
)


@exhibit(
    "operations.core_volume_by_day",
    kind="column",
    name=("核心系统每日交易量", "Core transactions by day"),
    zh="{{ operations.core_busiest_day }}交易最多，达 {{ operations.core_volume_max }} 笔；"
    "日均 {{ operations.core_volume }} 笔",
    en="{{ operations.core_busiest_day }} was the busiest day with {{ operations.core_volume_max }} transactions; "
    "a mean day had {{ operations.core_volume }}",
    label=DAY,
    fields=(Field("transactions", Text("核心交易量（笔）", "Core transactions"), hue="green"),),
    reads=("operations.system_day", "bank.calendar"),
    remark=REMARK,
    shade="day_off",
    note=SHADED,
)
def core_volume_by_day(system_day: ir.Table, calendar: ir.Table, period: Period) -> ir.Table:
    """The core system's transactions on each day, the busiest remarked."""
    days = days_of("core")(system_day, period).select("day", "transactions")
    most = days.transactions == days.transactions.max()
    days = days.mutate(remark=ibis.ifelse(most, "most", ibis.null("string")))
    return with_days_off(days, calendar).order_by("day")


@exhibit(
    "operations.core_peak_by_day",
    kind="line",
    name=("核心系统每日峰值", "The core's busiest minute by day"),
    zh="峰值每分钟 {{ operations.core_peak }} 笔，容量尚余 {{ operations.core_headroom }}",
    en="The busiest minute carried {{ operations.core_peak }} transactions, "
    "with {{ operations.core_headroom }} to spare",
    label=DAY,
    fields=(Field("peak", Text("峰值分钟交易量（笔）", "Transactions in the busiest minute"), hue="green"),),
    reads=("operations.system_day", "bank.calendar"),
    remark=REMARK,
    shade="day_off",
    note=SHADED,
)
def core_peak_by_day(system_day: ir.Table, calendar: ir.Table, period: Period) -> ir.Table:
    """The core system's busiest minute of each day, the greatest remarked."""
    days = days_of("core")(system_day, period).select("day", peak="peak_minute")
    days = days.mutate(remark=ibis.ifelse(days.peak == days.peak.max(), "most", ibis.null("string")))
    return with_days_off(days, calendar).order_by("day")


@exhibit(
    "operations.core_latency_by_day",
    kind="line",
    name=("核心系统每日耗时分位数", "Core latency by day"),
    zh=CORE_P[0],
    en=CORE_P[1],
    label=DAY,
    fields=PERCENTILES,
    axis=LATENCY,
    reads=("operations.system_day", "bank.calendar"),
    shade="day_off",
    note=SHADED,
)
def core_latency_by_day(system_day: ir.Table, calendar: ir.Table, period: Period) -> ir.Table:
    """The percentiles of the core system's latency on each day."""
    days = days_of("core")(system_day, period).select("day", *(field.column for field in PERCENTILES))
    return with_days_off(days, calendar).order_by("day")


@exhibit(
    "operations.core_latency_by_month",
    kind="line",
    name=("核心系统月度耗时分位数", "Core latency by month"),
    zh=CORE_P[0],
    en=CORE_P[1],
    label=MONTH,
    fields=PERCENTILES,
    axis=LATENCY,
    reads=Read("operations.system_month", back=11),
)
def core_latency_by_month(system_month: ir.Table) -> ir.Table:
    """The percentiles of the core system's latency over each of twelve months."""
    rows = system_month.filter(system_month.system == "core")
    return rows.select(*(field.column for field in PERCENTILES), month="period").order_by("month")


@exhibit(
    "operations.latency_by_system",
    kind="table",
    name=("关键系统耗时与成功率", "Latency and success of the key systems"),
    zh="{% if operations.success_rate['core'].exists %}核心系统技术成功率 {{ operations.success_rate['core'] }}，"
    "信贷系统平均耗时 {{ operations.credit_latency_ms }} 毫秒{% else %}关键系统的耗时与成功率{% endif %}",
    en="{% if operations.success_rate['core'].exists %}"
    "{{ operations.success_rate['core'] }} of the core's transactions met no technical fault; "
    "the credit system took {{ operations.credit_latency_ms }} ms on the mean"
    "{% else %}How fast and how sure the key systems were{% endif %}",
    label=Field("system", Text("系统", "System"), "text", words=SYSTEMS),
    fields=(
        Field("transactions", Text("交易量", "Transactions")),
        Field("mean", Text("平均耗时", "Mean latency"), "ratio", 2),
        *(replace(field, unit="ratio") for field in PERCENTILES),
        Field("success", Text("技术成功率", "Technical success"), "percent", 4),
        Field("timeouts", Text("超时", "Timeouts")),
    ),
    reads=("operations.system_day", "operations.system_month"),
    note=("耗时以毫秒计", "Latency in milliseconds"),
)
def latency_by_system(system_day: ir.Table, system_month: ir.Table, period: Period) -> ir.Table:
    """What each key system carried in the month, how fast it was and how often it failed."""
    days = of_period(system_day, period)
    failed = days.technical_failures.sum() + days.timeouts.sum()
    systems = days.group_by("system").aggregate(
        mean=days.latency_total.sum().cast("float64") / days.transactions.sum(),
        success=1 - failed / days.transactions.sum(),
        timeouts=days.timeouts.sum(),
    )
    months = of_period(system_month, period).drop("period")
    return months.inner_join(systems, "system").order_by(_.transactions.desc(), "system")


@exhibit(
    "operations.credit_latency_by_day",
    kind="line",
    name=("信贷系统每日平均耗时", "Credit latency by day"),
    zh="信贷系统平均耗时 {{ operations.credit_latency_ms }} 毫秒"
    "{% if operations.credit_latency_ms.before.exists %}，较上月{{ operations.credit_latency_ms.change }}{% endif %}",
    en="The credit system took {{ operations.credit_latency_ms }} ms on the mean"
    "{% if operations.credit_latency_ms.before.exists %}, {{ operations.credit_latency_ms.change }} on last month"
    "{% endif %}",
    label=DAY,
    fields=(Field("mean", Text("平均耗时", "Mean latency"), "milliseconds", 2, hue="ochre"),),
    reads=("operations.system_day", "bank.calendar"),
    shade="day_off",
    note=SHADED,
)
def credit_latency_by_day(system_day: ir.Table, calendar: ir.Table, period: Period) -> ir.Table:
    """The mean latency of the credit system's transactions on each day."""
    days = days_of("credit")(system_day, period)
    days = days.select("day", mean=days.latency_total.cast("float64") / days.transactions)
    return with_days_off(days, calendar).order_by("day")
