"""The trace of a figure: its definition, its SQL, the versions behind it, and its rows."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse

from lushan.access.mask import masked
from lushan.contracts import Contract
from lushan.exhibits.sheet import as_csv
from lushan.runs.figures import figure_table
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.runs.trace import Trace, figure_rows, measured, rows_expression
from lushan.runs.trace import trace as walk
from lushan.words import Text
from lushan.workbench.drawing import draw_lineage
from lushan.workbench.figure import Shown, changed_since, cut_title, figures_of
from lushan.workbench.graph import metric_graph
from lushan.workbench.page import Asked, Missing, Page
from lushan.workbench.rows import sheet

router = APIRouter()
NEAR = 6


@router.get("/trace/{period}/{figure:path}")
def trace(page: Asked, period: str, figure: str, rows: int = 1) -> Response:
    """Everything that a figure can be walked back to."""
    at = page.period(period)
    shown = _find(page, figure, at)
    session = measured(page.session, shown.domain, at)
    found = walk(session, shown.value)
    behind = rows_expression(session, shown.value, session.bound)
    return page.render(
        "trace.html",
        shown=shown,
        trace=found,
        period=at,
        run=_run(session, shown.domain, at),
        stale=changed_since(page.session, shown.domain, at),
        settings=session.workspace.settings(found.metric.set_as),
        drawing=draw_lineage(metric_graph(session.catalogue, found.metric), page, focus=found.metric.id),
        sheet=sheet(session, behind, _contracts(session, found), rows, page.language),
        contracts=session.catalogue.contracts,
        cut_title=lambda cut: cut_title(session, found.metric, cut, page.language),
    )


@router.get("/rows/{period}/{figure:path}")
def rows(page: Asked, period: str, figure: str) -> Response:
    """The rows behind a figure, as CSV."""
    at = page.period(period)
    shown = _find(page, figure, at)
    session = measured(page.session, shown.domain, at)
    found = walk(session, shown.value)
    fetched = masked(figure_rows(session, shown.value), _contracts(session, found))
    name = quote(f"{figure} {period}.csv")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return StreamingResponse(as_csv(fetched), media_type="text/csv; charset=utf-8", headers=headers)


def _find(page: Page, figure: str, period: Period) -> Shown:
    """The figure that an address names.

    Raises:
        Missing: the month has no such figure.
    """
    held = {shown.id: shown for shown in figures_of(page.session, period)}
    if figure in held:
        return held[figure]
    metric = figure.split("[")[0]
    near = [name for name in held if name.split("[")[0] == metric][:NEAR]
    raise Missing(
        Text(f"{period} 没有数字 {figure}", f"{period} has no figure {figure}"),
        Text(
            "请从该月的数字中选取；若该月尚未运行，先运行它",
            "Choose one of the month's figures; if it was not run, run it",
        ),
        [(name, f"/trace/{period}/{name}") for name in near] or [(str(period), f"/figures?period={period}")],
    )


def _contracts(session: Session, found: Trace) -> list[Contract]:
    return [session.contract(source.table) for source in found.sources]


def _run(session: Session, domain: str, period: Period) -> dict[str, Any] | None:
    """The execution that published a domain's figures of a month as they are now."""
    snapshot = session.snapshot(figure_table(domain))
    part = next((p for p in snapshot.parts if p.period == str(period)), None) if snapshot else None
    for execution in session.journal.executions(500):
        if part and execution["command"] == "run" and execution["subject"] == str(period):
            for step in session.journal.steps(execution["id"]):
                if step["name"] == figure_table(domain) and step["identity"] == part.identity:
                    return execution | {"version": step["version"]}
    return None
