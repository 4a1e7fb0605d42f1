"""The lineage of everything: landed tables, models and figures, as one drawing."""

from __future__ import annotations

from fastapi import APIRouter, Response

from lushan.words import Text
from lushan.workbench.drawing import draw_lineage
from lushan.workbench.graph import lineage_graph
from lushan.workbench.page import Asked, Missing

router = APIRouter()


@router.get("/lineage")
def lineage(page: Asked, focus: str = "") -> Response:
    """The drawing; with a focus, all that it is made of and all that is made of it stand out."""
    graph = lineage_graph(page.session.catalogue)
    if focus and focus not in graph.nodes:
        raise Missing(
            Text(f"血缘图中没有 {focus}", f"The lineage has no {focus}"),
            Text("请从全图中选取", "Choose one from the whole drawing"),
            [(page.t("全图", "The whole drawing"), "/lineage")],
        )
    return page.render(
        "lineage.html",
        drawing=draw_lineage(graph, page, focus),
        nodes=graph.nodes,
        focus=graph.nodes.get(focus),
        up=len(graph.upstream(focus)) if focus else 0,
        down=len(graph.downstream(focus)) if focus else 0,
    )
