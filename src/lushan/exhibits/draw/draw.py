"""Drawing an exhibit."""

from __future__ import annotations

from collections.abc import Callable

import pyarrow as pa

from lushan.exhibits.alternative import EMPTY, alternative
from lushan.exhibits.draw.bar import bar
from lushan.exhibits.draw.canvas import Canvas
from lushan.exhibits.draw.chart import Chart
from lushan.exhibits.draw.column import column
from lushan.exhibits.draw.gantt import gantt
from lushan.exhibits.draw.line import line
from lushan.exhibits.draw.map import process_map
from lushan.exhibits.draw.stack import stack
from lushan.exhibits.exhibit import Exhibit
from lushan.exhibits.points import points
from lushan.words import Language

KINDS: dict[str, Callable[[Chart], Canvas]] = {
    "column": column,
    "stack": stack,
    "bar": bar,
    "line": line,
    "gantt": gantt,
    "map": process_map,
}


def draw(exhibit: Exhibit, rows: pa.Table, language: Language, width: float = 720, *, title: str = "") -> str:
    """An exhibit as SVG, lettered in units of twelve to a line; the same rows give the same bytes.

    Shapes carry the classes that `lushan.exhibits.style` paints; text stands inside the drawing and apart.

    Args:
        exhibit: a chart; tables are written, not drawn.
        rows: its rows, as `lushan.exhibits.rows.exhibit_rows` gives them.
        language: the reader's.
        width: of the drawing; 340 suits a phone or a column of print, 720 a page.
        title: its finding, with the figures in it; without one, its name.
    """
    found = points(exhibit, rows, language)
    chart = Chart(exhibit, found, language, width)
    canvas = KINDS[exhibit.kind](chart) if found else _empty(chart)
    name = title or exhibit.name.say(language)
    return canvas.svg(name, alternative(exhibit, rows, language), exhibit.kind)


def _empty(chart: Chart) -> Canvas:
    """A drawing that says that there is nothing to draw."""
    canvas = Canvas(chart.width, 64)
    canvas.line((0, 0.5), (chart.width, 0.5), "grid")
    canvas.text(EMPTY.say(chart.language), chart.width / 2, 36, "middle", "empty")
    canvas.line((0, 63.5), (chart.width, 63.5), "grid")
    return canvas
