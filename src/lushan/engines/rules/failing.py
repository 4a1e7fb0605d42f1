"""The rows that break rules: found for many rules in one scan, a bounded sample of each or all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute as pc
from ibis.expr import types as ir

from lushan.engines.rules.condition import Condition
from lushan.engines.rules.outcome import FAILING

Fetch = Callable[[ir.Table], pa.Table]

#: What stands between the parts of a key, or of values.
BETWEEN = "|"

#: Columns that no table has.
EACH, RANK, NUMBER, EXEMPT = "rule:each", "rule:rank", "rule:number", "rule:exempt"


def failing(table: ir.Table, conditions: Sequence[Condition], sample: int | None, fetch: Fetch) -> list[pa.Table]:
    """The failing rows of each condition, in the order of their keys.

    A sample is of the rows whose keys have the smallest MD5: the same rows at every time and on every engine,
    spread over the table, and the same rows again in the next period if they still fail.

    Args:
        sample: how many rows of each; none for all.
    """
    if not conditions:
        return []
    rows = table.filter(ibis.or_(*(condition.broken for condition in conditions)))
    if sample is not None:
        rows = rows.mutate(**{_place(key): md5(rows, key) for key in {condition.key for condition in conditions}})
    each = ibis.array([_each(number, condition, rows, sample) for number, condition in enumerate(conditions)])
    columns = sorted({name for condition in conditions for name in (*condition.key, *condition.values)})
    pairs = rows.select(*columns, **{EACH: each.unnest()})
    pairs = pairs.filter(pairs[EACH].notnull())
    if sample is not None:
        order = [pairs[EACH]["hash"], *(pairs[name] for name in columns)]
        rank = ibis.row_number().over(group_by=pairs[EACH]["number"], order_by=order)
        pairs = pairs.mutate(**{RANK: rank}).filter(lambda ranked: ranked[RANK] < sample)
    flat = {NUMBER: pairs[EACH]["number"], EXEMPT: pairs[EACH]["exempt"]}
    found = fetch(pairs.select(*columns, **flat))
    return [
        _rows(found.filter(pc.equal(found[NUMBER], number)), condition) for number, condition in enumerate(conditions)
    ]


def _each(number: int, condition: Condition, rows: ir.Table, sample: int | None) -> Any:
    """What is kept of a row for one rule that it breaks; null for a rule that it does not break."""
    fields = {"number": ibis.literal(number, "int64"), "exempt": condition.exempt}
    if sample is not None:
        fields["hash"] = rows[_place(condition.key)]
    return ibis.ifelse(condition.broken, ibis.struct(fields), ibis.null())


def _place(key: tuple[str, ...]) -> str:
    """The column that holds the hash of a key."""
    return f"hash:{','.join(key)}"


def _rows(found: pa.Table, condition: Condition) -> pa.Table:
    """The failing rows of one rule as they are told."""
    texts = [told(found, columns) for columns in (condition.key, condition.values)]
    table = pa.table([*texts, found[EXEMPT]], schema=FAILING)
    return table.sort_by([("key", "ascending"), ("value", "ascending")])


def md5(table: ir.Table, columns: Iterable[str]) -> Any:
    """The MD5 of a row's values in some columns, written as text."""
    return ibis.literal(BETWEEN).join([_text(table[name]).fill_null("") for name in columns]).hexdigest("md5")


def _text(value: Any) -> Any:
    return (value.epoch_seconds() if value.type().is_timestamp() else value).cast("string")


def told(rows: pa.Table, columns: Sequence[str]) -> pa.Array:
    """The values of some columns as one text for each row; what is not there is empty."""
    texts = [pc.fill_null(pc.cast(rows[name], pa.string()), "") for name in columns]
    if not texts:
        return pa.array([""] * rows.num_rows, pa.string())
    return pc.binary_join_element_wise(*texts, BETWEEN) if len(texts) > 1 else texts[0]
