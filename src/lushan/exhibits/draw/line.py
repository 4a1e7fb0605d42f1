"""Lines: one field, or a few, over months or days, each named at its end."""

from __future__ import annotations

from collections.abc import Sequence

from lushan.exhibits.draw.canvas import Anchor, Canvas, Place, n
from lushan.exhibits.draw.chart import Chart
from lushan.exhibits.draw.frame import Frame, frame, names_beside, write_beside
from lushan.exhibits.exhibit import Field
from lushan.exhibits.points import Point
from lushan.exhibits.scale import around

#: Lines with at most this many points show each of them.
DOTTED = 16


def line(chart: Chart) -> Canvas:
    """Draw lines; their axis begins at zero unless that would flatten them."""
    last = {field.column: _last(chart, field) for field in chart.fields}
    texts = [_name(chart, field, last[field.column]) for field in chart.fields]
    beside = names_beside(chart, texts)
    made = frame(
        chart,
        _ticks(chart),
        beside,
        key=() if beside or len(chart.fields) == 1 else chart.fields,
    )
    if len(chart.fields) == 1 and made.scale.low == 0:
        _fill(chart, made, chart.fields[0])
    draw_lines(chart, made, chart.fields)
    if beside:
        ends = [
            (made.scale.at(chart.number(point, field) or 0), text, field)
            for field, text in zip(chart.fields, texts, strict=True)
            if (point := last[field.column])
        ]
        write_beside(made, ends)
    _remarks(chart, made)
    return made.canvas


def _ticks(chart: Chart) -> tuple[float, ...]:
    """The ticks of its axis, with room under a low point of which something is said."""
    values = chart.numbers(chart.fields)
    ticks = around(values, 5, chart.whole)
    if ticks[0] > 0 and any(point.remark for point in chart.points):
        return around([*values, max(min(values) - (max(values) - min(values)) / 6, max(values) / 2)], 5, chart.whole)
    return ticks


def draw_lines(chart: Chart, made: Frame, fields: Sequence[Field]) -> None:
    """Draw a line for each field, broken where it has no value."""
    for field in fields:
        for run in _runs(chart, made, field):
            course = [place for _, place in run]
            made.canvas.path("M" + "L".join(f"{n(x)} {n(y)}" for x, y in course), f"stroke hue-{field.hue}")
            made.canvas.avoid(course)
            for point, (x, y) in run:
                if len(run) == 1 or len(chart.points) <= DOTTED:
                    made.canvas.circle(x, y, 2.6, f"mark hue-{field.hue}", chart.tip(point, field))


def write_last(chart: Chart, made: Frame, field: Field) -> None:
    """Write the last value of a line over columns, above or below its end."""
    point = _last(chart, field)
    if point is None:
        return
    x, y = made.centres[chart.points.index(point)], made.scale.at(chart.number(point, field) or 0.0)
    text = chart.write(point, field)
    if not made.canvas.try_text(text, x, y - 8, "middle", "value"):
        made.canvas.try_text(text, x, y + 18, "middle", "value")


def _runs(chart: Chart, made: Frame, field: Field) -> list[list[tuple[Point, Place]]]:
    """The points of a line, in runs without gaps."""
    runs: list[list[tuple[Point, Place]]] = [[]]
    for point, x in zip(chart.points, made.centres, strict=True):
        value = chart.number(point, field)
        if value is not None:
            runs[-1].append((point, (x, made.scale.at(value))))
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _fill(chart: Chart, made: Frame, field: Field) -> None:
    """Tint what lies between a line and zero."""
    for run in _runs(chart, made, field):
        course = "L".join(f"{n(x)} {n(y)}" for _, (x, y) in run)
        first, last = run[0][1][0], run[-1][1][0]
        bottom = n(made.scale.at(0))
        made.canvas.path(f"M{n(first)} {bottom}L{course}L{n(last)} {bottom}Z", f"fill hue-{field.hue}")


def _remarks(chart: Chart, made: Frame) -> None:
    """Mark the points that something is said of, those that need attention first, and the last."""
    field = chart.fields[0]
    final = _last(chart, field) if len(chart.fields) == 1 else None
    said = [point for point in chart.points if point.attention or point.remark or point is final]
    for point in sorted(said, key=lambda point: not point.attention):
        value = chart.number(point, field)
        if value is None:
            continue
        x, y = made.centres[chart.points.index(point)], made.scale.at(value)
        kind = "attention" if point.attention else f"hue-{field.hue}"
        if point.attention:
            made.canvas.flag(x, y - 14 if y - 20 > 0 else y + 14)
        parts = (point.remark, point.label if point.remark or point.attention else "", chart.write(point, field))
        text = " ".join(part for part in parts if part)
        written = _write_near(made.canvas, text, (x, y), 26 if point.attention else 9, point.attention)
        if written or point is not final:
            made.canvas.circle(x, y, 4, f"dot {kind}", chart.tip(point, field))


def _write_near(canvas: Canvas, text: str, place: Place, rise: float, attention: bool) -> bool:
    """Write a text above a point of a line, or under it, or beside it; whether there was room."""
    x, y = place
    kind = "value attention" if attention else "value"
    nearby: tuple[tuple[float, float, Anchor], ...] = (
        (x, y - rise, "middle"),
        (x, y + 19, "middle"),
        (x + 9, y + 4, "start"),
    )
    return any(canvas.try_text(text, to_x, to_y, anchor, kind) for to_x, to_y, anchor in nearby)


def _last(chart: Chart, field: Field) -> Point | None:
    return next((point for point in reversed(chart.points) if chart.number(point, field) is not None), None)


def _name(chart: Chart, field: Field, last: Point | None) -> str:
    title = field.title.say(chart.language)
    return f"{title} {chart.write(last, field)}" if last else title
