"""The bank's robots: what they do in people's place, and every run of theirs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import numpy as np
import pyarrow as pa

from lushan.sample import targets
from lushan.sample.chance import Sample, Whole, draw, split
from lushan.sample.columns import numbered
from lushan.sample.days import months, work_clock, work_moment, workdays

MONTHS = months("2023-01", "2023-04")
ROBOTS = 6
NEWEST, NEWEST_TITLE = "按揭权证", "按揭贷款权证自动下载与自动入库"

#: Besides the newest: short name, department, minutes a case took by hand and takes a robot, cases a day.
SCENARIOS = (
    ("对账单下载", "运营管理部", 6.0, 0.8, 60),
    ("征信查询登记", "零售银行管理部", 8.0, 1.2, 45),
    ("账户年检", "运营管理部", 12.0, 2.0, 20),
    ("反洗钱名单核对", "法律与合规部", 10.0, 1.5, 30),
    ("报表报送", "计划财务部", 25.0, 4.0, 6),
    ("发票验真", "计划财务部", 3.0, 0.4, 80),
    ("工商信息采集", "企业金融管理部", 9.0, 1.0, 35),
    ("贷后资料归档", "风险管理部", 14.0, 2.5, 18),
    ("押品估值更新", "风险管理部", 11.0, 1.6, 15),
    ("利率表维护", "资金营运中心", 20.0, 3.0, 4),
    ("理财净值录入", "理财事业部", 15.0, 1.8, 12),
    ("工资代发核对", "人力资源部", 18.0, 2.2, 5),
    ("用户权限复核", "信息科技部", 7.0, 0.9, 25),
    ("监管数据校验", "数字银行部", 16.0, 2.4, 10),
    ("票据到期提醒", "企业金融管理部", 4.0, 0.5, 40),
    ("催收短信外呼名单", "风险资产经营部", 10.0, 1.1, 20),
    ("档案影像命名", "办公室", 5.0, 0.6, 50),
)
#: Planted: the scenario whose web page changed in April, so that its robot failed again and again.
BROKEN, BROKEN_IN, BROKEN_SHARE = "工商信息采集", "2023-04", 0.35
CAUSES = ("page_change", "login", "timeout", "data")


def robots(sample: Sample) -> Iterator[pa.Table]:
    """The robots, and how long each may work."""
    count = sample.size(ROBOTS)
    yield pa.table(
        {
            "robot_id": _robot_ids(np.arange(count)),
            "hours_a_day": pa.array([Decimal("16.00")] * count),
            "since_on": np.where(np.arange(count) % 2, "2021-06-01", "2022-03-01"),
            "until_on": pa.nulls(count, pa.string()),
        }
    )


def robot_scenarios(sample: Sample) -> Iterator[pa.Table]:
    """The scenarios, the newest last."""
    rng = sample.chance("process.robot_scenario")
    live = np.datetime64("2021-06-15") + np.sort(rng.integers(0, 540, len(SCENARIOS)))
    names = [name for name, *_ in SCENARIOS]
    costs = rng.integers(6, 16, len(SCENARIOS) + 1) * 100
    yield pa.table(
        {
            "scenario_id": _scenario_ids(np.arange(len(SCENARIOS) + 1)),
            "name": [*names, NEWEST],
            "title": [*(f"{name}自动处理" for name in names), NEWEST_TITLE],
            "department": [*(department for _, department, *_ in SCENARIOS), "抚州分行"],
            "live_on": [*live.astype(str).tolist(), targets.ROBOT_LIVE_ON],
            "retired_on": pa.nulls(len(SCENARIOS) + 1, pa.string()),
            "minutes_before": [*(before for _, _, before, *_ in SCENARIOS), targets.ROBOT_MINUTES[0]],
            "monthly_cost": costs.tolist(),
        }
    )


def robot_runs(sample: Sample) -> Iterator[pa.Table]:
    """The runs, a month at a time."""
    rng = sample.chance("process.robot_run")
    for month in MONTHS:
        parts = [_daily(sample, rng, month, place) for place in range(len(SCENARIOS))]
        if month == MONTHS[-1]:
            parts.append(_newest(sample, rng))
        place, at, cases, seconds = (np.concatenate(columns) for columns in zip(*parts, strict=True))
        order = np.argsort(at, kind="stable")
        robot = rng.integers(0, sample.size(ROBOTS), len(order))
        yield _runs(rng, month, robot, place[order], at[order], cases[order], seconds[order])


def _daily(sample: Sample, rng: np.random.Generator, month: str, place: int) -> tuple[np.ndarray, ...]:
    """A scenario's runs: two each working day, and more in a larger bank."""
    _, _, _, minutes, a_day = SCENARIOS[place]
    days = np.repeat(work_clock(workdays(month)), sample.size(2))
    at = days + rng.uniform(0.02, 0.95, len(days))
    cases = 1 + rng.poisson(a_day / 2 - 1, len(at))
    seconds = np.round(cases * minutes * 60 * rng.uniform(0.9, 1.1, len(at))).astype(np.int64)
    return np.full(len(at), place), at, cases, seconds


def _newest(sample: Sample, rng: np.random.Generator) -> tuple[np.ndarray, ...]:
    """The newest scenario's runs since it went live: so many cases in all, each of the same time."""
    days = [d for d in workdays(MONTHS[-1]) if d.isoformat() > targets.ROBOT_LIVE_ON]
    cases = split(sample.size(targets.ROBOT_CASES), rng.uniform(0.5, 1.5, len(days)))
    at = (work_clock(days) + rng.uniform(0.1, 0.9, len(days)))[cases > 0]
    cases = cases[cases > 0]
    return np.full(len(at), len(SCENARIOS)), at, cases, np.round(cases * targets.ROBOT_MINUTES[1] * 60).astype(np.int64)


def _runs(
    rng: np.random.Generator,
    month: str,
    robot: Whole,
    place: Whole,
    at: np.ndarray,
    cases: Whole,
    seconds: Whole,
) -> pa.Table:
    """A month's runs as the robots' console logs them."""
    count = len(place)
    broken = (place == [name for name, *_ in SCENARIOS].index(BROKEN)) & (month == BROKEN_IN)
    failed = (rng.random(count) < np.where(broken, BROKEN_SHARE, 0.02)) & (place < len(SCENARIOS))
    cause = np.where(broken, "page_change", np.array(draw(rng, CAUSES, count, (30, 20, 35, 15)), dtype=object))
    done = np.where(failed, cases // 3, cases)
    started = work_moment(at)
    ended = started + np.where(failed, seconds // 3 + 60, seconds).astype("timedelta64[s]")
    recovered = ended + (60 * rng.gamma(3.0, 7.0, count)).astype("timedelta64[s]")
    clean = place == len(SCENARIOS)
    return pa.table(
        {
            "run_id": numbered(f"YX{month.replace('-', '')}", np.arange(1, count + 1), 6),
            "scenario_id": _scenario_ids(place),
            "robot_id": _robot_ids(robot),
            "queued_at": started - rng.exponential(90, count).astype("timedelta64[s]"),
            "started_at": started,
            "ended_at": ended,
            "cases": done,
            "manual_cases": np.where(failed, cases - done, (rng.random(count) < 0.03) & ~clean),
            "wrong_cases": ((rng.random(count) < 0.002) & ~clean).astype(int),
            "result": np.where(failed, "failure", "success"),
            "cause": pa.array(cause, mask=~failed, type=pa.string()),
            "recovered_at": np.where(failed, recovered, np.datetime64("NaT")),
            "logged": (rng.random(count) > 0.005) | clean,
        }
    )


def _robot_ids(number: np.ndarray) -> pa.Array:
    return numbered("RB", number + 1, 2)


def _scenario_ids(number: np.ndarray) -> pa.Array:
    return numbered("SC", number + 1, 3)
