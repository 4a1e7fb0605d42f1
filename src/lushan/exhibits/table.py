"""An exhibit's rows as a table: headed, written cells, for a page and for print alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

from lushan.exhibits.exhibit import Exhibit, Field
from lushan.exhibits.points import heading, points, say
from lushan.words import Language


@dataclass(frozen=True)
class Column:
    """The head of a column; numbers stand at its end so that their places align, and ids are set as code."""

    title: str
    align: Literal["start", "end"]
    code: bool = False


@dataclass(frozen=True)
class Row:
    """The cells of a row as written, and whether it needs someone's attention."""

    cells: tuple[str, ...]
    attention: bool


@dataclass(frozen=True)
class Table:
    """A table as a reader sees it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def table(exhibit: Exhibit, rows: pa.Table, language: Language) -> Table:
    """The rows of an exhibit, table or chart, as written: its label first, then each field.

    Args:
        exhibit: what is shown.
        rows: its rows.
        language: the reader's.
    """
    shown = (exhibit.label, *exhibit.fields)
    return Table(
        columns=tuple(Column(heading(field, language), _align(field), field.unit == "id") for field in shown),
        rows=tuple(
            Row(
                (point.label, *(say(f, v, language) for f, v in zip(exhibit.fields, point.values, strict=True))),
                point.attention,
            )
            for point in points(exhibit, rows, language)
        ),
    )


def _align(field: Field) -> Literal["start", "end"]:
    return "start" if field.unit in ("text", "date", "month", "time", "id") or field.words else "end"
