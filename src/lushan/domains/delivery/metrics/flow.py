"""The flow of work orders: what came in, what went live, and what is left."""

from __future__ import annotations

from functools import partial

from ibis.expr import types as ir

from lushan.runs.metric import change, metric
from lushan.runs.period import Period

flow = partial(metric, reads="delivery.ticket_life", owner="信息科技部", by=("line",))
count = partial(flow, unit="count", empty=0)
ratio = partial(flow, unit="ratio", decimals=3, better="up")


def received_in(life: ir.Table, period: Period) -> ir.Table:
    """The work orders received in a period."""
    return life.filter(period.holds(life.received_on))


def released_in(life: ir.Table, period: Period) -> ir.Table:
    """The work orders released in a period."""
    return life.filter(period.holds(life.released_on))


def voided_in(life: ir.Table, period: Period) -> ir.Table:
    """The work orders voided in a period."""
    return life.filter(period.holds(life.voided_on))


def moved_in(life: ir.Table, period: Period) -> ir.Table:
    """The work orders that were received, released, voided or closed in a period, and which of these."""
    moves = ("received", "released", "voided", "closed")
    marked = life.mutate(**{move: period.holds(life[f"{move}_on"]).fill_null(False) for move in moves})
    return marked.filter(marked.received | marked.closed | marked.released | marked.voided)


def open_at_end(life: ir.Table, period: Period) -> ir.Table:
    """The work orders open at the end of a period."""
    return life.filter((life.received_on <= period.last) & (life.closed_on.isnull() | (life.closed_on > period.last)))


def in_hand(life: ir.Table, period: Period) -> ir.Table:
    """The work orders open at the beginning of a period or received in it."""
    return life.filter((life.received_on <= period.last) & (life.closed_on.isnull() | (life.closed_on >= period.first)))


def carried_into_year(life: ir.Table, period: Period) -> ir.Table:
    """The work orders received before a period's year and not closed before it."""
    new_year = period.year_to_date()[0].first
    return life.filter((life.received_on < new_year) & (life.closed_on.isnull() | (life.closed_on >= new_year)))


def received_this_year(life: ir.Table, period: Period) -> ir.Table:
    """The work orders received from January to the end of a period."""
    return life.filter(life.received_on.between(period.year_to_date()[0].first, period.last))


def handled_this_year(life: ir.Table, period: Period) -> ir.Table:
    """The work orders carried into a period's year, and those received since."""
    return carried_into_year(life, period).union(received_this_year(life, period))


@count(
    "delivery.backlog_carried",
    zh="上年未闭环任务单",
    en="Carried over from last year",
    formula=("上年末前受理、至上年末未上线且未作废的任务单数", "received before this year and open when it began"),
    rows=carried_into_year,
    better="down",
)
def backlog_carried(rows: ir.Table) -> ir.Scalar:
    """Work orders that last year left open."""
    return rows.count()


@count(
    "delivery.received_ytd",
    zh="本年新增任务单",
    en="Received this year",
    formula=("本年一月至本期末受理的任务单数", "received from January to the end of the period"),
    rows=received_this_year,
)
def received_ytd(rows: ir.Table) -> ir.Scalar:
    """Work orders received since the beginning of the year."""
    return rows.count()


@count(
    "delivery.handled_total",
    zh="共接收任务单",
    en="Work orders in hand this year",
    formula=("上年未闭环任务单 + 本年新增任务单", "carried over from last year + received this year"),
    rows=handled_this_year,
)
def handled_total(rows: ir.Table) -> ir.Scalar:
    """Work orders carried into the year and received since."""
    return rows.count()


@count(
    "delivery.received",
    zh="新增任务单",
    en="Received",
    formula=("本期受理的任务单数", "work orders received in the period"),
    rows=received_in,
    by=("line", "class", "system"),
)
def received(rows: ir.Table) -> ir.Scalar:
    """Work orders received."""
    return rows.count()


@count(
    "delivery.released",
    zh="上线任务单",
    en="Released",
    formula=("本期上线的任务单数", "work orders released in the period"),
    rows=released_in,
    better="up",
    by=("line", "class", "system"),
)
def released(rows: ir.Table) -> ir.Scalar:
    """Work orders released."""
    return rows.count()


@count(
    "delivery.voided",
    zh="作废任务单",
    en="Voided",
    formula=("本期作废的任务单数", "work orders voided in the period"),
    rows=voided_in,
)
def voided(rows: ir.Table) -> ir.Scalar:
    """Work orders voided."""
    return rows.count()


@count(
    "delivery.voided_to_date",
    zh="累计作废任务单",
    en="Voided to date",
    formula=("截至本期末作废的任务单数", "voided up to the end of the period"),
    rows=lambda life, period: life.filter(life.voided_on <= period.last),
)
def voided_to_date(rows: ir.Table) -> ir.Scalar:
    """Work orders that were found to be of no use and voided."""
    return rows.count()


@flow(
    "delivery.void_rate",
    zh="作废率",
    en="Voided, share",
    unit="percent",
    decimals=4,
    formula=("本期作废 ÷ 本期了结（上线与作废）", "voided ÷ closed, whether released or voided"),
    rows=lambda life, period: life.filter(period.holds(life.closed_on)),
    better="down",
)
def void_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the work orders closed in the period that was voided."""
    return rows.count(where=rows.voided_on == rows.closed_on) / rows.count()


@ratio(
    "delivery.throughput",
    zh="吞吐率",
    en="Throughput",
    formula=("本期上线 ÷ 本期新增", "released ÷ received"),
    rows=lambda life, period: moved_in(life, period).filter(lambda row: row.received | row.released),
)
def throughput(rows: ir.Table) -> ir.Scalar:
    """Work orders released for each one received."""
    return rows.released.sum() / rows.received.sum().nullif(0)


@ratio(
    "delivery.throughput_unvoided",
    zh="吞吐率（剔除作废）",
    en="Throughput without voided",
    formula=("本期上线 ÷（本期新增 − 本期作废）", "released ÷ (received − voided)"),
    rows=moved_in,
)
def throughput_unvoided(rows: ir.Table) -> ir.Scalar:
    """Work orders released for each one received, those that were voided left out."""
    return rows.released.sum() / (rows.received.sum() - rows.voided.sum()).nullif(0)


def months_this_year(line_month: ir.Table, period: Period) -> ir.Table:
    """The months of a period's year so far, of lines that received anything in them."""
    months = [str(month) for month in period.year_to_date()]
    return line_month.filter(line_month.month.isin(months) & (line_month.received > 0))


@flow(
    "delivery.throughput_mean_ytd",
    zh="本年平均吞吐率",
    en="Mean throughput this year",
    unit="percent",
    decimals=4,
    formula=("一月至本期各月吞吐率的简单平均", "simple mean of the monthly throughputs since January"),
    reads="delivery.line_month",
    rows=months_this_year,
    better="up",
    whole=False,
)
def throughput_mean_ytd(rows: ir.Table) -> ir.Scalar:
    """The mean of a line's monthly throughputs since the beginning of the year."""
    return (rows.released / rows.received).mean()


@count(
    "delivery.backlog",
    zh="存量任务单",
    en="Backlog",
    formula=("期末已受理而未上线、未作废的任务单数", "received and neither released nor voided by the end"),
    rows=open_at_end,
    better="down",
    by=("line", "system"),
)
def backlog(rows: ir.Table) -> ir.Scalar:
    """Work orders open at the end of the period."""
    return rows.count()


@count(
    "delivery.backlog_net_change",
    zh="净存量变化",
    en="Net change of the backlog",
    formula=("本期新增 − 本期了结", "received − closed"),
    rows=lambda life, period: moved_in(life, period).filter(lambda row: row.received | row.closed),
    better="down",
)
def backlog_net_change(rows: ir.Table) -> ir.Scalar:
    """How many work orders the backlog grew by."""
    return rows.received.sum() - rows.closed.sum()


@flow(
    "delivery.digestion",
    zh="消化率",
    en="Digestion rate",
    unit="percent",
    decimals=4,
    formula=("本期了结 ÷（期初存量 + 本期新增）", "closed ÷ (open at the start + received)"),
    rows=in_hand,
    better="up",
)
def digestion(rows: ir.Table, period: Period) -> ir.Scalar:
    """The share of the work orders in hand that was closed in the period."""
    return rows.count(where=rows.closed_on <= period.last) / rows.count()


released_change = change(released, zh="上线任务单较上月", en="Released, change on last month")
throughput_change = change(throughput, zh="吞吐率较上月", en="Throughput, change on last month")
