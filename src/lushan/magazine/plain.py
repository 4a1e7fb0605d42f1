"""Rows as plain data that JSON holds, and back, value by value and type by type."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import ibis
import pyarrow as pa

#: Significant digits that are kept of a binary fraction, whose last ones depend on the order of a sum.
DIGITS = 12


def to_plain(rows: pa.Table) -> dict[str, Any]:
    """Rows as lists, with the name and type of each column.

    >>> to_plain(pa.table({"line": ["零售"], "share": [0.1 + 0.2], "day": [date(2023, 4, 7)]}))
    {'columns': [['line', 'string'], ['share', 'float64'], ['day', 'date']], 'rows': [['零售', 0.3, '2023-04-07']]}
    """
    types = ibis.Schema.from_pyarrow(rows.schema)
    return {
        "columns": [[name, str(kind).lstrip("!")] for name, kind in types.items()],
        "rows": [[_plain(value) for value in row.values()] for row in rows.to_pylist()],
    }


def from_plain(plain: dict[str, Any]) -> pa.Table:
    """The rows that plain data holds.

    >>> rows = pa.table({"at": [datetime(2023, 4, 7, 8)], "days": [Decimal("1.50")], "late": [None]})
    >>> from_plain(to_plain(rows)) == rows
    True
    """
    names = [name for name, _ in plain["columns"]]
    kinds = [ibis.dtype(kind).to_pyarrow() for _, kind in plain["columns"]]
    columns = [pa.array([_typed(row[place], kind) for row in plain["rows"]], kind) for place, kind in enumerate(kinds)]
    return pa.Table.from_arrays(columns, names)


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _typed(value: Any, kind: pa.DataType) -> Any:
    if not isinstance(value, str):
        return value
    if pa.types.is_timestamp(kind):
        return datetime.fromisoformat(value)
    if pa.types.is_date(kind):
        return date.fromisoformat(value)
    return Decimal(value) if pa.types.is_decimal(kind) else value
