"""Texts as every engine measures and matches them alike."""

from __future__ import annotations

from typing import Any

import ibis
from ibis.expr import types as ir


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def bit_length(text: str) -> int:  # type: ignore[empty-body]
    """The bits of a text in UTF-8: the one name for its size that DuckDB, Spark and PostgreSQL share."""


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
