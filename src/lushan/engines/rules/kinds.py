"""The kinds of rules: what each asks of a row, of a group of rows, or of a table as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lushan.errors import LushanError


@dataclass(frozen=True)
class NotNull:
    """The columns hold something; NaN is nothing, and a blank text is something."""


@dataclass(frozen=True)
class NotBlank:
    """The columns hold something, and no text of nothing but spaces, full-width ones included."""


@dataclass(frozen=True)
class Unique:
    """No two rows have the same values in the columns; a row that lacks one of them is not asked."""


@dataclass(frozen=True)
class InList:
    """The value is one of a code list.

    Args:
        values: the codes.
        other: what a free text beside the codes begins with, such as ``其他-``; something must follow it.
        joined: what joins several codes in one value, such as ``;``.
    """

    values: tuple[str, ...]
    other: str = ""
    joined: str = ""


@dataclass(frozen=True)
class Within:
    """The value lies between two bounds, both allowed; they are written as text and read as the column's type."""

    minimum: str | None = None
    maximum: str | None = None


@dataclass(frozen=True)
class Length:
    """The text is so long, in UTF-8 bytes or in characters."""

    minimum: int | None = None
    maximum: int | None = None
    unit: Literal["bytes", "characters"] = "bytes"


@dataclass(frozen=True)
class Format:
    """The text has a named form: see `lushan.engines.rules.formats`."""

    name: str


@dataclass(frozen=True)
class Pattern:
    """The whole text matches a regular expression in RE2's syntax."""

    pattern: str


@dataclass(frozen=True)
class Row:
    """An expression over one row is true; one that is null says nothing."""

    expression: str


@dataclass(frozen=True)
class Reference:
    """The values stand in columns of another table; a row that lacks one of them is not asked."""

    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """An expression of aggregates is true for each group of rows, or for the table where nothing groups it."""

    expression: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fresh:
    """The newest date or time of the column is at most so many days before the day of the check."""

    days: int


@dataclass(frozen=True)
class Volume:
    """The number of rows is within a share of its mean over the periods before.

    Args:
        change: the share, 0.3 for 30 %.
        over: how many periods before make the mean.
    """

    change: float
    over: int = 3


@dataclass(frozen=True)
class Distribution:
    """The values are spread as they were in the period before, by the population stability index.

    The index is Σ (p − q) · ln(p / q) over the classes, p and q being the shares now and before; below 0.1 is
    commonly read as stable, above 0.25 as changed.

    Args:
        limit: the index at most.
        bounds: where numbers are cut into classes; without bounds each value is a class.
    """

    limit: float = 0.25
    bounds: tuple[float, ...] = ()


@dataclass(frozen=True)
class Faulty:
    """A rule that could not be read: it is told among the results, so that none is silently left out."""

    error: LushanError


RowKind = NotNull | NotBlank | InList | Within | Length | Format | Pattern | Row | Reference
Kind = RowKind | Unique | Group | Fresh | Volume | Distribution | Faulty

#: What each kind is called in a file of rules.
KINDS: dict[str, type] = {
    "not_null": NotNull,
    "not_blank": NotBlank,
    "unique": Unique,
    "in_list": InList,
    "within": Within,
    "length": Length,
    "format": Format,
    "pattern": Pattern,
    "row": Row,
    "reference": Reference,
    "group": Group,
    "fresh": Fresh,
    "volume": Volume,
    "distribution": Distribution,
}
