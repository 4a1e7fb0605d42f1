"""The bank itself: its tree of organisations, its systems, its people's names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from lushan.sample.days import holiday, month, span, works

DEPARTMENTS = (
    "信息科技部", "数字银行部", "零售银行管理部", "企业金融管理部", "小企业信贷中心", "风险管理部", "授信审批部", "运营管理部",
    "计划财务部", "资金营运中心", "理财事业部", "法律与合规部", "人力资源部", "风险资产经营部", "审计部", "办公室",
)  # fmt: skip
BRANCHES = (
    ("九江", "江西"), ("南昌", "江西"), ("上饶", "江西"), ("宜春", "江西"), ("抚州", "江西"), ("赣州", "江西"), ("吉安", "江西"),
    ("新余", "江西"), ("萍乡", "江西"), ("景德镇", "江西"), ("鹰潭", "江西"), ("广州", "广东"), ("合肥", "安徽"),
)  # fmt: skip
SYSTEMS = (
    "核心系统", "信贷系统", "零售信贷平台", "网贷系统", "押品系统", "催收系统", "预警系统", "手机银行", "企业网银", "财资管理平台",
    "对公营销平台", "零售营销平台", "收单系统", "客户信息系统", "数据仓库", "监管报送平台", "风险工作台", "关联交易系统", "反洗钱系统",
    "定价系统", "国际结算系统", "票据系统", "资金交易系统", "理财系统", "投资决策系统", "智慧法务系统", "智能财务平台", "绩效考核系统",
    "人力资源系统", "办公自动化", "移动办公平台", "统一支付平台", "柜面系统", "自助设备平台", "远程银行", "积分商城", "短信平台",
    "电子印章平台", "档案系统", "科技管理平台", "配置管理中心", "日志平台", "监控平台", "机器人平台", "标签平台",
)  # fmt: skip
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方邹熊孟秦江"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲飞丹波宁云帆宇晨浩然思远子涵雨欣嘉怡俊凯婷雪梅海燕志诚文博佳琪梦瑶"


def name(rng: np.random.Generator) -> str:
    """A Chinese name."""
    given = "".join(GIVEN[int(place)] for place in rng.integers(0, len(GIVEN), int(rng.integers(1, 3))))
    return SURNAMES[int(rng.integers(0, len(SURNAMES)))] + given


def organisations() -> Iterator[dict[str, Any]]:
    """The head office, its departments, the branches and their sub-branches."""
    yield {"org_id": "0000", "name": "匡庐银行总行", "kind": "head_office", "parent_id": None, "city": "九江"}
    for number, department in enumerate(DEPARTMENTS, 1):
        yield {
            "org_id": f"00{number:02}",
            "name": department,
            "kind": "department",
            "parent_id": "0000",
            "city": "九江",
        }
    for number, (city, _) in enumerate(BRANCHES, 1):
        yield {"org_id": f"{number:02}00", "name": f"{city}分行", "kind": "branch", "parent_id": "0000", "city": city}
        for desk in range(1, 7):
            yield {
                "org_id": f"{number:02}{desk:02}", "name": f"{city}第{desk}支行", "kind": "sub_branch",
                "parent_id": f"{number:02}00", "city": city,
            }  # fmt: skip


def branch_ids() -> list[str]:
    """The ids of the branches."""
    return [f"{number:02}00" for number in range(1, len(BRANCHES) + 1)]


def calendar() -> Iterator[dict[str, Any]]:
    """Every day of the years that the sample knows."""
    for day in span(month("2021-01")[0], month("2023-12")[1]):
        yield {"day": day, "is_workday": works(day), "holiday": holiday(day)}
