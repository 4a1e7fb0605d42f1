"""Having an engine carry an expression out, in which names may stand for its tables."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

import ibis
import pyarrow as pa
from ibis.expr import operations as ops
from ibis.expr import types as ir

NOTHING: Mapping[str, ir.Table] = MappingProxyType({})


class Fetch(Protocol):
    """How an expression is carried out."""

    def __call__(self, expression: ir.Table, given: Mapping[str, ir.Table] = NOTHING) -> pa.Table:
        """The rows of an expression.

        Args:
            given: what the names of unbound tables in it stand for; one may be made of those after it.
        """
        ...


def fetch_here(expression: ir.Table, given: Mapping[str, ir.Table] = NOTHING) -> pa.Table:
    """The rows of an expression, by the engine that its tables are of."""
    return bound(expression, given).to_pyarrow()


def bound(expression: ir.Table, given: Mapping[str, ir.Table]) -> ir.Table:
    """An expression with tables in the places of the names that stand for them."""
    for name, table in given.items():
        stands = ibis.table(table.schema(), name=name).op()
        if stands in expression.op().find(ops.UnboundTable):
            expression = expression.op().replace({stands: table.op()}).to_expr()
    return expression
