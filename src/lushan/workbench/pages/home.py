"""The front page: the newest edition, what is to be done, what has run, what waits, and what is in quarantine."""

from __future__ import annotations

from fastapi import APIRouter, Response

from lushan.workbench.editions import editions
from lushan.workbench.figure import periods_held
from lushan.workbench.held import all_quarantined
from lushan.workbench.page import Asked
from lushan.workbench.pages.runs import COMMANDS, STATES, subject

router = APIRouter()
RECENT = 6


@router.get("/")
def home(page: Asked) -> Response:
    """The front page."""
    session = page.session
    published = editions(session.workspace.editions)
    held = periods_held(session)
    period = session.period(published[0].period if published else held[0]) if published or held else None
    return page.render(
        "home.html",
        edition=published[0] if published else None,
        period=period,
        lead=published[0].lead(page.language) if published else [],
        tables=len(session.warehouse.tables()),
        executions=session.journal.executions(RECENT),
        quarantine=all_quarantined(session),
        contracts=session.catalogue.contracts,
        commands=COMMANDS,
        states=STATES,
        title=lambda execution: subject(page, execution),
    )
