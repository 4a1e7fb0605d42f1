"""Columns: one field, or a few side by side, over months, days or names; and lines over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lushan.exhibits.draw.canvas import GAP, Anchor, Box, Canvas
from lushan.exhibits.draw.chart import Chart
from lushan.exhibits.draw.frame import Frame, frame
from lushan.exhibits.draw.line import draw_lines, write_last
from lushan.exhibits.draw.text import text_width
from lushan.exhibits.exhibit import Field
from lushan.exhibits.points import Point
from lushan.exhibits.scale import from_zero

#: How much of its room a group of columns takes, and how wide a column may be.
GROUP, WIDEST = 0.72, 44.0
#: At most so many columns all bear their values; of more, those alone that stand out.
ALL_SAID = 16


@dataclass(frozen=True)
class Top:
    """The top of a column, and where its value stands: of two side by side, each on its own side."""

    point: Point
    field: Field
    x: float
    y: float
    label_x: float
    anchor: Anchor


def column(chart: Chart) -> Canvas:
    """Draw columns from zero."""
    marks = chart.shown("mark")
    made = frame(
        chart, from_zero(chart.numbers(chart.fields), 5, chart.whole), key=chart.fields if len(chart.fields) > 1 else ()
    )
    width = min(made.slot * GROUP / len(marks), WIDEST)
    zero = made.scale.at(0)
    tops: list[Top] = []
    for point, centre in zip(chart.points, made.centres, strict=True):
        for place, field in enumerate(marks):
            value = chart.number(point, field)
            if value is None:
                continue
            x, y = centre + width * (place - len(marks) / 2), made.scale.at(value)
            hue = "attention" if point.attention and len(marks) == 1 else f"hue-{field.hue}"
            gap = 1 if len(marks) > 1 else 0
            made.canvas.rect(x, min(y, zero), width - gap, abs(y - zero), f"mark {hue}", chart.tip(point, field))
            made.canvas.taken.append(Box(x, min(y, zero), x + width - gap, max(y, zero)))
            label_x, anchor = _label_place(x, width - gap, place, len(marks))
            tops.append(Top(point, field, x + (width - gap) / 2, min(y, zero), label_x, anchor))
    draw_lines(chart, made, chart.shown("line"))
    for field in chart.shown("line"):
        write_last(chart, made, field)
    write_values(chart, made, tops)
    return made.canvas


def write_values(chart: Chart, made: Frame, tops: Sequence[Top]) -> None:
    """Write the values of columns above them: all where there is room, else those worth saying."""
    several = len(chart.shown("mark")) > 1
    greatest = max((chart.number(top.point, top.field) or 0.0 for top in tops), default=0.0)
    widest = max((text_width(chart.write(top.point, top.field)) for top in tops), default=0.0)
    few = len(chart.points) <= ALL_SAID
    roomy = few and not several and widest + GAP < made.slot

    def rank(top: Top) -> int:
        """How much a value is worth saying, the least number first."""
        if top.point.attention or top.point.remark:
            return 0
        if few and top.point is chart.points[-1] and (chart.wide or not several):
            return 1
        return 2 if not several and chart.number(top.point, top.field) == greatest else 3

    for top in tops:
        if top.point.attention and top.field is chart.shown("mark")[0]:
            made.canvas.flag(top.x, max(top.y - 12, 6))
    for top in sorted(tops, key=rank):
        if rank(top) < 3 or roomy:
            text = " ".join(part for part in (top.point.remark, chart.write(top.point, top.field)) if part)
            kind = "value attention" if top.point.attention else "value"
            over = top.y - (22 if top.point.attention else 5)
            made.canvas.try_text(text, top.label_x, over, top.anchor, kind)


def _label_place(x: float, width: float, place: int, count: int) -> tuple[float, Anchor]:
    if count != 2:
        return x + width / 2, "middle"
    return (x + width - 2, "end") if place == 0 else (x + 2, "start")
