"""The rules that a contract's YAML states, read with the place of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

import duckdb

from lushan.contracts.contract import DECIMAL, Column, Rule
from lushan.contracts.expression import fault_of_pattern, read_expression, type_of
from lushan.place import Place, vocabulary
from lushan.words import Text

QUALITY = vocabulary("""
    id type metric arguments mustBe engine implementation description name severity dimension businessImpact unit
""")
RELATIONSHIP = vocabulary("id type to customProperties")
COLUMN_OF_TABLE = re.compile(r"[a-z_]+\.[a-z0-9_]+\.[a-z0-9_]+")
BOUNDS = vocabulary("minimum maximum")

#: What ``logicalTypeOptions`` may say of a column, by its logical type.
OPTIONS: Mapping[str, frozenset[str]] = {
    "string": vocabulary("minLength maxLength pattern"),
    "integer": BOUNDS,
    "number": BOUNDS,
    "date": BOUNDS,
    "timestamp": BOUNDS,
    "boolean": frozenset(),
}

#: What a bound or a code of a type looks like.
VALUES: Mapping[str, tuple[str, str]] = {
    "integer": (r"-?\d+", "a whole number"),
    "number": (r"-?\d+(\.\d+)?", "a number"),
    "length": (r"\d+", "a whole number, not below 0"),
    "date": (r"\d{4}-\d\d-\d\d", "a day, such as 2023-04-01"),
    "timestamp": (r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", "a time, such as 2023-04-01 08:00:00"),
}


def read_column_rules(place: Place, column: Column) -> Iterator[tuple[Rule, Place]]:
    """The rules of one column.

    Raises:
        LushanError: one of them is not known, or does not fit the column's type.
    """
    name = column.name
    if column.required:
        yield Rule(f"{name}.required", "not_null", name), place
    if place.flag("unique"):
        yield Rule(f"{name}.unique", "unique", name), place
    if (options := place.get("logicalTypeOptions")) is not None:
        for rule in _options(options, column):
            yield rule, options
    for quality in place.list_of("quality"):
        yield _quality(quality, column), quality
    for link in place.list_of("relationships"):
        link.only(RELATIONSHIP)
        to = link.need("to", expected="to: delivery.ticket.ticket_id")
        if not COLUMN_OF_TABLE.fullmatch(to.written):
            raise to.fault("a reference names a column of a table", expected="to: delivery.ticket.ticket_id")
        yield Rule(f"{name}.reference", "reference", name, refers_to=to.written), link


def read_table_rules(table: Place, types: Mapping[str, str]) -> Iterator[tuple[Rule, Place]]:
    """The row expressions of a table.

    Args:
        types: the SQL type of each column.

    Raises:
        LushanError: one names no column, cannot be read, or says neither yes nor no.
    """
    for place in table.list_of("quality"):
        place.only(QUALITY)
        how = place.get("implementation")
        if place.text_of("type") != "custom" or place.text_of("engine", "") != "lushan" or how is None:
            raise place.fault(
                "this rule of a table is not known",
                expected="type: custom, engine: lushan, implementation: <row expression>",
            )
        read_expression(how, types)
        try:
            sort = type_of(how.written, types)
        except duckdb.Error as error:
            raise how.fault(f"this expression cannot be computed: {str(error).splitlines()[0]}") from None
        if sort != "BOOLEAN":
            raise how.fault(f"this expression gives {sort}", expected="one that is true or false, such as days > 0")
        title = Text(place.text_of("description", ""), place.text_of("name", ""))
        yield Rule(place.text_of("id"), "expression", expression=how.written, title=title), place


def _options(options: Place, column: Column) -> Iterator[Rule]:
    name, sort = column.name, "number" if DECIMAL.fullmatch(column.type) else column.type
    options.only(OPTIONS[sort])
    low, high = _bounds(options, "minimum", "maximum", sort)
    if low or high:
        yield Rule(f"{name}.range", "range", name, minimum=low, maximum=high)
    low, high = _bounds(options, "minLength", "maxLength", "length")
    if low or high:
        yield Rule(f"{name}.length", "length", name, minimum=low, maximum=high)
    if pattern := options.get("pattern"):
        if fault := fault_of_pattern(pattern.written):
            raise pattern.fault(f"this pattern is not a regular expression: {fault}", expected="RE2's syntax")
        yield Rule(f"{name}.pattern", "pattern", name, pattern=pattern.written)


def _quality(place: Place, column: Column) -> Rule:
    place.only(QUALITY)
    kind, how = place.text_of("type"), place.get("implementation")
    if kind == "library" and place.text_of("metric") == "invalidValues":
        return Rule(f"{column.name}.codes", "in_set", column.name, values=_codes(place, column))
    if kind == "custom" and place.text_of("engine") == "lushan" and how is not None:
        how.only(("maxBytes", "minBytes"))
        if column.type != "string":
            raise how.fault(f"{column.name} is {column.type}; only a string has bytes")
        low, high = _bounds(how, "minBytes", "maxBytes", "length")
        return Rule(f"{column.name}.bytes", "bytes", column.name, minimum=low, maximum=high)
    raise place.fault(
        "this rule of a column is not known",
        expected="type: library with metric: invalidValues, "
        "or type: custom with engine: lushan and implementation: {maxBytes: 60}",
    )


def _codes(place: Place, column: Column) -> tuple[str, ...]:
    if (limit := place.get("mustBe")) is not None and limit.written != "0":
        raise limit.fault("every row must have one of the codes", expected="mustBe: 0")
    expected = "arguments: {validValues: [...]}"
    codes = place.need("arguments", expected).list_of("validValues")
    if not codes:
        raise place.fault("the codes are missing", expected=expected)
    if column.type not in ("string", "integer"):
        raise place.fault(f"{column.name} is {column.type}; only a string or an integer has codes")
    for code in codes:
        if column.type == "integer":
            _see_value(code, "integer")
    return tuple(code.written for code in codes)


def _bounds(place: Place, low: str, high: str, sort: str) -> tuple[str | None, str | None]:
    """The lowest and the highest value that are allowed, as far as they are stated."""
    least, most = place.get(low), place.get(high)
    for bound in (least, most):
        if bound is not None:
            _see_value(bound, sort)
    if least and most and _order(least.written, sort) > _order(most.written, sort):
        raise most.fault(f"{high} is below {low}, so that no value fits", mend="exchange the two")
    return least.written if least else None, most.written if most else None


def _see_value(place: Place, sort: str) -> None:
    shape, expected = VALUES[sort]
    try:
        fits = re.fullmatch(shape, place.written, re.ASCII) is not None
        _order(place.written, sort)
    except ValueError:
        fits = False
    if not fits:
        raise place.fault(f"{place.written!r} is not {expected.split(',')[0]}", expected=expected)


def _order(value: str, sort: str) -> float:
    """A number that stands for a bound in comparisons."""
    if sort in ("date", "timestamp"):
        return (datetime.fromisoformat(value) - datetime.min).total_seconds()
    return float(value)
