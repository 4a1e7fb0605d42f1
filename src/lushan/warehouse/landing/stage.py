"""The scans of a landing: type every row once, and write the good ones by period."""

from __future__ import annotations

from pathlib import Path

import duckdb

from lushan.contracts import Contract
from lushan.contracts.sql import literal, name
from lushan.warehouse.commit import Draft
from lushan.warehouse.landing.broken import BROKEN, DETAIL, NUMBER, TOLD, Broken, scan
from lushan.warehouse.landing.compile import SOURCE, Query, raw

#: Some expressions make DuckDB forget the order of rows, by which they are numbered; it is told to keep it.
FORMAT = "(FORMAT parquet, COMPRESSION snappy, PRESERVE_ORDER true)"


def typed(connection: duckdb.DuckDBPyConnection, contract: Contract, query: Query, folder: Path) -> Path:
    """Type the source in one scan; returns a file with its rows in order, the broken ones marked and kept whole."""
    file = folder / "staged.parquet"
    columns = ", ".join(name(column) for column in contract.names)
    texts = ", ".join(f"{literal(column.name)}: CAST({raw(column)} AS VARCHAR)" for column in contract.columns)
    dated = contract.period not in ("", "period")
    period = f", strftime({name(contract.period)}, '%Y-%m') AS period" if dated else ""
    connection.execute(
        f"COPY (SELECT {columns}{period}, {BROKEN}, "
        f"CASE WHEN {BROKEN} THEN to_json({{'source': {SOURCE}, 'raw': {{{texts}}}}}) END AS {DETAIL} "
        f"FROM (SELECT *, {query.any_broken()} AS {BROKEN} FROM ({query.typed}))) TO {literal(str(file))} {FORMAT}"
    )
    return file


def count(connection: duckdb.DuckDBPyConnection, staged: Path) -> int:
    """How many rows were staged."""
    found = connection.execute(f"SELECT count(*) FROM {scan(staged)}").fetchone()
    return int(found[0]) if found else 0


def parts(
    connection: duckdb.DuckDBPyConnection, contract: Contract, staged: Path, broken: Broken, folder: Path, identity: str
) -> list[Draft]:
    """Write the good rows in their order, a file for each period."""
    good = f"NOT {BROKEN}" + (f" AND {NUMBER} NOT IN (SELECT row FROM {TOLD})" if broken.rows else "")
    columns = ", ".join(name(column) for column in contract.names if column != "period")
    periods: list[str | None] = [None]
    if contract.period:
        rows = connection.execute(f"SELECT DISTINCT period FROM {scan(staged)} WHERE {good} ORDER BY period")
        periods = [row[0] for row in rows.fetchall()]
    drafts = []
    for number, period in enumerate(periods):
        file = folder / f"part-{number}.parquet"
        of = f" AND period = {literal(period)}" if period else ""
        connection.execute(
            f"COPY (SELECT {columns} FROM {scan(staged)} WHERE {good}{of}) TO {literal(str(file))} {FORMAT}"
        )
        drafts.append(Draft(period, identity, (file,)))
    return drafts
