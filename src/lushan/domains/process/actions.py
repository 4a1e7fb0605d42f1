"""What people must do about approvals: decide what is due, and answer for slowness."""

from __future__ import annotations

from lushan.runs.action import Action
from lushan.words import Text

reminder = Action(
    id="process.reminder",
    title=Text("处理到期与超时的审批", "Decide approvals that are due"),
    table="process.reminder",
    verdicts={
        "done": Text("已办", "Done"),
        "passed_on": Text("已转他人", "Passed on"),
        "waiting": Text("等待补件", "Waiting for papers"),
    },
    closing=("done", "passed_on"),
)

answer = Action(
    id="process.answer",
    title=Text("回应审批黑榜", "Answer for being on the black list"),
    table="process.answer",
    verdicts={
        "accepted": Text("认可并改进", "Accepted"),
        "appealed": Text("申诉", "Appealed"),
    },
    closing=("accepted", "appealed"),
)
