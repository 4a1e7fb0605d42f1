"""Texts as every engine measures and matches them alike."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.datatypes as dt
from ibis.expr import types as ir


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def bit_length(text: str) -> int:  # type: ignore[empty-body]
    """The bits of a text in UTF-8: the one name for its size that DuckDB, Spark and PostgreSQL share."""


@ibis.udf.scalar.builtin(name="hash")  # type: ignore[untyped-decorator]
def _hash(value) -> dt.int64:  # type: ignore[no-untyped-def]
    """An engine's own hash: of 64 bits in DuckDB, of 32 in Spark."""


def hashed(value: ir.Value) -> Any:
    """A whole number that is the same for the same values, as quickly as the engine makes one; engines differ.

    Ibis' own hash goes by way of a string of bits, which takes twice as long.
    """
    return _hash(value) >> 1  # so that it fits a number with a sign


def byte_length(text: ir.StringValue) -> Any:
    """The bytes of a text in UTF-8: three for a Chinese character."""
    return bit_length(text).cast("int64") / 8


def characters(text: ir.StringValue) -> Any:
    """The characters of a text, by Unicode's code points."""
    return text.length().cast("int64")


def whole(pattern: str) -> str:
    r"""A pattern that must match a text from its first character to its last, a line's end among them.

    >>> whole("a|b")
    '\\A(?:a|b)\\z'
    """
    return rf"\A(?:{pattern})\z"
