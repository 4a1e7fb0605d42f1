"""Hold the sides of indicators against each other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

import pyarrow as pa
from ibis.expr import types as ir

from lushan.engines.reconcile.indicator import Indicator, Side
from lushan.engines.reconcile.status import Status
from lushan.words import Text

Fetch = Callable[[ir.Table], pa.Table]
Where = Mapping[str, Collection[str]]
Cut = tuple[str | None, ...]

#: Values are exact to so many places. Sums as engines make them leave room: Spark's sum is ten digits wider.
VALUE = pa.decimal128(38, 10)
SUM = "decimal(34, 8)"
DIGIT = Decimal("1e-10")


@dataclass(frozen=True)
class Value:
    """What one side gives for one cut, in the indicator's unit; none, with the reason, where it gives nothing."""

    number: Decimal | None
    rows: int = 0
    reason: Text = Text("", "")


def reconcile(
    indicators: Iterable[Indicator], fetch: Fetch, *, by: tuple[str, ...] = (), where: Where | None = None
) -> pa.Table:
    """Hold each side of indicators against the next.

    A side is summed by its own engine; units, tolerances and verdicts are exact decimal arithmetic here.

    Args:
        fetch: carries out an expression on the engine that holds the sides' tables.
        by: columns to cut by, such as ``("org_id",)``; each cut is reconciled by itself.
        where: for columns, the values of the rows that count, such as ``{"currency": ["CNY"]}``.

    Returns:
        A row for each indicator, cut and pair of neighbours, in this order: ``indicator``, the columns of ``by`` as
        text, ``left`` and ``right`` (the sources), ``left_value``, ``right_value``, ``difference`` (left − right) and
        ``allowed`` in the indicator's unit, ``left_rows``, ``right_rows``, ``status`` (see `Status`), ``reason_zh``
        and ``reason_en`` (why a value is not there). A side that does not know a column of ``by`` or ``where`` cannot
        give the value.

    >>> import ibis
    >>> from lushan.engines.reconcile import TEN_THOUSAND_YUAN, YUAN, Indicator, Side, Tolerance
    >>> loans = ibis.memtable({"org": ["01", "02"], "amount": [123456, 20000]})
    >>> report = ibis.memtable({"amount": [14]}).mutate(amount=ibis._.amount.cast("decimal(20, 2)"))
    >>> sides = (Side("EAST", loans, YUAN), Side("1104", report, TEN_THOUSAND_YUAN, cell=True))
    >>> total = Indicator("loans", Text("各项贷款", "Loans"), sides, Tolerance("T0", per_row=Decimal("0.01")))
    >>> found = reconcile([total], ibis.duckdb.connect().to_pyarrow).to_pylist()[0]
    >>> found["status"], found["left_value"].normalize(), found["difference"].normalize(), found["allowed"].normalize()
    ('differs', Decimal('14.3456'), Decimal('0.3456'), Decimal('0.02'))
    """
    rows = []
    for indicator in indicators:
        values = {side.source: _values(indicator, side, fetch, by, where or {}) for side in indicator.sides}
        cuts: list[Cut] = sorted({cut for found in values.values() for cut in found}, key=in_order)
        for cut in cuts:
            for left, right in zip(indicator.sides, indicator.sides[1:], strict=False):
                pair = [_at(side, values[side.source], cut, by, where or {}) for side in (left, right)]
                told = dict(zip(by, cut, strict=True))
                rows.append({"indicator": indicator.id, **told, "left": left.source, "right": right.source}
                            | _judged(indicator, *pair))  # fmt: skip
    return pa.Table.from_pylist(rows, schema=_schema(by))


def in_order(cut: Cut) -> tuple[tuple[bool, str], ...]:
    """What cuts are sorted by: their text, with nothing after everything."""
    return tuple((value is None, value or "") for value in cut)


def selected(side: Side, where: Where) -> ir.Table:
    """The rows of a side that count."""
    assert side.rows is not None
    rows = side.rows
    for column, values in where.items():
        rows = rows.filter(rows[column].cast("string").isin(list(values)))
    return rows


def _values(indicator: Indicator, side: Side, fetch: Fetch, by: tuple[str, ...], where: Where) -> dict[Cut, Value]:
    if side.rows is None or side.lacks((*by, *where)):
        return {}
    rows = selected(side, where)
    sums = {"_above": rows[side.amount].sum().cast(SUM), "_rows": rows[side.amount].count()}
    if side.over:
        sums["_below"] = rows[side.over].sum().cast(SUM)
    cuts = [rows[column].cast("string").name(column) for column in by]
    grouped = rows.group_by(cuts).aggregate(**sums) if by else rows.aggregate(**sums)
    return {
        tuple(found[column] for column in by): _value(indicator, side, found) for found in fetch(grouped).to_pylist()
    }


def _value(indicator: Indicator, side: Side, found: Mapping[str, Decimal | int | None]) -> Value:
    rows = int(found["_rows"] or 0)
    if side.cell and not rows:
        return _empty(side)
    above, below = Decimal(found["_above"] or 0), Decimal(found.get("_below", 1) or 0)
    if not below:
        return Value(None, rows, Text(f"{side.source} 的分母为零", f"{side.source} would divide by nought"))
    with localcontext(prec=60):
        return Value(side.unit.convert(above / below, indicator.unit).quantize(DIGIT, ROUND_HALF_UP), rows)


def _at(side: Side, values: Mapping[Cut, Value], cut: Cut, by: tuple[str, ...], where: Where) -> Value:
    """The value of a cut: that of no rows, where the side has none for it."""
    if side.rows is None:
        return Value(None, 0, side.missing)
    if (gap := side.lacks((*by, *where))) is not None:
        return Value(None, 0, gap)
    if cut in values:
        return values[cut]
    return _empty(side) if side.cell or side.over else Value(Decimal(0))


def _empty(side: Side) -> Value:
    return Value(None, 0, Text(f"{side.source} 没有数据", f"{side.source} has no value"))


def _judged(indicator: Indicator, left: Value, right: Value) -> dict[str, object]:
    if left.number is None or right.number is None:
        reasons = [value.reason for value in (left, right) if value.number is None]
        status, difference, allowed = Status.UNAVAILABLE, None, None
        reason = Text("；".join(r.zh for r in reasons), "; ".join(r.en for r in reasons))
    else:
        difference, reason = left.number - right.number, Text("", "")
        allowed = indicator.tolerance.allowed(right.number, max(left.rows, right.rows)).quantize(DIGIT, ROUND_HALF_UP)
        told = [
            number.quantize(Decimal(1).scaleb(-indicator.places), ROUND_HALF_UP)
            for number in (left.number, right.number)
        ]
        status = (
            Status.AGREES if told[0] == told[1] else Status.WITHIN if abs(difference) <= allowed else Status.DIFFERS
        )
    return {
        "left_value": left.number, "right_value": right.number, "difference": difference, "allowed": allowed,
        "left_rows": left.rows, "right_rows": right.rows,
        "status": status.value, "reason_zh": reason.zh, "reason_en": reason.en,
    }  # fmt: skip


def _schema(by: tuple[str, ...]) -> pa.Schema:
    names = ("indicator", *by, "left", "right")
    values = [(name, VALUE) for name in ("left_value", "right_value", "difference", "allowed")]
    counts = [(name, pa.int64()) for name in ("left_rows", "right_rows")]
    said = [(name, pa.string()) for name in ("status", "reason_zh", "reason_en")]
    return pa.schema([*((name, pa.string()) for name in names), *values, *counts, *said])
