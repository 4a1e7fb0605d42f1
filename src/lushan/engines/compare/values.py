"""How values are said so that both sides say the same: typed where one engine reads both, written where not.

A row's hash must be the same on both sides when the rows are equal, or time is lost; and it must differ when they
differ, or a difference is lost. So what is hashed tells every value apart: nothing from empty text, and where a text
ends. A tolerance is hashed as the number of a cell half as wide: values of one cell lie within the tolerance;
neighbours in two cells only cost that their segment is fetched, where they are compared exactly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from lushan.engines.compare.field import Field, Kind, Pair


@dataclass(frozen=True)
class Speech:
    """How a database says what all say in their own way; each function makes SQL of SQL."""

    trimmed: Callable[[str], str]  # a decimal number as text, without noughts at its end
    real: Callable[[str], str]  # a double as the shortest text that gives it again
    hex: Callable[[str], str]
    size: Callable[[str], str]  # of a text, in bytes
    digest: Callable[[str], str]  # of a text, its MD5 as a whole number of 60 bits


def _duckdb_real(x: str) -> str:
    said = f"CAST({x} + 0.0 AS VARCHAR)"
    endless = f"CASE WHEN {x} > 0 THEN 'Infinity' ELSE '-Infinity' END"
    short = f"CASE WHEN suffix({said}, '.0') THEN left({said}, -2) ELSE {said} END"
    return f"CASE WHEN isnan({x}) THEN 'NaN' WHEN isinf({x}) THEN {endless} ELSE {short} END"


DUCKDB = Speech(
    trimmed=lambda x: (
        f"CASE WHEN contains(CAST({x} AS VARCHAR), '.') THEN "
        f"rtrim(rtrim(CAST({x} AS VARCHAR), '0'), '.') ELSE CAST({x} AS VARCHAR) END"
    ),
    real=_duckdb_real,
    hex=lambda x: f"lower(hex({x}))",
    size=lambda x: f"strlen({x})",
    digest=lambda x: f"CAST('0x' || substr(md5({x}), 1, 15) AS BIGINT)",
)
POSTGRES = Speech(
    trimmed=lambda x: f"CAST(trim_scale(CAST({x} AS NUMERIC)) AS TEXT)",
    real=lambda x: f"CAST({x} + 0.0 AS TEXT)",
    hex=lambda x: f"encode({x}, 'hex')",
    size=lambda x: f"octet_length({x})",
    digest=lambda x: f"CAST(CAST('x' || substr(md5({x}), 1, 15) AS BIT(60)) AS BIGINT)",
)
NUMBER_OF_60_BITS = 2**60
#: Cells with larger numbers than this are no longer told apart by a double.
CELLS = "1e15"


def typed(x: str, field: Field, pair: Pair, speech: Speech, zone: str) -> str:
    """A column as the type that both sides are compared as.

    Args:
        x: the column, as SQL.
        field: the side of the pair that it is.
        zone: where a time without a zone is read.
    """
    if field.kind == "untyped" and pair.kind not in ("text", "untyped"):
        x = f"nullif({x}, '')"  # files that quote everything quote nothing too
    match pair.kind:
        case "number" if not pair.alike and pair.scale is not None:
            x = f"CAST({x} AS INTEGER)" if field.kind == "boolean" else x
            return f"CAST({x} AS DECIMAL(38, {pair.scale}))" if pair.wide else f"CAST({x} AS BIGINT)"
        case "number" if field.kind == "boolean":
            return f"CAST({x} AS INTEGER)"
        case "float":
            return f"(CAST({x} AS DOUBLE PRECISION) + 0.0)"
        case "moment":
            return (
                f"CAST({x} AT TIME ZONE '{zone}' AS TIMESTAMP)"
                if field.kind == "instant"
                else f"CAST({x} AS TIMESTAMP)"
            )
        case "date" | "boolean" | "instant" if field.kind == "untyped":
            type = {"date": "DATE", "boolean": "BOOLEAN", "instant": "TIMESTAMP WITH TIME ZONE"}[pair.kind]
            return f"CAST({x} AS {type})"
        case "text" | "untyped":
            return written(x, field.kind, None if field.kind == "number" else 0, speech)
    return x


def written(x: str, kind: Kind, scale: int | None, speech: Speech) -> str:
    """A typed value as text, the same in every database.

    Args:
        scale: of a number, how many digits stand behind its point; none trims the noughts at its end.
    """
    match kind:
        case "number" if scale is None:
            return speech.trimmed(x)
        case "float":
            return speech.real(x)
        case "instant":
            return f"CAST({x} AT TIME ZONE 'UTC' AS VARCHAR)"
        case "bytes":
            return speech.hex(x)
    return f"CAST({x} AS VARCHAR)"


def cell(x: str, kind: Kind, tolerance: Decimal, text: str) -> str:
    """The cell of a grid half as wide as the tolerance that a typed value lies in, as text.

    Args:
        text: the value as text, for values that no grid can hold.
    """
    number = x if kind in ("number", "float") else f"extract(epoch FROM {x})"
    place = f"(CAST({number} AS DOUBLE PRECISION) / {float(tolerance / 2)!r})"
    return f"CASE WHEN abs({place}) < {CELLS} THEN CAST(CAST(floor({place}) AS BIGINT) AS VARCHAR) ELSE {text} END"


def joined(values: list[tuple[str, bool]], speech: Speech) -> str:
    """Values as one text that no other values give.

    Args:
        values: each as the SQL of its text, with whether it may hold any character.
    """
    parts = [
        f"coalesce({f'CAST({speech.size(x)} AS VARCHAR) || chr(58) || {x}' if free else x}, '-')" for x, free in values
    ]
    return " || '|' || ".join(parts)
