"""A process map: activities in layers from where cases begin to where they end, and the paths between them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from lushan.engines.process.paths import Path, busiest
from lushan.exhibits.draw.canvas import Box, Canvas, Place, n
from lushan.exhibits.draw.chart import Chart
from lushan.exhibits.draw.courses import BEGIN, DOT, END, HEIGHT, LOOP, Course, Plan
from lushan.exhibits.draw.text import shorten
from lushan.exhibits.points import Point
from lushan.words import Text

#: Of all steps that were taken, how many the paths that are drawn hold: the first with which a map is not too high.
SHARES = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.5, 0.4)
#: How high a map may be for its width: where there is room, and where there is little.
HIGH, NARROW_HIGH = 1.3, 2.4
BEGINS, ENDS = Text("开始", "begin"), Text("结束", "end")
THINNEST, THICKEST, SHADES = 1.0, 6.0, 4

#: Where a click on a path leads, or on an activity.
Link = Callable[[Path | str], str]


@dataclass(frozen=True)
class Map:
    """A map about to be drawn: its chart, its places, and the point of each path."""

    chart: Chart
    plan: Plan
    points: dict[Path, Point]
    link: Link | None = None

    def href(self, shown: Path | str) -> str:
        """Where a click leads."""
        return self.link(shown) if self.link else ""


def process_map(chart: Chart, share: float = 0.0, link: Link | None = None) -> Canvas:
    """Draw activities as boxes and the paths between them, the busier the thicker; paths that lead back are broken.

    Args:
        chart: its points are paths, see `Exhibit`.
        share: of all steps that were taken, how many the paths that are drawn hold; if not told, as many as make no
            map that is too high for a page.
        link: where a click leads.
    """
    points = {_path(chart, point): point for point in chart.points}
    for each in (share,) if share else SHARES:
        shown = busiest(list(points), each)
        drawn = Map(chart, Plan.of(shown, chart.width), points, link)
        wide, high = drawn.plan.size
        if high <= chart.width * (HIGH if chart.wide else NARROW_HIGH):
            break
    canvas = Canvas(wide, high, tips=chart.wide)
    most = max(path.times for path in shown)
    for path in reversed(shown):  # the busiest lie on top
        _draw_path(canvas, drawn, path, THINNEST + (THICKEST - THINNEST) * math.sqrt(path.times / most))
    visits: dict[str, int] = defaultdict(int)
    for path in points:
        visits[path.target or ""] += path.times
    for name, key in drawn.plan.keys.items():
        _draw_activity(canvas, drawn, name, key, visits[name], max(visits[each] for each in drawn.plan.keys))
    for key, word, kind in ((BEGIN, BEGINS, "dot hue-green"), (END, ENDS, "dot hue-grey")):
        if key in drawn.plan.placed.layer:
            top, _ = drawn.plan.ends(key)
            canvas.circle(drawn.plan.middle(key), top + DOT, DOT, kind)
            canvas.text(word.say(chart.language), drawn.plan.middle(key) + DOT + 6, top + DOT + 4, "start", "axis")
    for path in shown:
        _write(canvas, drawn, path)
    return canvas


def _draw_path(canvas: Canvas, drawn: Map, path: Path, thick: float) -> None:
    point = drawn.points[path]
    kind = " attention" if point.attention else ""
    tip = _tip(drawn, path)
    if path.source == path.target and path.source is not None:
        _draw_loop(canvas, drawn, path, f"{kind} back", min(thick, 3), tip)
    else:
        course = drawn.plan.courses[path]
        kind = kind if course.downward else f"{kind} back"
        canvas.path(_curve(course), f"way{kind}", tip, thick=thick)
        at, up = (course.curves[-1][1], -1) if course.downward else (course.curves[0][0], 1)
        _arrow(canvas, at, up, thick, f"head{kind}")
    canvas.link(drawn.href(path), "path", 2)


def _draw_loop(canvas: Canvas, drawn: Map, path: Path, kind: str, thick: float, tip: str) -> None:
    key = drawn.plan.keys[path.source or ""]
    x, y = drawn.plan.middle(key) + drawn.plan.box / 2, drawn.plan.ends(key)[0]
    canvas.path(f"M{n(x)} {n(y + 10)}h5a9 9 0 0 1 0 {n(HEIGHT - 20)}h-3", f"way{kind}", tip, thick=thick)
    _arrow(canvas, (x, y + HEIGHT - 10), 0, thick, f"head{kind}")


def _curve(course: Course) -> str:
    parts: list[str] = []
    for (x1, y1), (x2, y2) in course.curves:
        middle = (y1 + y2) / 2
        parts.append(f"{'L' if parts else 'M'}{n(x1)} {n(y1)}C{n(x1)} {n(middle)} {n(x2)} {n(middle)} {n(x2)} {n(y2)}")
    return "".join(parts)


def _arrow(canvas: Canvas, at: Place, way: int, thick: float, kind: str) -> None:
    """The head of a path: it comes from above (−1), from below (1), or from the right (0)."""
    long, half = 6 + thick, 2.5 + thick * 0.75
    x, y = at
    if way:
        canvas.path(f"M{n(x)} {n(y)}l{n(-half)} {n(way * long)}h{n(2 * half)}z", kind)
    else:
        canvas.path(f"M{n(x)} {n(y)}l{n(long)} {n(-half)}v{n(2 * half)}z", kind)


def _draw_activity(canvas: Canvas, drawn: Map, name: str, key: str, times: int, most: int) -> None:
    plan = drawn.plan
    x, (top, bottom) = plan.middle(key), plan.ends(key)
    shade = 1 + min(int(SHADES * times / max(most, 1)), SHADES - 1)
    left = x - plan.box / 2
    canvas.rect(left, top, plan.box, HEIGHT, "box")
    canvas.rect(left, top, plan.box, HEIGHT, f"box shade-{shade}", f"{name} {times:,}")
    canvas.text(shorten(name, plan.box - 10), x, top + 15, "middle", "name")
    canvas.text(f"{times:,}", x, top + 30, "middle", "count")
    canvas.link(drawn.href(name), "activity", 4)
    canvas.taken.append(Box(left, top, left + plan.box, bottom))


def _write(canvas: Canvas, drawn: Map, path: Path) -> None:
    """What a path says, where there is room for it."""
    text = _said(drawn, drawn.points[path])
    kind = "said attention" if drawn.points[path].attention else "said"
    if path.source == path.target:
        key = drawn.plan.keys[path.source or ""]
        x, y = drawn.plan.middle(key) + drawn.plan.box / 2 + LOOP / 2, drawn.plan.ends(key)[0]
        canvas.try_text(text, x, y + HEIGHT / 2 + 4, "start", kind)
        return
    for x, y in drawn.plan.courses[path].middles:
        if canvas.try_text(text, x, y + 4, "middle", kind, ground=True):
            return


def _said(drawn: Map, point: Point) -> str:
    field = drawn.chart.exhibit.fields[-1]
    return drawn.chart.write(point, field)


def _tip(drawn: Map, path: Path) -> str:
    language, point = drawn.chart.language, drawn.points[path]
    ends = f"{path.source or BEGINS.say(language)} → {path.target or ENDS.say(language)}"
    told = (
        f"{field.title.say(language)} {drawn.chart.write(point, field)}" for field in drawn.chart.exhibit.fields[1:]
    )
    return " ".join([ends, *told])


def _path(chart: Chart, point: Point) -> Path:
    """A point as a path, its ends as they are written."""
    source = None if point.key is None else point.label
    target = None if point.values[0] is None else chart.write(point, chart.exhibit.fields[0])
    return Path(source, target, _times(point))


def _times(point: Point) -> int:
    times = point.values[1]
    return int(times) if isinstance(times, int | float) else 0
