"""Charts and tables as definitions: which rows, which columns, which words."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from ibis.expr import types as ir

from lushan.runs.metric import Unit
from lushan.runs.model import Parameter, Read, call
from lushan.runs.model import reads as as_reads
from lushan.runs.period import Period
from lushan.words import Text

ChartKind = Literal["column", "stack", "bar", "line", "ridge", "gantt", "tree"]


@dataclass(frozen=True)
class Field:
    """A column of an exhibit's rows as a reader sees it.

    ``hue`` is one of the edition's four, the same for the same thing throughout.
    """

    column: str
    title: Text
    unit: Unit = "count"
    decimals: int = 0
    hue: Literal["green", "blue", "ochre", "grey"] = "green"
    words: tuple[tuple[str, Text], ...] = ()  # how coded values are said


@dataclass(frozen=True)
class Exhibit:
    """A chart or a table: its rows as an expression, and how they are shown.

    Args:
        id: domain and name, ``delivery.flow_by_month``.
        title: the finding, with bound figures, as Markdown stories write them.
        label: the column that names each row (the axis of a chart).
        fields: the columns that are shown.
        kind: the chart's kind; ``table`` for a table.
        reads: the tables its rows come from.
        rows: ``(table, …, period) -> table``, in the order in which it is read.
        series: the column that splits a single field into several lines or stacks.
        attention: the boolean column that marks a row in vermilion.
        note: a line under it, beside the source.
    """

    id: str
    title: Text
    label: Field
    fields: tuple[Field, ...]
    kind: ChartKind | Literal["table"]
    reads: tuple[Read, ...]
    rows: Callable[..., ir.Table] = field(compare=False)
    series: str = ""
    attention: str = ""
    note: Text = Text("", "")

    @property
    def about(self) -> str:
        """The first sentence of the docstring of its rows."""
        return (inspect.getdoc(self.rows) or "").split("\n\n")[0].replace("\n", " ")

    def expression(
        self, tables: tuple[ir.Table, ...], period: Period, settings: Mapping[str, Parameter] | None = None
    ) -> ir.Table:
        """Its rows, as an expression over the tables that it reads."""
        result: ir.Table = call(self.rows, tables, period, settings or {})
        return result


def exhibit(
    id: str,
    *,
    kind: ChartKind | Literal["table"],
    zh: str,
    en: str,
    label: Field,
    fields: tuple[Field, ...],
    reads: str | Read | tuple[str | Read, ...],
    series: str = "",
    attention: str = "",
    note: Text = Text("", ""),
) -> Callable[[Callable[..., ir.Table]], Exhibit]:
    """Make an exhibit of the function that gives its rows; the arguments are those of `Exhibit`."""

    def decorate(rows: Callable[..., ir.Table]) -> Exhibit:
        return Exhibit(id, Text(zh, en), label, fields, kind, as_reads(reads), rows, series, attention, note)

    return decorate
