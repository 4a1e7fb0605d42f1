"""The rows that break rules: found for many rules in one scan, a bounded sample of each or all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_
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
    rows = table.filter(reduce(or_, (~condition.holds for condition in conditions)))
    if sample is not None:
        rows = rows.mutate(**{_place(spread): md5(rows, spread) for spread in {c.spread for c in conditions}})
    each = ibis.array([_each(number, condition, rows, sample) for number, condition in enumerate(conditions)])
    columns = sorted({name for condition in conditions for name in (*condition.key, *condition.values)})
    pairs = rows.select(*columns, **{EACH: each.unnest()})
    pairs = pairs.filter(pairs[EACH].notnull())
    entire = [number for number, condition in enumerate(conditions) if condition.entire]
    if sample is not None:
        whole = pairs.filter(pairs[EACH]["number"].isin(entire))
        rest = pairs.filter(~pairs[EACH]["number"].isin(entire)) if entire else pairs
        order = [rest[EACH]["hash"], *(rest[name] for name in columns)]
        rank = ibis.row_number().over(group_by=rest[EACH]["number"], order_by=order)
        first = rest.mutate(**{RANK: rank}).filter(lambda ranked: ranked[RANK] < sample).drop(RANK)
        pairs = first.union(whole) if entire else first
    flat = {NUMBER: pairs[EACH]["number"], EXEMPT: pairs[EACH]["exempt"]}
    found = fetch(pairs.select(*columns, **flat))
    return [
        _rows(found.filter(pc.equal(found[NUMBER], number)), condition) for number, condition in enumerate(conditions)
    ]


def _each(number: int, condition: Condition, rows: ir.Table, sample: int | None) -> Any:
    """What is kept of a row for one rule that it breaks; null for a rule that it does not break."""
    exempt = ibis.literal(False) if condition.exempt is None else condition.exempt
    fields = {"number": ibis.literal(number, "int64"), "exempt": exempt}
    if sample is not None:
        fields["hash"] = rows[_place(condition.spread)]
    return ibis.ifelse(~condition.holds, ibis.struct(fields), ibis.null())


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
    """The values of some columns as one text for each row, what is between them escaped in them; nothing is empty."""
    texts = [pc.fill_null(pc.cast(rows[name], pa.string()), "") for name in columns]
    if len(texts) == 1:
        return texts[0]
    if not texts:
        return pa.array([""] * rows.num_rows, pa.string())
    apart = [pc.replace_substring(pc.replace_substring(text, "\\", "\\\\"), BETWEEN, "\\" + BETWEEN) for text in texts]
    return pc.binary_join_element_wise(*apart, BETWEEN)
