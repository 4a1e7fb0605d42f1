"""The figures of a month: grouped by domain, found as one types, each a link to its trace."""

from __future__ import annotations

from fastapi import APIRouter, Response

from lushan.domains import domains
from lushan.workbench.figure import changed_since, cut_title, entries, figures_of, periods_held
from lushan.workbench.page import Asked

router = APIRouter()


@router.get("/figures")
def figures(page: Asked, period: str = "", domain: str = "", q: str = "") -> Response:
    """The figures of a month; the newest unless one is named."""
    held = periods_held(page.session)
    chosen = page.period(period or held[0]) if held or period else None
    found = list(figures_of(page.session, chosen)) if chosen else []
    wanted = [shown for shown in found if shown.domain == (domain or shown.domain) and shown.holds(q)]
    parts = {part: entries(s for s in wanted if s.domain == part.name) for part in domains()}
    stale = sorted({t for part in parts for t in changed_since(page.session, part.name, chosen)}) if chosen else []
    return page.render(
        "figures.html",
        parts={part: listed for part, listed in parts.items() if listed},
        domains=[part for part in domains() if part.metrics],
        periods=held,
        period=chosen,
        domain=domain,
        q=q,
        shown=len(wanted),
        total=len(found),
        stale=stale,
        cut_title=lambda metric, cut: cut_title(page.session, metric, cut, page.language),
    )
