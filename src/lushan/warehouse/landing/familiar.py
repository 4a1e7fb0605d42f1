"""Texts that come again and again in a source: they are judged once, and known again wherever they stand."""

from __future__ import annotations

import duckdb

from lushan.contracts import Contract
from lushan.contracts.sql import name
from lushan.warehouse.landing.compile import Query

#: How many of a source's first rows are looked at, and how many texts of a column may be familiar.
SAMPLE, MOST = 1 << 15, 1024

#: How often each of them comes, at least, on the average.
OFTEN = 8


def find_familiar(connection: duckdb.DuckDBPyConnection, contract: Contract, query: Query) -> dict[str, list[str]]:
    """The texts of each column of which few come often: those among a source's first rows that keep the contract.

    A text that keeps it is trimmed already, so that it is known by the source's own value.
    """
    columns = [c.name for c in contract.columns if c.type == "string" and c.name != contract.period]
    if not columns:
        return {}
    lists = []
    for column in columns:
        broken = [f"coalesce({check.condition}, false)" for check in query.checks if check.column == column]
        writable = f"NOT contains({name(column)}, chr(0))"  # in SQL; nothing is familiar that is null
        kept = " AND ".join([writable, *(f"NOT {condition}" for condition in broken)])
        lists += [f"list(DISTINCT {name(column)}) FILTER (WHERE {kept})", f"count({name(column)})"]
    sample = f"SELECT * FROM ({query.typed}) LIMIT {SAMPLE}"
    found = connection.execute(f"SELECT {', '.join(lists)} FROM ({sample})").fetchone() or ()
    return {
        column: sorted(texts)
        for column, texts, rows in zip(columns, found[::2], found[1::2], strict=True)
        if texts and len(texts) <= MOST and len(texts) * OFTEN <= rows
    }
