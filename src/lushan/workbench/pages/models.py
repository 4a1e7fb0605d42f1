"""The models: what each makes of what, by which SQL, and where its columns come from."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches

from fastapi import APIRouter, Response

from lushan.domains import domains
from lushan.runs.compute import sql
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
    """One model."""
    session, known = page.session, page.session.catalogue.models
    if name not in known:
        raise Missing(
            Text(f"没有名为 {name} 的模型", f"No model is called {name}"),
            Text("请从模型目录中选取", "Choose one from the catalogue of models"),
            [(near, f"/models/{near}") for near in get_close_matches(name, known, 5)],
        )
    found, at = known[name], page.period(period) if period else _newest(session)
    return page.render(
        "model.html",
        model=found,
        contract=session.contract(name),
        contracts=session.catalogue.contracts,
        period=at,
        sql=sql(session.finished(found, session.tables(found.reads), at)),
        settings=session.workspace.settings(name),
        lineage=_columns(page, found, at),
        drawing=draw_lineage(lineage_graph(session.catalogue).around(name), page, focus=name),
        snapshot=session.snapshot(name),
        readers=readers(session.catalogue, name),
    )


def _columns(page: Page, found: Model, period: Period) -> dict[str, tuple[ColumnRef, ...]]:
    """A model's column lineage; kept, because it takes long and changes only with the definitions."""
    kept: dict[tuple[str, Period], dict[str, tuple[ColumnRef, ...]]] = page.request.app.state.columns
    if (found.id, period) not in kept:
        kept[found.id, period] = column_lineage(page.session, found, period)
    return kept[found.id, period]


def _newest(session: Session) -> Period:
    """The newest month with figures; this month, where there is none yet."""
    held = periods_held(session)
    return session.period(held[0]) if held else Period.containing(date.today(), session.workspace.zone)
