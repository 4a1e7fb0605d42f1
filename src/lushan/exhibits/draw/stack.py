"""Stacks: columns whose parts are the fields, named beside the last of them."""

from __future__ import annotations

from lushan.exhibits.draw.canvas import Canvas
from lushan.exhibits.draw.chart import Chart
from lushan.exhibits.draw.frame import Frame, frame, names_beside, write_beside
from lushan.exhibits.draw.text import text_width
from lushan.exhibits.exhibit import Field
from lushan.exhibits.format import write
from lushan.exhibits.points import Point
from lushan.exhibits.scale import from_zero

GROUP, WIDEST = 0.72, 52.0


def stack(chart: Chart) -> Canvas:
    """Draw stacked columns, the first field at the foot; what is negative hangs below zero."""
    names = [field.title.say(chart.language) for field in chart.fields]
    beside = names_beside(chart, names)
    made = frame(
        chart,
        from_zero([end for point in chart.points for end in _reach(chart, point)], 5, chart.whole),
        beside,
        key=() if beside else chart.fields,
    )
    width = min(made.slot * GROUP, WIDEST)
    middles: list[tuple[float, str, Field]] = []
    for point, centre in zip(chart.points, made.centres, strict=True):
        ends = {True: 0.0, False: 0.0}
        for field, name in zip(chart.fields, names, strict=True):
            value = chart.number(point, field) or 0.0
            from_y, to_y = made.scale.at(ends[value >= 0]), made.scale.at(ends[value >= 0] + value)
            ends[value >= 0] += value
            if value:
                made.canvas.rect(
                    centre - width / 2,
                    min(from_y, to_y),
                    width,
                    abs(to_y - from_y),
                    f"mark hue-{field.hue}",
                    chart.tip(point, field),
                )
            if point is chart.points[-1]:
                middles.append(((from_y + to_y) / 2, name, field))
    if beside:
        write_beside(made, middles)
    _write_totals(chart, made)
    return made.canvas


def _reach(chart: Chart, point: Point) -> tuple[float, float]:
    """How far a stack goes below and above zero."""
    values = [chart.number(point, field) or 0.0 for field in chart.fields]
    return sum(value for value in values if value < 0), sum(value for value in values if value > 0)


def _write_totals(chart: Chart, made: Frame) -> None:
    """Write what the parts add up to: over every stack where there is room, else over the last and the highest."""
    totals = [sum(_reach(chart, point)) for point in chart.points]
    texts = [write(total, chart.fields[0].unit, chart.fields[0].decimals, chart.language) for total in totals]
    roomy = all(text_width(text) < made.slot for text in texts)
    places = sorted(range(len(totals)), key=lambda place: (place != len(totals) - 1, totals[place] != max(totals)))
    for rank, place in enumerate(places):
        point, top = chart.points[place], made.scale.at(_reach(chart, chart.points[place])[1])
        if point.attention:
            made.canvas.flag(made.centres[place], max(top - 12, 6))
        if roomy or rank < 2 or point.attention:
            over = top - (22 if point.attention else 5)
            made.canvas.try_text(texts[place], made.centres[place], over, "middle", "value")
