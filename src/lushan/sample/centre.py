"""The recovery centre: what it needs before it is used, the defects of its construction, and the incidents of both."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lushan.sample import targets
from lushan.sample.bank import SYSTEMS
from lushan.sample.chance import Sample, draw
from lushan.sample.columns import numbered

TODAY = np.datetime64("2023-04-30")
TRADES = ("暖通", "消防", "供配电", "柴油发电", "综合布线", "安防监控", "装饰装修", "给排水")

#: What the centre needs, by area: the item, how far it is, and when it is due.
ITEMS = {
    "construction": (
        ("遗留问题全量排查", "done", "2023-02-28"),
        ("暖通整改复验", "done", "2023-03-20"),
        ("消防联动整改", "done", "2023-03-31"),
        ("柴油发电机带载测试", "done", "2023-04-15"),
        ("标识标牌安装", "done", "2023-04-20"),
        ("剩余问题销号", "doing", "2023-05-20"),
    ),
    "acceptance": (
        ("第三方复测", "done", "2023-04-12"),
        ("消防备案", "done", "2023-04-26"),
        ("等级认证现场评审", "doing", "2023-05-15"),
        ("等级认证证书", "planned", "2023-05-31"),
        ("竣工档案移交", "doing", "2023-05-25"),
    ),
    "operation": (
        ("基础运维团队七乘二十四小时值守", "done", "2023-03-01"),
        ("标准操作手册编制", "done", "2023-04-10"),
        ("应急操作手册编制", "done", "2023-04-18"),
        ("设备档案建立", "done", "2023-04-21"),
        ("应急演练", "doing", "2023-04-28"),
    ),
    "launch": (
        ("启用方案评审", "done", "2023-04-25"),
        ("同城切换演练", "planned", "2023-06-16"),
        ("业务接管演练", "planned", "2023-07-14"),
        ("正式启用", "planned", "2023-08-31"),
    ),
}

#: How often incidents of each level happen, and the mean minutes until they are resolved.
LEVELS = {"二级": (0.04, 50), "三级": (0.3, 32), "四级": (0.66, 18)}
INCIDENTS = 30
SINCE = np.datetime64("2022-05-01T00:00:00")


def centre_items(_sample: Sample) -> Iterator[pa.Table]:
    """What the recovery centre needs before it is used."""
    rows = [
        {"area": area, "title": title, "state": state, "due_on": due}
        for area, items in ITEMS.items()
        for title, state, due in items
    ]
    table = pa.Table.from_pylist(rows)
    yield table.add_column(0, "item_id", numbered("QY", np.arange(1, len(rows) + 1), 3))


def centre_defects(sample: Sample) -> Iterator[pa.Table]:
    """The defects that the building of the recovery centre left, most of them cleared."""
    rng = sample.chance("operations.centre_defect")
    cleared, count = targets.DEFECTS_CLEARED, targets.DEFECTS_CLEARED + targets.DEFECTS_OPEN
    found = np.datetime64("2022-08-01") + np.sort(rng.integers(0, 250, count))
    ended = np.minimum(found + rng.gamma(2.0, 18.0, count).astype(int), TODAY)
    is_open = np.zeros(count, dtype=bool)
    is_open[rng.permutation(count)[cleared:]] = True
    yield pa.table(
        {
            "defect_id": numbered("YL", np.arange(1, count + 1), 4),
            "trade": draw(rng, TRADES, count, (18, 15, 17, 8, 13, 9, 12, 8)),
            "found_on": found,
            "cleared_on": np.where(is_open, np.datetime64("NaT"), ended),
        }
    )


def incidents(sample: Sample) -> Iterator[pa.Table]:
    """A year's incidents: few in the recovery centre, which is on trial, and none of its security."""
    rng = sample.chance("operations.incident")
    count = sample.size(INCIDENTS)
    began = SINCE + np.sort(rng.integers(0, 365 * 24 * 3600, count))
    level = rng.choice(list(LEVELS), count, p=[often for often, _ in LEVELS.values()])
    mean = np.array([LEVELS[name][1] for name in level])
    site = rng.choice(("生产", "灾备"), count, p=(0.85, 0.15))
    kind = rng.choice(("可用性", "性能", "数据", "安全"), count, p=(0.35, 0.4, 0.2, 0.05))
    kind[(site == "灾备") & (kind == "安全")] = "可用性"
    resolved = began + (60 * rng.gamma(3.0, mean / 3.0)).astype(int)
    yield pa.table(
        {
            "事件编号": numbered("SJ", np.arange(1, count + 1), 5),
            "中心": site,
            "类别": kind,
            "级别": level,
            "系统": draw(rng, SYSTEMS, count),
            "发生时间": pc.strftime(pa.array(began), "%Y-%m-%d %H:%M"),
            "恢复时间": pc.strftime(pa.array(resolved), "%Y-%m-%d %H:%M"),
        }
    )
