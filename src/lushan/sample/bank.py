"""The bank itself: its tree of organisations, its departments and systems by line, its people's names."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

import numpy as np
import pyarrow as pa

from lushan.sample.chance import Sample

#: Each business line's departments, and the systems that it asks for work on.
LINES = {
    "企金": (
        ("企业金融管理部", "小企业信贷中心"),
        ("信贷系统", "企业网银", "财资管理平台", "对公营销平台", "国际结算系统", "票据系统", "电子印章平台"),
    ),
    "零售": (
        ("零售银行管理部",),
        ("手机银行", "零售信贷平台", "网贷系统", "零售营销平台", "收单系统", "积分商城", "自助设备平台", "远程银行"),
    ),
    "资金": (
        ("资金营运中心", "理财事业部"),
        ("资金交易系统", "理财系统", "投资决策系统", "定价系统"),
    ),
    "风控": (
        ("风险管理部", "授信审批部", "法律与合规部", "风险资产经营部"),
        ("押品系统", "催收系统", "预警系统", "风险工作台", "关联交易系统", "反洗钱系统", "智慧法务系统"),
    ),
    "数字": (
        ("数字银行部",),
        ("客户信息系统", "数据仓库", "监管报送平台", "标签平台", "机器人平台"),
    ),
    "运营": (
        ("运营管理部", "计划财务部", "人力资源部", "审计部", "办公室"),
        ("核心系统", "柜面系统", "统一支付平台", "智能财务平台", "绩效考核系统", "人力资源系统", "档案系统"),
    ),
    "科技": (
        ("信息科技部",),
        ("办公自动化", "移动办公平台", "科技管理平台", "配置管理中心", "日志平台", "监控平台", "短信平台"),
    ),
}  # fmt: skip
DEPARTMENTS = tuple(department for departments, _ in LINES.values() for department in departments)
SYSTEMS = tuple(system for _, systems in LINES.values() for system in systems)

BRANCHES = (
    "九江", "南昌", "上饶", "宜春", "抚州", "赣州", "吉安", "新余", "萍乡", "景德镇", "鹰潭", "广州", "合肥",
)  # fmt: skip
DESKS = 6

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲飞丹波宁云帆宇晨浩然思远子涵雨欣嘉怡俊凯婷"


def names(rng: np.random.Generator, count: int) -> list[str]:
    """Chinese names, of two characters or three."""
    family = rng.integers(0, len(SURNAMES), count)
    given = rng.integers(0, len(GIVEN), (count, 2))
    short = rng.random(count) < 0.3
    return [
        SURNAMES[f] + GIVEN[g[0]] + ("" if s else GIVEN[g[1]]) for f, g, s in zip(family, given, short, strict=True)
    ]


def desks(sample: Sample) -> int:
    """How many sub-branches a branch has; a larger bank has more of them, and they are larger too."""
    return max(2, round(DESKS * sqrt(sample.scale)))


def sub_branches(sample: Sample) -> list[str]:
    """The ids of the sub-branches."""
    return [f"{branch:02}{desk:02}" for branch in range(1, len(BRANCHES) + 1) for desk in range(1, desks(sample) + 1)]


def organisations(sample: Sample) -> Iterator[pa.Table]:
    """The head office, its departments, the branches and their sub-branches."""
    rows: list[tuple[str, str, str, str | None, str]] = [("0000", "匡庐银行总行", "head_office", None, "九江")]
    rows += [(f"00{number:02}", name, "department", "0000", "九江") for number, name in enumerate(DEPARTMENTS, 1)]
    for number, city in enumerate(BRANCHES, 1):
        rows.append((f"{number:02}00", f"{city}分行", "branch", "0000", city))
        rows += [
            (f"{number:02}{desk:02}", f"{city}第{desk}支行", "sub_branch", f"{number:02}00", city)
            for desk in range(1, desks(sample) + 1)
        ]
    columns = ("org_id", "name", "kind", "parent_id", "city")
    yield pa.table(dict(zip(columns, map(list, zip(*rows, strict=True)), strict=True)))
