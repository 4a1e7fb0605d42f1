"""What a rule asks of one row, as a value that is true, false, or null where there is nothing to ask."""

from __future__ import annotations

import math
import re
from functools import reduce
from typing import Any, assert_never

import duckdb
import ibis
from ibis.expr import types as ir

from lushan.engines.rules.expression import build
from lushan.engines.rules.formats import format_of
from lushan.engines.rules.kinds import (
    Format,
    InList,
    Length,
    NotBlank,
    NotNull,
    Pattern,
    Reference,
    Row,
    RowKind,
    Within,
)
from lushan.engines.rules.rule import Rule
from lushan.engines.rules.text import byte_length, characters, whole


def holds(rule: Rule, table: ir.Table) -> Any:
    """Whether a row keeps a rule of one row; a reference's table must be joined before: see `joined`.

    Raises:
        LushanError: the rule does not fit the table.
    """
    kind = rule.kind
    if isinstance(kind, Row):
        return build(kind.expression, table, rule.at("expression").fault)
    if isinstance(kind, Reference):
        there = _all(present(table[name]) for name in rule.columns)
        return ibis.ifelse(there, table[known(rule)].notnull(), ibis.null())
    assert isinstance(kind, RowKind)
    return _all(_asks(kind, rule, table[name]) for name in rule.columns)


def _asks(kind: RowKind, rule: Rule, value: Any) -> Any:
    """What a kind asks of one value."""
    match kind:
        case NotNull():
            return present(value)
        case NotBlank():
            there = present(value)
            return there & (~value.re_search(BLANK)).fill_null(False) if value.type().is_string() else there
        case InList():
            return _listed(kind, value)
        case Within():
            return _within(kind, rule, value)
        case Length():
            size = byte_length(value) if kind.unit == "bytes" else characters(value)
            return _between(size, kind.minimum, kind.maximum)
        case Format():
            asked = format_of(kind.name)
            assert asked is not None
            return asked(value)
        case Pattern():
            return value.cast("string").re_search(whole(kind.pattern))
        case Row() | Reference():
            raise AssertionError(kind)
        case _:
            assert_never(kind)


#: Nothing but white space: ASCII's, the no-break space and the full-width space.
BLANK = whole(r"[ \t\n\x0b\f\r\x{a0}\x{3000}]*")


def present(value: Any) -> Any:
    """Whether a value is there; NaN, which engines set above infinity, is none."""
    return (value <= math.inf).fill_null(False) if value.type().is_floating() else value.notnull()


def known(rule: Rule) -> str:
    """The column that says whether the other table has a row's values."""
    assert isinstance(rule.kind, Reference)
    return f"{','.join(rule.columns)}→{rule.kind.table}:{','.join(rule.kind.columns)}"


def fault_of_pattern(pattern: str) -> str:
    """What keeps a text from being a regular expression; nothing, when it is one.

    >>> fault_of_pattern("[A-Z]{2}"), fault_of_pattern("(?<=a)b")
    ('', 'invalid perl operator: (?<')
    """
    try:
        duckdb.connect().execute("SELECT regexp_full_match('', $1)", [pattern]).fetchall()
    except duckdb.Error as error:
        return re.sub(r"^.*?Error: ", "", str(error).splitlines()[0])
    return ""


def _listed(kind: InList, value: Any) -> Any:
    if not (kind.other or kind.joined):
        return value.isin([ibis.literal(code).cast(value.type()) for code in kind.values])
    more = [f"{re.escape(kind.other)}{_but(kind.joined)}+"] if kind.other else []
    one = "|".join([*(re.escape(code) for code in kind.values), *more])
    pattern = f"(?:{one})(?:{re.escape(kind.joined)}(?:{one}))*" if kind.joined else one
    return value.cast("string").re_search(whole(pattern))


def _but(joined: str) -> str:
    """Any character, but not what joins codes."""
    return f"[^{re.escape(joined)}]" if joined else r"(?s:.)"


def _within(kind: Within, rule: Rule, value: Any) -> Any:
    low, high = (
        None if bound is None else _bound(rule, name, bound, value)
        for name, bound in (("minimum", kind.minimum), ("maximum", kind.maximum))
    )
    if high is None and value.type().is_floating():
        high = math.inf  # NaN is above it
    return _between(value, low, high)


def _bound(rule: Rule, name: str, bound: str, value: Any) -> Any:
    """A bound as the column's type reads it."""
    type = value.type()
    try:
        if type.is_integer() or type.is_decimal():
            return ibis.literal(_number(bound))
        if type.is_floating():
            return ibis.literal(float(bound))
        if type.is_date():
            return ibis.date(bound)
        if type.is_timestamp():
            return ibis.timestamp(bound, timezone=type.timezone)
    except (ValueError, TypeError, ArithmeticError):
        raise rule.at(name).fault(f"{bound!r} is not a value of {rule.columns[0]}, which is {type}") from None
    raise rule.at("columns").fault(f"{rule.columns[0]} is {type}", expected="a number, a date or a time")


def _number(text: str) -> Any:
    from decimal import Decimal

    return int(text) if re.fullmatch(r"-?\d+", text) else Decimal(text)


def _between(value: Any, low: Any, high: Any) -> Any:
    bounds = [*([value >= low] if low is not None else []), *([value <= high] if high is not None else [])]
    return _all(bounds) if bounds else ibis.literal(True)


def _all(conditions: Any) -> Any:
    return reduce(lambda x, y: x & y, conditions)
