"""The batches of the night: each job waits for those that it needs, and one of them makes the reports late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np
import pyarrow as pa

from lushan.sample import targets
from lushan.sample.chance import Sample, split
from lushan.sample.days import days_of, months

MONTHS = months("2022-04", "2023-04")


@dataclass(frozen=True)
class Job:
    """A job of the night: when it may begin, when it must be done, how long it takes, and what it needs."""

    name: str
    system: str
    planned: time
    deadline: time
    minutes: int
    needs: tuple[str, ...] = ()


CORE, CREDIT, REPORTS = "核心批量", "信贷调账", "报表批量"
JOBS = (
    Job(CREDIT, "信贷系统", time(0, 10), time(1, 30), 35),
    Job("客户信息同步", "客户信息系统", time(0, 15), time(3, 30), 40),
    Job(CORE, "核心系统", time(0, 30), time(6), targets.CORE_BATCH_MINUTES),
    Job("同业批量", "资金交易系统", time(1, 30), time(2, 45), 30, (CREDIT,)),
    Job("手机银行日终", "手机银行", time(2), time(5), 25),
    Job("总账批量", "智能财务平台", time(3), time(4, 30), 50, (CORE, "同业批量")),
    Job("数据仓库供数", "数据仓库", time(4, 30), time(6), 55, ("总账批量", "客户信息同步")),
    Job(REPORTS, "监管报送平台", time(6), time(8), 70, ("数据仓库供数",)),
)


def batch_dependencies(_sample: Sample) -> Iterator[pa.Table]:
    """Which job needs which."""
    yield pa.Table.from_pylist([{"job": job.name, "needs": needed} for job in JOBS for needed in job.needs])


def batch_jobs(sample: Sample) -> Iterator[pa.Table]:
    """Every job's run on every night, a month at a time."""
    rng = sample.chance("operations.batch_job")
    for month in MONTHS:
        days = days_of(month)
        core, late = _core_seconds(rng, month), _late_day(rng, month)
        rows: list[dict[str, object]] = []
        for day, seconds in zip(days, core, strict=True):
            rows += _night(rng, day, int(seconds), day == late)
        yield pa.Table.from_pylist(rows)


def _core_seconds(rng: np.random.Generator, month: str) -> np.ndarray:
    """How long the core batch takes on each night of a month: its mean is met, and its longest night where known."""
    days = days_of(month)
    long_day, long_minutes = date.fromisoformat(targets.CORE_BATCH_LONG[0]), targets.CORE_BATCH_LONG[1]
    weights = np.array([rng.uniform(0.9, 1.1) * (1.15 if day.day in (1, 21) else 1.0) for day in days])
    if long_day not in days:
        return split(round(rng.uniform(76, 83) * 60 * len(days)), weights)
    place = days.index(long_day)
    left = (targets.CORE_BATCH_MINUTES * len(days) - long_minutes) * 60
    return np.insert(split(left, np.delete(weights, place)), place, long_minutes * 60)


def _late_day(rng: np.random.Generator, month: str) -> date | None:
    """The day on which credit's adjustment is late, and with it the reports: at the beginning of some months."""
    known = date.fromisoformat(targets.REPORTS_LATE[0])
    day = days_of(month)[int(rng.integers(0, 4))]
    return known if month == f"{known:%Y-%m}" else day if rng.random() < 0.4 else None


def _night(rng: np.random.Generator, day: date, core: int, late: bool) -> list[dict[str, object]]:
    ends: dict[str, datetime] = {}
    rows: list[dict[str, object]] = []
    for job in JOBS:
        planned = datetime.combine(day, job.planned)
        started = max([planned, *(ends[needed] for needed in job.needs)]) + timedelta(seconds=int(rng.integers(3, 40)))
        seconds = core if job.name == CORE else int(job.minutes * 60 * rng.uniform(0.85, 1.2))
        if job.name == CREDIT and late:
            seconds += int(rng.integers(7 * 3600, 8 * 3600))
        ended = started + timedelta(seconds=seconds)
        if job.name == REPORTS and str(day) == targets.REPORTS_LATE[0]:
            ended = datetime.combine(day, time.fromisoformat(targets.REPORTS_LATE[1]))
        ends[job.name] = ended
        rows.append(
            {
                "run_on": day, "job": job.name, "system": job.system, "planned_start": planned,
                "deadline": datetime.combine(day, job.deadline), "started_at": started, "ended_at": ended,
            }
        )  # fmt: skip
    return rows
