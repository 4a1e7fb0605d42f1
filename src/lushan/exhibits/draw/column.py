"""Columns: one field, or a few side by side, over months, days or names; and lines over them."""

from __future__ import annotations

from lushan.exhibits.draw.canvas import Canvas
from lushan.exhibits.draw.chart import Chart
from lushan.exhibits.draw.frame import Frame, frame
from lushan.exhibits.draw.line import draw_lines
from lushan.exhibits.draw.text import text_width
from lushan.exhibits.exhibit import Field
from lushan.exhibits.points import Point
from lushan.exhibits.scale import from_zero

#: How much of its room a group of columns takes, and how wide a column may be.
GROUP, WIDEST = 0.72, 44.0


def column(chart: Chart) -> Canvas:
    """Draw columns from zero."""
    marks = chart.shown("mark")
    made = frame(
        chart, from_zero(chart.numbers(chart.fields), 5, chart.whole), key=chart.fields if len(chart.fields) > 1 else ()
    )
    width = min(made.slot * GROUP / len(marks), WIDEST)
    zero = made.scale.at(0)
    tops: list[tuple[Point, Field, float, float]] = []
    for point, centre in zip(chart.points, made.centres, strict=True):
        for place, field in enumerate(marks):
            value = chart.number(point, field)
            if value is None:
                continue
            x, y = centre + width * (place - len(marks) / 2), made.scale.at(value)
            hue = "attention" if point.attention and len(marks) == 1 else f"hue-{field.hue}"
            gap = 1 if len(marks) > 1 else 0
            made.canvas.rect(x, min(y, zero), width - gap, abs(y - zero), f"mark {hue}", chart.tip(point, field))
            tops.append((point, field, x + (width - gap) / 2, min(y, zero)))
    draw_lines(chart, made, chart.shown("line"))
    write_values(chart, made, tops)
    return made.canvas


def write_values(chart: Chart, made: Frame, tops: list[tuple[Point, Field, float, float]]) -> None:
    """Write the values of columns above them: all where there is room, else those worth saying."""
    flagged: set[int] = set()
    for point, _, x, y in tops:
        place = chart.points.index(point)
        if point.attention and place not in flagged:
            made.canvas.flag(x if len(chart.shown("mark")) == 1 else made.centres[place], max(y - 12, 6))
            flagged.add(place)
    greatest = max((chart.number(point, field) or 0.0 for point, field, _, _ in tops), default=0.0)
    several = len(chart.shown("mark")) > 1
    roomy = not several and all(text_width(chart.write(point, field)) < made.slot for point, field, _, _ in tops)

    def telling(item: tuple[Point, Field, float, float]) -> int:
        point, field, _, _ = item
        if point.attention or point.remark:
            return 0
        if point is chart.points[-1]:
            return 1
        return 2 if not several and chart.number(point, field) == greatest else 3

    for item in sorted(tops, key=telling):
        point, field, x, y = item
        if telling(item) < 3 or roomy:
            text = " ".join(part for part in (point.remark, chart.write(point, field)) if part)
            kind = "value attention" if point.attention else "value"
            over = y - (22 if point.attention else 5)
            made.canvas.try_text(text, x, over, "middle", kind)
