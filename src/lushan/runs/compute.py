"""Carrying out expressions: what an engine must do, and DuckDB doing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

import duckdb
import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr import operations as ops
from ibis.expr import types as ir

from lushan.contracts import Contract
from lushan.contracts.sql import literal, sql_type
from lushan.contracts.sql import name as quoted
from lushan.errors import LushanError
from lushan.warehouse import Snapshot

#: No names that stand for tables.
GIVEN: Mapping[str, ir.Table] = MappingProxyType({})


class Compute(Protocol):
    """An engine that models run on; every engine gives the same values."""

    name: str

    def table(self, contract: Contract, snapshot: Snapshot | None) -> ir.Table:
        """A snapshot as its contract describes it, to build expressions over; no snapshot is an empty table."""
        ...

    def fetch(self, expression: ir.Table, given: Mapping[str, ir.Table] = GIVEN) -> pa.Table:
        """The rows of an expression.

        Args:
            given: what the names of unbound tables in it stand for; one may be made of those after it. What is asked
                of one period after another over such names is written as a query once.
        """
        ...

    def write(self, expression: ir.Table, folder: Path) -> tuple[Path, ...]:
        """Write an expression's rows to new Parquet files in a folder."""
        ...

    def progress(self) -> float:
        """How much of the writing under way is done, in percent; negative when it cannot be told."""
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


def sql(expression: ir.Expr, pretty: bool = True) -> str:
    """An expression as the SQL that DuckDB is given and that readers are shown; only readers need it set out."""
    return str(ibis.to_sql(expression, dialect="duckdb", pretty=pretty))


def put_in(
    expression: ir.Table,
    given: Mapping[str, ir.Table],
    written: Callable[[ops.Node], str],
    quoted: Callable[[str], str],
) -> str:
    """The query of an expression in which names stand for tables, the queries of these put in their places.

    >>> orders = ibis.table({"id": "int64"}, name="given:order")
    >>> late = ibis.table({"id": "int64"}, name="late")
    >>> put_in(orders, {"given:order": late}, _written, quoted)
    'SELECT * FROM (SELECT * FROM "late")'
    """
    query = written(expression.op())
    for name, table in given.items():
        if quoted(name) in query:
            query = query.replace(quoted(name), f"({written(table.op())})")
    return query


@lru_cache(maxsize=512)
def _written(operation: ops.Node) -> str:
    """What DuckDB is given; the same is asked of one period after another."""
    return sql(operation.to_expr(), pretty=False)


def view_name(contract: Contract, snapshot: Snapshot | None) -> str:
    """The name of a snapshot's view: never that of another's, so that a view once made is never changed."""
    made_of = f"{contract.digest}_{snapshot.identity}" if snapshot else f"{contract.digest}_empty"
    return f"{contract.id.replace('.', '__')}__{made_of}"


def view_sql(contract: Contract, snapshot: Snapshot | None) -> str:
    """The query that reads a snapshot as its contract describes it.

    A column that its parts do not have yet is null; a version that is not there has no rows.
    """
    shapes = {frozenset(pq.read_schema(part.files[0]).names) for part in snapshot.parts} if snapshot else set()
    held = frozenset(["period"] if shapes and snapshot and snapshot.partitioned else []).union(*shapes)
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
        self._connection = duckdb.connect(config={"memory_limit": memory})
        self._views: set[str] = set()
        self._say("SET GLOBAL TimeZone = 'UTC'; SET GLOBAL ieee_floating_point_ops = false")  # x ÷ 0 is null
        self._say("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
        if spill:
            self._say(f"SET temp_directory = {literal(str(spill))}")

    def table(self, contract: Contract, snapshot: Snapshot | None) -> ir.Table:
        """A view of a snapshot; DuckDB reads the files itself."""
        name = view_name(contract, snapshot)
        if name not in self._views:
            view = view_sql(contract, snapshot)
            self._connection.cursor().execute(f"CREATE OR REPLACE VIEW {quoted(name)} AS {view}").fetchall()
            self._views.add(name)
        table: ir.Table = ibis.table(ibis.Schema.from_pyarrow(contract.arrow()), name=name)
        return table

    def fetch(self, expression: ir.Table, given: Mapping[str, ir.Table] = GIVEN) -> pa.Table:
        """The rows of an expression, in Arrow."""
        query = put_in(expression, given, _written, quoted)
        rows = self._connection.cursor().execute(query).to_arrow_table()
        return rows.cast(expression.schema().to_pyarrow())

    def write(self, expression: ir.Table, folder: Path) -> tuple[Path, ...]:
        """Write an expression's rows to one Parquet file, in their order.

        Raises:
            LushanError: the disk refused.
        """
        file = folder / "part.parquet"
        try:
            self._say(f"COPY ({sql(expression)}) TO {literal(str(file))} (FORMAT parquet, COMPRESSION zstd)")
        except duckdb.IOException as error:
            raise LushanError(
                f"the disk refused: {error}",
                where=str(folder),
                mend="make room and run it again; nothing that was published has changed",
            ) from error
        return (file,)

    def progress(self) -> float:
        """How much of the writing under way is done, in percent; negative when it cannot be told."""
        return float(self._connection.query_progress())

    def _say(self, statement: str) -> None:
        """Carry out a statement to its end: one that is not fetched would keep its transaction, and see no new view."""
        self._connection.execute(statement).fetchall()
