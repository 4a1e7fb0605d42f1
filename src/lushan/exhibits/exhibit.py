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

Hue = Literal["green", "blue", "ochre", "grey"]
ChartKind = Literal["column", "stack", "bar", "line", "gantt", "map"]

#: How a column is written: as a figure is, as a month such as ``2023-04``, or as an id, which is set as code.
Shape = Unit | Literal["month", "id"]


@dataclass(frozen=True)
class Field:
    """A column of an exhibit's rows as a reader sees it.

    Args:
        column: its name in the rows.
        title: what it is called; a unit that is not written with each value is added where it is shown.
        unit: how a value is written.
        decimals: how many places of the value count.
        hue: one of the edition's four, the same for the same thing throughout.
        words: how coded values are said.
        shown: drawn as the chart's kind has it, as a line over columns, or as text beside a bar.
        signed: whether what is above zero bears a plus, as changes do.
    """

    column: str
    title: Text
    unit: Shape = "count"
    decimals: int = 0
    hue: Hue = "green"
    words: tuple[tuple[str | bool, Text], ...] = ()
    shown: Literal["mark", "line", "text"] = "mark"
    signed: bool = False


@dataclass(frozen=True)
class Exhibit:
    """A chart or a table: its rows as an expression, and how they are shown.

    Args:
        id: domain and name, ``delivery.flow_by_month``.
        name: what it shows, in a few words.
        title: what it finds, with bound figures, as Markdown stories write them.
        kind: the chart's kind; ``table`` for a table.
        label: the column that names each row: the axis of a chart, the first column of a table.
        fields: the columns that are shown. A chart's fields share one unit, but for those shown as text; those
            of a ``gantt`` are four instants: planned start, deadline, start and end. Those of a ``map`` are the step
            that follows the one named by the label, how often it did and, where wanted, what is written on the path
            instead; a row without a label is where cases begin, one that nothing follows where they end.
        reads: the tables its rows come from.
        rows: ``(table, …, period) -> table``, in the order in which it is read.
        axis: what the fields of a chart measure together; a single field says it itself.
        attention: the boolean column of rows that need someone's attention: vermilion and a mark.
        remark: the coded column of what is worth saying of a row, such as its being the most.
        shade: the boolean column of rows that stand on a shaded ground, such as days without work.
        note: a line under it, beside the source.
    """

    id: str
    name: Text
    title: Text
    kind: ChartKind | Literal["table"]
    label: Field
    fields: tuple[Field, ...]
    reads: tuple[Read, ...]
    rows: Callable[..., ir.Table] = field(compare=False)
    axis: Text = Text("", "")
    attention: str = ""
    remark: Field | None = None
    shade: str = ""
    note: Text = Text("", "")

    @property
    def about(self) -> str:
        """The first sentence of the docstring of its rows."""
        return (inspect.getdoc(self.rows) or "").split("\n\n")[0].replace("\n", " ")

    @property
    def drawn(self) -> tuple[Field, ...]:
        """The fields that a chart measures."""
        return tuple(field for field in self.fields if field.shown != "text")

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
    name: tuple[str, str],
    zh: str,
    en: str,
    label: Field,
    fields: tuple[Field, ...],
    reads: str | Read | tuple[str | Read, ...],
    axis: tuple[str, str] = ("", ""),
    attention: str = "",
    remark: Field | None = None,
    shade: str = "",
    note: tuple[str, str] = ("", ""),
) -> Callable[[Callable[..., ir.Table]], Exhibit]:
    """Make an exhibit of the function that gives its rows.

    The arguments are those of `Exhibit`; ``zh`` and ``en`` are its title.

    >>> @exhibit("delivery.open_by_line", kind="bar", name=("各条线存量", "Backlog by line"),
    ...          zh="存量共 {{ delivery.backlog }} 个", en="{{ delivery.backlog }} are open",
    ...          label=Field("line", Text("业务条线", "Line"), "text"), reads="delivery.ticket_life",
    ...          fields=(Field("open", Text("存量（个）", "Open work orders")),))
    ... def open_by_line(life, period):
    ...     \"\"\"The work orders that each line has open at the end of the period.\"\"\"
    ...     return life.filter(life.closed_on > period.last).group_by("line").aggregate(open=life.count())
    >>> open_by_line.about
    'The work orders that each line has open at the end of the period.'
    """

    def decorate(rows: Callable[..., ir.Table]) -> Exhibit:
        return Exhibit(
            id=id,
            name=Text(*name),
            title=Text(zh, en),
            kind=kind,
            label=label,
            fields=fields,
            reads=as_reads(reads),
            rows=rows,
            axis=Text(*axis),
            attention=attention,
            remark=remark,
            shade=shade,
            note=Text(*note),
        )

    return decorate
