"""Bars: names down the side, the longest usually first; several fields lie end to end."""

from __future__ import annotations

from dataclasses import dataclass

from lushan.exhibits.draw.canvas import Canvas
from lushan.exhibits.draw.chart import Chart
from lushan.exhibits.draw.frame import head_height, write_head
from lushan.exhibits.draw.text import shorten, text_width
from lushan.exhibits.exhibit import Field
from lushan.exhibits.format import NOTHING, unit_word, write
from lushan.exhibits.points import Point, axis_title
from lushan.exhibits.scale import Scale

BAR, ROW, TALL_ROW = 14.0, 25.0, 41.0
#: The parts of the width that names and values may take.
NAMES_SHARE, VALUES_SHARE = 0.36, 0.38


@dataclass(frozen=True)
class Sides:
    """Where the bars of a chart may lie, and whether names stand above them instead of before them."""

    left: float
    right: float
    above: bool


def bar(chart: Chart) -> Canvas:
    """Draw bars from zero."""
    key = chart.fields if len(chart.fields) > 1 else ()
    reach = [end for point in chart.points for end in _reach(chart, point)]
    sides = _sides(chart, min([0.0, *reach]) < 0)
    row = TALL_ROW if sides.above else ROW
    top = head_height(chart, key) + 8
    canvas = Canvas(chart.width, top + row * len(chart.points) + 2, tips=chart.wide)
    write_head(canvas, chart, axis_title(chart.exhibit, chart.language), key)
    scale = Scale(_bounds(reach), sides.left, sides.right)
    zero = scale.at(0)
    for place, point in enumerate(chart.points):
        y = top + row * place + (row - BAR - 5 if sides.above else (row - BAR) / 2)
        _name(canvas, chart, point, sides, y)
        low, high = _bars(canvas, chart, point, scale, y)
        text = shorten(_value(chart, point), VALUES_SHARE * chart.width)
        kind = "value attention" if point.attention else "value"
        if high > zero or low == zero:
            canvas.text(text, high + 6, y + BAR - 2.5, "start", kind)
        else:
            canvas.text(text, low - 6, y + BAR - 2.5, "end", kind)
    canvas.line((zero, top), (zero, top + row * len(chart.points)), "base")
    return canvas


def _sides(chart: Chart, negative: bool) -> Sides:
    """The room that names and values leave to the bars; names go above them where they would leave too little."""
    flags = 18 if any(point.attention for point in chart.points) else 0
    names = max(text_width(point.label) for point in chart.points) + flags + 10
    values = min(max(text_width(_value(chart, point)) for point in chart.points), VALUES_SHARE * chart.width) + 8
    above = names > NAMES_SHARE * chart.width and not chart.wide
    left = 0.0 if above else min(names, NAMES_SHARE * chart.width)
    return Sides(left + (values if negative else 0) + 1, chart.width - values, above)


def _name(canvas: Canvas, chart: Chart, point: Point, sides: Sides, y: float) -> None:
    """Write a row's name, with a flag before it where it needs attention."""
    line = y - 6 if sides.above else y + BAR - 2.5
    x = 0.0
    if point.attention:
        canvas.flag(7, line - 4)
        x = 18.0
    room = chart.width - x if sides.above else NAMES_SHARE * chart.width - 10 - x
    canvas.text(shorten(point.label, room), x, line, "start", "name")


def _bars(canvas: Canvas, chart: Chart, point: Point, scale: Scale, y: float) -> tuple[float, float]:
    """Draw a row's bars; the places of their ends, left and right."""
    ends = {True: 0.0, False: 0.0}
    for field in chart.fields:
        value = chart.number(point, field)
        if value:
            start, end = scale.at(ends[value > 0]), scale.at(ends[value > 0] + value)
            ends[value > 0] += value
            hue = "attention" if point.attention and len(chart.fields) == 1 else f"hue-{field.hue}"
            canvas.rect(min(start, end), y, abs(end - start), BAR, f"mark {hue}", chart.tip(point, field))
    return scale.at(ends[False]), scale.at(ends[True])


def _bounds(reach: list[float]) -> tuple[float, float]:
    """The ends of the axis: the values' own, since bars that carry their values need no ticks."""
    low, high = min([0.0, *reach]), max([0.0, *reach])
    return (0.0, 1.0) if low == high else (low, high)


def _reach(chart: Chart, point: Point) -> tuple[float, float]:
    values = [chart.number(point, field) or 0.0 for field in chart.fields]
    return sum(value for value in values if value < 0), sum(value for value in values if value > 0)


def _value(chart: Chart, point: Point) -> str:
    """What is written at the end of a row's bars: the value or the sum of them, and what is shown as text."""
    values = [chart.number(point, field) for field in chart.fields]
    known = [value for value in values if value is not None]
    first = chart.fields[0]
    if len(chart.fields) == 1:
        total = chart.write(point, first)
    else:
        total = write(sum(known), first.unit, first.decimals, chart.language) if known else NOTHING
    beside = [_beside(chart, point, field) for field in chart.shown("text")]
    if not beside:
        return total
    return f"{total}（{'、'.join(beside)}）" if chart.language == "zh" else f"{total} ({', '.join(beside)})"


def _beside(chart: Chart, point: Point, field: Field) -> str:
    """A field shown as text; what would be a bare number is named, and bears its unit."""
    value = chart.write(point, field)
    if field.unit in ("percent", "text"):
        return value
    return " ".join(filter(None, (field.title.say(chart.language), value, unit_word(field.unit, chart.language))))
