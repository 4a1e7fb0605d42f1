"""The words that stand for a chart where it cannot be seen: what a reader would have seen in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import pyarrow as pa

from lushan.exhibits.exhibit import Exhibit, Field
from lushan.exhibits.format import write_time
from lushan.exhibits.points import Point, number, points, say
from lushan.words import Language, Text

EMPTY = Text("本期没有数据", "There is nothing to show for this period")


def alternative(exhibit: Exhibit, rows: pa.Table, language: Language) -> str:
    """A sentence or two that say what a chart or a table shows.

    Args:
        exhibit: the chart or table.
        rows: its rows.
        language: the reader's.
    """
    found = points(exhibit, rows, language)
    if not found:
        return EMPTY.say(language) + ("。" if language == "zh" else ".")
    tell = TELLERS.get(exhibit.kind, _series)
    said = [*tell(exhibit, found, language), *_attention(found, language)]
    return "".join(f"{part}。" for part in said) if language == "zh" else " ".join(f"{part}." for part in said)


def _series(exhibit: Exhibit, found: Sequence[Point], language: Language) -> list[str]:
    """How each field went from the first point to the last, and how high and low it was between."""
    told = []
    for field in exhibit.drawn:
        known = [(value, point) for point in found if (value := _number(exhibit, point, field)) is not None]
        if not known:
            continue
        (_, first), (_, last) = known[0], known[-1]
        most, least = max(known, key=lambda pair: pair[0])[1], min(known, key=lambda pair: pair[0])[1]

        def at(point: Point, field: Field = field) -> str:
            return say(field, point.values[exhibit.fields.index(field)], language)

        title = field.title.say(language)
        if len(known) == 1:
            told.append(
                f"{title}：{first.label} {at(first)}" if language == "zh" else f"{title}: {first.label} {at(first)}"
            )
        elif language == "zh":
            told.append(
                f"{title}：{first.label} {at(first)}，至 {last.label} {at(last)}；"
                f"最高 {most.label} {at(most)}，最低 {least.label} {at(least)}"
            )
        else:
            told.append(
                f"{title}: from {at(first)} ({first.label}) to {at(last)} ({last.label}); "
                f"highest {at(most)} ({most.label}), lowest {at(least)} ({least.label})"
            )
    return told


def _ranking(exhibit: Exhibit, found: Sequence[Point], language: Language) -> list[str]:
    """The first three rows, and how many there are."""
    fields = exhibit.fields

    def row(point: Point) -> str:
        comma = "、" if language == "zh" else ", "
        return comma.join(
            say(field, value, language)
            if len(fields) == 1
            else f"{field.title.say(language)} {say(field, value, language)}"
            for field, value in zip(fields, point.values, strict=True)
        )

    if language == "zh":
        listed = "；".join(f"{point.label} {row(point)}" for point in found[:3])
        return [f"共 {len(found)} 项，依次为 {listed}" + ("等" if len(found) > 3 else "")]
    listed = "; ".join(f"{point.label} {row(point)}" for point in found[:3])
    return [f"{len(found)} rows, in order: {listed}" + (" and so on" if len(found) > 3 else "")]


def _listing(exhibit: Exhibit, found: Sequence[Point], language: Language) -> list[str]:
    """How many rows there are, and what is told of each."""
    titles = [field.title.say(language) for field in exhibit.fields]
    if language == "zh":
        return [f"共 {len(found)} 行，列出{exhibit.label.title.zh}及其{'、'.join(titles)}"]
    return [f"{len(found)} rows, for each {exhibit.label.title.en}: {', '.join(titles)}"]


def _spans(_: Exhibit, found: Sequence[Point], language: Language) -> list[str]:
    """When each row was due and when it ended."""
    told = []
    for point in found:
        due, ended = (write_time(value) if isinstance(value, datetime) else "—" for value in point.values[1:4:2])
        told.append(
            f"{point.label}：最晚 {due}，实际 {ended} 完成"
            if language == "zh"
            else f"{point.label}: due {due}, ended {ended}"
        )
    return [("；" if language == "zh" else "; ").join(told)]


def _paths(exhibit: Exhibit, found: Sequence[Point], language: Language) -> list[str]:
    """How many activities and paths a map has, and the paths that are taken most."""
    times = exhibit.fields[1]
    ranked = sorted(found, key=lambda point: -(_number(exhibit, point, times) or 0))
    inner = [point for point in ranked if point.key is not None and point.values[0] is not None]
    activities = {name for point in found for name in (point.key, point.values[0]) if name is not None}

    def path(point: Point) -> str:
        target = say(exhibit.fields[0], point.values[0], language)
        return f"{point.label} → {target} {say(times, point.values[1], language)}"

    title = times.title.say(language)
    if language == "zh":
        listed = "；".join(map(path, inner[:5]))
        return [f"{len(activities)} 个环节、{len(inner)} 条路径；走得最多的（{title}）：{listed}"]
    listed = "; ".join(map(path, inner[:5]))
    return [f"{len(activities)} activities and {len(inner)} paths; taken most ({title}): {listed}"]


def _attention(found: Sequence[Point], language: Language) -> list[str]:
    """The rows that are marked."""
    marked = [point.label for point in found if point.attention]
    if not marked:
        return []
    return [f"需关注：{'、'.join(marked)}" if language == "zh" else f"Marked for attention: {', '.join(marked)}"]


def _number(exhibit: Exhibit, point: Point, field: Field) -> float | None:
    return number(point.values[exhibit.fields.index(field)])


TELLERS: dict[str, Callable[[Exhibit, Sequence[Point], Language], list[str]]] = {
    "bar": _ranking,
    "table": _listing,
    "gantt": _spans,
    "map": _paths,
}
