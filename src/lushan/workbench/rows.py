"""Rows as pages show them: one page of them, masked, under the titles of their columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pyarrow as pa
from ibis.expr import types as ir

from lushan.access.mask import masked
from lushan.contracts import Contract
from lushan.exhibits.sheet import SIZE, Head, heads
from lushan.runs.session import Session
from lushan.words import Language
from lushan.workbench.render import cell


@dataclass(frozen=True)
class Sheet:
    """One page of rows: ``first`` is the number of its first row, counted from one."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    number: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // SIZE))

    @property
    def first(self) -> int:
        """The number of its first row."""
        return (self.number - 1) * SIZE + 1 if self.rows else 0

    @property
    def last(self) -> int:
        """The number of its last row."""
        return self.first + len(self.rows) - 1 if self.rows else 0


def sheet(
    session: Session,
    rows: ir.Table,
    contracts: Sequence[Contract],
    number: int,
    language: Language,
    cover: Callable[[pa.Table, Sequence[Contract]], pa.Table] = masked,
) -> Sheet:
    """One page of the rows of an expression, in a fixed order.

    Args:
        rows: an expression over tables of the session's engine.
        contracts: those of every table that the rows come from, which say what is masked and how columns are called.
        number: of the page, from one; a page beyond the last is the last.
        cover: what hides the values that may not be seen.
    """
    total = int(session.compute.fetch(rows.aggregate(n=rows.count()))["n"][0].as_py())
    number = min(max(number, 1), max(1, -(-total // SIZE)))
    fetched = session.compute.fetch(rows.order_by(list(rows.columns)).limit(SIZE, offset=(number - 1) * SIZE))
    shown, zone = cover(fetched, contracts), session.workspace.zone
    return Sheet(
        heads=tuple(heads(fetched.schema, contracts)),
        rows=tuple(tuple(cell(value, zone, language) for value in row.values()) for row in shown.to_pylist()),
        number=number,
        total=total,
    )
