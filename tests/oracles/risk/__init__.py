"""The models of risk in plain Python."""

from __future__ import annotations

from oracles.risk.related import (
    board_tie,
    interlock,
    limit_exceeded,
    match_to_confirm,
    related_change,
    related_deal,
    related_exposure,
)
from oracles.risk.rings import account_flow, ring_review

__all__ = [
    "account_flow", "board_tie", "interlock", "limit_exceeded", "match_to_confirm", "related_change", "related_deal",
    "related_exposure", "ring_review",
]  # fmt: skip
