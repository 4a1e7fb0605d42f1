"""The year's projects, and the hard topics that are open to bidders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from lushan.sample import targets
from lushan.sample.bank import names
from lushan.sample.chance import Sample
from lushan.sample.columns import numbered

#: What is under way this year, by line: first what has gone live, then what goes on, last what was stopped.
PROJECTS = (
    ("企金", "企业网银单证影像化"), ("零售", "手机银行客群专区"), ("零售", "分享有礼活动模板"), ("风控", "按揭项目分类管理"),
    ("风控", "风险管理工作台一期"), ("数字", "统计数据自动检核"), ("数字", "源数据质量看板"), ("运营", "科技合同线上签署"),
    ("运营", "机构数字画像"), ("资金", "投后报告驾驶舱"), ("科技", "科技人力结算"), ("科技", "研发管理工作台"),
    ("企金", "贷前进件线上化"), ("企金", "财资管理平台二期"), ("零售", "零售信贷平台升级"), ("零售", "智能标签管理平台"),
    ("资金", "做市成交"), ("资金", "投标平台"), ("资金", "理财投资交易系统"), ("资金", "非标业务五级分类"),
    ("风控", "授信审批条件管理"), ("风控", "贷后检查重建"), ("风控", "团伙欺诈识别"), ("数字", "数据埋点管理平台"),
    ("数字", "数据仓库迁移"), ("运营", "不动产中心直连"), ("运营", "内部事项线上审批"), ("科技", "配置管理中心"),
    ("科技", "敏捷协同管理平台"), ("科技", "灾备中心启用"),
    ("资金", "行情数据展示"),
)  # fmt: skip
PROJECT_IDS = tuple(f"P{number:03}" for number in range(1, len(PROJECTS) + 1))
EARLIER = (
    ("企金", "票据池"),
    ("零售", "收单清算改造"),
    ("风控", "押品估值"),
    ("数字", "监管报送平台"),
    ("科技", "日志平台"),
)

TOPICS = (
    ("核心批量缩短到一小时以内", 1, "working"), ("报表供数链路逐级预警", 1, "working"), ("历史数据分级归档", 1, "accepted"),
    ("小型机应用平滑下移", 1, "bid"), ("全链路压测环境自动搭建", 1, "working"), ("接口文档与代码一致性检查", 1, "accepted"),
    ("移动端启动时间减半", 2, "bid"), ("数据库语句上线前自动评审", 2, "published"), ("测试数据脱敏与按需供给", 2, "published"),
)  # fmt: skip


def projects(sample: Sample) -> Iterator[pa.Table]:
    """The year's projects as far as they have come, and some that ended the year before."""
    rng = sample.chance("delivery.project")
    live, stopped = targets.PROJECTS_LIVE, targets.PROJECTS_STOPPED
    lines, titles = zip(*PROJECTS, *EARLIER, strict=True)
    count = len(titles)
    approved = np.datetime64("2021-10-11") + rng.integers(0, 400, count)
    planned = np.datetime64("2023-05-12") + rng.integers(0, 200, count)
    ended = np.datetime64("2023-01-13") + rng.integers(0, 100, count)
    planned[:live] = ended[:live] + rng.integers(-20, 15, live)
    planned[live : live + 2] = np.datetime64("2023-04-14")
    approved[len(PROJECTS) :] -= 250
    planned[len(PROJECTS) :] = np.datetime64("2022-09-30")
    ended[len(PROJECTS) :] = np.datetime64("2022-07-01") + rng.integers(0, 150, len(EARLIER))
    places = np.arange(count)
    is_live = (places < live) | (places >= len(PROJECTS))
    is_stopped = (places >= len(PROJECTS) - stopped) & (places < len(PROJECTS))
    none = np.datetime64("NaT")
    yield pa.table(
        {
            "project_id": numbered("P", places + 1, 3),
            "name": titles,
            "line": lines,
            "approved_on": approved,
            "planned_live_on": planned,
            "live_on": np.where(is_live, ended, none),
            "stopped_on": np.where(is_stopped, ended, none),
            "manager": names(rng, count),
        }
    )


def bids(sample: Sample) -> Iterator[pa.Table]:
    """The topics of two rounds of bidding, with who took them on."""
    rng = sample.chance("delivery.bid")
    bidders = iter(names(rng, len(TOPICS)))
    published = {1: date(2023, 2, 20), 2: date(2023, 4, 12)}
    rows = [
        {
            "topic_id": f"JB{number:03}",
            "title": title,
            "round": round,
            "bidder": None if stage == "published" else f"{next(bidders)}团队",
            "stage": stage,
            "published_on": published[round],
            "accepted_on": published[round] + timedelta(days=int(rng.integers(45, 65)))
            if stage == "accepted"
            else None,
        }
        for number, (title, round, stage) in enumerate(TOPICS, 1)
    ]
    yield pa.Table.from_pylist(rows)
