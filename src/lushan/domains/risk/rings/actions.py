"""What a reviewer says of a marked account; it is learnt from in the next training."""

from __future__ import annotations

from lushan.domains.risk.rings.labels import CLEARED, CONFIRMED, REVIEW
from lushan.runs.action import Action
from lushan.words import Text

RING_REVIEW = Action(
    id=REVIEW,
    title=Text("复核团伙高危账户", "Review accounts that resemble rings"),
    table="risk.ring_review",
    verdicts={
        CONFIRMED: Text("确认涉案", "Confirmed"),
        CLEARED: Text("排除", "Cleared"),
        "watch": Text("继续观察", "Keep watching"),
    },
    closing=(CONFIRMED, CLEARED),
)
