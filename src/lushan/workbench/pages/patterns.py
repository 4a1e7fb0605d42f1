"""Every piece of the pages at once, so that a change of style is seen everywhere."""

from __future__ import annotations

from fastapi import APIRouter, Response

from lushan.exhibits.sheet import Head
from lushan.words import Text
from lushan.workbench.drawing import draw_lineage
from lushan.workbench.graph import lineage_graph
from lushan.workbench.page import Asked
from lushan.workbench.rows import Sheet

router = APIRouter()
SQL = "SELECT\n  line,\n  COUNT(*) AS received -- 新增\nFROM delivery.ticket\nWHERE line = '零售'\nGROUP BY 1"


@router.get("/patterns")
def patterns(page: Asked) -> Response:
    """The style page."""
    example = Sheet(
        heads=(Head("line", Text("业务条线", "Business line"), False), Head("days", Text("天数", "Days"), True)),
        rows=(("零售", "12.5"), ("企金", "●●●"), ("资金", "")),
        number=2,
        total=143,
    )
    catalogue = page.session.catalogue
    model = next(iter(catalogue.models))
    drawing = draw_lineage(lineage_graph(catalogue).around(model), page, focus=model)
    return page.render("patterns.html", sql=SQL, sheet=example, drawing=drawing)
