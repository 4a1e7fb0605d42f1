"""The models of process in plain Python, a module for each of theirs."""

from __future__ import annotations

from oracles.process.approvals import case, task, urging
from oracles.process.econtracts import econtract_flow, econtract_leg, seal_check
from oracles.process.robots import robot_month, robot_use
from oracles.process.standing import answer, standing
from oracles.process.waiting import reminder, stalled

__all__ = [
    "answer", "case", "econtract_flow", "econtract_leg", "reminder", "robot_month", "robot_use", "seal_check",
    "stalled", "standing", "task", "urging",
]  # fmt: skip
