"""Values that should stand once and stand more often: the rows that share them.

Sorting hashes of the values here is several times quicker than grouping the values in the engine. Values whose hashes
stand more than once are in doubt: the rows that hold them are fetched with the failing rows of all other rules, and
compared. Where there are too many rows for that, the engine groups.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
from ibis.expr import types as ir
from numpy.typing import NDArray

from lushan.engines.rules.condition import Condition
from lushan.engines.rules.failing import failing
from lushan.engines.rules.fetch import Fetch
from lushan.engines.rules.outcome import Outcome
from lushan.engines.rules.text import hashed

#: How many hashes are fetched at once, of 8 bytes each.
HASHES = 100_000_000

#: How many values in doubt are told to the engine, and how many rows that hold one are fetched, for one rule.
DOUBTS, ROWS = 200_000, 1_000_000

Hashes = NDArray[np.int64]

#: Columns of groups that no table has.
TIMES, HELD = "repeat:times", "repeat:held"


def doubts(table: ir.Table, asked: Sequence[Condition], fetch: Fetch) -> list[Hashes]:
    """For each condition the hashes that more than one row has, found in one scan."""
    hashes = fetch(table.select(**{f"h{number}": _hash(table, one) for number, one in enumerate(asked)}))
    with ThreadPoolExecutor() as pool:
        return list(pool.map(_repeated, hashes.columns))


def few(found: Hashes) -> bool:
    """Whether so few values are in doubt that the rows that hold them can be fetched and compared."""
    return len(np.unique(found)) <= DOUBTS and len(found) <= ROWS


def doubtful(table: ir.Table, asked: Sequence[tuple[Condition, Hashes]]) -> tuple[ir.Table, list[Condition]]:
    """A table that knows which rows hold values in doubt, and the conditions that say so."""
    for number, (one, found) in enumerate(asked):
        name = f"doubt:{number}"
        text = ibis.literal(
            ",".join(str(value) for value in np.unique(found))
        )  # one value: quicker than a list of many
        listed = text.split(",").cast("array<int64>").unnest().name(name).as_table()
        table = table.left_join(listed, _hash(table, one) == listed[name])
    return table, [
        replace(one, holds=table[f"doubt:{number}"].isnull(), entire=True) for number, (one, _) in enumerate(asked)
    ]


def compare(outcome: Outcome, rows: pa.Table, sample: int | None) -> Outcome:
    """The outcome of a rule that values are unique, from the rows whose values are in doubt.

    A row breaks it when another row that is not exempt has the same values; an exempt row that shares its values with
    any other is counted apart.
    """
    if not rows.num_rows:
        return outcome
    values, codes = np.unique(rows["value"].to_numpy(), return_inverse=True)
    exempt = rows["exempt"].to_numpy()
    times, held = np.bincount(codes), np.bincount(codes, ~exempt)
    broken = (times > 1)[codes] & (exempt | (held > 1)[codes])
    kept = broken
    if sample is not None and broken.sum() > sample:
        order = np.array([hashlib.md5(str(value).encode()).hexdigest() for value in values])[codes]
        first = np.lexsort((np.arange(len(codes)), order, ~broken))[:sample]
        kept = np.isin(np.arange(len(codes)), first)
    failed, let_off = int((broken & ~exempt).sum()), int((broken & exempt).sum())
    return replace(outcome, failed=failed, exempt=let_off, failing=rows.filter(pa.array(kept)))


def grouped(table: ir.Table, asked: Condition, outcome: Outcome, sample: int | None, fetch: Fetch) -> Outcome:
    """The same outcome, grouped by the engine: for a rule that very many rows break, or a table of very many rows."""
    columns = asked.rule.columns
    there = table.filter(asked.holds)
    held = there.count() if asked.exempt is None else (~asked.exempt).sum()
    groups = there.group_by(*columns).aggregate(**{TIMES: there.count(), HELD: held})
    groups = groups.filter(groups[TIMES] > 1)
    counts = groups.aggregate(
        failed=ibis.ifelse(groups[HELD] > 1, groups[HELD], 0).sum().fill_null(0),
        exempt=(groups[TIMES] - groups[HELD]).sum().fill_null(0),
    )
    outcome = replace(outcome, **fetch(counts).to_pylist()[0])
    if sample == 0 or not (outcome.failed or outcome.exempt):
        return outcome
    shared = there.join(groups, columns)
    many = shared[HELD] > 1
    broken = replace(asked, holds=~(many if asked.exempt is None else many | asked.exempt))
    return replace(outcome, failing=failing(shared, [broken], sample, fetch)[0])


def batches(asked: Sequence[tuple[Condition, int]]) -> Iterator[list[Condition]]:
    """Conditions with the rows that each asks, in as few batches as there are hashes that may be fetched at once.

    A condition of more rows than that stands alone.
    """
    batch: list[Condition] = []
    room = HASHES
    for one, rows in asked:
        if batch and rows > room:
            yield batch
            batch, room = [], HASHES
        batch.append(one)
        room -= rows
    if batch:
        yield batch


def _hash(table: ir.Table, asked: Condition) -> Any:
    """A number that is the same for rows with the same values; null for a row that is not asked.

    One whole number is its own hash.
    """
    values = [table[name] for name in asked.rule.columns]
    if len(values) > 1:
        made = hashed(ibis.struct({f"v{number}": value for number, value in enumerate(values)}))
    else:
        made = values[0].cast("int64") if values[0].type().is_integer() else hashed(values[0])
    return ibis.ifelse(asked.holds, made, ibis.null())


def _repeated(column: pa.ChunkedArray) -> Hashes:
    """The hashes that stand more than once, each as often as it stands."""
    hashes = np.concatenate(
        [np.empty(0, np.int64), *(chunk.drop_null().to_numpy() for chunk in column.cast(pa.int64()).chunks)]
    )
    if (hashes[1:] < hashes[:-1]).any():  # keys often stand in their order
        hashes.sort()
    twice = np.flatnonzero(hashes[1:] == hashes[:-1])
    repeated: Hashes = hashes[np.union1d(twice, twice + 1)]
    return repeated
