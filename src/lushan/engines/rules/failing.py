"""The rows that break rules: found for many rules in one scan, a bounded sample of each or all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from ibis.expr import types as ir
from numpy.typing import NDArray

from lushan.engines.rules.condition import Condition
from lushan.engines.rules.fetch import Fetch
from lushan.engines.rules.outcome import FAILING

#: What stands between the parts of a key, or of values.
BETWEEN = "|"

#: Columns that no table has.
CODE, RANK = "rule:code", "rule:rank"


def failing(table: ir.Table, conditions: Sequence[Condition], sample: int | None, fetch: Fetch) -> list[pa.Table]:
    """The failing rows of each condition, in the order of their keys.

    A sample is of the rows whose keys have the smallest MD5: the same rows at every time and on every engine,
    spread over the table, and the same rows again in the next period if they still fail.

    Args:
        sample: how many rows of each; none for all.
    """
    if not conditions:
        return []
    rows = table.filter(_any([~condition.holds for condition in conditions]))
    each = ibis.array([_code(number, condition) for number, condition in enumerate(conditions, start=1)])
    columns = sorted({name for condition in conditions for name in (*condition.key, *condition.values)})
    hashes = {} if sample is None else {_place(c.spread): md5(rows, c.spread) for c in conditions}
    pairs = rows.select(*columns, **hashes, **{CODE: each.filter(lambda code: code.notnull()).unnest()})
    if sample is not None:
        pairs = _sampled(pairs, conditions, columns, sample)
    found = fetch(pairs.select(*columns, CODE)).sort_by(CODE)
    codes = found[CODE].to_numpy()
    return [_rows(found, codes, number, condition) for number, condition in enumerate(conditions, start=1)]


def _sampled(pairs: ir.Table, conditions: Sequence[Condition], columns: Sequence[str], sample: int) -> ir.Table:
    """The pairs of rows and broken rules that are kept: of each rule so many, or all where all are wanted."""
    entire = [number for number, condition in enumerate(conditions, start=1) if condition.entire]
    number = pairs[CODE].abs()
    rest = pairs.filter(number.notin(entire)) if entire else pairs
    by_place: dict[str, list[int]] = {}
    for place, condition in enumerate(conditions, start=1):
        by_place.setdefault(_place(condition.spread), []).append(place)
    first, *others = by_place
    spread = ibis.cases(
        *((rest[CODE].abs().isin(by_place[place]), rest[place]) for place in others), else_=rest[first]
    ) if others else rest[first]  # fmt: skip
    order = [spread, *(rest[name] for name in columns)]
    rank = ibis.row_number().over(group_by=rest[CODE].abs(), order_by=order)
    kept = rest.mutate(**{RANK: rank}).filter(lambda ranked: ranked[RANK] < sample).drop(RANK)
    return kept.union(pairs.filter(number.isin(entire))) if entire else kept


def _any(conditions: Sequence[Any]) -> Any:
    """Whether one of many conditions is true; halved again and again, so that they nest no deeper than need be."""
    if len(conditions) == 1:
        return conditions[0]
    middle = len(conditions) // 2
    return _any(conditions[:middle]) | _any(conditions[middle:])


def _code(number: int, condition: Condition) -> Any:
    """The number of a rule that a row breaks, negative where that is exempt; null for one that it does not break."""
    code = ibis.literal(number, "int64")
    if condition.exempt is not None:
        code = ibis.ifelse(condition.exempt, -code, code)
    return ibis.ifelse(~condition.holds, code, ibis.null())


def _place(key: tuple[str, ...]) -> str:
    """The column that holds the hash of a key."""
    return f"hash:{','.join(key)}"


def _rows(found: pa.Table, codes: NDArray[np.int64], number: int, condition: Condition) -> pa.Table:
    """The failing rows of one rule as they are told; ``found`` is in the order of its codes."""
    parts = []
    for code, exempt in ((number, False), (-number, True)):
        first, last = np.searchsorted(codes, [code, code + 1])
        rows = found.slice(first, last - first)
        texts = [told(rows, columns) for columns in (condition.key, condition.values)]
        parts.append(pa.table([*texts, pa.array([exempt] * rows.num_rows, pa.bool_())], schema=FAILING))
    return pa.concat_tables(parts).sort_by([("key", "ascending"), ("value", "ascending")])


def md5(table: ir.Table, columns: Iterable[str]) -> Any:
    """The MD5 of a row's values in some columns, written as text."""
    texts = [_text(table[name]).fill_null("") for name in columns]
    return (ibis.literal(BETWEEN).join(texts) if texts else ibis.literal("")).hexdigest("md5")


def _text(value: Any) -> Any:
    return (value.epoch_seconds() if value.type().is_timestamp() else value).cast("string")


def told(rows: pa.Table, columns: Sequence[str]) -> pa.Array:
    """The values of some columns as one text for each row, what is between them escaped in them; nothing is empty."""
    texts = [pc.fill_null(pc.cast(_held(rows[name]), pa.string()), "") for name in columns]
    if len(texts) == 1:
        return texts[0]
    if not texts:
        return pa.array([""] * rows.num_rows, pa.string())
    apart = [pc.replace_substring(pc.replace_substring(text, "\\", "\\\\"), BETWEEN, "\\" + BETWEEN) for text in texts]
    return pc.binary_join_element_wise(*apart, BETWEEN)


def _held(values: pa.ChunkedArray) -> pa.ChunkedArray:
    """Values without NaN, which is nothing, and which some engines hand over as null."""
    return pc.if_else(pc.is_nan(values), None, values) if pa.types.is_floating(values.type) else values
