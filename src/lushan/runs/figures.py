"""Computing figures: every metric, for each of its cuts, in a period and in the one before."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from typing import Any

import ibis
import pyarrow as pa
from ibis.expr import types as ir

from lushan.contracts import Column, Contract
from lushan.runs.compute import sql
from lushan.runs.metric import Metric
from lushan.runs.model import Read
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.words import Text

#: Places that are kept; a metric says how many of them count.
KEPT = Decimal("1.0000000000")


@dataclass(frozen=True)
class Value:
    """One figure: a metric's value for one cut in one period."""

    metric: str
    cut: tuple[str, ...]
    dims: tuple[str, ...]
    period: Period
    number: Decimal | None
    text: str | None
    rows: int

    def id(self, current: Period) -> str:
        """What the figure is called in an edition of a period.

        >>> april = Period.parse("2023-04")
        >>> Value("delivery.received", ("line",), ("企金",), april - 1, Decimal(41), None, 41).id(april)
        'delivery.received[企金,2023-03]'
        """
        words = [*self.dims, *([] if self.period == current else [str(self.period)])]
        return f"{self.metric}[{','.join(words)}]" if words else self.metric

    def rounded(self, decimals: int) -> int | float | str | None:
        """The value to so many places, half up, as JSON holds it."""
        if self.number is None:
            return self.text
        value = self.number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        return float(value) if decimals > 0 else int(value)


def figure_table(domain: str) -> str:
    """The table that holds a domain's figures."""
    return f"{domain}.figure"


def figure_contract(domain: str) -> Contract:
    """What the table of a domain's figures looks like; the same for every domain."""

    def column(name: str, type: str, zh: str, en: str, key: bool = False) -> Column:
        return Column(name, type, Text(zh, en), required=key, key=key)

    return Contract(
        id=figure_table(domain),
        version="1",
        title=Text("数字", "Figures"),
        about=Text("每项指标在一期中的取值", "The values of every metric in a period"),
        owner="lushan",
        columns=(
            column("id", "string", "编号", "Figure", key=True),
            column("metric", "string", "指标", "Metric"),
            column("cut", "string", "维度", "Cut"),
            column("dims", "string", "维度取值", "Values of the cut"),
            column("of_period", "string", "所属期", "Period"),
            column("value", "decimal(38,10)", "数值", "Value"),
            column("text", "string", "文本值", "Text"),
            column("rows", "integer", "行数", "Rows"),
        ),
        period="period",
    )


def reach(metric: Metric) -> tuple[Read, ...]:
    """What a metric reads for a period and for the one before, which every figure is compared with."""
    return tuple(read if read.back is None else replace(read, back=read.back + 1) for read in metric.reads)


def aggregate(rows: ir.Table, cut: tuple[str, ...], value: ir.Scalar) -> ir.Table:
    """The values of a metric for each combination of a cut, with how many rows made them."""
    grouped = rows.group_by(*cut) if cut else rows
    return grouped.aggregate(value=value, rows=rows.count())


def definition(session: Session, metric: Metric, period: Period) -> ir.Table:
    """A metric's value over unbound tables: what readers are shown and fingerprints are made of."""
    settings = session.workspace.settings(metric.id)
    rows = metric.rows_expression(session.tables(metric.reads), period, settings)
    return aggregate(rows, (), metric.value_expression(rows, period, settings))


def definitions(session: Session, metrics: Iterable[Metric], period: Period) -> str:
    """Everything that decides what some metrics give in a period, but for the rows, as text."""
    return "\n".join(
        f"{metric.id} by {metric.by} empty {metric.empty} change {metric.change}\n"
        f"{sql(definition(session, metric, period))}"
        for metric in metrics
    )


def compute_metric(session: Session, metric: Metric, period: Period) -> Iterator[Value]:
    """The values of one metric in one period, for the whole and for each cut."""
    reading = session.reading(metric.reads, period)
    if not reading[0][1] or not reading[0][1].parts:
        return
    compute, settings = session.compute, session.workspace.settings(metric.id)
    compute.attach(reading)
    tables = tuple(compute.table(contract) for contract, _ in reading)
    rows = metric.rows_expression(tables, period, settings)
    value = metric.value_expression(rows, period, settings)
    for cut in (((),) if metric.whole else ()) + metric.by:
        for row in compute.fetch(aggregate(rows, cut, value)).to_pylist():
            dims = [row.pop(name) for name in cut]
            if None not in dims:
                number, text = _value(row["value"])
                yield Value(metric.id, cut, tuple(str(dim) for dim in dims), period, number, text, row["rows"])


def compute_figures(session: Session, metric: Metric, period: Period) -> list[Value]:
    """The figures that a metric gives an edition: of the period, and of the one before to compare with."""
    now = list(compute_metric(session, metric, period))
    before = list(compute_metric(session, metric, period - 1))
    if metric.change:
        return list(_changes(metric, now, before))
    return [*_filled(metric, now, before, period), *_filled(metric, before, [], period - 1)]


def _filled(metric: Metric, values: list[Value], others: list[Value], period: Period) -> Iterator[Value]:
    """The values, and the metric's empty value for combinations that were seen only in part."""
    yield from values
    if metric.empty is None or not values:
        return
    for cut in metric.by:
        seen = {v.dims for v in values if v.cut == cut}
        known = seen | {v.dims for v in others if v.cut == cut}
        axes = [sorted({dims[place] for dims in known}) for place in range(len(cut))]
        for dims in product(*axes):
            if dims not in seen:
                yield Value(metric.id, cut, dims, period, Decimal(metric.empty), None, 0)


def _changes(metric: Metric, now: Iterable[Value], before: Iterable[Value]) -> Iterator[Value]:
    earlier = {(value.cut, value.dims): value for value in before}
    for value in now:
        base = earlier.get((value.cut, value.dims))
        if value.number is not None and base and base.number:
            number = (value.number / base.number - 1).quantize(KEPT)
            yield replace(value, metric=metric.id, number=number, rows=value.rows + base.rows)


def _value(raw: Any) -> tuple[Decimal | None, str | None]:
    """A fetched value as a number of ten places, or as text.

    >>> _value(0.1 + 0.2), _value("06:30:00"), _value(float("nan"))
    ((Decimal('0.3000000000'), None), (None, '06:30:00'), (None, None))
    """
    if raw is None or (isinstance(raw, float) and not math.isfinite(raw)):
        return None, None
    if isinstance(raw, (int, float, Decimal)) and not isinstance(raw, bool):
        return Decimal(str(raw)).quantize(KEPT), None
    return None, str(raw)


def figure_rows(values: Sequence[Value], period: Period, contract: Contract) -> pa.Table:
    """Figures as rows of their table, in the order of their ids."""
    records: list[dict[str, Any]] = [
        {
            "id": value.id(period),
            "metric": value.metric,
            "cut": json.dumps(value.cut, ensure_ascii=False),
            "dims": json.dumps(value.dims, ensure_ascii=False),
            "of_period": str(value.period),
            "value": value.number,
            "text": value.text,
            "rows": value.rows,
        }
        for value in values
    ]
    schema = pa.schema([field for field in contract.arrow() if field.name != "period"])
    return pa.Table.from_pylist(sorted(records, key=lambda record: record["id"]), schema=schema)


def read_figures(session: Session, domain: str, period: Period) -> list[Value]:
    """The figures of a domain in a period, as they were published."""
    contract = figure_contract(domain)
    snapshot = session.snapshot(contract.id)
    if snapshot is None:
        return []
    session.compute.attach([(contract, snapshot.only({str(period)}))])
    table = session.compute.table(contract)
    return [
        Value(
            row["metric"],
            tuple(json.loads(row["cut"])),
            tuple(json.loads(row["dims"])),
            session.period(row["of_period"]),
            row["value"],
            row["text"],
            row["rows"],
        )
        for row in session.compute.fetch(table.order_by(ibis._.id)).to_pylist()
    ]
