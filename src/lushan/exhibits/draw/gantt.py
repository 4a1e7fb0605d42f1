"""Spans of time: for each row what was planned and what came of it, and how far it ran past its deadline."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from lushan.exhibits.draw.canvas import Canvas
from lushan.exhibits.draw.chart import Chart
from lushan.exhibits.draw.frame import SWATCH
from lushan.exhibits.draw.labels import LINE
from lushan.exhibits.draw.text import shorten, text_width
from lushan.exhibits.format import write_day, write_time
from lushan.exhibits.points import Point
from lushan.words import Text

BAR, ROW, TALL_ROW = 12.0, 28.0, 44.0
NAMES_SHARE, VALUES_SHARE = 0.34, 0.2
#: How many hours may lie between two ticks.
STEPS = (1, 2, 3, 4, 6, 12, 24, 48, 168)
PLAN, ACTUAL, LATE = Text("计划", "Planned"), Text("实际", "Actual"), Text("超时", "Past its deadline")


def gantt(chart: Chart) -> Canvas:
    """Draw each row's planned span as an outline and its actual span in it; the part past the deadline stands out."""
    flags = 18.0 if any(point.attention for point in chart.points) else 0.0
    above = not chart.wide
    names = max(text_width(point.label) for point in chart.points) + flags + 12
    left = 0.5 if above else min(names, NAMES_SHARE * chart.width)
    right = chart.width - text_width("00:00:00") - 10
    hours = [_hour(moment) for point in chart.points for moment in _instants(point) if moment]
    step = _step(hours, 8 if chart.wide else 4)
    first = min(hours, default=0.0) // step * step
    last = max(-(-max(hours, default=step) // step) * step, first + step)

    def at(moment: datetime) -> float:
        return left + (right - left) * (_hour(moment) - first) / (last - first)

    row, top = TALL_ROW if above else ROW, 34.0
    bottom = top + row * len(chart.points)
    canvas = Canvas(chart.width, bottom + 2 * LINE + 6, tips=chart.wide)
    _key(canvas, chart)
    _axis(
        canvas, chart, (left, right), (top, bottom), [first + step * k for k in range(int((last - first) / step) + 1)]
    )
    for place, point in enumerate(chart.points):
        y = top + row * place + (row - BAR - 6 if above else (row - BAR) / 2)
        line = y - 6 if above else y + BAR - 2
        if point.attention:
            canvas.flag(7, line - 4)
        x = 18.0 if point.attention else 0.0
        canvas.text(shorten(point.label, (chart.width if above else left - 12) - x), x, line, "start", "name")
        planned, deadline, started, ended = _instants(point)
        if planned and deadline and deadline >= planned:
            canvas.rect(at(planned), y - 2.5, at(deadline) - at(planned), BAR + 5, "plan")
        if started and ended and ended >= started:
            turn = min(max(started, deadline), ended) if deadline else ended
            canvas.rect(at(started), y, at(turn) - at(started), BAR, "mark hue-green", _tip(point))
            hue = "attention" if point.attention else "hue-ochre"
            if ended > turn:
                canvas.rect(at(turn), y, at(ended) - at(turn), BAR, f"mark {hue}", _tip(point))
        if ended:
            kind = "value attention" if point.attention else "value"
            edge = max(at(ended), at(deadline) if deadline else 0)
            canvas.text(write_time(ended), edge + 6, y + BAR - 2, "start", kind)
    return canvas


def _instants(point: Point) -> tuple[datetime | None, ...]:
    return tuple(value if isinstance(value, datetime) else None for value in point.values[:4])


def _hour(moment: datetime) -> float:
    """Hours since an epoch by a wall clock."""
    return moment.replace(tzinfo=UTC).timestamp() / 3600


def _step(hours: list[float], most: int) -> int:
    span = max(hours) - min(hours) if hours else 0.0
    return next((step for step in STEPS if span / step <= most - 1), STEPS[-1] * (1 + int(span / STEPS[-1] / most)))


def _axis(
    canvas: Canvas, chart: Chart, sides: tuple[float, float], ends: tuple[float, float], ticks: list[float]
) -> None:
    """Draw the hours, and the day under the first of each."""
    said = ""
    for tick in ticks:
        x = sides[0] + (sides[1] - sides[0]) * (tick - ticks[0]) / (ticks[-1] - ticks[0])
        moment = datetime(1970, 1, 1) + timedelta(hours=tick)
        canvas.line((x, ends[0]), (x, ends[1]), "grid")
        canvas.text(write_time(moment), x, ends[1] + LINE, "middle", "axis")
        day = write_day(moment.date(), chart.language)
        if day != said and canvas.try_text(day, max(x, text_width(day) / 2), ends[1] + 2 * LINE, "middle", "axis"):
            said = day


def _key(canvas: Canvas, chart: Chart) -> None:
    x = 0.0
    for word, kind in ((PLAN, "plan"), (ACTUAL, "mark hue-green"), (LATE, "mark hue-ochre")):
        canvas.rect(x + 0.5, 12 - SWATCH, SWATCH, SWATCH, kind)
        x = canvas.text(word.say(chart.language), x + SWATCH + 5, 12, "start", "name").right + 14


def _tip(point: Point) -> str:
    _, _, started, ended = _instants(point)
    return f"{point.label} {write_time(started) if started else ''}–{write_time(ended) if ended else ''}"
