"""The pace and the care of delivery: how long work orders took, what they waited for, what came back."""

from __future__ import annotations

from functools import partial

from ibis.expr import types as ir

from lushan.domains.delivery.metrics.flow import received_in, released_in
from lushan.domains.delivery.models import SECONDS_A_DAY
from lushan.runs.metric import Metric, metric
from lushan.runs.period import Period

pace = partial(metric, reads="delivery.ticket_life", owner="信息科技部", by=("line",))
rate = partial(pace, unit="percent", decimals=4, rows=released_in)


def cycle(name: str, zh: str, en: str, share: float) -> Metric:
    """A percentile of the days that released work orders took."""

    @pace(
        f"delivery.cycle_{name}",
        zh=f"交付周期{zh}",
        en=f"Cycle time, {en}",
        unit="days",
        decimals=1,
        formula=(f"本期上线任务单自接单至上线自然日数的{zh}", f"{en} of the days from acceptance to release"),
        rows=released_in,
        better="down",
        by=("line", "system"),
    )
    def cycle(rows: ir.Table) -> ir.Scalar:
        """Days from acceptance to release of the work orders released in the period."""
        return rows.cycle_days.quantile(share)

    return cycle


cycle_median = cycle("median", "中位数", "median", 0.5)
cycle_p85 = cycle("p85", "P85", "P85", 0.85)
cycle_p95 = cycle("p95", "P95", "P95", 0.95)


def whole_seconds(days: ir.FloatingColumn) -> ir.IntegerColumn:
    """Days as the seconds that they were made of, whose sum is the same in whatever order."""
    return (days * SECONDS_A_DAY).round().cast("int64")


@rate(
    "delivery.waiting_share",
    zh="等待占比",
    en="Waiting, share",
    formula=(
        "（受理至接单 + 测试通过至上线）÷ 受理至上线",
        "(receipt to acceptance + passed test to release) ÷ receipt to release",
    ),
    better="down",
)
def waiting_share(rows: ir.Table) -> ir.Scalar:
    """The share of their time that released work orders waited."""
    return whole_seconds(rows.waiting_days).sum() / whole_seconds(rows.lead_days).sum().nullif(0)


def committed_in(life: ir.Table, period: Period) -> ir.Table:
    """The work orders promised for a day of a period and not voided by then."""
    voided = (life.voided_on <= life.committed_on).fill_null(False)
    return life.filter(period.holds(life.committed_on) & ~voided)


@rate(
    "delivery.on_time_rate",
    zh="按期率",
    en="On time",
    formula=("承诺日前上线 ÷ 承诺在本期上线", "released by the committed day ÷ committed for the period"),
    rows=committed_in,
    better="up",
)
def on_time_rate(rows: ir.Table) -> ir.Scalar:
    """The share of what was promised for the period that came by its day."""
    return rows.count(where=rows.released_on <= rows.committed_on) / rows.count()


@rate(
    "delivery.first_pass_rate",
    zh="提测一次通过率",
    en="Passed test at first",
    formula=("未被提测打回的上线 ÷ 本期上线", "released without a return by test ÷ released"),
    better="up",
)
def first_pass_rate(rows: ir.Table) -> ir.Scalar:
    """The share of releases that test never sent back."""
    return rows.count(where=rows.test_returns == 0) / rows.count()


@rate(
    "delivery.test_return_rate",
    zh="提测打回率",
    en="Returned by test",
    formula=("提测打回次数 ÷ 提测次数", "returns by test ÷ submissions to test"),
    better="down",
)
def test_return_rate(rows: ir.Table) -> ir.Scalar:
    """The share of submissions to test that came back."""
    return rows.test_returns.sum() / rows.test_submissions.sum().nullif(0)


@rate(
    "delivery.requirement_change_rate",
    zh="需求变更率",
    en="Changed after acceptance",
    formula=("有需求变更的上线 ÷ 本期上线", "released with a change ÷ released"),
    better="down",
)
def requirement_change_rate(rows: ir.Table) -> ir.Scalar:
    """The share of releases whose requirement changed on the way."""
    return rows.count(where=rows.changes > 0) / rows.count()


@rate(
    "delivery.postponed_rate",
    zh="延期率",
    en="Postponed",
    formula=("曾延期的上线 ÷ 本期上线", "released after a postponement ÷ released"),
    better="down",
)
def postponed_rate(rows: ir.Table) -> ir.Scalar:
    """The share of releases that were put off at least once."""
    return rows.count(where=rows.postponements > 0) / rows.count()


@rate(
    "delivery.prioritised_rate",
    zh="优先级确认率",
    en="Prioritised",
    formula=("已确认优先级的新增 ÷ 本期新增", "received with a priority ÷ received"),
    rows=received_in,
    better="up",
)
def prioritised_rate(rows: ir.Table) -> ir.Scalar:
    """The share of new work orders with a confirmed priority."""
    return rows.count(where=rows.priority.notnull()) / rows.count()
