"""The one scan of a landing: every row of the source typed, judged by itself, and put down in its order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from lushan.contracts import Contract
from lushan.contracts.sql import literal, name
from lushan.warehouse.landing.compile import FAMILIAR, SOURCE, Query

#: What a staged row holds beside its columns, under names that no column can bear: its number in the source, from 1 and
#: the header not counted; whether it breaks a rule by itself; and then, in a file of such rows, itself as it came.
NUMBER, BROKEN, DETAIL = "row:number", "row:broken", "row:detail"

DICTIONARY = pa.dictionary(pa.int32(), pa.string())

#: How many rows DuckDB hands over together; a block of them is in memory at a time.
BLOCK = 1 << 14

#: How many blocks are mapped together when they are read again: to open the file is to read where all of them lie.
TOGETHER = 32


@dataclass(frozen=True)
class Staged:
    """The typed rows of a source.

    Args:
        file: all of them in their order, in blocks, as Arrow keeps them: it is soon written and soon read again.
        marked: those that break a rule by themselves, each with its detail.
        hashes: for each key, a hash of it for each row; 0 for one that is broken, or empty in its key.
        familiar: the columns that are kept in two: familiar values as a dictionary's, and the strange ones.
        starts: how many rows stand before each block, and before the end.
    """

    file: Path
    marked: Path
    hashes: tuple[Path, ...]
    familiar: frozenset[str]
    starts: NDArray[np.int64]

    @property
    def rows(self) -> int:
        """How many there are."""
        return int(self.starts[-1])

    def blocks(self) -> Iterator[pa.RecordBatch]:
        """The rows, block by block, each column whole."""
        for block in _read(self.file):
            yield _whole(block, self.familiar)

    def pick(self, numbers: NDArray[np.int64], file: Path) -> Path:
        """Put down some of the rows, at least one, by their numbers in order."""
        places = numbers - 1
        with closing(_Gathered(file)) as picked:
            for start, block in zip(self.starts, _read(self.file), strict=False):
                low, high = np.searchsorted(places, (start, start + block.num_rows))
                if low < high:
                    rows = _whole(block.take(pa.array(places[low:high] - start)), self.familiar)
                    picked.add(_plain(rows))
        return file

    def texts(self, column: str) -> list[str]:
        """The texts of a column that are familiar."""
        return next(_read(self.file, [FAMILIAR + column]))[0].dictionary.to_pylist() if column in self.familiar else []

    def good(
        self, connection: duckdb.DuckDBPyConnection, column: str, called: str, without: Collection[str] = ()
    ) -> str:
        """The SQL that reads the rows that break no rule by themselves: number and value of each, and nothing else.

        Args:
            called: what DuckDB is to call them; they can be read once.
            without: familiar texts whose rows are left out.
        """
        names = [NUMBER, BROKEN, column, *([FAMILIAR + column] if column in self.familiar else [])]
        blocks = _read(self.file, names)
        if without:
            blocks = (_others(block, FAMILIAR + column, without) for block in blocks)
        first = next(blocks)
        connection.register(called, pa.RecordBatchReader.from_batches(first.schema, chain([first], blocks)))
        value = name(column)
        if column in self.familiar:
            value = f"coalesce(CAST({name(FAMILIAR + column)} AS VARCHAR), {value})"
        return f"(SELECT {name(NUMBER)} AS number, {value} AS value FROM {called} WHERE NOT {name(BROKEN)})"

    def ends(self, connection: duckdb.DuckDBPyConnection, column: str, called: str) -> str:
        """The SQL that reads the least and the greatest value of a column in each block, of those same rows."""
        blocks = _read(self.file, [BROKEN, column])
        found = [pc.min_max(block[column].filter(pc.invert(block[BROKEN]))) for block in blocks]
        values = [value for least in found for value in least.values()]
        connection.register(called, pa.table({"value": pa.array(values, values[0].type)}))
        return called


class _Gathered:
    """A Parquet file of rows that come a few at a time, and are written many at a time: each writing costs as much."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._waiting: list[pa.RecordBatch] = []
        self._writer: pq.ParquetWriter | None = None

    def add(self, rows: pa.RecordBatch) -> None:
        self._waiting.append(rows)
        if sum(map(len, self._waiting)) >= BLOCK:
            self._write()

    def close(self) -> None:
        if self._waiting:
            self._write()
        if self._writer:
            self._writer.close()

    def _write(self) -> None:
        rows = pa.Table.from_batches(self._waiting)
        self._waiting.clear()
        self._writer = self._writer or pq.ParquetWriter(self._file, rows.schema, compression="zstd")
        self._writer.write_table(rows)


def _read(file: Path, names: Sequence[str] = ()) -> Iterator[pa.RecordBatch]:
    """The blocks of a file, or some columns of them; few are mapped at a time, so that memory lets go of them again."""
    with pa.memory_map(str(file)) as opened:
        reader = pa.ipc.open_file(opened)
        number, schema = reader.num_record_batches, reader.schema
    chosen = pa.ipc.IpcReadOptions(included_fields=sorted(map(schema.get_field_index, names)))
    for first in range(0, number, TOGETHER):
        with pa.memory_map(str(file)) as opened:
            reader = pa.ipc.open_file(opened, options=chosen)
            yield from map(reader.get_batch, range(first, min(first + TOGETHER, number)))


def _others(block: pa.RecordBatch, column: str, without: Collection[str]) -> pa.RecordBatch:
    """The rows of a block that have none of these texts in a familiar column."""
    known = pc.is_in(block[column].dictionary, pa.array(without)).take(block[column].indices)
    return block.filter(pc.invert(known.fill_null(False)))


def _whole(block: pa.RecordBatch, familiar: Collection[str]) -> pa.RecordBatch:
    """A block with each column in one."""
    columns = {}
    for column in block.schema.names:
        if not column.startswith(FAMILIAR):
            columns[column] = _joined(block, column) if column in familiar else block[column]
    return pa.record_batch(columns)


def _joined(block: pa.RecordBatch, column: str) -> pa.Array:
    """Familiar and strange values of a column, as a dictionary's."""
    known, strange = block[FAMILIAR + column], block[column]
    if strange.null_count < len(strange):
        return pc.coalesce(known.cast(pa.string()), strange).dictionary_encode()
    return known.cast(DICTIONARY)


def stage(
    connection: duckdb.DuckDBPyConnection,
    contract: Contract,
    query: Query,
    keys: Sequence[tuple[str, ...]],
    folder: Path,
) -> Staged:
    """Type the source and judge each row by itself, in one scan.

    Args:
        keys: the columns, or combinations of them, that no two rows may share.
    """
    texts = ", ".join(f"{literal(column)}: CAST({query.raw(column)} AS VARCHAR)" for column in contract.names)
    detail = f"CASE WHEN {query.any_broken()} THEN to_json({{'source': {SOURCE}, 'raw': {{{texts}}}}}) END"
    typed = f"SELECT *, {detail} AS {name(DETAIL)} FROM ({query.typed})"
    columns = [column for each in contract.names for column in _kept(each, query)]
    wanted = ", ".join([*columns, *(_hashed(key, query) for key in keys), name(DETAIL)])
    staged = Staged(
        file=folder / "staged.arrow",
        marked=folder / "marked.parquet",
        hashes=tuple(folder / f"hashes-{number}" for number in range(len(keys))),
        familiar=query.familiar,
        starts=np.zeros(1, np.int64),
    )
    blocks = connection.execute(f"SELECT {wanted} FROM ({typed})").to_arrow_reader(BLOCK)
    return replace(staged, starts=_put_down(blocks, len(columns), staged))


def _kept(column: str, query: Query) -> list[str]:
    """The SQL of what is kept of a column."""
    if column not in query.familiar:
        return [name(column)]
    return [name(FAMILIAR + column), f"{name(f'raw:{column}')} AS {name(column)}"]


def _put_down(blocks: pa.RecordBatchReader, width: int, staged: Staged) -> NDArray[np.int64]:
    """Write blocks to the files of a staging; returns how many rows stand before each, and before the end.

    Args:
        width: how many columns are kept; the keys' hashes and the detail follow these.
    """
    kept = pa.schema([*list(blocks.schema)[:width], pa.field(NUMBER, pa.int64()), pa.field(BROKEN, pa.bool_())])
    starts = [0]
    with ExitStack() as files:
        opened = files.enter_context(pa.OSFile(str(staged.file), "wb"))  # which is closed even when the disk is full
        rows = files.enter_context(pa.ipc.new_file(opened, kept))
        hashes = [files.enter_context(path.open("wb")) for path in staged.hashes]
        marked = files.enter_context(closing(_Gathered(staged.marked)))
        for block in blocks:
            numbers = pa.array(np.arange(starts[-1] + 1, starts[-1] + 1 + block.num_rows))
            starts.append(starts[-1] + block.num_rows)
            detail = block.column(block.num_columns - 1)
            whole = pa.record_batch([*block.columns[:width], numbers, pc.is_valid(detail)], schema=kept)
            rows.write_batch(whole)
            if detail.null_count < block.num_rows or len(starts) == 2:  # the first tells of its columns at least
                told = whole.append_column(DETAIL, detail).filter(whole[BROKEN])
                marked.add(_plain(_whole(told, staged.familiar)))
            for file, hashed in zip(hashes, block.columns[width:-1], strict=True):
                file.write(hashed.to_numpy())
    return np.array(starts, np.int64)


def _plain(block: pa.RecordBatch) -> pa.RecordBatch:
    """A block with no dictionaries."""
    plain = [pa.field(f.name, pa.string()) if pa.types.is_dictionary(f.type) else f for f in block.schema]
    return block.cast(pa.schema(plain))


def _hashed(key: tuple[str, ...], query: Query) -> str:
    """The hash of a key, never 0; 0 for a row that is broken, or empty in its key."""
    values = [query.raw(column) if column in query.familiar else name(column) for column in key]
    there = " AND ".join([f"{name(DETAIL)} IS NULL", *(f"{value} IS NOT NULL" for value in values)])
    return f"CASE WHEN {there} THEN greatest(hash({', '.join(values)}), 1::UBIGINT) ELSE 0::UBIGINT END"
