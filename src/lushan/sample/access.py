"""The mobile office: who may use it, what it reaches, and each day's connections by account, resource and city."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from lushan.sample import targets
from lushan.sample.bank import BRANCHES, DEPARTMENTS
from lushan.sample.chance import Sample, Whole, level, split
from lushan.sample.columns import numbered
from lushan.sample.days import days_of, months, works

MONTHS = months("2022-11", "2023-04")
TECHNOLOGY, DIGITAL = "信息科技部", "数字银行部"
BUSINESS = (
    *(department for department in DEPARTMENTS if department not in (TECHNOLOGY, DIGITAL, "审计部", "办公室")),
    *(f"{city}分行" for city in BRANCHES[:7]),
)
RESOURCES = (
    "对公营销平台", "零售信贷平台", "网贷系统", "存贷款定价系统", "国际结算系统", "智慧法务系统",
    "智能经营分析系统", "理财资产管理系统", "智能财务平台", "账户分解平台", "绩效考核系统", "财富管理平台",
    "数据可视化平台", "信贷系统", "押品系统", "预警系统", "风险工作台", "客户信息系统", "监管报送平台", "标签平台",
    "反洗钱系统", "票据系统", "资金交易系统", "催收系统", "档案系统", "人力资源系统",
)  # fmt: skip
GATEWAY, DESKTOP = len(RESOURCES), len(RESOURCES) + 1

WUHAN = "武汉"
#: The cities that people connect from, and how many live there; from the rest they connect on their travels.
HOMES = {WUHAN: 58, "九江": 26, "南昌": 12, "广州": 2, "合肥": 2}
PROVINCES = {
    "江西": "九江 南昌 上饶 宜春 抚州 赣州 吉安 新余 萍乡 景德镇 鹰潭",
    "湖北": "武汉 黄冈 黄石 鄂州 咸宁 荆州 宜昌 襄阳 孝感", "广东": "广州 深圳 佛山 东莞 珠海",
    "安徽": "合肥 安庆 池州 芜湖 黄山 宣城", "湖南": "长沙 岳阳 株洲 湘潭", "浙江": "杭州 宁波 温州",
    "江苏": "南京 苏州 无锡", "福建": "福州 厦门", "上海": "上海", "北京": "北京", "四川": "成都", "重庆": "重庆",
    "河南": "郑州", "陕西": "西安",
}  # fmt: skip
PROVINCE_OF = {city: province for province, cities in PROVINCES.items() for city in cities.split()}
CITIES = tuple(PROVINCE_OF)
TRAVELS, CLOSED = 0.03, 12


def access_accounts(sample: Sample) -> Iterator[pa.Table]:
    """The accounts that are open, and some that were closed again."""
    rng = sample.chance("operations.access_account")
    counts = {kind: sample.size(count) for kind, count in targets.ACCOUNTS.items()}
    closed = sample.size(CLOSED)
    kinds = np.concatenate([np.repeat(list(counts), list(counts.values())), np.repeat("business", closed)])
    departments = np.select(
        [kinds == "technology", kinds == "other"],
        [TECHNOLOGY, DIGITAL],
        np.array(BUSINESS)[np.arange(len(kinds)) % len(BUSINESS)],
    )
    opened = np.datetime64("2022-06-01") + rng.integers(0, 150, len(kinds))
    opened[:-closed][(kinds[:-closed] == "business") & (rng.random(len(kinds) - closed) < 0.3)] += 150
    ended = np.full(len(kinds), "NaT", dtype="datetime64[D]")
    ended[-closed:] = opened[-closed:] + rng.integers(10, 60, closed)
    yield pa.table(
        {
            "account_id": _account_ids(len(kinds)),
            "person_id": numbered("S", rng.permutation(len(kinds)) + 1, 6),
            "department": departments,
            "kind": kinds,
            "opened_on": opened,
            "closed_on": ended,
        }
    )


def access_resources(sample: Sample) -> Iterator[pa.Table]:
    """What the mobile office reaches: the business systems, its own gateway and the remote desktop."""
    rng = sample.chance("operations.access_resource")
    names = (*RESOURCES, "接入网关", "远程桌面")
    yield pa.table(
        {
            "resource_id": _resource_ids(),
            "name": names,
            "kind": ["business"] * len(RESOURCES) + ["gateway", "remote_desktop"],
            "opened_on": np.datetime64("2022-06-01") + rng.integers(0, 150, len(names)),
        }
    )


def access_sessions(sample: Sample) -> Iterator[pa.Table]:
    """Each day's connections, a month at a time: everyone passes the gateway, and most go on to something."""
    rng = sample.chance("operations.access_session")
    opened = next(access_accounts(sample))["opened_on"].to_numpy()
    people = len(opened) - sample.size(CLOSED)
    technology = sample.size(targets.ACCOUNTS["technology"])
    home = rng.choice([CITIES.index(city) for city in HOMES], people, p=np.array(list(HOMES.values())) / 100)
    fond = rng.gamma(0.9, 1.0, people) + np.where(np.arange(people) < technology, 0.4, 0.02)
    for month in MONTHS:
        known = opened[:people] < np.datetime64(f"{month}-01")
        account, day = _present(sample, rng, month, fond * known, technology)
        city = np.where(rng.random(len(account)) < TRAVELS, rng.integers(0, len(CITIES), len(account)), home[account])
        if month == MONTHS[-1]:
            city[rng.permutation(len(city))[: len(CITIES)]] = np.arange(len(CITIES))
        visit, resource, connections = _uses(rng, len(account))
        wuhan = sample.size(targets.WUHAN_CONNECTIONS.get(month, int(rng.integers(46_000, 52_000))))
        passed = _passed(rng, city == CITIES.index(WUHAN), wuhan, visit, connections)
        visit = np.concatenate([np.arange(len(account)), visit])
        resource = np.concatenate([np.full(len(account), GATEWAY), resource])
        order = np.lexsort((resource, account[visit], day[visit]))
        visit, resource = visit[order], resource[order]
        yield pa.table(
            {
                "day": np.array(days_of(month), dtype="datetime64[D]")[day[visit]],
                "account_id": _account_ids(people).take(account[visit]),
                "resource_id": _resource_ids().take(resource),
                "city": pa.array(CITIES).take(city[visit]),
                "province": pa.array(PROVINCE_OF.values()).take(city[visit]),
                "connections": np.concatenate([passed, connections])[order],
            }
        )


def _present(
    sample: Sample, rng: np.random.Generator, month: str, fond: NDArray[np.float64], technology: int
) -> tuple[Whole, Whole]:
    """The account and the day of each day's users; in the last month all of technology are among them."""
    days = days_of(month)
    last = month == MONTHS[-1]
    total = sample.size(len(days) * (targets.ACCESS_DAILY if last else rng.uniform(70, 79)))
    surely = (np.arange(len(fond)) < technology) & last
    often = level(fond * total / fond.sum(), total - int(surely.sum()), 0, len(days) - 1) + surely
    busy = np.log([1.0 if works(day) else 0.2 for day in days])
    keys = busy + rng.gumbel(size=(len(fond), len(days)))  # the largest of such keys are a draw by weight
    rank = np.argsort(np.argsort(-keys, axis=1), axis=1)
    account, day = np.nonzero(rank < often[:, None])
    return account, day


def _uses(rng: np.random.Generator, visits: int) -> tuple[Whole, Whole, Whole]:
    """What is used in a day's visit of an account: one or two business systems, the remote desktop, or neither."""
    popular = np.linspace(2.0, 0.3, len(RESOURCES)) ** 2
    one = rng.choice(len(RESOURCES), visits, p=popular / popular.sum())
    other = (one + rng.integers(1, len(RESOURCES), visits)) % len(RESOURCES)
    luck = rng.random((3, visits)) < np.array([[0.9], [0.65], [0.5]])
    visit = np.concatenate([np.flatnonzero(lucky) for lucky in luck])
    resource = np.concatenate([one[luck[0]], other[luck[1]], np.full(int(luck[2].sum()), DESKTOP)])
    return visit, resource, 1 + rng.poisson(np.where(resource == DESKTOP, 5.0, 0.75))


def _passed(
    rng: np.random.Generator, in_wuhan: NDArray[np.bool_], wuhan: int, visit: Whole, connections: Whole
) -> Whole:
    """How often each visit passed the gateway, so that with all else Wuhan's connections are as many as is known."""
    weights = rng.gamma(2.0, 1.0, len(in_wuhan))
    beside = int(connections[in_wuhan[visit]].sum())
    here = int(in_wuhan.sum())
    passed = 1 + np.round(weights * (wuhan - beside) / max(here, 1) / 2).astype(np.int64)
    passed[in_wuhan] = 1 + split(max(wuhan - beside - here, 0), weights[in_wuhan])
    return passed


def _account_ids(count: int) -> pa.Array:
    return numbered("A", np.arange(1, count + 1), 6)


def _resource_ids() -> pa.Array:
    return numbered("R", np.arange(len(RESOURCES) + 2), 3)
