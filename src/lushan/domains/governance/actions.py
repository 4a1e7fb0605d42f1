"""What people must do about the data."""

from __future__ import annotations

from lushan.runs.action import Action
from lushan.words import Text

MEND = Action(
    id="governance.mend",
    title=Text("整改数据质量问题", "Mend the data"),
    table="governance.mend",
    verdicts={
        "done": Text("已整改", "Mended"),
        "exempt": Text("有据豁免", "Documented exemption"),
        "wrong": Text("规则有误", "The rule is wrong"),
    },
    closing=("done", "exempt", "wrong"),
)
