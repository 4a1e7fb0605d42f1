"""Exhibits over tables written by hand: only the columns that matter, the rest is null."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lushan.contracts import Contract
from lushan.domains import catalogue
from lushan.exhibits.exhibit import Exhibit
from lushan.runs.compute import DuckDB
from lushan.runs.period import Period
from lushan.warehouse import Part, Snapshot

Rows = list[dict[str, Any]]


def rows_of(exhibit: Exhibit, period: str, **tables: Rows) -> Rows:
    """The rows that an exhibit gives over some tables; those that are not given were never published.

    Args:
        exhibit: the exhibit.
        period: the month.
        tables: rows by table, its domain and name joined by two underscores.
    """
    engine, contracts = DuckDB(), catalogue().contracts
    reading = [contracts[read.table] for read in exhibit.reads]
    with TemporaryDirectory() as folder:
        given = {
            contract.id: written(Path(folder) / contract.id, contract, tables.pop(name))
            for contract in reading
            if (name := contract.id.replace(".", "__")) in tables
        }
        assert not tables, f"{exhibit.id} does not read {', '.join(tables)}"
        bound = tuple(engine.table(contract, given.get(contract.id)) for contract in reading)
        return engine.fetch(exhibit.expression(bound, Period.parse(period))).to_pylist()


def written(folder: Path, contract: Contract, rows: Rows) -> Snapshot:
    """Rows as a version of a table, a file a period."""
    schema, parts = contract.arrow(), []
    for period in sorted({row.get("period") for row in rows}, key=str):
        file = folder / f"period={period}" / "part.parquet"
        file.parent.mkdir(parents=True)
        part = pa.Table.from_pylist([row for row in rows if row.get("period") == period], schema=schema)
        pq.write_table(part.drop_columns([name for name in schema.names if name == "period"]), file)
        parts.append(Part(period, "by hand", (file,), part.num_rows))
    return Snapshot(contract.id, 1, schema, tuple(parts))
