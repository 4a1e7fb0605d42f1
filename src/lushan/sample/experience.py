"""The issues of user experience, as the test centre keeps them in a workbook."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from lushan.sample import targets
from lushan.sample.bank import SYSTEMS
from lushan.sample.chance import Sample, draw
from lushan.sample.columns import numbered

SINCE, UNTIL = np.datetime64("2022-06-06"), np.datetime64("2023-04-30")
CHANNELS = ("系统演示", "一线调研", "专项走查", "测试人员", "业务人员")
PAGES = ("首页", "登录页", "查询页", "申请页", "审批页", "列表页", "详情页", "设置页")


def ux_issues(sample: Sample) -> Iterator[pa.Table]:
    """Issues raised since June 2022; those that were raised early are likelier solved."""
    rng = sample.chance("delivery.ux_issue")
    count, solved = sample.size(targets.UX_RAISED), sample.size(targets.UX_SOLVED)
    days = int((UNTIL - SINCE).astype(int))
    raised = np.sort(rng.triangular(0, 0.8 * days, days, count).astype(int))
    is_solved = np.zeros(count, dtype=bool)
    is_solved[np.argsort(rng.random(count) * (days + 30 - raised))[count - solved :]] = True
    solved_after = np.minimum(rng.gamma(2.0, 18.0, count).astype(int) + 2, days - raised)
    due_after = rng.choice((30, 45, 60), count)
    systems = draw(rng, SYSTEMS[: targets.UX_SYSTEMS], count).to_pylist()
    systems[: targets.UX_SYSTEMS] = SYSTEMS[: min(targets.UX_SYSTEMS, count)]
    unsolved = rng.choice(("未解决", "不采纳", "重复"), count, p=(0.78, 0.14, 0.08))
    none = np.datetime64("NaT")
    yield pa.table(
        {
            "编号": numbered("UX", np.arange(1, count + 1), 5),
            "来源": draw(rng, CHANNELS, count, (12, 22, 30, 20, 16)),
            "系统": systems,
            "页面": draw(rng, PAGES, count),
            "严重程度": draw(rng, ("阻断", "严重", "一般", "建议"), count, (3, 17, 50, 30)),
            "提出日期": SINCE + raised,
            "要求完成日期": np.where(rng.random(count) < 0.85, SINCE + raised + due_after, none),
            "解决日期": np.where(is_solved, SINCE + raised + solved_after, none),
            "状态": np.where(is_solved, "已解决", unsolved),
        }
    )
