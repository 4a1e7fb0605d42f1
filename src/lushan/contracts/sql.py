"""Names, texts and types as DuckDB's SQL writes them."""

from __future__ import annotations

TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMPTZ",
}


def name(column: str) -> str:
    """A name as SQL quotes it.

    >>> name("line")
    '"line"'
    """
    return '"' + column.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as SQL quotes it.

    >>> literal("O'Neill")
    "'O''Neill'"
    """
    return "'" + text.replace("'", "''") + "'"


def sql_type(type: str) -> str:
    """A contract's type as SQL names it.

    >>> sql_type("timestamp"), sql_type("decimal(9,2)")
    ('TIMESTAMPTZ', 'DECIMAL(9,2)')
    """
    return TYPES.get(type, type.upper())
