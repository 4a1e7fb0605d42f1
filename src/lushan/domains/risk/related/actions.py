"""What people are asked about related parties: whether a customer is one, and what becomes of a limit exceeded."""

from __future__ import annotations

from lushan.domains.risk.related.exposure import SAME, SUBJECT
from lushan.runs.action import Action
from lushan.words import Text

PARTY_MATCH = Action(
    id=SUBJECT,
    title=Text("确认客户是否为关联方", "Say whether a customer is a related party"),
    table="risk.match_to_confirm",
    verdicts={SAME: Text("是同一主体", "the same"), "different": Text("不是", "different")},
    closing=(SAME, "different"),
)
LIMIT_EXCEEDED = Action(
    id="risk.limit_exceeded",
    title=Text("处理关联方授信超限额", "Bring credit of related parties back under its limit"),
    table="risk.limit_exceeded",
    verdicts={
        "reduced": Text("已压降", "brought back"),
        "reported": Text("已报告", "reported"),
        "disputed": Text("有异议", "disputed"),
    },
    closing=("reduced", "reported"),
)
