"""The last scan of a landing: the good rows, a file for each period."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb

from lushan.contracts import Contract
from lushan.contracts.sql import literal, name, sql_type
from lushan.warehouse.commit import Draft
from lushan.warehouse.landing.broken import TOLD, Broken
from lushan.warehouse.landing.staged import FORMAT, GOOD, NUMBER, Staged

DAY = 24 * 60 * 60 * 1_000_000  # microseconds


def write_parts(
    connection: duckdb.DuckDBPyConnection,
    contract: Contract,
    staged: Staged,
    broken: Broken,
    folder: Path,
    identity: str,
) -> list[Draft]:
    """Write the good rows in their order; when they are all good and of one period, they are written already."""
    good = f"{staged.scan} WHERE {GOOD}"
    if broken.rows:
        good += f" AND {NUMBER} NOT IN (SELECT row FROM {TOLD})"
    periods = list(_periods(connection, contract, good))
    if not broken.rows and len(periods) == 1 and contract.period != "period":
        return [Draft(periods[0], identity, (staged.file,))]
    columns = ", ".join(name(column) for column in contract.names if column != "period")
    drafts = []
    for number, period in enumerate(periods):
        file = folder / f"part-{number}.parquet"
        rows = f"SELECT {columns} FROM {good} AND {_within(contract, period)}"
        connection.execute(f"COPY ({rows}) TO {literal(str(file))} {FORMAT}")
        drafts.append(Draft(period, identity, (file,)))
    return drafts


def _periods(connection: duckdb.DuckDBPyConnection, contract: Contract, good: str) -> Iterator[str | None]:
    """The periods of the rows, in order; one without a name where the contract has none."""
    if not contract.period:
        yield None
        return
    column = name(contract.period)
    months = f"SELECT DISTINCT {column} FROM {good}"
    if contract.period != "period":  # to name a month takes its time: within a day there are no more than two
        ends = (
            f"SELECT unnest([min({column}), max({column})]) AS moment FROM {good} GROUP BY epoch_us({column}) // {DAY}"
        )
        months = f"SELECT DISTINCT strftime(moment, '%Y-%m') FROM ({ends})"
    for (month,) in connection.execute(f"{months} ORDER BY 1").fetchall():
        yield month


def _within(contract: Contract, period: str | None) -> str:
    """The condition under which a row is of a period."""
    if period is None:
        return "true"
    column = name(contract.period)
    if contract.period == "period":
        return f"{column} = {literal(period)}"
    sort = sql_type(contract.column(contract.period).type)
    year, month = map(int, period.split("-"))
    following = f"{year + month // 12:04}-{month % 12 + 1:02}"
    return f"{column} >= {sort} '{period}-01' AND {column} < {sort} '{following}-01'"
