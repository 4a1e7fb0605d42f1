"""Work orders as the technology department's own system exports them: their headers and the steps of their lives."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lushan.sample.bank import LINES, names
from lushan.sample.chance import Sample, draw, draw_within
from lushan.sample.columns import joined, numbered
from lushan.sample.days import Moments, days_of, months, work_clock, work_moment, workdays
from lushan.sample.lives import CLASSES, FIRST, LAST, SPAN, Lives, plan_lives, windows
from lushan.sample.projects import project_ids

VERBS = ("新增", "优化", "改造", "调整", "支持", "对接")
THINGS = (
    "查询页面", "审批流程", "统计报表", "数据接口", "业务参数", "到期提醒", "额度规则", "日终对账", "岗位权限",
    "批量任务", "客户视图", "短信模板",
)  # fmt: skip

#: The steps that an order may take, in order, and how likely each is; a return by test is followed by another try.
STEPS = (
    ("received", 1.0), ("accepted", 1.0), ("reviewed", 1.0), ("designed", 1.0), ("changed", 0.09),
    ("developed", 1.0), ("postponed", 0.06), ("self_tested", 1.0), ("test_submitted", 1.0), ("test_returned", 0.17),
    ("test_submitted", 0.17), ("tested", 1.0), ("released", 1.0), ("verified", 1.0), ("closed", 1.0), ("voided", 1.0),
)  # fmt: skip
NAMES, LIKELY = [name for name, _ in STEPS], np.array([likely for _, likely in STEPS])
RETURNED, TESTED = NAMES.index("test_returned"), NAMES.index("tested")
RELEASED, VOIDED = NAMES.index("released"), NAMES.index("voided")


def ticket_ids(lives: Lives, month: int) -> pa.Array:
    """The ids of the orders received in a month."""
    return numbered(f"RW{SPAN[month].replace('-', '')}", np.arange(len(lives.line))[lives.of(month)], 6)


def tickets(sample: Sample) -> Iterator[pa.Table]:
    """The headers of the orders, a month of receipt at a time, with the codes and headings of their system."""
    lives = plan_lives(sample)
    rng = sample.chance("delivery.ticket/headers")
    codes = pa.array(["需求优化", "技术优化", "一般项目"])
    for month in range(len(SPAN)):
        of = lives.of(month)
        line, kind = lives.line[of], lives.kind[of]
        count = len(line)
        systems = draw_within(rng, [of_line for _, of_line in LINES.values()], line)
        yield pa.table(
            {
                "任务单编号": ticket_ids(lives, month),
                "标题": joined(systems, draw(rng, VERBS, count), draw(rng, THINGS, count)),
                "条线代码": numbered("", line + 1, 2),
                "需求分类": codes.take(kind),
                "分级": draw(rng, ("S", "A", "B", "C", None), count, (3, 17, 45, 25, 10)),
                "所属系统": systems,
                "提出部门": draw_within(rng, [of_line for of_line, _ in LINES.values()], line),
                "优先级": draw(rng, ("高", "中", "低", None), count, (20, 45, 20, 15)),
                "承诺投产日": pc.strftime(pa.array(_promised(rng, lives, of)), "%Y%m%d"),
                "项目编号": pc.if_else(kind == CLASSES.index("project"), draw(rng, project_ids(), count), None),
                "预估工时": np.ceil(rng.gamma(2.0, 16.0, count)).astype(int) * 2,
            }
        )


def _promised(rng: np.random.Generator, lives: Lives, of: slice) -> Moments:
    """The day that each order was promised for: mostly the window that it met, for some one that it missed."""
    plan = np.array([day for month in months(FIRST, "2023-06") for day in windows(month)], dtype="datetime64[D]")
    closed, luck = lives.closed[of].astype("datetime64[D]"), rng.random(of.stop - of.start)
    received = work_moment(lives.received[of]).astype("datetime64[D]")
    window = np.searchsorted(plan, closed, side="right") - 1
    missed = plan[np.maximum(window - 1, 0)]
    late = (luck > 0.88) & (missed > received)
    hoped = plan[np.minimum(np.searchsorted(plan, received) + rng.integers(1, 6, len(luck)), len(plan) - 1)]
    promised = np.where(lives.released[of], np.where(late, missed, closed), hoped)
    return np.where(luck < np.where(lives.released[of], 0.14, 0.55), np.datetime64("NaT"), promised)


def ticket_events(sample: Sample) -> Iterator[pa.Table]:
    """The steps of each order's life, as far as it has come by the end of the last month."""
    lives = plan_lives(sample)
    rng = sample.chance("delivery.ticket_event")
    people = names(rng, sample.size(120))
    for month in range(len(SPAN)):
        of = lives.of(month)
        happened, moments = _steps(rng, lives, of)
        order, step = np.nonzero(happened)
        yield pa.table(
            {
                "ticket_id": ticket_ids(lives, month).take(order),
                "seq": (np.cumsum(happened, axis=1) - 1)[happened],
                "at": moments[happened],
                "step": pa.array(NAMES).take(step),
                "actor": draw(rng, people, len(order)),
            }
        )


def _steps(rng: np.random.Generator, lives: Lives, of: slice) -> tuple[np.ndarray, Moments]:
    """Which of the steps each order took, and when: two tables of orders by steps."""
    received, closed, released = lives.received[of], lives.closed[of], lives.released[of]
    count, voided = len(received), ~np.isnat(closed) & ~released
    happened = rng.random((count, len(STEPS))) < LIKELY
    happened[:, RETURNED + 1] = happened[:, RETURNED]
    reached = np.where(released, TESTED, rng.integers(0, TESTED, count))
    happened[:, : TESTED + 1] &= np.arange(TESTED + 1) <= reached[:, None]
    happened[:, RELEASED:VOIDED] = released[:, None]
    happened[:, VOIDED] = voided

    today = work_clock(days_of(LAST)[-1])
    end = np.where(np.isnat(closed), today, work_clock(closed.astype("datetime64[D]")) + released)
    part = np.sort(rng.uniform(0.02, 0.98, (count, TESTED + 1)), axis=1)
    part[:, 0] = 0
    moments = np.full(happened.shape, "NaT", dtype="datetime64[s]")
    moments[:, : TESTED + 1] = work_moment(received[:, None] + part * (end - received)[:, None])
    moments[:, RELEASED] = moments[:, VOIDED] = closed
    moments[:, RELEASED + 1] = work_moment(end + rng.uniform(0.1, 0.3, count))
    moments[:, RELEASED + 2] = moments[:, RELEASED + 1] + np.timedelta64(2, "h")
    return happened, moments


def release_windows(_sample: Sample) -> Iterator[pa.Table]:
    """The release calendar: two planned windows a month, and those of year end, when nothing may be released."""
    used = [day for month in months(FIRST, "2023-06") for day in windows(month)]
    frozen = [workdays(f"{year}-12")[-1] for year in (2021, 2022)]
    yield pa.table(
        {
            "window_on": used + frozen,
            "kind": ["planned"] * (len(used) + len(frozen)),
            "frozen": [False] * len(used) + [True] * len(frozen),
        }
    )
