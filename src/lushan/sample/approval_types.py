"""The approval processes of the office-automation system: their nodes, and how long each takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from lushan.sample.chance import Sample
from lushan.sample.columns import numbered

#: What its initiator does with an approval that was sent back to him.
REVISE = "发起人修改"
HOUR = 60


@dataclass(frozen=True)
class Node:
    """A node of a path: who decides there, and how long it takes.

    Args:
        department: that decides; nothing for the initiator's own.
        hours: the working hours that it may take.
        days: the working days that it takes on the mean.
        returned: the share of its decisions that send an approval back.
        skipped: the share of approvals that pass it by.
    """

    name: str
    department: str
    hours: int
    days: float
    returned: float = 0.02
    skipped: float = 0.0


HEAD = Node("部门负责人", "", 8, 0.25)
LEADER = Node("分管行领导", "办公室", 15, 0.55, 0.01)
DRAFTING = Node("办公室核稿", "办公室", 9, 0.3, 0.06)
STAFFING = Node("人事复核", "人力资源部", 9, 0.3)
RISK = Node("风险审查", "风险管理部", 15, 0.5, 0.04)
INTAKE = Node("科技受理", "信息科技部", 15, 0.45)
STEWARD = Node("数据审核", "数字银行部", 9, 0.2)
SEALING = Node("用印登记", "办公室", 9, 0.2)
#: Planted: it takes longest of all.
FINANCE = Node("财务会审", "计划财务部", 15, 1.7, 0.03)
#: Planted: it sends back most of all.
LEGAL = Node("法律审查", "法律与合规部", 15, 0.8, 0.24)

#: By name: the department that owns it, whether it bears an amount, how often it is started, and its path.
TYPES: dict[str, tuple[str, bool, int, tuple[Node, ...]]] = {
    "费用报销": ("计划财务部", True, 22, (HEAD, FINANCE)),
    "采购申请": ("计划财务部", True, 8, (HEAD, INTAKE, FINANCE, LEADER)),
    "合同用印": ("法律与合规部", True, 12, (HEAD, LEGAL, LEADER, SEALING)),
    "公文签发": ("办公室", False, 10, (HEAD, DRAFTING, LEADER)),
    "请假出差": ("人力资源部", False, 16, (HEAD, STAFFING)),
    "系统权限": ("信息科技部", False, 11, (HEAD, Node("风险审查", "风险管理部", 15, 0.5, 0.04, 0.3), INTAKE)),
    "需求立项": ("信息科技部", True, 5, (HEAD, RISK, INTAKE, FINANCE, LEADER)),
    "数据提取": ("数字银行部", False, 7, (HEAD, STEWARD, INTAKE)),
    "人员调动": ("人力资源部", False, 3, (HEAD, STAFFING, LEADER)),
    "车辆使用": ("办公室", False, 6, (HEAD, SEALING)),
    "会议室改造": ("办公室", True, 0, (HEAD, FINANCE, LEADER)),
    "外事审批": ("办公室", False, 0, (HEAD, DRAFTING, LEADER)),
}
NAMES = tuple(TYPES)
#: Planted: types that nobody starts any more.
IDLE = tuple(name for name, (_, _, weight, _) in TYPES.items() if weight == 0)


def type_ids() -> pa.Array:
    """The ids of the types, in their order."""
    return numbered("LC", range(1, len(TYPES) + 1), 3)


def process_types(_sample: Sample) -> Iterator[pa.Table]:
    """The types of approvals."""
    owners, amounts, _, _ = zip(*TYPES.values(), strict=True)
    yield pa.table(
        {
            "type_id": type_ids(),
            "name": NAMES,
            "owner": owners,
            "amount_bearing": amounts,
            "opened_on": ["2020-01-01"] * len(NAMES),
        }
    )


def process_nodes(_sample: Sample) -> Iterator[pa.Table]:
    """The nodes of each type in the order of its path, before them the initiator's revision, which is no part of it."""
    rows = [
        {
            "type_id": type_id,
            "node": node.name,
            "place": place,
            "optional": place == 0 or node.skipped > 0,
            "sla_minutes": node.hours * HOUR,
        }
        for type_id, (_, _, _, path) in zip(type_ids().to_pylist(), TYPES.values(), strict=True)
        for place, node in enumerate((Node(REVISE, "", 15, 0.4), *path))
    ]
    yield pa.Table.from_pylist(rows)
