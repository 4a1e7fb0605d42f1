"""PySpark carrying out the same expressions, on one machine or a cluster."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ibis
import pyarrow as pa
from ibis.common.patterns import replace
from ibis.expr import operations as ops
from ibis.expr import types as ir
from ibis.expr.rewrites import p

from lushan.contracts import Contract
from lushan.errors import LushanError
from lushan.runs.compute import GIVEN, put_in, view_name
from lushan.warehouse import Snapshot

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
    "spark.ui.enabled": "false",
}

#: What definitions ask for by DuckDB's name.
FUNCTIONS = ("epoch_us(moment TIMESTAMP) RETURNS BIGINT RETURN unix_micros(moment)",)

TYPES = {
    "string": "STRING",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
}


class Spark:
    """The distributed engine; the warehouse's folder must be one that every worker sees."""

    name = "pyspark"

    def __init__(self, master: str = "local[2]") -> None:
        try:
            from pyspark.sql import SparkSession
        except ImportError:
            raise LushanError(
                "PySpark is not installed",
                where="lushan.toml, compute.engine",
                mend="pip install 'lushan[spark]'",
            ) from None
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.appName("lushan").master(master)
        for name, value in SETTINGS.items():
            builder = builder.config(name, value)
        try:
            self.session = builder.getOrCreate()
        except Exception as error:  # Java's absence comes as several kinds of error
            raise LushanError(
                f"Spark did not start: {error}",
                where=f"lushan.toml, compute.master = {master!r}",
                mend="install Java 17 (openjdk-17-jre-headless) and see that the master can be reached",
            ) from error
        self.session.sparkContext.setLogLevel("ERROR")
        for function in FUNCTIONS:
            self.session.sql(f"CREATE OR REPLACE TEMPORARY FUNCTION {function}")
        self.ibis = ibis.pyspark.connect(self.session)
        self._views: set[str] = set()

    def table(self, contract: Contract, snapshot: Snapshot | None) -> ir.Table:
        """A temporary view of a snapshot; Spark's have no database, so the name is flat."""
        name = view_name(contract, snapshot)
        if name not in self._views:
            self._frame(contract, snapshot).createOrReplaceTempView(name)
            self._views.add(name)
        table: ir.Table = ibis.table(ibis.Schema.from_pyarrow(contract.arrow()), name=name)
        return table

    def _frame(self, contract: Contract, snapshot: Snapshot | None) -> DataFrame:
        """A snapshot's rows with the contract's columns; one that its parts do not have yet is null."""
        types = {c.name: TYPES.get(c.type, c.type) for c in contract.columns}
        if snapshot and snapshot.files:
            base = os.path.commonpath([file.parent for file in snapshot.files]).split("/period=")[0]
            options = {"basePath": base, "mergeSchema": "true"}
            frame = self.session.read.options(**options).parquet(*map(str, snapshot.files))
            held = set(frame.columns)
        else:
            frame, held = self.session.range(0), set()
        columns = [
            f"CAST({quoted(column) if column in held else 'NULL'} AS {types.get(column, 'STRING')}) AS {quoted(column)}"
            for column in contract.arrow().names
        ]
        return frame.selectExpr(*columns)

    def fetch(self, expression: ir.Table, given: Mapping[str, ir.Table] = GIVEN) -> pa.Table:
        """The rows of an expression, in Arrow."""
        return self._carried_out(expression, given).toArrow().cast(expression.schema().to_pyarrow())

    def write(self, expression: ir.Table, folder: Path) -> tuple[Path, ...]:
        """Write an expression's rows to Parquet files, as many as Spark finds fit."""
        out = folder / "spark"
        self._carried_out(expression).write.mode("overwrite").parquet(str(out))
        return tuple(sorted(out.glob("*.parquet")))

    def progress(self) -> float:
        """Spark does not say how far it is."""
        return -1.0

    def _carried_out(self, expression: ir.Table, given: Mapping[str, ir.Table] = GIVEN) -> DataFrame:
        return self.session.sql(put_in(expression, given, self._written, quoted))

    def _written(self, operation: ops.Node) -> str:
        told = operation.replace(counted_as_ones | divided_by_something).to_expr()
        return str(self.ibis.compile(told))


@replace(p.CountStar)  # type: ignore[untyped-decorator]
def counted_as_ones(_: Any) -> Any:
    """Count on a condition as DuckDB does: Ibis has Spark sum it, which is null where there is nothing to sum."""
    return _ if _.where is None else ops.Count(ops.IfElse(_.where, 1, None))


@replace(p.Divide)  # type: ignore[untyped-decorator]
def divided_by_something(_: Any) -> Any:
    """Give no value where a divisor is nought, as DuckDB does: Spark would end the whole query."""
    return _.copy(right=ops.NullIf(_.right, 0))


def quoted(name: str) -> str:
    """A name as Spark's SQL quotes it.

    >>> quoted("line")
    '`line`'
    """
    return "`" + name.replace("`", "``") + "`"
