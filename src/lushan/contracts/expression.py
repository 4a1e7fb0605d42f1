"""Expressions over one row: read by the parser that will run them, and kept from reaching past that row."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

import duckdb

from lushan.contracts.sql import literal, name
from lushan.place import Place, vocabulary

#: What an expression may be made of; a subquery, a window, a star or a parameter is none of these.
PARTS = vocabulary("BETWEEN CASE CAST COLLATE COLUMN_REF COMPARISON CONJUNCTION CONSTANT FUNCTION OPERATOR")

#: Macros of DuckDB's that stand for plain expressions.
MACROS = vocabulary("date_add days_in_month fdiv fmod nullif round_even roundbankers split_part")

#: Scalar functions that DuckDB calls consistent and that still tell of the clock, the settings or the engine.
OUTSIDE = vocabulary("age current_localtime current_localtimestamp current_setting getvariable version")

BEFORE = "SELECT "


def read_expression(place: Place, known: Collection[str] | None = None) -> tuple[str, ...]:
    """The columns that an expression names, once it is sure that it computes with the row's own values.

    Args:
        known: the columns that there are, where that is known already.

    Raises:
        LushanError: it cannot be read, names no column, or reaches for a table, a file, the clock, chance or
            another row.
    """
    read = json.loads(_serialized(place.written))
    if read["error"]:
        said = read["error_message"].splitlines()[0]
        raise _word(place, int(read.get("position", 0))).fault(f"this cannot be read: {said}")
    statement = read["statements"][0]["node"]
    parts = statement.pop("select_list")
    alone = len(read["statements"]) == len(parts) == 1
    if not alone or parts[0]["alias"] or statement != _plain_statement():
        raise place.fault("this is more than an expression", expected="one value, computed from the row's own columns")
    columns: list[str] = []
    for node in _nodes(parts[0]):
        if node["class"] == "COLUMN_REF":
            columns.append(node["column_names"][0])
            if known is not None and columns[-1] not in known:
                raise _word(place, node["query_location"]).unknown("column", list(known), columns[-1])
        elif node["class"] not in PARTS or (node["class"] == "FUNCTION" and node["function_name"] not in _functions()):
            what = node.get("function_name", node["class"].lower()).removesuffix("__postfix")
            raise _word(place, node["query_location"]).fault(
                f"{what} may not stand in an expression",
                expected="the row's own columns, operators, and functions that always say the same of them",
                mend="compute it beforehand, in the source or in a query of it",
            )
    return tuple(dict.fromkeys(columns))


def _word(place: Place, position: int) -> Place:
    """The word of an expression at DuckDB's position, which counts bytes from the statement's beginning."""
    before = place.written.encode()[: max(position - len(BEFORE), 0)]
    return place.word_at(len(before.decode(errors="ignore")))


def type_of(expression: str, types: Mapping[str, str]) -> str:
    """The SQL type that an expression has over columns of these SQL types.

    Raises:
        duckdb.Error: the types do not go together, or a function or a column is not known.

    >>> type_of("days > 0", {"days": "BIGINT"})
    'BOOLEAN'
    """
    row = ", ".join(f"CAST(NULL AS {sort}) AS {name(column)}" for column, sort in types.items())
    return str(_one(f"SELECT typeof(({expression}\n)) FROM (SELECT {row or '0'})"))


def fault_of_pattern(pattern: str) -> str:
    """What keeps a text from being a regular expression; nothing, when it is one.

    >>> fault_of_pattern("[A-Z]{2}"), fault_of_pattern("(?<=a)b")
    ('', 'invalid perl operator: (?<')
    """
    return _fault(f"SELECT regexp_full_match('', {literal(pattern)})")


def fault_of_format(format: str) -> str:
    """What keeps a text from being a format of dates; nothing, when it is one.

    >>> fault_of_format("%Y%m%d")
    ''
    """
    return _fault(f"SELECT try_strptime('', {literal(format)})")


def fault_of_value(text: str, sort: str) -> str:
    """What keeps a text from being a value of an SQL type; nothing, when it is one.

    >>> fault_of_value("20230231", "DATE") != "", fault_of_value("2023-02-28", "DATE")
    (True, '')
    """
    return _fault(f"SELECT CAST({literal(text)} AS {sort})")


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    """All nodes of a parsed expression, the outer before the inner."""
    if isinstance(node, list):
        for member in node:
            yield from _nodes(member)
    elif isinstance(node, dict):
        if "class" in node:
            yield node
        for member in node.values():
            yield from _nodes(member)


@cache
def _plain_statement() -> dict[str, Any]:
    """The statement around an expression that is nothing but that."""
    read = json.loads(_serialized("1"))
    statement: dict[str, Any] = read["statements"][0]["node"]
    del statement["select_list"]
    return statement


@cache
def _functions() -> frozenset[str]:
    """The functions that an expression may call: of their arguments alone, always with the same result."""
    rows = (
        _connection()
        .cursor()
        .execute(
            "SELECT function_name FROM duckdb_functions() WHERE function_type = 'scalar' "
            "GROUP BY ALL HAVING bool_and(stability = 'CONSISTENT' AND NOT has_side_effects)"
        )
    )
    return frozenset(row[0] for row in rows.fetchall()) - OUTSIDE | MACROS


def _serialized(expression: str) -> str:
    """What DuckDB's parser makes of an expression; it is written into the query, because a bound value loads pandas."""
    return str(_one(f"SELECT json_serialize_sql({literal(f'{BEFORE}{expression}{chr(10)}')})"))


def _one(sql: str) -> Any:
    row = _connection().cursor().execute(sql).fetchone()
    return row[0] if row else None


def _fault(sql: str) -> str:
    try:
        _one(sql)
    except duckdb.Error as error:
        return re.sub(r"^.*?Error: ", "", str(error).splitlines()[0])
    return ""


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    """A connection that reads expressions and touches nothing."""
    return duckdb.connect(config={"enable_external_access": "false", "lock_configuration": "true"})
