"""What was executed, and what a run would do now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Response

from lushan.runs.figures import figure_table
from lushan.runs.plan import Step
from lushan.runs.plan import plan as make_plan
from lushan.words import Text
from lushan.workbench.figure import periods_held
from lushan.workbench.page import Asked, Missing, Page
from lushan.workbench.reasons import say_reason

router = APIRouter()
SHOWN, MOST = 40, 2000
#: How a reason names a table.
ID = re.compile(r"[a-z]+\.[a-z0-9_]+")
BLANK = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
COMMANDS = {"land": Text("装载", "Land"), "run": Text("运行", "Run"), "publish": Text("出版", "Publish")}
STATES = {
    "done": Text("完成", "done"),
    "running": Text("进行中", "running"),
    "failed": Text("失败", "failed"),
    "interrupted": Text("中断", "interrupted"),
    "current": Text("未变", "current"),
    "waiting": Text("等待", "waiting"),
    "run": Text("待运行", "to run"),
}


@router.get("/runs")
def runs(page: Asked, command: str = "", number: int = 1) -> Response:
    """The executions, newest first."""
    known = [e for e in page.session.journal.executions(MOST) if e["command"] == (command or e["command"])]
    number = max(1, min(number, -(-len(known) // SHOWN)))
    return page.render(
        "runs.html",
        executions=known[(number - 1) * SHOWN : number * SHOWN],
        command=command,
        commands=COMMANDS,
        states=STATES,
        number=number,
        pages=max(1, -(-len(known) // SHOWN)),
        title=lambda execution: subject(page, execution),
    )


@router.get("/runs/{number}")
def run(page: Asked, number: int) -> Response:
    """One execution and its steps."""
    executions = {execution["id"]: execution for execution in page.session.journal.executions(MOST)}
    if number not in executions:
        raise Missing(
            Text(f"没有编号为 {number} 的执行", f"There is no execution {number}"),
            Text("请从执行记录中选取", "Choose one from the list of executions"),
            [(page.t("执行记录", "Executions"), "/runs")],
        )
    execution = executions[number]
    steps = page.session.journal.steps(number)
    return page.render(
        "run.html",
        execution=execution,
        steps=steps,
        counts=Counter(step["status"] for step in steps),
        commands=COMMANDS,
        states=STATES,
        title=subject(page, execution),
        named=lambda name: step_title(page, name),
        reason=lambda text: say_reason(text, page.language),
        slowest=max((step["seconds"] for step in steps), default=0.0),
    )


@router.get("/plan")
def plan(page: Asked, period: str = "") -> Response:
    """What a run of a month would do, and why; the newest month unless one is named."""
    held = periods_held(page.session)
    chosen = page.period(period or held[0]) if period or held else None
    steps = make_plan(page.session, chosen) if chosen else ()
    return page.render(
        "plan.html",
        steps=steps,
        period=chosen,
        periods=held,
        lacking=lacking(steps),
        counts=Counter(step.status for step in steps),
        states=STATES,
        named=lambda name: step_title(page, name),
        reason=lambda text: say_reason(text, page.language),
        titled=lambda text: titled(page, text),
    )


def titled(page: Page, reason: str) -> str:
    """A reason with the titles of tables for their names; no blank stands between Chinese letters."""
    return BLANK.sub("", ID.sub(lambda found: step_title(page, found[0]), reason))


def lacking(steps: Sequence[Step]) -> list[str]:
    """Why steps wait: what nobody has brought yet, and not what waits for that in its turn."""
    waiting = [step for step in steps if step.status == "waiting"]
    made = {step.name for step in waiting}
    return list(dict.fromkeys(step.reason for step in waiting if step.reason.split()[0] not in made))


def subject(page: Page, execution: dict[str, Any]) -> str:
    """What an execution was about, by its title."""
    contract = page.session.catalogue.contracts.get(execution["subject"])
    return page.say(contract.title) if contract else str(execution["subject"])


def step_title(page: Page, name: str) -> str:
    """What a step makes, by its title."""
    contract = page.session.catalogue.contracts.get(name)
    if contract:
        return page.say(contract.title)
    return page.t("数字", "Figures") if name == figure_table(name.split(".")[0]) else name
