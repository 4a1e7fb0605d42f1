"""What columns, stacks and lines stand in: an axis of values, a row of labels, and the names of the fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lushan.exhibits.draw.canvas import Box, Canvas
from lushan.exhibits.draw.chart import Chart
from lushan.exhibits.draw.labels import LINE, labels
from lushan.exhibits.draw.text import shorten, text_width
from lushan.exhibits.exhibit import Field
from lushan.exhibits.points import axis_title
from lushan.exhibits.scale import Scale
from lushan.words import Text

#: The height of the values' axis, on a phone and on a wide page.
NARROW_PLOT, WIDE_PLOT = 150.0, 190.0
#: The parts of the width that tick labels and the names beside marks may take.
TICKS_SHARE, NAMES_SHARE = 0.28, 0.26
SWATCH = 9.0
CUT = Text("，纵轴不自零起", "; axis not from zero")


@dataclass(frozen=True)
class Frame:
    """A drawing with its axes drawn, and where its marks go."""

    canvas: Canvas
    plot: Box
    scale: Scale
    centres: tuple[float, ...]
    slot: float


def names_beside(chart: Chart, texts: Sequence[str]) -> float:
    """The room that names beside the last marks take; none where they would take too much."""
    room = max((text_width(text) for text in texts), default=0.0) + SWATCH + 10
    return room if len(texts) > 1 and room <= NAMES_SHARE * chart.width else 0.0


def frame(chart: Chart, ticks: Sequence[float], beside: float = 0.0, key: Sequence[Field] = ()) -> Frame:
    """Draw the axes of a chart.

    Args:
        chart: to be drawn.
        ticks: the values that its axis is marked at.
        beside: the room that is kept free right of the marks.
        key: the fields that are named above, because they cannot be named beside their marks.
    """
    steps = [shorten(chart.short(tick), TICKS_SHARE * chart.width) for tick in ticks]
    left = max(map(text_width, steps)) + 8
    right = chart.width - (beside or 8)
    slot = (right - left) / len(chart.points)
    centres = tuple(left + slot * (place + 0.5) for place in range(len(chart.points)))
    under = labels(chart, centres, slot)
    head = head_height(chart, key)
    top = head + (34 if any(point.attention for point in chart.points) else 20)
    bottom = top + (WIDE_PLOT if chart.wide else NARROW_PLOT)

    canvas = Canvas(chart.width, bottom + under.height, tips=chart.wide)
    title = axis_title(chart.exhibit, chart.language)
    if 0 not in ticks:
        title += CUT.say(chart.language)
    write_head(canvas, chart, title, key)
    scale = Scale(tuple(ticks), bottom, top)
    for point, centre in zip(chart.points, centres, strict=True):
        if point.shade:
            canvas.rect(centre - slot / 2, top, slot, bottom - top, "shade")
    for tick, step in zip(ticks, steps, strict=True):
        y = scale.at(tick)
        canvas.line((left, y), (right, y), "base" if tick == 0 else "grid")
        canvas.text(step, left - 6, y + 4, "end", "axis")
    under.draw(canvas, bottom)
    return Frame(canvas, Box(left, top, right, bottom), scale, centres, slot)


def head_height(chart: Chart, key: Sequence[Field]) -> float:
    """The room that the title of the axis and the key take."""
    return LINE + LINE * len(_key_lines(chart, key))


def write_head(canvas: Canvas, chart: Chart, title: str, key: Sequence[Field]) -> None:
    """The title of the axis, and under it the names of the fields beside what they look like."""
    canvas.text(title, 0, 12, "start", "axis-title")
    for number, line in enumerate(_key_lines(chart, key)):
        x, y = 0.0, 12 + LINE * (number + 1)
        for field, name in line:
            swatch(canvas, x, y, field)
            x = canvas.text(name, x + SWATCH + 5, y, "start", "name").right + 14


def swatch(canvas: Canvas, x: float, y: float, field: Field) -> None:
    """What a field's marks look like, before its name on the line ``y``."""
    if field.shown == "line":
        canvas.line((x, y - 4), (x + SWATCH, y - 4), f"stroke hue-{field.hue}")
    else:
        canvas.rect(x, y - SWATCH, SWATCH, SWATCH, f"mark hue-{field.hue}")


def write_beside(frame: Frame, names: Sequence[tuple[float, str, Field]]) -> None:
    """Names beside the last marks, each at its height or as near to it as the others let it."""
    heights = apart([y for y, _, _ in names], LINE, frame.plot.top, frame.plot.bottom)
    x = frame.plot.right + 6
    for (_, text, field), y in zip(names, heights, strict=True):
        swatch(frame.canvas, x, y + 4, field)
        frame.canvas.text(text, x + SWATCH + 4, y + 4, "start", "name")


def apart(places: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Places moved as little as keeps them a distance apart and between two bounds.

    >>> apart([50, 52, 90], 10, 0, 100), apart([99, 98], 10, 0, 100)
    ([46.0, 56.0, 90.0], [100.0, 90.0])
    """
    order = sorted(range(len(places)), key=lambda place: (places[place], place))
    least = min(least, (high - low) / max(1, len(places) - 1))
    groups: list[list[int]] = []
    middles: list[float] = []

    def settled(group: list[int]) -> float:
        """Where the middle of a group of touching places lies best."""
        best = sum(places[place] for place in group) / len(group)
        half = least * (len(group) - 1) / 2
        return min(max(best, low + half), high - half)

    for place in order:
        groups.append([place])
        middles.append(settled(groups[-1]))
        while len(groups) > 1:
            reach = least * (len(groups[-2]) + len(groups[-1])) / 2
            if middles[-1] - middles[-2] >= reach:
                break
            groups[-2:] = [groups[-2] + groups[-1]]
            middles[-2:] = [settled(groups[-1])]
    moved = [0.0] * len(places)
    for group, middle in zip(groups, middles, strict=True):
        for number, place in enumerate(group):
            moved[place] = middle + least * (number - (len(group) - 1) / 2)
    return moved


def _key_lines(chart: Chart, key: Sequence[Field]) -> list[list[tuple[Field, str]]]:
    """The fields of a key and their names, in lines that fit the width."""
    lines: list[list[tuple[Field, str]]] = []
    free = 0.0
    for field in key:
        name = shorten(field.title.say(chart.language), chart.width - SWATCH - 20)
        room = text_width(name) + SWATCH + 19
        if room > free:
            lines.append([])
            free = chart.width
        lines[-1].append((field, name))
        free -= room
    return lines
