"""Suites of Great Expectations, of version 0.x and 1.x, as rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lushan.engines.rules.exchange.taken import Taken
from lushan.engines.rules.expression import read_expression
from lushan.engines.rules.kinds import Group, InList, Kind, Length, NotNull, Row, Unique, Within
from lushan.engines.rules.rule import Rule
from lushan.errors import LushanError
from lushan.place import Place, read_yaml
from lushan.words import Text

#: What an expectation may say beside its own terms, and that changes nothing here.
SILENT = {"result_format", "catch_exceptions", "meta", "condition_parser", "ignore_row_if", "mostly", "row_condition"}
Made = tuple[Kind, tuple[str, ...]]


def read_expectations(path: Path, table: str) -> Taken:
    """The rules of a suite, which does not say of which table it is.

    Raises:
        LushanError: the file cannot be read.
    """
    rules: list[Rule] = []
    left: list[str] = []
    for place in read_yaml(path).need("expectations").items():
        name = (place.get("expectation_type") or place.need("type")).written
        try:
            rules.append(_rule(place, name, table, {rule.id for rule in rules}))
        except LushanError as error:
            left.append(str(error))
    return Taken(tuple(rules), tuple(left))


def _rule(place: Place, name: str, table: str, taken: set[str]) -> Rule:
    """One expectation as a rule.

    Raises:
        LushanError: no rule can say it.
    """
    terms: dict[str, Any] = place.need("kwargs").value
    if name not in EXPECTATIONS:
        raise place.fault(f"no kind of rule says {name}", mend="write a rule of your own for it")
    if terms.get("mostly", 1) != 1:
        raise place.fault(f"mostly: {terms['mostly']}: a rule allows no share of rows to break it")
    if any(terms.get(strict) for strict in ("strict_min", "strict_max")):
        raise place.fault("a rule's bounds are allowed values themselves", mend="write a row expression for it")
    kind, columns = EXPECTATIONS[name](terms)
    where = str(terms.get("row_condition") or "").replace("==", "=")
    if where:
        read_expression(where, place.fault)
    id = first = ".".join((table, *columns, name.removeprefix("expect_")))
    while id in taken:
        id = f"{first} ({len(taken)})"
    note = place.get("meta")
    notes = (note.value or {}).get("notes", "") if note else ""
    said = notes.get("content", "") if isinstance(notes, dict) else notes
    text = said if isinstance(said, str) else " ".join(map(str, said))
    return Rule(id, table, kind, columns, where=where, message=Text("", text), place=place)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _column(kind: Callable[[Mapping[str, Any]], Kind]) -> Callable[[Mapping[str, Any]], Made]:
    return lambda terms: (kind(terms), (str(terms["column"]),))


def _aggregate(function: str) -> Callable[[Mapping[str, Any]], Made]:
    """A table's aggregate between two bounds."""

    def made(terms: Mapping[str, Any]) -> Made:
        value = f"{function}({_name(terms['column'])})" if "column" in terms else "count(*)"
        low, high = terms.get("min_value", terms.get("value")), terms.get("max_value", terms.get("value"))
        bounds = [f"{value} >= {low}"] * (low is not None) + [f"{value} <= {high}"] * (high is not None)
        return Group(" AND ".join(bounds) or "true"), ()

    return made


def _matches(terms: Mapping[str, Any]) -> str:
    pattern = str(terms["regex"]).replace("'", "''")
    return f"regexp_matches({_name(terms['column'])}, '{pattern}')"


def _name(column: Any) -> str:
    return '"' + str(column).replace('"', '""') + '"'


def _pair(terms: Mapping[str, Any]) -> Made:
    sign = ">=" if terms.get("or_equal") else ">"
    first, second = terms["column_A"], terms["column_B"]
    return Row(f"{_name(first)} {sign} {_name(second)}"), (str(first), str(second))


EXPECTATIONS: Mapping[str, Callable[[Mapping[str, Any]], Made]] = {
    "expect_column_values_to_not_be_null": _column(lambda _: NotNull()),
    "expect_column_values_to_be_unique": _column(lambda _: Unique()),
    "expect_compound_columns_to_be_unique": lambda terms: (Unique(), tuple(map(str, terms["column_list"]))),
    "expect_column_values_to_be_in_set": _column(lambda terms: InList(tuple(map(str, terms["value_set"])))),
    "expect_column_values_to_be_between": _column(
        lambda terms: Within(_text(terms.get("min_value")), _text(terms.get("max_value")))
    ),
    "expect_column_value_lengths_to_be_between": _column(
        lambda terms: Length(terms.get("min_value"), terms.get("max_value"), "characters")
    ),
    "expect_column_value_lengths_to_equal": _column(lambda t: Length(t["value"], t["value"], "characters")),
    "expect_column_values_to_match_regex": _column(lambda terms: Row(_matches(terms))),
    "expect_column_values_to_not_match_regex": _column(lambda terms: Row(f"NOT {_matches(terms)}")),
    "expect_column_pair_values_a_to_be_greater_than_b": _pair,
    "expect_table_row_count_to_be_between": _aggregate("count"),
    "expect_table_row_count_to_equal": _aggregate("count"),
    "expect_column_min_to_be_between": _aggregate("min"),
    "expect_column_max_to_be_between": _aggregate("max"),
    "expect_column_mean_to_be_between": _aggregate("avg"),
    "expect_column_sum_to_be_between": _aggregate("sum"),
}
