"""The labels along the foot of a chart: months, days or names, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from lushan.exhibits.draw.canvas import GAP, Canvas, text_box
from lushan.exhibits.draw.chart import Chart
from lushan.exhibits.draw.text import text_width, wrap
from lushan.exhibits.format import MONTHS
from lushan.exhibits.points import Point
from lushan.runs.period import Period
from lushan.words import Language

LINE = 16.0
#: How many labels apart those that are shown may stand: weeks for days, parts of a year for months.
STRIDES = {"date": (1, 2, 7, 14, 28), "month": (1, 2, 3, 6, 12)}
#: Columns narrower than this are not named one by one.
NARROW = 24.0
#: At most so many days are written out.
FEW = 8


@dataclass(frozen=True)
class Labels:
    """Where the labels of a chart's points stand, line by line."""

    placed: tuple[tuple[float, tuple[str, ...]], ...]

    @property
    def height(self) -> float:
        """How much room they take."""
        return LINE * max((len(lines) for _, lines in self.placed), default=0) + 8

    def draw(self, canvas: Canvas, top: float) -> None:
        """Write them under a line of the drawing."""
        for x, lines in self.placed:
            for number, line in enumerate(lines):
                if line:
                    canvas.text(line, x, top + LINE * (number + 1) + 2, "middle", "axis")


def labels(chart: Chart, centres: Sequence[float], slot: float) -> Labels:
    """The labels of a chart's points.

    Days and months are thinned out, and their month or year stands under them where it begins; a few days are
    written out. Names are broken into lines, and thinned out only where columns are too narrow for any; numbers are
    thinned out, never broken.
    """
    unit = chart.exhibit.label.unit
    widest = max(text_width(point.label) for point in chart.points)
    written_out = unit == "date" and len(chart.points) <= FEW and widest + GAP < slot
    if unit in STRIDES and not written_out:
        pairs = [split(point, unit, chart.language) for point in chart.points]
        chosen = _spread(chart.width, [minor for minor, _ in pairs], centres, STRIDES[unit], unit == "month")
        return Labels(tuple(_with_majors(chart.width, pairs, centres, chosen)))
    if unit == "text" and slot >= NARROW:
        texts = [tuple(wrap(point.label, slot - GAP)) for point in chart.points]
        return Labels(tuple(zip(centres, texts, strict=True)))
    names = [point.label for point in chart.points]
    chosen = _spread(chart.width, names, centres, tuple(range(1, len(names) + 1)), True)
    return Labels(tuple((centres[place], (names[place],)) for place in chosen))


def split(point: Point, unit: str, language: Language) -> tuple[str, str]:
    """A day as its number and its month, a month as its name and its year."""
    if point.key is None:
        return point.label, ""
    if unit == "month":
        period = Period.parse(str(point.key))
        year = f"{period.year}年" if language == "zh" else str(period.year)
        return (f"{period.month}月" if language == "zh" else MONTHS[period.month - 1][:3]), year
    day = date.fromisoformat(str(point.key)[:10])
    return str(day.day), f"{day.month}月" if language == "zh" else MONTHS[day.month - 1]


def _spread(
    width: float, texts: Sequence[str], centres: Sequence[float], strides: Sequence[int], from_last: bool
) -> list[int]:
    """The points that are named: the closest stride at which no two names touch."""
    count = len(texts)
    for stride in [*strides, count]:
        chosen = list(range((count - 1) % stride if from_last else 0, count, stride))
        boxes = [_inside(width, texts[place], centres[place]) for place in chosen]
        if all(left[1] + GAP <= right[0] for left, right in pairwise(boxes)):
            return chosen
    return [count - 1] if count else []


def _with_majors(
    width: float, pairs: Sequence[tuple[str, str]], centres: Sequence[float], chosen: Sequence[int]
) -> list[tuple[float, tuple[str, ...]]]:
    """The chosen labels, each with the month or year under it that begins with it."""
    placed: list[tuple[float, tuple[str, ...]]] = []
    said, free_from = "", -GAP
    for place in chosen:
        minor, major = pairs[place]
        left, right = _inside(width, major, centres[place])
        if major != said and left >= free_from + GAP:
            placed.append((centres[place], (minor, major)))
            said, free_from = major, right
        else:
            placed.append((centres[place], (minor,)))
    return placed


def _inside(width: float, text: str, centre: float) -> tuple[float, float]:
    """Where a text begins and ends once it has been moved inside the drawing."""
    box = text_box(text, centre, 0, "middle")
    shift = max(0.0, -box.left) - max(0.0, box.right - width)
    return box.left + shift, box.right + shift
