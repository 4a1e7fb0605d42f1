"""What is to be done: each action's open rows, the worst first, and the verdict that a reader gives."""

from __future__ import annotations

import getpass
from difflib import get_close_matches
from urllib.parse import parse_qs

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from lushan.access.mask import masked
from lushan.runs.action import COLUMNS, Action
from lushan.runs.judgement import judge, open_actions
from lushan.runs.period import Period
from lushan.words import Text
from lushan.workbench.figure import periods_held
from lushan.workbench.page import Asked, Missing, Page

router = APIRouter()

#: How many open rows one action shows before the reader asks for all.
ROWS = 20


@router.get("/actions")
def actions(page: Asked, period: str = "") -> Response:
    """All kinds of action, and how many of each are open."""
    at, known = _period(page, period), page.session.catalogue.actions
    counts = {action: open_actions(page.session, action, at).num_rows for action in known.values()} if at else {}
    return page.render("actions.html", counts=counts, period=at)


@router.get("/actions/{name}")
def action(page: Asked, name: str, period: str = "", all: bool = False) -> Response:
    """One action: its open rows, and what may be said of each."""
    found, at = named(page, name), _period(page, period)
    contract = page.session.contract(found.table)
    rows = []
    if at:
        behind = page.session.catalogue.behind([found.table])
        rows = masked(open_actions(page.session, found, at), behind.values(), spared=("key",)).to_pylist()
    more = [column for column in contract.columns if column.name not in (*COLUMNS, "period")]
    shown = rows if all else rows[:ROWS]
    return page.render(
        "action.html",
        action=found,
        contract=contract,
        rows=shown,
        total=len(rows),
        more=more,
        coded={rule.column for rule in contract.rules if rule.kind == "in_set"},
        period=at,
    )


@router.post("/actions/{name}")
async def say(request: Request, name: str) -> Response:
    """Write down a reader's verdict, and go back to what is left.

    Raises:
        Missing: the form came from another site, or lacks what it must have.
    """
    page = Page(request)
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Missing(
            Text("这份表单来自别的网站", "This form came from another site"),
            Text("请在本页填写", "Fill it in on this page"),
            status=403,
        )
    form = {field: values[-1] for field, values in parse_qs((await request.body()).decode()).items()}
    if not form.get("key") or not form.get("verdict"):
        raise Missing(
            Text("没有写明对象或判断", "The form names no row, or no verdict"),
            Text("请选择一项判断再提交", "Choose a verdict and send it again"),
            status=400,
        )
    who = form.get("by", "").strip() or getpass.getuser()
    judge(page.session, named(page, name), form["key"], form["verdict"], form.get("note", "").strip(), who)
    return RedirectResponse(page.url(f"/actions/{name}", period=form.get("period", "")), 303)


def named(page: Page, name: str) -> Action:
    """The action that an address names.

    Raises:
        Missing: there is none.
    """
    known = page.session.catalogue.actions
    if name in known:
        return known[name]
    raise Missing(
        Text(f"没有名为 {name} 的待办", f"No action is called {name}"),
        Text("请从待办目录中选取", "Choose one from the list of actions"),
        [(near, f"/actions/{near}") for near in get_close_matches(name, known, 5)],
    )


def _period(page: Page, text: str) -> Period | None:
    """The month that is asked for, or the newest that was run."""
    if text:
        return page.period(text)
    held = periods_held(page.session)
    return page.session.period(held[0]) if held else None
