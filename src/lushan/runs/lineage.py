"""Lineage: which columns a model's columns are made of, as far as its expression tells."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.lineage import Node
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

    A column that counts rows is made of none. There are no columns of a computed model, nor of an expression that
    sqlglot cannot follow.
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
    try:
        nodes = sqlglot_lineage(None, text, schema=schema, dialect="duckdb", trim_selects=False)
    except SqlglotError:
        return {}
    return {
        column: tuple(sorted(_leaves(nodes[column]))) for column in session.contract(model.id).names if column in nodes
    }


def _leaves(node: Node) -> set[ColumnRef]:
    """The tables' columns that a node comes down to; nodes that several lead to are seen once."""
    found: set[ColumnRef] = set()
    seen: set[int] = set()
    waiting = [node]
    while waiting:
        at = waiting.pop()
        if id(at) not in seen:
            seen.add(id(at))
            waiting += at.downstream
            if isinstance(at.expression, exp.Table):
                name = at.name.rsplit(".", 1)[-1].strip('"')
                found.add(ColumnRef(f"{at.expression.db}.{at.expression.name}", name))
    return found
