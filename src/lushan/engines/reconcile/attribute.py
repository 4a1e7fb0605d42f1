"""Which organisations, products and rows make a difference between two sides."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import ibis
import pyarrow as pa
from ibis.expr import types as ir

from lushan.engines.reconcile.indicator import Indicator, Side, Unit
from lushan.engines.reconcile.reconcile import DIGIT, SUM, VALUE, Fetch, Where, selected
from lushan.errors import LushanError


def attribute(
    indicator: Indicator,
    left: str,
    right: str,
    *,
    by: tuple[str, ...],
    fetch: Fetch,
    where: Where | None = None,
    limit: int = 100,
) -> pa.Table:
    """The parts of a difference, largest first: by organisation, by product, or down to rows by their key.

    Args:
        left, right: the sources of the two sides.
        by: the columns that name a part; both sides must know them. The key of rows attributes to rows.
        fetch: carries out an expression on the engine that holds the sides' tables.
        where: the parts to look into, such as ``{"org_id": ["0101"]}``.
        limit: how many parts at most.

    Returns:
        The columns of ``by`` as text, ``left_value``, ``right_value`` and ``difference`` (left − right) in the
        indicator's unit, ``share`` of the whole difference, ``left_rows`` and ``right_rows`` (0: the part is on one
        side only). Parts without a difference are left out.

    Raises:
        LushanError: a side does not know a column, or is a quotient, whose parts do not add up.

    >>> import ibis
    >>> from lushan.engines.reconcile import YUAN, Tolerance
    >>> from lushan.words import Text
    >>> ours = ibis.memtable({"loan": ["a", "b", "c"], "amount": [100, 20, 3]})
    >>> theirs = ibis.memtable({"loan": ["a", "b", "d"], "amount": [100, 90, 7]})
    >>> sides = (Side("EAST", ours, YUAN), Side("1104", theirs, YUAN))
    >>> loans = Indicator("loans", Text("贷款", "Loans"), sides, Tolerance("T0"), YUAN)
    >>> parts = attribute(loans, "EAST", "1104", by=("loan",), fetch=ibis.duckdb.connect().to_pyarrow)
    >>> [(part["loan"], int(part["difference"]), part["left_rows"]) for part in parts.to_pylist()]
    [('b', -70, 1), ('d', -7, 0), ('c', 3, 1)]
    """
    sides = [_additive(indicator, source, (*by, *(where or {}))) for source in (left, right)]
    unit = min((indicator.unit, *(side.unit for side in sides)), key=lambda unit: unit.worth)
    both = ibis.union(*(_column(side, unit, by, where or {}, is_left=side is sides[0]) for side in sides))
    sums = {name: both[name].sum().cast(SUM) for name in ("left_value", "right_value")}
    counts = {name: both[name].sum() for name in ("left_rows", "right_rows")}
    parts = both.group_by(list(by)).aggregate(**sums, **counts)
    parts = parts.mutate(difference=(parts.left_value - parts.right_value).cast(SUM))
    difference = parts["difference"]  # the table has a method of that name
    parts = parts.mutate(whole=difference.sum().over(ibis.window()).cast(SUM)).filter(difference != 0)
    found = fetch(parts.order_by(difference.abs().desc(), *by).limit(limit)).to_pylist()
    for row in found:
        whole = row.pop("whole")
        row["share"] = float(row["difference"] / whole) if whole else None
        for name in ("left_value", "right_value", "difference"):
            row[name] = unit.convert(row[name], indicator.unit).quantize(DIGIT, ROUND_HALF_UP)
    return pa.Table.from_pylist(found, schema=_schema(by))


def suspects(
    indicator: Indicator, source: str, difference: Decimal, *, key: tuple[str, ...], fetch: Fetch,
    where: Where | None = None, limit: int = 100,
) -> pa.Table:  # fmt: skip
    """The rows of a detailed side that alone would explain a difference, where the other side has totals only.

    A row whose amount is the difference was left out or counted twice; one whose amount is half of it has its sign
    turned. Both are meant within half a unit of the indicator's last place.

    Args:
        difference: left − right, in the indicator's unit, as `reconcile` gives it.
        key: the columns that name a row.

    Returns:
        The columns of ``key`` as text, ``amount`` in the indicator's unit, and ``explains``: ``whole`` or ``half``.

    Raises:
        LushanError: the side does not know a column, or is a quotient.
    """
    side = _additive(indicator, source, (*key, *(where or {})))
    unit = min(indicator.unit, side.unit, key=lambda unit: unit.worth)
    rows = selected(side, where or {})
    amount = (rows[side.amount] * (side.unit.worth // unit.worth)).cast(SUM)
    rows = rows.select(*(rows[column].cast("string").name(column) for column in key), amount=amount)
    slack, whole = (indicator.unit.convert(value, unit) for value in (_half_a_place(indicator), abs(difference)))
    rows = rows.mutate(
        explains=ibis.cases(
            (_near(rows.amount, whole, slack), "whole"), (_near(rows.amount, whole / 2, slack / 2), "half"), else_=None
        )
    )
    rows = rows.filter(rows.explains.notnull()).order_by(ibis.desc("explains"), *key).limit(limit)
    found = fetch(rows).to_pylist()
    for row in found:
        row["amount"] = unit.convert(row["amount"], indicator.unit).quantize(DIGIT, ROUND_HALF_UP)
    fields = [*((column, pa.string()) for column in key), ("amount", VALUE), ("explains", pa.string())]
    return pa.Table.from_pylist(found, schema=pa.schema(fields))


def _half_a_place(indicator: Indicator) -> Decimal:
    return Decimal("0.5").scaleb(-indicator.places)


def _near(amount: ir.DecimalValue, value: Decimal, slack: Decimal) -> ir.BooleanValue:
    low, high = (ibis.literal(bound.quantize(DIGIT), type=SUM) for bound in (value - slack, value + slack))
    return amount.abs().between(low, high)


def _additive(indicator: Indicator, source: str, columns: tuple[str, ...]) -> Side:
    side = indicator.side(source)
    where = f"the indicator {indicator.id}, the side {source}"
    if side.rows is None:
        raise LushanError(f"it has no rows: {side.missing.en}", where=where)
    if side.over:
        raise LushanError(
            "a quotient has no parts that add up", where=where, mend="attribute the sums above and below its line"
        )
    if (gap := side.lacks(columns)) is not None:
        raise LushanError(
            gap.en, where=where, expected=", ".join(side.rows.columns),
            mend="attribute by columns that both sides have, or ask for suspects",
        )  # fmt: skip
    return side


def _column(side: Side, unit: Unit, by: tuple[str, ...], where: Where, is_left: bool) -> ir.Table:
    """A side's rows as those of the sum over both: its amount in its own column, nothing in the other's."""
    rows = selected(side, where)
    amount = (rows[side.amount] * (side.unit.worth // unit.worth)).cast(SUM)
    amount, one = amount.coalesce(ibis.literal(0, SUM)), rows[side.amount].notnull().cast("int64")
    zero, none = ibis.literal(0, SUM), ibis.literal(0, "int64")
    return rows.select(
        *(rows[column].cast("string").name(column) for column in by),
        left_value=amount if is_left else zero,
        right_value=zero if is_left else amount,
        left_rows=one if is_left else none,
        right_rows=none if is_left else one,
    )


def _schema(by: tuple[str, ...]) -> pa.Schema:
    values = [(name, VALUE) for name in ("left_value", "right_value", "difference")]
    counts = [(name, pa.int64()) for name in ("left_rows", "right_rows")]
    return pa.schema([*((column, pa.string()) for column in by), *values, ("share", pa.float64()), *counts])
