"""The graph of parties: find anybody, see what ties it to others on a day, and why it is related to the bank."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi.responses import JSONResponse

from lushan.domains.risk.related.exhibits import KINDS
from lushan.domains.risk.related.knowledge import Entity, Knowledge, Part, last_day, reasons
from lushan.domains.risk.related.tied import RELATIONS, Edge
from lushan.errors import LushanError
from lushan.words import Text
from lushan.workbench.page import Asked, Missing, Page

router = APIRouter()
KIND_WORDS = {**dict(KINDS), "own": Text("本行", "the bank")}
HELD = {
    "now": Text("现时", "now"),
    "past": Text("过去十二个月内", "in the last twelve months"),
    "coming": Text("未来十二个月内", "in the next twelve months"),
}
Relations = Annotated[list[str], Query()]


@router.get("/entities")
def entities(page: Asked, q: str = "", at: str = "") -> Response:
    """Who is there of this name."""
    known = opened(page, at)
    found = known.find(q.strip()) if known and q.strip() else []
    return page.render("entities.html", known=known, q=q, at=day_of(known), found=found, kinds=KIND_WORDS)


@router.get("/entities/{id}")
def entity(page: Asked, id: str, at: str = "", to: str = "", relation: Relations = []) -> Response:  # noqa: B006
    """One entity: what it is tied to, who controls it, what it controls, and why it is a related party."""
    known = opened(page, at)
    if known is None:
        return entities(page)
    here = known.entity(named(known, id))
    other = known.find(to.strip(), 1) if to.strip() else []
    return page.render(
        "entity.html",
        here=here,
        at=day_of(known),
        part=known.around(id, relation),
        path=known.path(id, other[0].id) if other else None,
        other=other[0] if other else None,
        to=to,
        chosen=relation,
        relations=RELATIONS,
        kinds=KIND_WORDS,
        held=HELD,
        reasons=list(reasons(page.session, id, known.view.day)),
        above=known.controllers(id),
        presumed=known.presumed(id),
        below=known.controlled(id),
    )


@router.get("/api/entities")
def api_find(page: Asked, q: str, at: str = "") -> Response:
    """The entities of a name, as JSON."""
    known = need(page, at)
    return JSONResponse([told(entity, page) for entity in known.find(q)])


@router.get("/api/entities/{id}")
def api_around(page: Asked, id: str, at: str = "", relation: Relations = [], most: int = 40) -> Response:  # noqa: B006
    """An entity with those it is tied to, as JSON."""
    known = need(page, at)
    named(known, id)
    return JSONResponse(part_told(known.around(id, relation, most), page))


@router.get("/api/entities/{id}/path")
def api_path(page: Asked, id: str, to: str, at: str = "") -> Response:
    """The shortest evidence that ties an entity to another, as JSON."""
    known = need(page, at)
    named(known, id)
    named(known, to)
    return JSONResponse(part_told(known.path(id, to), page))


@router.get("/api/entities/{id}/control")
def api_control(page: Asked, id: str, at: str = "") -> Response:
    """Who controls an entity, and what it controls, as JSON."""
    known = need(page, at)
    named(known, id)
    sides = {
        "controllers": known.controllers(id),
        "presumed": known.presumed(id),
        "controlled": known.controlled(id),
    }
    return JSONResponse(
        {
            side: [{**told(o.entity, page), "path": o.path, "votes": o.votes, "owned": o.owned} for o in owners]
            for side, owners in sides.items()
        }
    )


def opened(page: Page, at: str) -> Knowledge | None:
    """What is known on the day that an address names, or that of the last list; nothing where nothing has landed.

    Raises:
        Missing: it is not a day.
    """
    try:
        day = date.fromisoformat(at) if at else None
    except ValueError:
        found = Text(f"“{at}”不是日期", f"“{at}” is not a day")
        raise Missing(found, Text("日期写作 2023-04-30", "a day is written as 2023-04-30"), status=400) from None
    try:
        return Knowledge.of(page.session, day or last_day(page.session))
    except LushanError:
        return None


def need(page: Page, at: str) -> Knowledge:
    """What is known on a day.

    Raises:
        Missing: nothing has landed.
    """
    known = opened(page, at)
    if known is None:
        raise Missing(
            Text("还没有主体与关系", "There are no parties yet"),
            Text("装载 risk.party 及其关系表并运行一期", "Land risk.party and its relations, and run a period"),
        )
    return known


def named(known: Knowledge, id: str) -> int:
    """The place of the entity that an address names.

    Raises:
        Missing: there is none.
    """
    at = known.world.place_of(id)
    if at >= 0:
        return at
    raise Missing(
        Text(f"没有编号为 {id} 的主体", f"No party is called {id}"),
        Text("请按名称或编号查找", "Look for it by name or number"),
        [(f"{near.name} {near.id}", f"/entities/{near.id}") for near in known.find(id, 5)],
    )


def day_of(known: Knowledge | None) -> str:
    """The day that is shown."""
    return known.view.day.isoformat() if known else ""


def told(entity: Entity, page: Page) -> dict[str, Any]:
    """An entity as JSON."""
    kind = KIND_WORDS.get(entity.kind, Text(entity.kind, entity.kind))
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "said": page.say(kind),
        "clauses": entity.clauses,
        "url": page.url(f"/entities/{entity.id}"),
    }


def part_told(part: Part, page: Page) -> Mapping[str, Any]:
    """A part of the graph as JSON."""

    def edge(tie: Edge) -> dict[str, Any]:
        return {
            "key": f"{tie.relation}:{tie.key}:{tie.start}:{tie.end}",
            "relation": tie.relation,
            "from": tie.start,
            "to": tie.end,
            "said": page.say(tie.said),
            "since": tie.since.isoformat() if tie.since else "",
            "until": tie.until.isoformat() if tie.until else "",
            "document": tie.document,
        }

    return {
        "entities": [told(entity, page) for entity in part.entities],
        "edges": [edge(tie) for tie in part.edges],
        "more": part.more,
    }
