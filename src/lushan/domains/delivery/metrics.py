"""Delivery's figures of work orders: what came in, what went live, how fast."""

from __future__ import annotations

import ibis
from ibis.expr import types as ir

from lushan.runs.metric import change, metric
from lushan.runs.period import Period

IT = "信息科技部"
LIFE = "delivery.order_life"


def received_in(life: ir.Table, period: Period) -> ir.Table:
    """The work orders received in a period."""
    return life.filter(period.holds(life.received_on))


def released_in(life: ir.Table, period: Period) -> ir.Table:
    """The work orders released in a period."""
    return life.filter(period.holds(life.released_on))


def moved_in(life: ir.Table, period: Period) -> ir.Table:
    """The work orders received or released in a period, with which of the two it was."""
    received = period.holds(life.received_on)
    released = period.holds(life.released_on).fill_null(False)
    voided = period.holds(life.voided_on).fill_null(False)
    marked = life.mutate(received=received, released=released, voided=voided)
    return marked.filter(marked.received | marked.released | marked.voided)


def open_at(life: ir.Table, period: Period) -> ir.Table:
    """The work orders open at the end of a period."""
    closed = life.closed_on.notnull() & (life.closed_on <= period.last)
    return life.filter((life.received_on <= period.last) & ~closed)


def carried_into(life: ir.Table, period: Period) -> ir.Table:
    """The work orders received before the period's year and not closed before it."""
    new_year = period.year_to_date()[0].first
    return life.filter(
        (life.received_on < new_year) & (life.closed_on.isnull() | (life.closed_on >= new_year))
    )


def received_this_year(life: ir.Table, period: Period) -> ir.Table:
    """The work orders received from January to the end of a period."""
    return life.filter(life.received_on.between(period.year_to_date()[0].first, period.last))


def handled_by(life: ir.Table, period: Period) -> ir.Table:
    """The work orders carried into the year and those received since."""
    return carried_into(life, period).union(received_this_year(life, period))


@metric(
    "delivery.backlog_carried",
    zh="上年未闭环任务单",
    en="Carried over from last year",
    unit="count",
    owner=IT,
    empty=0,
    formula=(
        "上年末前受理且未上线、未作废的任务单数",
        "received before this year and neither released nor voided before it",
    ),
    reads=LIFE,
    rows=carried_into,
    better="down",
    by=("line",),
)
def backlog_carried(rows: ir.Table) -> ir.Scalar:
    """Work orders that last year left open."""
    return rows.count()


@metric(
    "delivery.received_ytd",
    zh="本年新增任务单",
    en="Received this year",
    unit="count",
    owner=IT,
    empty=0,
    formula=("本年一月至本期末受理的任务单数", "received from January to the end of the period"),
    reads=LIFE,
    rows=received_this_year,
    by=("line",),
)
def received_ytd(rows: ir.Table) -> ir.Scalar:
    """Work orders received since the beginning of the year."""
    return rows.count()


@metric(
    "delivery.handled_total",
    zh="共接收任务单",
    en="Work orders in hand this year",
    unit="count",
    owner=IT,
    empty=0,
    formula=("上年未闭环任务单 + 本年新增任务单", "carried over from last year + received this year"),
    reads=LIFE,
    rows=handled_by,
    by=("line",),
)
def handled_total(rows: ir.Table) -> ir.Scalar:
    """Work orders carried into the year and received since."""
    return rows.count()


@metric(
    "delivery.received",
    zh="新增任务单",
    en="Received",
    unit="count",
    owner=IT,
    empty=0,
    formula=("本期受理的任务单数", "work orders received in the period"),
    reads=LIFE,
    rows=received_in,
    by=("line", "class", "system"),
)
def received(rows: ir.Table) -> ir.Scalar:
    """Work orders received."""
    return rows.count()


@metric(
    "delivery.released",
    zh="上线任务单",
    en="Released",
    unit="count",
    owner=IT,
    empty=0,
    better="up",
    formula=("本期上线的任务单数", "work orders released in the period"),
    reads=LIFE,
    rows=released_in,
    by=("line", "class"),
)
def released(rows: ir.Table) -> ir.Scalar:
    """Work orders released."""
    return rows.count()


released_change = change(released, zh="上线任务单较上月", en="Released, change on last month")


@metric(
    "delivery.throughput",
    zh="吞吐率",
    en="Throughput",
    unit="ratio",
    decimals=3,
    better="up",
    owner=IT,
    formula=("本期上线 ÷ 本期新增", "released ÷ received"),
    reads=LIFE,
    rows=moved_in,
    by=("line",),
)
def throughput(rows: ir.Table) -> ir.Scalar:
    """Work orders released for each one received."""
    return rows.released.sum() / rows.received.sum().nullif(0)


throughput_change = change(throughput, zh="吞吐率较上月", en="Throughput, change on last month")


@metric(
    "delivery.throughput_unvoided", zh="吞吐率（剔除作废）", en="Throughput without voided", unit="ratio", decimals=3,
    formula=("本期上线 ÷（本期新增 − 本期作废）", "released ÷ (received − voided)"), better="up", owner=IT,
    reads=LIFE, rows=moved_in, by=("line",),
)  # fmt: skip
def throughput_unvoided(rows: ir.Table) -> ir.Scalar:
    """Work orders released for each one received that was not voided."""
    return rows.released.sum() / (rows.received.sum() - rows.voided.sum()).nullif(0)


def months_this_year(line_month: ir.Table, period: Period) -> ir.Table:
    """The months of the period's year so far in which anything was received."""
    months = [str(month) for month in period.year_to_date()]
    return line_month.filter(line_month.month.isin(months) & (line_month.received > 0))


@metric(
    "delivery.throughput_mean_ytd", zh="本年平均吞吐率", en="Mean throughput this year", unit="percent", decimals=4,
    formula=("一月至本期各月吞吐率的简单平均", "simple mean of the monthly throughputs since January"),
    better="up", owner=IT, reads="delivery.line_month", rows=months_this_year, by=("line",), whole=False,
)  # fmt: skip
def throughput_mean_ytd(rows: ir.Table) -> ir.Scalar:
    """The mean of a line's monthly throughputs since the beginning of the year."""
    return (rows.released / rows.received).mean()


@metric(
    "delivery.voided_to_date", zh="累计作废任务单", en="Voided to date", unit="count", owner=IT, empty=0,
    formula=("截至本期末作废的任务单数", "voided up to the end of the period"), reads=LIFE,
    rows=lambda life, period: life.filter(life.voided_on <= period.last), by=("line",),
)  # fmt: skip
def voided_to_date(rows: ir.Table) -> ir.Scalar:
    """Work orders that were found to be of no use and voided."""
    return rows.count()


@metric(
    "delivery.backlog", zh="存量任务单", en="Backlog", unit="count", owner=IT, empty=0, better="down",
    formula=("期末已受理而未上线、未作废的任务单数", "received and neither released nor voided at the end"),
    reads=LIFE, rows=open_at, by=("line",),
)  # fmt: skip
def backlog(rows: ir.Table) -> ir.Scalar:
    """Work orders open at the end of the period."""
    return rows.count()


@metric(
    "delivery.backlog_net_change", zh="净存量变化", en="Net change of the backlog", unit="count", owner=IT, better="down",
    formula=("本期新增 − 本期上线 − 本期作废", "received − released − voided"), reads=LIFE, rows=moved_in, by=("line",),
)  # fmt: skip
def backlog_net_change(rows: ir.Table) -> ir.Scalar:
    """How many work orders the backlog grew by."""
    return rows.received.sum() - (rows.released | rows.voided).sum()


def in_hand(life: ir.Table, period: Period) -> ir.Table:
    """The work orders open at the beginning of a period or received in it."""
    return life.filter(
        (life.received_on <= period.last) & (life.closed_on.isnull() | (life.closed_on >= period.first))
    )


@metric(
    "delivery.digestion", zh="消化率", en="Digestion rate", unit="percent", decimals=4, better="up", owner=IT,
    formula=("本期了结 ÷（期初存量 + 本期新增）", "closed ÷ (open at the start + received)"),
    reads=LIFE, rows=in_hand, by=("line",),
)  # fmt: skip
def digestion(rows: ir.Table, period: Period) -> ir.Scalar:
    """The share of the work orders in hand that was closed in the period."""
    return rows.count(where=rows.closed_on <= period.last) / rows.count()


@metric(
    "delivery.window_released", zh="窗口投产", en="Released in the window", unit="count", owner=IT, empty=0,
    formula=("本期在该投产窗口上线的任务单数", "released on the window's day"), reads=LIFE, whole=False,
    rows=lambda life, period: released_in(life, period).filter(lambda row: row.window_on.notnull()),
    by=("window_on", ("window_on", "class")),
)  # fmt: skip
def window_released(rows: ir.Table) -> ir.Scalar:
    """Work orders released in a planned window."""
    return rows.count()


@metric(
    "delivery.emergency_rate", zh="紧急投产率", en="Emergency releases", unit="percent", decimals=4, better="down",
    formula=("窗口外上线 ÷ 本期上线", "released out of any window ÷ released"), owner=IT,
    reads=LIFE, rows=released_in, by=("line",),
)  # fmt: skip
def emergency_rate(rows: ir.Table) -> ir.Scalar:
    """The share of releases that did not wait for a window."""
    return rows.count(where=rows.window_on.isnull()) / rows.count()


def released_in_six_months(life: ir.Table, period: Period) -> ir.Table:
    """The work orders released in a period and the five before it."""
    return life.filter(life.released_on.between((period - 5).first, period.last))


@metric(
    "delivery.monthly_mean_projects_6m", zh="近六个月月均一般项目", en="Projects a month, six-month mean", unit="count",
    formula=("近六个月上线的一般项目任务单数 ÷ 6", "project orders released in six months ÷ 6"), owner=IT, reads=LIFE,
    rows=lambda life, period: released_in_six_months(life, period).filter(lambda row: row["class"] == "project"),
)  # fmt: skip
def monthly_mean_projects_6m(rows: ir.Table) -> ir.Scalar:
    """Project work orders released in a month, on the mean of six."""
    return rows.count() / 6


@metric(
    "delivery.monthly_mean_routine_6m", zh="近六个月月均常规需求", en="Routine demands a month, six-month mean",
    formula=("近六个月上线的常规需求任务单数 ÷ 6", "routine orders released in six months ÷ 6"), unit="count", owner=IT,
    reads=LIFE,
    rows=lambda life, period: released_in_six_months(life, period).filter(lambda row: row["class"] == "routine"),
)  # fmt: skip
def monthly_mean_routine_6m(rows: ir.Table) -> ir.Scalar:
    """Routine work orders released in a month, on the mean of six."""
    return rows.count() / 6


def _cycle(id: str, zh: str, en: str, share: float) -> ir.Scalar:
    @metric(
        f"delivery.cycle_{id}", zh=f"交付周期{zh}", en=f"Cycle time, {en}", unit="days", decimals=1, better="down", owner=IT,
        formula=(f"本期上线任务单自接单至上线自然日数的{zh}", f"{en} of days from acceptance to release"),
        reads=LIFE, rows=released_in, by=("line",),
    )  # fmt: skip
    def cycle(rows: ir.Table) -> ir.Scalar:
        """Days from acceptance to release of the work orders released in the period."""
        return rows.cycle_days.quantile(share)

    return cycle


cycle_median = _cycle("median", "中位数", "median", 0.5)
cycle_p85 = _cycle("p85", "P85", "P85", 0.85)
cycle_p95 = _cycle("p95", "P95", "P95", 0.95)


@metric(
    "delivery.on_time_rate", zh="按期率", en="On time", unit="percent", decimals=4, better="up", owner=IT,
    formula=("按承诺日上线 ÷ 有承诺日的上线", "released by the committed day ÷ released with one"), reads=LIFE,
    rows=lambda life, period: released_in(life, period).filter(lambda row: row.committed_on.notnull()), by=("line",),
)  # fmt: skip
def on_time_rate(rows: ir.Table) -> ir.Scalar:
    """The share of releases that kept the day they were promised for."""
    return rows.count(where=rows.released_on <= rows.committed_on) / rows.count()


@metric(
    "delivery.first_pass_rate", zh="提测一次通过率", en="Passed test at first", unit="percent", decimals=4, better="up",
    formula=("未被提测打回的上线 ÷ 本期上线", "released without a return by test ÷ released"), owner=IT,
    reads=LIFE, rows=released_in, by=("line",),
)  # fmt: skip
def first_pass_rate(rows: ir.Table) -> ir.Scalar:
    """The share of releases that test never sent back."""
    return rows.count(where=rows.test_returns == 0) / rows.count()


@metric(
    "delivery.prioritised_rate", zh="优先级确认率", en="Prioritised", unit="percent", decimals=4, better="up", owner=IT,
    formula=("已确认优先级的新增 ÷ 本期新增", "received with a priority ÷ received"), reads=LIFE, rows=received_in,
    by=("line",),
)  # fmt: skip
def prioritised_rate(rows: ir.Table) -> ir.Scalar:
    """The share of work orders that came with a confirmed priority."""
    return rows.count(where=rows.priority.notnull()) / rows.count()


def department_totals(investment: ir.Table, period: Period) -> ir.Table:
    """The period's person-days, each row with the total of all."""
    rows = investment.filter(investment.period == str(period))
    return rows.mutate(all_days=rows.days.sum().over(ibis.window()))


@metric(
    "delivery.investment_days", zh="科技投入人天", en="Person-days", unit="person_days", decimals=0, owner=IT, empty=0,
    formula=("本期报工人天合计", "person-days reported in the period"), reads="delivery.investment",
    by=("department", "line", "employer"),
)  # fmt: skip
def investment_days(rows: ir.Table) -> ir.Scalar:
    """Person-days of staff and on-site vendors."""
    return rows.days.sum()


@metric(
    "delivery.investment_share", zh="科技投入占比", en="Share of resource input", unit="percent", decimals=2, owner=IT,
    formula=("该部门人天 ÷ 全部人天", "person-days for the department ÷ all"), reads="delivery.investment",
    rows=department_totals, by=("department", "line"), whole=False,
)  # fmt: skip
def investment_share(rows: ir.Table) -> ir.Scalar:
    """The share of all person-days that went into a department's work."""
    return rows.days.sum() / rows.all_days.max()
