"""The end of a landing: the good rows, each period in files of its own."""

from __future__ import annotations

import os
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lushan.contracts import Contract
from lushan.contracts.sql import literal, sql_type
from lushan.warehouse.commit import Draft
from lushan.warehouse.landing.broken import Broken
from lushan.warehouse.landing.staged import Staged

#: How many bytes of rows go into a file, and how many wait in memory until their periods have so many.
FULL, WAITING = 64 << 20, 192 << 20

#: How many rows a file keeps together.
GROUP = 122_880

Cut = Callable[[pa.RecordBatch], Iterator[tuple[str | None, pa.RecordBatch]]]


def write_parts(
    contract: Contract, staged: Staged, broken: Broken, cut: Cut, folder: Path, identity: str
) -> list[Draft]:
    """Write the good rows in their order.

    What goes into which file depends on the rows alone, so that the same rows give the same files.

    Args:
        cut: what cuts a block into the rows of each period.
    """
    out = broken.among(staged.rows)
    schema = pa.schema([field for field in contract.arrow() if field.name in contract.names])
    if contract.period == "period":
        schema = schema.remove(schema.get_field_index("period"))
    waiting: defaultdict[str | None, list[pa.RecordBatch]] = defaultdict(list)
    bytes_of: defaultdict[str | None, int] = defaultdict(int)
    files: defaultdict[str | None, list[Path]] = defaultdict(list)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        writing: deque[Future[None]] = deque()

        def write(period: str | None) -> None:
            while len(writing) >= (os.cpu_count() or 1):
                writing.popleft().result()
            files[period].append(folder / f"part-{sum(map(len, files.values()))}.parquet")
            writing.append(pool.submit(_write, waiting.pop(period), schema, files[period][-1]))
            del bytes_of[period]

        for start, block in zip(staged.starts, staged.blocks(), strict=False):
            bad = out[start : start + block.num_rows]
            good = block.filter(pa.array(~bad)) if bad.any() else block
            for period, rows in cut(good):
                waiting[period].append(rows)
                bytes_of[period] += rows.nbytes
                if bytes_of[period] > FULL:
                    write(period)
            while sum(bytes_of.values()) > WAITING:
                write(max(bytes_of, key=bytes_of.__getitem__))
        for period in list(waiting):
            write(period)
        while writing:
            writing.popleft().result()
    return [Draft(period, identity, tuple(files[period])) for period in sorted(files, key=str)]


def _write(rows: list[pa.RecordBatch], schema: pa.Schema, file: Path) -> None:
    columns = {field.name: pa.chunked_array([block[field.name] for block in rows]) for field in schema}
    table = pa.table(columns).unify_dictionaries()
    again = [field.name for field in table.schema if pa.types.is_dictionary(field.type)]
    pq.write_table(
        table, file, row_group_size=GROUP, compression="snappy", use_dictionary=again, store_schema=False,
        store_decimal_as_integer=True, write_statistics=[column for column in columns if column not in again],
    )  # fmt: skip


def by_period(connection: duckdb.DuckDBPyConnection, contract: Contract, staged: Staged) -> Cut:
    """What cuts a block into the rows of each period."""
    if not contract.period:
        return lambda block: iter([(None, block)])
    if contract.period == "period":
        return _by_text
    months = _months(connection, contract, staged)
    names, starts = list(months), np.array(list(months.values()))
    whole = pa.int32() if contract.column(contract.period).type == "date" else pa.int64()

    def by_month(block: pa.RecordBatch) -> Iterator[tuple[str | None, pa.RecordBatch]]:
        moments = block[contract.period].view(whole).to_numpy()
        if not len(moments):
            return
        first, last = np.searchsorted(starts, (moments.min(), moments.max()), side="right") - 1
        if first == last:
            yield names[first], block
            return
        month = np.searchsorted(starts, moments, side="right") - 1
        for number in np.unique(month):
            yield names[number], block.filter(pa.array(month == number))

    return by_month


def _by_text(block: pa.RecordBatch) -> Iterator[tuple[str | None, pa.RecordBatch]]:
    for period in pc.unique(block["period"]):
        yield period.as_py(), block.filter(pc.equal(block["period"], period))


def _months(connection: duckdb.DuckDBPyConnection, contract: Contract, staged: Staged) -> dict[str, int]:
    """The months that the rows may be of, and when each begins in the bank's zone, as Arrow counts."""
    column = contract.column(contract.period)
    rows = f"SELECT min(value) AS first, max(value) AS last FROM {staged.ends(connection, column.name, 'dated')}"
    ends = connection.execute(f"SELECT strftime(first, '%Y-%m'), strftime(last, '%Y-%m') FROM ({rows})").fetchall()
    first, last = (12 * int(month[:4]) + int(month[5:]) - 1 for month in ends[0])
    months = [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first, last + 1)]
    begin = f"CAST(month || '-01' AS {sql_type(column.type)})"
    count = f"{begin} - DATE '1970-01-01'" if column.type == "date" else f"epoch_us({begin})"
    listed = ", ".join(map(literal, months))
    starts = connection.execute(f"SELECT {count} FROM (SELECT unnest([{listed}]) AS month)").fetchall()
    return {month: start for month, (start,) in zip(months, starts, strict=True)}
