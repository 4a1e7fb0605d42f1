"""Lineage: which columns a model's columns are made of, as far as its expression tells."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.lineage import lineage as sqlglot_lineage

from lushan.contracts.sql import sql_type
from lushan.runs.compute import sql
from lushan.runs.model import Model
from lushan.runs.period import Period
from lushan.runs.session import Session


@dataclass(frozen=True, order=True)
class ColumnRef:
    """A column of a table."""

    table: str
    column: str


def column_lineage(session: Session, model: Model, period: Period) -> dict[str, tuple[ColumnRef, ...]]:
    """For each column that a model makes, the columns of the tables it reads that it is made of.

    A column that counts rows is made of none; one that sqlglot cannot follow is left out, as are those of a
    computed model.
    """
    if model.code:
        return {}
    text = sql(session.finished(model, session.tables(model.reads), period))
    schema: dict[str, dict[str, dict[str, str]]] = {}
    for read in model.reads:
        domain, name = read.table.split(".")
        contract = session.contract(read.table)
        columns = {column.name: sql_type(column.type) for column in contract.columns}
        schema.setdefault(domain, {})[name] = columns | ({"period": "VARCHAR"} if contract.period else {})
    found: dict[str, tuple[ColumnRef, ...]] = {}
    for column in session.contract(model.id).names:
        try:
            node = sqlglot_lineage(column, text, schema=schema, dialect="duckdb")
        except SqlglotError:
            continue
        leaves = {
            ColumnRef(f"{leaf.expression.db}.{leaf.expression.name}", leaf.name.rsplit(".", 1)[-1].strip('"'))
            for leaf in node.walk()
            if isinstance(leaf.expression, exp.Table)
        }
        found[column] = tuple(sorted(leaves))
    return found
