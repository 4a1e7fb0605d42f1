"""Columns that several of operations' exhibits show, and the days that they are shaded by."""

from __future__ import annotations

from ibis.expr import types as ir

from lushan.exhibits.exhibit import Field
from lushan.words import Text

SYSTEMS = (
    ("core", Text("核心系统", "Core system")),
    ("credit", Text("信贷系统", "Credit system")),
    ("mobile", Text("手机银行", "Mobile bank")),
)
DAY = Field("day", Text("日期", "Day"), "date")
MONTH = Field("month", Text("月份", "Month"), "month")
REMARK = Field(
    "remark", Text("说明", "Remark"), "text", words=(("most", Text("最高", "Most")), ("least", Text("最低", "Fewest")))
)
SHADED = ("底色为非工作日", "Days off are shaded")

#: The percentiles that latencies are told by, in the hues that they have everywhere.
PERCENTILES = (
    Field("latency_p50", Text("P50", "P50"), "milliseconds", 2, hue="green"),
    Field("latency_p90", Text("P90", "P90"), "milliseconds", 2, hue="blue"),
    Field("latency_p95", Text("P95", "P95"), "milliseconds", 2, hue="ochre"),
    Field("latency_p99", Text("P99", "P99"), "milliseconds", 2, hue="grey"),
)


def with_days_off(rows: ir.Table, calendar: ir.Table) -> ir.Table:
    """Days, with whether each is a day off."""
    days_off = calendar.select("day", day_off=~calendar.is_workday)
    return rows.left_join(days_off, "day").drop("day_right")
