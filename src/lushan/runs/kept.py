"""Whether a model's rows keep their contract: one row for each key, and nothing empty that must be there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import duckdb

from lushan.contracts import Contract
from lushan.contracts.sql import literal
from lushan.contracts.sql import name as quoted
from lushan.errors import LushanError


def see_kept(contract: Contract, files: Sequence[Path]) -> None:
    """See that the rows of some files keep the key and the required columns of a contract.

    Raises:
        LushanError: a key comes twice, or a column that must be there is empty.
    """
    rows = f"read_parquet([{', '.join(literal(str(file)) for file in files)}], hive_partitioning = false)"
    needed = [c.name for c in contract.columns if (c.required or c.key) and c.name != "period"]
    if needed:
        empty = ", ".join(f"count(*) - count({quoted(name)})" for name in needed)
        counts = _connection().cursor().execute(f"SELECT {empty} FROM {rows}").fetchone() or ()
        if lacking := [f"{name} in {count}" for name, count in zip(needed, counts, strict=True) if count]:
            raise LushanError(
                f"rows lack what they must have: {', '.join(lacking)}",
                where=contract.id,
                mend="correct the model, or let its contract say that the column may be empty",
            )
    key = [name for name in contract.key if name != "period"]
    if key:
        columns = ", ".join(quoted(name) for name in key)
        twice = f"SELECT {columns}, count(*) FROM {rows} GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL LIMIT 1"
        if (found := _connection().cursor().execute(twice).fetchone()) is not None:
            *values, count = found
            named = ", ".join(f"{name} {value}" for name, value in zip(key, values, strict=True))
            raise LushanError(
                f"{count} rows have the key {named}",
                where=contract.id,
                expected=f"one row for each {', '.join(key)}",
                mend="correct the model, or the key in its contract",
            )


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    """A connection for looking at files, whatever engine wrote them."""
    return duckdb.connect(config={"memory_limit": "1GB"})
