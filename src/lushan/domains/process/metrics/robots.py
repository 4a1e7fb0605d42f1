"""Robots: what they do, how long a case takes them and took people, how often they fail and why."""

from __future__ import annotations

from functools import partial

from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.metrics.rows import SECONDS_AN_HOUR
from lushan.domains.process.models.robots import live
from lushan.runs.clock import elapsed
from lushan.runs.metric import metric, of_period
from lushan.runs.period import Period

OWNER = "数字银行部"


def succeeded(uses: ir.Table, period: Period) -> ir.Table:
    """The runs of a period that succeeded."""
    return of_period(uses, period).filter(_.result == "success")


def beside_hours(runs: ir.Table, robots: ir.Table, period: Period) -> ir.Table:
    """The runs of a period, each beside the seconds that all robots were available in it."""
    on = (robots.since_on <= period.last) & (robots.until_on.isnull() | (robots.until_on >= period.first))
    hours = robots.filter(on).aggregate(hours=robots.hours_a_day.sum())
    available = hours.select(available_seconds=(hours.hours * (period.days * SECONDS_AN_HOUR)).cast("int64"))
    rows = of_period(runs, period)
    return rows.mutate(busy_seconds=elapsed(rows.started_at, rows.ended_at)).cross_join(available)


of_runs = partial(metric, reads="process.robot_use", owner=OWNER, by=("scenario", "department"))


@metric(
    "process.robot_scenarios",
    zh="机器人场景",
    en="Robot scenarios",
    unit="count",
    better="up",
    formula=("期末在用的机器人场景数", "scenarios live at the end of the period"),
    rows=live,
    reads="process.robot_scenario",
    owner=OWNER,
    by=("department",),
    empty=0,
)
def robot_scenarios(rows: ir.Table) -> ir.Scalar:
    """Scenarios that robots run."""
    return rows.count()


@metric(
    "process.robot_scenarios_new",
    zh="本期上线场景",
    en="Robot scenarios gone live",
    unit="count",
    better="up",
    formula=("本期上线的机器人场景数", "scenarios that went live in the period"),
    rows=lambda scenarios, period: scenarios.filter(period.holds(scenarios.live_on)),
    reads="process.robot_scenario",
    owner=OWNER,
    by=("name",),
    empty=0,
)
def robot_scenarios_new(rows: ir.Table) -> ir.Scalar:
    """Scenarios that went live."""
    return rows.count()


@of_runs(
    "process.robot_cases",
    zh="机器人处理笔数",
    en="Cases done by robots",
    unit="count",
    better="up",
    formula=("本期机器人处理的笔数", "cases that robots did in the period"),
    empty=0,
)
def robot_cases(rows: ir.Table) -> ir.Scalar:
    """Cases that robots did."""
    return rows.cases.sum()


@of_runs(
    "process.robot_minutes_before",
    zh="原单笔耗时",
    en="Minutes a case took by hand",
    unit="minutes",
    decimals=1,
    formula=("改造前单笔耗时，按处理笔数加权", "minutes a case took by hand, weighted by cases"),
)
def robot_minutes_before(rows: ir.Table) -> ir.Scalar:
    """How long a case took people."""
    return (rows.cases * rows.minutes_before).sum().cast("float64") / rows.cases.sum().nullif(0)


@of_runs(
    "process.robot_minutes_after",
    zh="现单笔耗时",
    en="Minutes a case takes a robot",
    unit="minutes",
    decimals=1,
    better="down",
    formula=("成功运行的时长 ÷ 其处理笔数", "time of the runs that succeeded ÷ their cases"),
    rows=succeeded,
)
def robot_minutes_after(rows: ir.Table) -> ir.Scalar:
    """How long a case takes a robot."""
    return rows.busy_seconds.sum() / 60 / rows.cases.sum().nullif(0)


@of_runs(
    "process.robot_hours_saved",
    zh="节省工时",
    en="Hours saved by robots",
    unit="ratio",
    decimals=1,
    better="up",
    formula=("处理笔数 ×（原单笔耗时 − 现单笔耗时）÷ 60", "cases × (minutes before − minutes after) ÷ 60"),
    rows=succeeded,
)
def robot_hours_saved(rows: ir.Table) -> ir.Scalar:
    """Hours of work that robots saved."""
    return rows.saved_seconds.sum() / SECONDS_AN_HOUR


@of_runs(
    "process.robot_success_rate",
    zh="运行成功率",
    en="Runs that succeeded, share",
    unit="percent",
    decimals=4,
    better="up",
    formula=("成功运行 ÷ 全部运行", "runs that succeeded ÷ runs"),
)
def robot_success_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the runs that succeeded."""
    return (rows.result == "success").sum() / rows.count()


@of_runs(
    "process.robot_failures",
    zh="运行失败",
    en="Runs that failed",
    unit="count",
    better="down",
    formula=("本期失败的运行次数，按原因", "runs that failed in the period, by cause"),
    rows=lambda uses, period: of_period(uses, period).filter(_.result == "failure"),
    empty=0,
    by=("cause", "scenario"),
)
def robot_failures(rows: ir.Table) -> ir.Scalar:
    """Runs that failed, by what made them fail."""
    return rows.count()


@of_runs(
    "process.robot_manual_rate",
    zh="人工介入率",
    en="Cases that people finished, share",
    unit="percent",
    decimals=4,
    better="down",
    formula=("人工介入笔数 ÷（处理笔数 + 人工介入笔数）", "cases that people had to finish ÷ all"),
)
def robot_manual_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the cases that people had to finish."""
    return rows.manual_cases.sum() / (rows.cases.sum() + rows.manual_cases.sum()).nullif(0)


@of_runs(
    "process.robot_error_rate",
    zh="差错率",
    en="Cases done wrong, share",
    unit="percent",
    decimals=5,
    better="down",
    formula=("差错笔数 ÷ 处理笔数", "cases done wrong ÷ cases"),
)
def robot_error_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the cases that robots did wrong."""
    return rows.wrong_cases.sum() / rows.cases.sum().nullif(0)


@of_runs(
    "process.robot_queue_minutes",
    zh="队列等待",
    en="Minutes in the queue, median",
    unit="minutes",
    decimals=1,
    better="down",
    formula=("运行排队至开始的分钟，中位数", "minutes from queue to start, the median"),
)
def robot_queue_minutes(rows: ir.Table) -> ir.Scalar:
    """How long a run waited for a robot."""
    return rows.queue_seconds.cast("float64").quantile(0.5) / 60


@of_runs(
    "process.robot_recovery_minutes",
    zh="恢复时间",
    en="Minutes to recover, median",
    unit="minutes",
    decimals=1,
    better="down",
    formula=("失败至恢复的分钟，中位数", "minutes from failure to recovery, the median"),
    rows=lambda uses, period: of_period(uses, period).filter(_.recovery_seconds.notnull()),
)
def robot_recovery_minutes(rows: ir.Table) -> ir.Scalar:
    """How long a failed robot took to run again."""
    return rows.recovery_seconds.cast("float64").quantile(0.5) / 60


@of_runs(
    "process.robot_logged_rate",
    zh="审计日志完整率",
    en="Runs with a complete audit log, share",
    unit="percent",
    decimals=4,
    better="up",
    formula=("日志完整的运行 ÷ 全部运行", "runs whose log is complete ÷ runs"),
)
def robot_logged_rate(rows: ir.Table) -> ir.Scalar:
    """The share of the runs that can be audited."""
    return rows.logged.sum() / rows.count()


@metric(
    "process.robot_utilisation",
    zh="机器人利用率",
    en="Robots busy, share",
    unit="percent",
    decimals=4,
    better="up",
    formula=("运行时长 ÷ 可用时长", "time run ÷ time available"),
    rows=beside_hours,
    reads=("process.robot_run", "process.robot"),
    owner=OWNER,
)
def robot_utilisation(rows: ir.Table) -> ir.Scalar:
    """The share of their time that robots were busy."""
    return rows.busy_seconds.sum() / rows.available_seconds.max().nullif(0)


@metric(
    "process.robot_roi",
    zh="投入产出",
    en="Return on the robots' cost",
    unit="percent",
    decimals=4,
    better="up",
    formula=("（节省工时 × 人工时价 − 月成本）÷ 月成本", "(hours saved × cost of an hour − cost) ÷ cost"),
    reads="process.robot_month",
    owner=OWNER,
    by=("scenario",),
)
def robot_roi(rows: ir.Table, *, hour_cost: int = 60) -> ir.Scalar:
    """What the robots earned for what they cost."""
    return (
        rows.saved_seconds.sum() * hour_cost / SECONDS_AN_HOUR / rows.monthly_cost.sum().cast("float64").nullif(0) - 1
    )
