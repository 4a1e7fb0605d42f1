"""The flow of work orders: by month, by day, by line and by system."""

from __future__ import annotations

from dataclasses import replace

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.delivery.exhibits.fields import DAY, LINE, MONTH, RECEIVED, RELEASED, SYSTEM, WORK_ORDERS
from lushan.domains.delivery.metrics.flow import received_in, released_in
from lushan.exhibits.days import days_of
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.period import Period
from lushan.words import Text


def last_months(line_month: ir.Table, period: Period, count: int) -> ir.Table:
    """The lines' months, from so many months back to a period."""
    return line_month.filter(line_month.month.between(str(period - (count - 1)), str(period)))


@exhibit(
    "delivery.flow_by_month",
    kind="column",
    name=("月度新增、上线与存量", "Received, released and backlog by month"),
    zh="{% if delivery.backlog_net_change > 0 %}新增多于了结，月末存量升至 {{ delivery.backlog }} 个"
    "{% elif delivery.backlog_net_change < 0 %}了结多于新增，月末存量降至 {{ delivery.backlog }} 个"
    "{% else %}月末存量 {{ delivery.backlog }} 个，与上月持平{% endif %}",
    en="{% if delivery.backlog_net_change > 0 %}"
    "More came in than was closed: the backlog rose to {{ delivery.backlog }}"
    "{% elif delivery.backlog_net_change < 0 %}More was closed than came in: the backlog fell to {{ delivery.backlog }}"
    "{% else %}The backlog stands at {{ delivery.backlog }}, as it did a month ago{% endif %}",
    label=MONTH,
    fields=(RECEIVED, RELEASED, Field("backlog", Text("月末存量", "Backlog"), hue="ochre", shown="line")),
    axis=WORK_ORDERS,
    reads="delivery.line_month",
)
def flow_by_month(line_month: ir.Table, period: Period) -> ir.Table:
    """Received, released and left open, in twelve months."""
    months = last_months(line_month, period, 12).group_by("month")
    return months.aggregate(received=_.received.sum(), released=_.released.sum(), backlog=_.open_end.sum()).order_by(
        "month"
    )


@exhibit(
    "delivery.flow_by_day",
    kind="column",
    name=("每日新增与上线", "Received and released by day"),
    zh="本月新增 {{ delivery.received }} 个、上线 {{ delivery.released }} 个",
    en="{{ delivery.received }} came in and {{ delivery.released }} were released",
    label=DAY,
    fields=(RECEIVED, RELEASED),
    axis=WORK_ORDERS,
    reads="delivery.ticket_life",
)
def flow_by_day(life: ir.Table, period: Period) -> ir.Table:
    """Received and released on each day of the month."""

    def made(rows: ir.Table, day: str, name: str) -> ir.Table:
        return rows.group_by(**{f"{name}_on_day": rows[day]}).aggregate(**{name: rows.count()})

    received = made(received_in(life, period), "received_on", "received")
    released = made(released_in(life, period), "released_on", "released")
    days = days_of(period)
    joined = days.left_join(received, days.day == received.received_on_day)
    joined = joined.left_join(released, joined.day == released.released_on_day)
    return joined.select("day", received=_.received.fill_null(0), released=_.released.fill_null(0)).order_by("day")


@exhibit(
    "delivery.throughput_by_line",
    kind="table",
    name=("各条线需求吞吐", "Throughput by line"),
    zh="{% set ahead = delivery.throughput.by('line') | select('ge', 1) | list | length %}"
    "{% if ahead == 0 %}各条线新增均多于上线{% elif ahead == delivery.throughput.by('line') | length %}"
    "各条线上线均不少于新增{% else %}有的条线上线赶上新增，有的仍在积压{% endif %}",
    en="{% set ahead = delivery.throughput.by('line') | select('ge', 1) | list | length %}"
    "{% if ahead == 0 %}Every line received more than was released"
    "{% elif ahead == delivery.throughput.by('line') | length %}Every line released as much as it received"
    "{% else %}Some lines kept up with what came in, others fell behind{% endif %}",
    label=LINE,
    fields=(
        RECEIVED,
        RELEASED,
        Field("voided", Text("作废", "Voided"), hue="grey"),
        Field("throughput", Text("吞吐率", "Throughput"), "percent", 3),
        Field("released_change", Text("上线较上月", "Released, on last month"), "percent", 3, signed=True),
        Field("backlog", Text("月末存量", "Backlog"), hue="ochre"),
    ),
    reads="delivery.line_month",
    attention="behind",
    note=(
        "吞吐率 = 上线 ÷ 新增；低于八成的标出",
        "Throughput = released ÷ received; what is under four fifths is marked",
    ),
)
def throughput_by_line(line_month: ir.Table, period: Period, *, least: float = 0.8) -> ir.Table:
    """What each line received, released, voided and has left, and all lines together.

    Args:
        least: the throughput under which a line is marked.
    """

    def month(of: Period) -> ir.Table:
        rows = line_month.filter(line_month.month == str(of))
        lines = rows.select("line", "received", "released", "voided", "open_end")
        every = lines.aggregate(**{name: lines[name].sum() for name in lines.columns[1:]})
        return lines.union(every.mutate(line=ibis.literal("all")).select(*lines.columns))

    now, before = month(period), month(period - 1).select("line", released_before="released")
    joined = now.left_join(before, "line")
    throughput = joined.released / joined.received.nullif(0)
    return joined.select(
        "line",
        "received",
        "released",
        "voided",
        throughput=throughput,
        released_change=joined.released / joined.released_before.nullif(0) - 1,
        backlog=joined.open_end,
        behind=(throughput < least).fill_null(False) & (joined.line != "all"),
    ).order_by(_.line == "all", _.received.desc(), "line")


@exhibit(
    "delivery.throughput_by_month",
    kind="line",
    name=("零售与企金吞吐率", "Throughput of retail and corporate"),
    zh="{% if delivery.throughput['零售'].exists and delivery.throughput['企金'].exists %}"
    "零售吞吐率 {{ delivery.throughput['零售'] }}，企金 {{ delivery.throughput['企金'] }}"
    "{% else %}全行吞吐率 {{ delivery.throughput }}{% endif %}",
    en="{% if delivery.throughput['零售'].exists and delivery.throughput['企金'].exists %}"
    "Retail released {{ delivery.throughput['零售'] }} for each one received, "
    "corporate {{ delivery.throughput['企金'] }}"
    "{% else %}{{ delivery.throughput }} were released for each one received{% endif %}",
    label=MONTH,
    fields=(
        Field("retail", Text("零售", "Retail"), "percent", 3, hue="blue"),
        Field("corporate", Text("企金", "Corporate"), "percent", 3, hue="green"),
    ),
    axis=("吞吐率（上线 ÷ 新增）", "Throughput (released ÷ received)"),
    reads="delivery.line_month",
)
def throughput_by_month(line_month: ir.Table, period: Period) -> ir.Table:
    """What retail and corporate released for each work order received, in twelve months."""
    rows = last_months(line_month, period, 12)

    def throughput(line: str) -> ir.FloatingScalar:
        mine = rows.line == line
        return rows.released.sum(where=mine) / rows.received.sum(where=mine).nullif(0)

    months = rows.group_by("month").aggregate(retail=throughput("零售"), corporate=throughput("企金"))
    return months.filter(months.retail.notnull() | months.corporate.notnull()).order_by("month")


@exhibit(
    "delivery.busiest_systems",
    kind="bar",
    name=("新增最多的系统", "Systems with most new work orders"),
    zh="本月新增 {{ delivery.received }} 个任务单，提得最多的十个系统",
    en="The ten systems that most of the {{ delivery.received }} new work orders were for",
    label=SYSTEM,
    fields=(
        replace(RECEIVED, title=Text("本月新增任务单（个）", "Work orders received")),
        Field("released", Text("上线", "Released"), shown="text"),
    ),
    reads="delivery.ticket_life",
)
def busiest_systems(life: ir.Table, period: Period) -> ir.Table:
    """The ten systems for which most work orders were received in the month."""
    received = period.holds(life.received_on).fill_null(False)
    released = period.holds(life.released_on).fill_null(False)
    systems = life.group_by("system").aggregate(
        received=life.count(where=received), released=life.count(where=released)
    )
    return systems.filter(systems.received > 0).order_by(_.received.desc(), "system").limit(10)
