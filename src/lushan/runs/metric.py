"""A metric: a named figure with one definition, and the rows that make it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ibis.expr import types as ir

from lushan.runs.model import Parameter, Read, call, parameters
from lushan.runs.model import reads as as_reads
from lushan.runs.period import Period
from lushan.words import Text

#: How a value is written; see ``lushan.exhibits.format``.
Unit = Literal[
    "count",
    "ratio",
    "percent",
    "minutes",
    "hours",
    "days",
    "person_days",
    "milliseconds",
    "gigabytes",
    "time",
    "date",
    "text",
]
Direction = Literal["up", "down", "none"]


@dataclass(frozen=True)
class Metric:
    """A named figure with one definition.

    Args:
        id: domain and name, ``delivery.throughput``.
        title: what it is called.
        formula: how it is computed, for a reader who knows the business and not SQL.
        unit: how a value is written.
        decimals: how many places of the value count (a share of 0.1234 has four).
        better: which direction is good; ``none`` where neither is.
        owner: the department that answers for the definition.
        reads: the tables it is computed from.
        rows: ``(table, …, period) -> table``: the rows that make the figure, and no others.
        value: ``(rows, period?) -> scalar``: the figure of those rows.
        by: the cuts it is also computed for, each a tuple of the rows' columns.
        empty: its value where a cut has no rows: 0 for what is counted, nothing for what is not.
        whole: whether it is computed for the whole too, and not for its cuts alone.
        change: for a rate of change, the metric that changes: value ÷ value of the period before − 1.
    """

    id: str
    title: Text
    formula: Text
    unit: Unit
    decimals: int
    better: Direction
    owner: str
    reads: tuple[Read, ...]
    rows: Callable[..., ir.Table] = field(compare=False)
    value: Callable[..., ir.Scalar] = field(compare=False)
    by: tuple[tuple[str, ...], ...] = ()
    empty: int | None = None
    whole: bool = True
    change: str = ""

    @property
    def about(self) -> str:
        """The first sentence of the docstring of its value."""
        return (inspect.getdoc(self.value) or "").split("\n\n")[0].replace("\n", " ")

    @property
    def set_as(self) -> str:
        """The name under which ``lushan.toml`` sets its parameters: a rate of change has those of what changes."""
        return self.change or self.id

    @property
    def parameters(self) -> dict[str, Parameter]:
        """What a bank may set in ``lushan.toml``, with the defaults."""
        return parameters(self.rows) | parameters(self.value)

    def rows_expression(
        self, tables: tuple[ir.Table, ...], period: Period, settings: Mapping[str, Parameter] | None = None
    ) -> ir.Table:
        """The rows behind the figure of a period."""
        result: ir.Table = call(self.rows, tables, period, settings or {})
        return result

    def value_expression(
        self, rows: ir.Table, period: Period, settings: Mapping[str, Parameter] | None = None
    ) -> ir.Scalar:
        """The figure of some rows."""
        result: ir.Scalar = call(self.value, (rows,), period, settings or {})
        return result


def of_period(table: ir.Table, period: Period) -> ir.Table:
    """The rows of a table in a period: what a metric reads unless it says otherwise."""
    return table.filter(table.period == str(period))


def metric(
    id: str,
    *,
    zh: str,
    en: str,
    formula: tuple[str, str],
    unit: Unit,
    reads: str | Read | tuple[str | Read, ...],
    owner: str,
    decimals: int = 0,
    better: Direction = "none",
    rows: Callable[..., ir.Table] = of_period,
    by: tuple[str | tuple[str, ...], ...] = (),
    empty: int | None = None,
    whole: bool = True,
) -> Callable[[Callable[..., Any]], Metric]:
    """Make a metric of the function that computes its value; the arguments are those of `Metric`.

    >>> @metric("delivery.throughput", zh="吞吐率", en="Throughput", unit="ratio", decimals=3, better="up",
    ...         formula=("上线 ÷ 新增", "released ÷ received"), owner="信息科技部",
    ...         reads="delivery.order_flow", by=("line",))
    ... def throughput(rows):
    ...     \"\"\"Work orders released for each one newly received.\"\"\"
    ...     return rows.released.sum() / rows.received.sum()
    >>> throughput.by, throughput.formula.en
    ((('line',),), 'released ÷ received')
    """
    cuts = tuple((cut,) if isinstance(cut, str) else cut for cut in by)

    def decorate(value: Callable[..., Any]) -> Metric:
        return Metric(
            id=id,
            title=Text(zh, en),
            formula=Text(*formula),
            unit=unit,
            decimals=decimals,
            better=better,
            owner=owner,
            reads=as_reads(reads),
            rows=rows,
            value=value,
            by=cuts,
            empty=empty,
            whole=whole,
        )

    return decorate


def change(of: Metric, *, zh: str, en: str, decimals: int = 4, better: Direction | None = None) -> Metric:
    """The rate of change of a metric on the period before, for the same cuts."""
    return Metric(
        id=f"{of.id}_change",
        title=Text(zh, en),
        formula=Text(
            f"本期{of.title.zh} ÷ 上期{of.title.zh} − 1",
            f"{of.title.en}, this period ÷ the period before − 1",
        ),
        unit="percent",
        decimals=decimals,
        better=better or of.better,
        owner=of.owner,
        reads=of.reads,
        rows=of.rows,
        value=of.value,
        by=of.by,
        whole=of.whole,
        change=of.id,
    )
