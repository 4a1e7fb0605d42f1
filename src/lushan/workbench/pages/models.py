"""The models: what each makes of what, by which SQL, and where its columns come from."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches

from fastapi import APIRouter, Response

from lushan.domains import domains
from lushan.runs.lineage import ColumnRef, column_lineage
from lushan.runs.model import Model
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.words import Text
from lushan.workbench.drawing import draw_lineage
from lushan.workbench.figure import periods_held
from lushan.workbench.graph import lineage_graph
from lushan.workbench.held import readers
from lushan.workbench.page import Asked, Missing, Page

router = APIRouter()


@router.get("/models")
def models(page: Asked) -> Response:
    """All models, by domain."""
    known = page.session.catalogue.models
    parts = {part: [model for model in known.values() if model.id.split(".")[0] == part.name] for part in domains()}
    return page.render(
        "models.html",
        parts={part: listed for part, listed in parts.items() if listed},
        contracts=page.session.catalogue.contracts,
        snapshots={name: page.session.snapshot(name) for name in known},
    )


@router.get("/models/{name}")
def model(page: Asked, name: str, period: str = "") -> Response:
    """One model; where its columns come from is told once it has been followed."""
    session, found = page.session, _named(page, name)
    at = page.period(period) if period else _newest(session)
    return page.render(
        "model.html",
        model=found,
        contract=session.contract(name),
        contracts=session.catalogue.contracts,
        period=at,
        sql=session.shown(found, at),
        settings=session.workspace.settings(name),
        lineage=page.request.app.state.columns.get((name, at)),
        drawing=draw_lineage(lineage_graph(session.catalogue).around(name), page, focus=name),
        snapshot=session.snapshot(name),
        readers=readers(session.catalogue, name),
    )


@router.get("/models/{name}/columns")
def columns(page: Asked, name: str, period: str = "") -> Response:
    """Where a model's columns come from; kept, because it takes long and changes only with the definitions."""
    session, found = page.session, _named(page, name)
    at = page.period(period) if period else _newest(session)
    kept: dict[tuple[str, Period], dict[str, tuple[ColumnRef, ...]]] = page.request.app.state.columns
    if (name, at) not in kept:
        kept[name, at] = column_lineage(session, found, at)
    return page.render("columns.html", model=found, contract=session.contract(name), lineage=kept[name, at])


def _named(page: Page, name: str) -> Model:
    """The model that an address names.

    Raises:
        Missing: there is none.
    """
    known = page.session.catalogue.models
    if name in known:
        return known[name]
    raise Missing(
        Text(f"没有名为 {name} 的模型", f"No model is called {name}"),
        Text("请从模型目录中选取", "Choose one from the catalogue of models"),
        [(near, f"/models/{near}") for near in get_close_matches(name, known, 5)],
    )


def _newest(session: Session) -> Period:
    """The newest month with figures; this month, where there is none yet."""
    held = periods_held(session)
    return session.period(held[0]) if held else Period.containing(date.today(), session.workspace.zone)
