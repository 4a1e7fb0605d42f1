"""The year's projects, and the hard topics that are open to bidders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from lushan.sample.bank import names
from lushan.sample.chance import Sample

#: The projects of the year by how far they have come, and those that ended the year before; each with its line.
PROJECTS = {
    "live": (
        ("企金", "企业网银单证影像化"), ("零售", "手机银行客群专区"), ("零售", "分享有礼活动模板"),
        ("风控", "按揭项目分类管理"), ("风控", "风险管理工作台一期"), ("数字", "统计数据自动检核"),
        ("数字", "源数据质量看板"), ("运营", "科技合同线上签署"), ("运营", "机构数字画像"),
        ("资金", "投后报告驾驶舱"), ("科技", "科技人力结算"), ("科技", "研发管理工作台"),
    ),
    "on_plan": (
        ("企金", "贷前进件线上化"), ("企金", "财资管理平台二期"), ("零售", "零售信贷平台升级"),
        ("零售", "智能标签管理平台"), ("资金", "做市成交"), ("资金", "投标平台"), ("资金", "理财投资交易系统"),
        ("资金", "非标业务五级分类"), ("风控", "授信审批条件管理"), ("风控", "贷后检查重建"),
        ("风控", "团伙欺诈识别"), ("数字", "数据埋点管理平台"), ("数字", "数据仓库迁移"),
        ("运营", "不动产中心直连"), ("运营", "内部事项线上审批"), ("科技", "配置管理中心"),
        ("科技", "敏捷协同管理平台"), ("科技", "灾备中心启用"),
    ),
    "stopped": (("资金", "行情数据展示"),),
    "earlier": (
        ("企金", "票据池"), ("零售", "收单清算改造"), ("风控", "押品估值"), ("数字", "监管报送平台"),
        ("科技", "日志平台"),
    ),
}  # fmt: skip
NEW_YEAR = date(2023, 1, 1)

#: The topics of each round, when it was published, and how far each has come.
ROUNDS = {1: date(2023, 2, 20), 2: date(2023, 4, 12)}
TOPICS = (
    ("核心批量缩短到一小时以内", 1, "working"), ("报表供数链路逐级预警", 1, "working"),
    ("历史数据分级归档", 1, "accepted"), ("小型机应用平滑下移", 1, "bid"), ("全链路压测环境自动搭建", 1, "working"),
    ("接口文档与代码一致性检查", 1, "accepted"), ("移动端启动时间减半", 2, "bid"),
    ("数据库语句上线前自动评审", 2, "published"), ("测试数据脱敏与按需供给", 2, "published"),
)  # fmt: skip


def project_ids() -> list[str]:
    """The ids of the projects."""
    return [f"P{number:03}" for number in range(1, sum(map(len, PROJECTS.values())) + 1)]


def projects(sample: Sample) -> Iterator[pa.Table]:
    """The year's projects as far as they have come, and some that ended the year before."""
    rng = sample.chance("delivery.project")
    listed = [(state, line, title) for state, titles in PROJECTS.items() for line, title in titles]
    rows = []
    for id, manager, (state, line, title) in zip(project_ids(), names(rng, len(listed)), listed, strict=True):
        ended = (NEW_YEAR - timedelta(days=160) if state == "earlier" else NEW_YEAR) + _days(rng, 10, 115)
        rows.append(
            {
                "project_id": id,
                "name": title,
                "line": line,
                "approved_on": ended - _days(rng, 150, 500),
                "planned_live_on": ended
                + (_days(rng, -20, 15) if state in ("live", "earlier") else _days(rng, 50, 300)),
                "live_on": ended if state in ("live", "earlier") else None,
                "stopped_on": ended if state == "stopped" else None,
                "manager": manager,
            }
        )
    yield pa.Table.from_pylist(rows)


def bids(sample: Sample) -> Iterator[pa.Table]:
    """The topics of the rounds of bidding, with who took them on."""
    rng = sample.chance("delivery.bid")
    rows = [
        {
            "topic_id": f"JB{number:03}",
            "title": title,
            "round": round,
            "bidder": None if stage == "published" else f"{leader}团队",
            "stage": stage,
            "published_on": ROUNDS[round],
            "accepted_on": ROUNDS[round] + _days(rng, 45, 65) if stage == "accepted" else None,
        }
        for number, (leader, (title, round, stage)) in enumerate(zip(names(rng, len(TOPICS)), TOPICS, strict=True), 1)
    ]
    yield pa.Table.from_pylist(rows)


def _days(rng: np.random.Generator, least: int, below: int) -> timedelta:
    return timedelta(days=int(rng.integers(least, below)))
