"""An exhibit's rows as points: what a chart draws, a table prints and a sentence tells."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa

from lushan.exhibits.exhibit import Exhibit, Field
from lushan.exhibits.format import Writable, unit_word, write
from lushan.words import Language


@dataclass(frozen=True, eq=False)
class Point:
    """One row: its name as written, the value of each field, and what is to be seen of it.

    ``key`` is the name as the rows hold it; ``values`` stand in the order of the exhibit's fields.
    """

    key: Writable
    label: str
    values: tuple[Writable, ...]
    attention: bool = False
    remark: str = ""
    shade: bool = False


def points(exhibit: Exhibit, rows: pa.Table, language: Language) -> tuple[Point, ...]:
    """The rows of an exhibit as points, in order."""

    def marked(row: dict[str, Any], column: str) -> bool:
        return bool(column and row[column])

    return tuple(
        Point(
            key=row[exhibit.label.column],
            label=say(exhibit.label, row[exhibit.label.column], language),
            values=tuple(_clean(row[field.column]) for field in exhibit.fields),
            attention=marked(row, exhibit.attention),
            remark=_remark(exhibit.remark, row, language),
            shade=marked(row, exhibit.shade),
        )
        for row in rows.to_pylist()
    )


def say(field: Field, value: Writable, language: Language) -> str:
    """A value of a field as written: by its words where it has some.

    >>> from lushan.words import Text
    >>> state = Field("state", Text("状态", "State"), "text", words=(("live", Text("已投产", "live")),))
    >>> say(state, "live", "zh"), say(state, "paused", "zh"), say(state, None, "zh")
    ('已投产', 'paused', '—')
    """
    for code, word in field.words:
        if code == value:
            return word.say(language)
    written = write(value, field.unit, field.decimals, language)
    return f"+{written}" if field.signed and (number(value) or 0) > 0 else written


def heading(field: Field, language: Language) -> str:
    """A field's title, with its unit where values are written without it.

    >>> from lushan.words import Text
    >>> heading(Field("minutes", Text("时长", "Duration"), "minutes"), "zh")
    '时长（分钟）'
    """
    unit, title = unit_word(field.unit, language), field.title.say(language)
    if not unit:
        return title
    return f"{title}（{unit}）" if language == "zh" else f"{title} ({unit})"


def axis_title(exhibit: Exhibit, language: Language) -> str:
    """What a chart measures, with its unit."""
    return exhibit.axis.say(language) or heading(exhibit.drawn[0], language)


def number(value: Writable) -> float | None:
    """A value as a place on an axis; nothing where it has none."""
    if value is None or isinstance(value, (str, bool, date, datetime)):
        return None
    return float(value)


def _clean(value: Any) -> Writable:
    """A fetched value without the numbers that are none."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, (bool, int, float, Decimal, str, date, datetime)) or value is None:
        return value
    return str(value)


def _remark(field: Field | None, row: dict[str, Any], language: Language) -> str:
    if field is None or row[field.column] is None:
        return ""
    return say(field, row[field.column], language)
