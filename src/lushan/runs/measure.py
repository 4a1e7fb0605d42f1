"""Measuring: every metric, for each of its cuts, in a period and in the one before."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import Any

import ibis
from ibis.expr import types as ir

from lushan.runs.figures import Value, told_apart
from lushan.runs.metric import Metric
from lushan.runs.model import Read
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.runs.shape import shape

#: Places that are kept; a metric says how many of them count.
KEPT = Decimal("1.0000000000")


def reach(metric: Metric) -> tuple[Read, ...]:
    """What a metric reads for a period and for the one before, which every figure is compared with."""
    return tuple(read if read.back is None else replace(read, back=read.back + 1) for read in metric.reads)


def definition(session: Session, metric: Metric, period: Period) -> ir.Table:
    """A metric's value over unbound tables: what readers are shown and fingerprints are made of."""
    settings = session.workspace.settings(metric.set_as)
    rows = metric.rows_expression(session.tables(metric.reads), period, settings)
    return aggregate(rows, (), metric.value_expression(rows, period, settings))


def definitions(session: Session, metrics: Iterable[Metric], period: Period) -> str:
    """Everything that decides what some metrics give in a period, but for the rows, as text."""
    return "\n".join(
        f"{metric.id} by {metric.by} whole {metric.whole} empty {metric.empty} change {metric.change}\n"
        f"{shape(definition(session, metric, period))}"
        for metric in metrics
    )


def aggregate(rows: ir.Table, cut: tuple[str, ...], value: ir.Scalar) -> ir.Table:
    """The values of a metric for each combination of a cut, with how many rows made them."""
    grouped = rows.group_by(*cut) if cut else rows
    return grouped.aggregate(value=value, rows=rows.count())


def measure(session: Session, metric: Metric, period: Period) -> list[Value]:
    """The figures that a metric gives an edition: of the period, and of the one before to compare with."""
    now = list(measure_once(session, metric, period))
    before = list(measure_once(session, metric, period - 1))
    if metric.change:
        return list(told_apart(_changes(metric, now, before)))
    return list(told_apart([*_filled(metric, now, before, period), *_filled(metric, before, [], period - 1)]))


def measure_once(session: Session, metric: Metric, period: Period) -> Iterator[Value]:
    """The values of one metric in one period, for the whole and for each cut; none where it has nothing to read."""
    (_, subject), *_ = session.reading(metric.reads, period)
    if not subject or not subject.parts:
        return
    settings = session.workspace.settings(metric.set_as)
    rows = metric.rows_expression(session.bound(metric.reads, period), period, settings)
    value = metric.value_expression(rows, period, settings)
    cuts = [*([()] if metric.whole else []), *metric.by]
    for row in session.compute.fetch(ibis.union(*(_marked(rows, cut, value) for cut in cuts))).to_pylist():
        cut, dims = tuple(json.loads(row["cut"])), tuple(row["dims"] or ())
        if None not in dims:
            number, text = _value(row["value"])
            yield Value(metric.id, cut, dims, period, number, text, row["rows"])


def _marked(rows: ir.Table, cut: tuple[str, ...], value: ir.Scalar) -> ir.Table:
    """The values of one cut, marked as those of it, so that all cuts are one query."""
    made = aggregate(rows, cut, value)
    dims = ibis.array([made[column].cast("string") for column in cut]) if cut else ibis.null("array<string>")
    return made.select("value", "rows", cut=ibis.literal(json.dumps(cut)), dims=dims)


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
