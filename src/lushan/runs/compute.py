"""Carrying out expressions: what an engine must do, and DuckDB doing it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import duckdb
import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr import types as ir

from lushan.contracts import Contract
from lushan.contracts.sql import literal, sql_type
from lushan.contracts.sql import name as quoted
from lushan.warehouse import Snapshot


class Compute(Protocol):
    """An engine that models run on; every engine gives the same values."""

    name: str

    def table(self, contract: Contract) -> ir.Table:
        """The table of a contract, as this engine's expressions name it."""
        ...

    def attach(self, tables: Iterable[tuple[Contract, Snapshot | None]]) -> None:
        """Make snapshots readable under their contracts' names; no snapshot is an empty table."""
        ...

    def fetch(self, expression: ir.Table) -> pa.Table:
        """The rows of an expression over attached tables."""
        ...

    def write(self, expression: ir.Table, folder: Path) -> tuple[Path, ...]:
        """Write an expression's rows to new Parquet files in a folder."""
        ...


def unbound(contract: Contract) -> ir.Table:
    """The table of a contract, bound to no engine: what definitions are built over.

    >>> from lushan.contracts import Column
    >>> from lushan.words import Text
    >>> title = Text("任务单", "Work order")
    >>> column = Column("ticket_id", "string", title)
    >>> order = Contract("delivery.ticket", "1", title, title, "IT", (column,))
    >>> print(sql(unbound(order)))
    SELECT
      *
    FROM "delivery"."ticket"
    """
    domain, name = contract.id.split(".")
    table: ir.Table = ibis.table(ibis.Schema.from_pyarrow(contract.arrow()), name=name, database=domain)
    return table


def sql(expression: ir.Expr) -> str:
    """An expression as the SQL that DuckDB is given and that readers are shown."""
    return str(ibis.to_sql(expression, dialect="duckdb", pretty=True))


def view_sql(contract: Contract, snapshot: Snapshot | None) -> str:
    """The query that reads a snapshot as its contract describes it.

    A column that its parts do not have yet is null; a version that is not there has no rows.
    """
    shapes = {frozenset(pq.read_schema(part.files[0]).names) for part in snapshot.parts} if snapshot else set()
    held = frozenset(["period"] if snapshot and snapshot.partitioned else []).union(*shapes)
    types = {column.name: sql_type(column.type) for column in contract.columns}
    columns = ", ".join(
        quoted(name) if name in held else f"CAST(NULL AS {types.get(name, 'VARCHAR')}) AS {quoted(name)}"
        for name in contract.arrow().names
    )
    if not snapshot or not snapshot.files:
        return f"SELECT {columns} WHERE false"
    files = ", ".join(literal(str(file)) for file in snapshot.files)
    hive = "true, hive_types = {'period': VARCHAR}" if snapshot.partitioned else "false"
    by_name = ", union_by_name = true" if len(shapes) > 1 else ""
    return f"SELECT {columns} FROM read_parquet([{files}], hive_partitioning = {hive}{by_name})"


class DuckDB:
    """The embedded engine."""

    name = "duckdb"

    def __init__(self, memory: str = "2GB", spill: Path | None = None) -> None:
        self.connection = duckdb.connect(config={"memory_limit": memory})
        self.connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")
        if spill:
            self.connection.execute(f"SET temp_directory = {literal(str(spill))}")

    def table(self, contract: Contract) -> ir.Table:
        """The table of a contract, as DuckDB's SQL names it."""
        return unbound(contract)

    def attach(self, tables: Iterable[tuple[Contract, Snapshot | None]]) -> None:
        """Make a view of each snapshot; DuckDB reads the files itself."""
        for contract, snapshot in tables:
            domain, name = contract.id.split(".")
            self.connection.execute(f"CREATE SCHEMA IF NOT EXISTS {quoted(domain)}")
            self.connection.execute(
                f"CREATE OR REPLACE VIEW {quoted(domain)}.{quoted(name)} AS {view_sql(contract, snapshot)}"
            )

    def fetch(self, expression: ir.Table) -> pa.Table:
        """The rows of an expression, in Arrow."""
        return self.connection.execute(sql(expression)).to_arrow_table().cast(expression.schema().to_pyarrow())

    def write(self, expression: ir.Table, folder: Path) -> tuple[Path, ...]:
        """Write an expression's rows to one Parquet file, in their order."""
        file = folder / "part.parquet"
        self.connection.execute(f"COPY ({sql(expression)}) TO {literal(str(file))} (FORMAT parquet, COMPRESSION zstd)")
        return (file,)

    def progress(self) -> float:
        """How much of the query under way is done, in percent; negative when it cannot be told."""
        return float(self.connection.query_progress())
