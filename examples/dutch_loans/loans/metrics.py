"""How many applications come to what, how long they take, and how much of that is waiting."""

from __future__ import annotations

from functools import partial

from ibis import _
from ibis.expr import types as ir

from lushan.engines.process.clock import SECOND
from lushan.runs.metric import metric
from lushan.runs.period import Period

HOUR = 3600 * SECOND


def of_month(table: ir.Table, period: Period) -> ir.Table:
    """The rows of a month."""
    return table.filter(table.month == str(period))


def accepted_in(applications: ir.Table, period: Period) -> ir.Table:
    """The applications of a month that were accepted."""
    return of_month(applications, period).filter(_.outcome == "accepted")


application = partial(metric, reads="loans.application", rows=of_month, owner="贷款部")
step = partial(metric, reads="loans.step", rows=of_month, owner="贷款部", by=("activity",))


@application(
    "loans.applied",
    zh="申请量",
    en="Applications",
    unit="count",
    by=("outcome",),
    empty=0,
    formula=("本月提交的申请", "applications submitted in the month"),
)
def applied(rows: ir.Table) -> ir.Scalar:
    """How many applications were submitted."""
    return rows.count()


@application(
    "loans.accepted_rate",
    zh="通过率",
    en="Acceptance",
    unit="percent",
    decimals=4,
    formula=("本月提交且最终批准 ÷ 本月提交", "approved in the end ÷ submitted in the month"),
)
def accepted_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the applications that were approved in the end."""
    return rows.count(where=rows.outcome == "accepted") / rows.count()


@metric(
    "loans.accepted_days",
    zh="通过历时中位数",
    en="Days to acceptance, median",
    unit="days",
    decimals=1,
    better="down",
    reads="loans.application",
    rows=accepted_in,
    owner="贷款部",
    formula=("通过的申请自提交至最后事件的天数，中位数", "days from submission to the last event, of those accepted"),
)
def accepted_days(rows: ir.Table) -> ir.Scalar:
    """The days that half of the accepted applications took at most."""
    return rows.days.quantile(0.5)


@metric(
    "loans.accepted_offers",
    zh="通过申请的报价次数",
    en="Offers per acceptance",
    unit="ratio",
    decimals=2,
    reads="loans.application",
    rows=accepted_in,
    owner="贷款部",
    formula=("通过申请的报价次数之和 ÷ 通过申请", "offers made ÷ applications accepted"),
)
def accepted_offers(rows: ir.Table) -> ir.Scalar:
    """How many offers an accepted application was made."""
    return rows.offers.sum() / rows.count()


@step(
    "loans.work",
    zh="工作步数",
    en="Pieces of work",
    unit="count",
    empty=0,
    formula=("本月完成的工作步骤", "pieces of work done in the month"),
)
def work(rows: ir.Table) -> ir.Scalar:
    """How many pieces of work were done."""
    return rows.count()


@step(
    "loans.dwell_median",
    zh="停留中位数",
    en="Dwell, median",
    unit="hours",
    decimals=1,
    better="down",
    formula=("自到达至完成的小时数，中位数", "median hours from arrival to completion"),
)
def dwell_median(rows: ir.Table) -> ir.Scalar:
    """The hours that half of the pieces of work took at most, waiting included."""
    return rows.dwell.cast("float64").quantile(0.5) / HOUR


@step(
    "loans.wait_share",
    zh="等待占比",
    en="Waiting share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("等待时长之和 ÷ 停留时长之和", "time before work was taken up ÷ all time in it"),
)
def wait_share(rows: ir.Table) -> ir.Scalar:
    """The share of the time that work waits before anybody takes it up."""
    return rows.waiting.sum() / rows.dwell.sum()


@step(
    "loans.dwell_days",
    zh="停留总天数",
    en="Days of dwell",
    unit="days",
    empty=0,
    formula=("自到达至完成的天数之和", "days from arrival to completion, summed"),
)
def dwell_days(rows: ir.Table) -> ir.Scalar:
    """The days that all pieces of work took together, waiting included."""
    return rows.dwell.sum() / HOUR / 24
