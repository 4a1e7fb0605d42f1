"""Architecture: reviews and their advice, the version baseline and what runs on it, very large tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import numpy as np
import pyarrow as pa

from lushan.sample import targets
from lushan.sample.bank import SYSTEMS
from lushan.sample.chance import Sample, draw, split
from lushan.sample.columns import hundredths, numbered
from lushan.sample.days import days_of, months, workdays

REVIEWED = months("2022-11", "2023-04")
TOPICS = {
    "procurement": ("配置中心选型", "敏捷协同平台采购", "标签平台采购", "日志平台扩容", "密码机采购"),
    "design": (
        "进件线上化方案",
        "风险工作台二期方案",
        "不动产直连方案",
        "数据仓库迁移方案",
        "统一鉴权方案",
        "消息推送方案",
    ),
    "technical": ("小型机下移", "数据库升级", "容灾切换", "超大表归档"),
}

#: Components, the versions that the baseline allows until a day, and those that still run and are not on it.
COMPONENTS = {
    "Oracle": (("19c", None),), "MySQL": (("8.0", None), ("5.7", "2023-10-31")), "GaussDB": (("8.1", None),),
    "Redis": (("6.2", None), ("5.0", "2023-03-31")), "Kafka": (("2.8", None),),
    "Tomcat": (("9.0", None), ("8.5", "2024-03-31")), "Nginx": (("1.22", None),),
    "JDK": (("8u362", None), ("11.0.18", None)),
}  # fmt: skip
OLDER = {"Oracle": "11g", "MySQL": "5.6", "Redis": "4.0", "Tomcat": "7.0", "JDK": "7u80", "Nginx": "1.16"}

LARGE = (
    ("核心系统", "交易流水"), ("核心系统", "账户余额历史"), ("核心系统", "会计分录"), ("信贷系统", "还款计划"),
    ("信贷系统", "影像索引"), ("手机银行", "登录日志"), ("手机银行", "操作日志"), ("数据仓库", "账户日切片"),
    ("数据仓库", "客户标签历史"), ("数据仓库", "流水明细"), ("收单系统", "收单流水"),
    ("反洗钱系统", "可疑交易明细"), ("短信平台", "短信发送记录"), ("日志平台", "应用日志"),
    ("统一支付平台", "支付流水"), ("客户信息系统", "客户变更历史"), ("监管报送平台", "报送明细"),
    ("票据系统", "票据背书"),
)  # fmt: skip
MEASURED = months("2022-10", "2023-04")


@cache
def _reviews(sample: Sample) -> tuple[list[dict[str, object]], list[dict[str, object]], list[dict[str, object]]]:
    """The meetings of each month, their topics, and the advice given on these before the meeting and in it."""
    rng = sample.chance("delivery.review")
    meetings: list[dict[str, object]] = []
    topics: list[dict[str, object]] = []
    advice: list[dict[str, object]] = []
    for month in REVIEWED:
        drawn = (int(rng.integers(2, 5)), int(rng.integers(5, 9)), int(rng.integers(50, 90)), int(rng.integers(50, 90)))
        met, discussed, *given = targets.REVIEWS.get(month, drawn)
        days = workdays(month)
        held = [days[place] for place in np.sort(rng.choice(len(days), met, replace=False))]
        for number, day in enumerate(held, 1):
            meetings.append({"meeting_id": f"PS{month}-{number}", "held_on": day})
        for number in range(discussed):
            kind = str(rng.choice(list(TOPICS), p=(0.3, 0.5, 0.2)))
            topics.append(
                {
                    "topic_id": f"YT{month}-{number + 1:02}",
                    "meeting_id": f"PS{month}-{number % met + 1}",
                    "kind": kind,
                    "title": str(rng.choice(TOPICS[kind])),
                }
            )
        for stage, count in zip(("preliminary", "formal"), given, strict=True):
            for topic, share in enumerate(split(count, rng.uniform(0.6, 1.4, discussed))):
                advice += [
                    _advice(rng, f"YT{month}-{topic + 1:02}", stage, held[topic % met], number)
                    for number in range(int(share))
                ]
    return meetings, topics, advice


def _advice(rng: np.random.Generator, topic: str, stage: str, held: date, number: int) -> dict[str, object]:
    accepted = bool(rng.random() < 0.88)
    closed = np.datetime64(held) + rng.integers(1, 40)
    done = accepted and rng.random() < 0.8 and closed <= np.datetime64("2023-04-30")
    return {
        "advice_id": f"{topic}-{stage[0].upper()}{number + 1:02}",
        "topic_id": topic,
        "stage": stage,
        "accepted": accepted,
        "closed_on": closed.item() if done else None,
    }


def review_meetings(sample: Sample) -> Iterator[pa.Table]:
    """The meetings of the architecture review."""
    yield pa.Table.from_pylist(_reviews(sample)[0])


def review_topics(sample: Sample) -> Iterator[pa.Table]:
    """The topics that were reviewed."""
    yield pa.Table.from_pylist(_reviews(sample)[1])


def review_advice(sample: Sample) -> Iterator[pa.Table]:
    """The advice that was given."""
    yield pa.Table.from_pylist(_reviews(sample)[2])


def baseline(_sample: Sample) -> Iterator[pa.Table]:
    """The versions that may be used, and until when."""
    yield pa.Table.from_pylist(
        [
            {"component": component, "version": version, "allowed_until": until and date.fromisoformat(until)}
            for component, versions in COMPONENTS.items()
            for version, until in versions
        ]
    )


def instances(sample: Sample) -> Iterator[pa.Table]:
    """The base software of each system in production and in test; some of it is older than the baseline."""
    rng = sample.chance("delivery.instance")
    rows = []
    for system in SYSTEMS:
        for component in rng.choice(list(COMPONENTS), 4, replace=False).tolist():
            allowed = [version for version, _ in COMPONENTS[component]]
            older = rng.random() < 0.15 and component in OLDER
            version = OLDER[component] if older else allowed[int(rng.integers(len(allowed)))]
            rows += [
                {"component": component, "version": version, "system": system, "environment": environment}
                for environment in ("production", "test")
            ]
    table = pa.Table.from_pylist(rows)
    yield table.add_column(0, "instance_id", numbered("SL", np.arange(1, len(rows) + 1), 5))


def large_tables(sample: Sample) -> Iterator[pa.Table]:
    """The very large tables as they were measured at the end of each month."""
    rng = sample.chance("delivery.large_table")
    count = len(LARGE)
    size = rng.integers(20_000, 300_000, count)
    grows = rng.uniform(0.005, 0.03, count)
    partitioned, archived = rng.random(count) < 0.75, rng.random(count) < 0.65
    indexes = draw(rng, (2, 3, 4, 5, 6, 7), count, (3, 6, 6, 4, 2, 1))
    for number, month in enumerate(MEASURED):
        at = size * (1 + grows) ** number * rng.uniform(0.995, 1.005, count)
        day = np.datetime64(days_of(month)[-1])
        yield pa.table(
            {
                "system": [system for system, _ in LARGE],
                "table_name": [table for _, table in LARGE],
                "measured_on": np.full(count, day),
                "row_count": (at * 4_100).astype(np.int64),
                "size_gb": hundredths(at, 12),
                "partitioned": partitioned,
                "archived_on": np.where(archived, np.datetime64("2022-09-30"), np.datetime64("NaT")),
                "index_count": indexes,
            }
        )
