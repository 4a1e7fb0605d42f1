"""Which staged rows break which rules of their contract; what is told of them is the quarantine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from lushan.contracts import Contract, Rule
from lushan.contracts.sql import literal, name
from lushan.errors import LushanError
from lushan.warehouse.landing.compile import Check, Query, raw
from lushan.warehouse.landing.keys import doubtful, unique_keys
from lushan.warehouse.landing.quarantine import COLUMNS, shown
from lushan.warehouse.landing.staged import DETAIL, NUMBER, Staged
from lushan.warehouse.snapshot import Snapshot

#: The temporary table of what is told of rows: for each rule that a row breaks, a row of the quarantine.
TOLD = "told"
ORDER = 'ORDER BY row, "column", rule'
SHOWN = 5


@dataclass(frozen=True)
class Broken:
    """The rows that break their contract.

    Args:
        rows: how many there are.
        tally: how many of them break each rule, by ``column.rule``.
        first: what is told of the first few, a line each.
        file: what is told of all of them, in the order of rows.
    """

    rows: int
    tally: dict[str, int]
    first: tuple[str, ...]
    file: Path

    @property
    def told(self) -> int:
        """How many things are told of them."""
        return sum(self.tally.values())

    def among(self, rows: int) -> NDArray[np.bool_]:
        """Which of so many rows are broken."""
        found = np.zeros(rows, bool)
        for batch in pq.ParquetFile(self.file).iter_batches(columns=["row"]):
            found[batch["row"].to_numpy() - 1] = True
        return found


def find_broken(
    connection: duckdb.DuckDBPyConnection,
    contract: Contract,
    query: Query,
    staged: Staged,
    references: Mapping[str, Snapshot | None],
) -> Broken:
    """Find each rule that each row breaks.

    Raises:
        LushanError: a column refers to a table that has not been landed.
    """
    rules = ["SELECT 0, '', '', '', '' WHERE false"]  # there may be nothing to check
    rules += [_of_rows(contract, staged, query.checks)] if query.checks else []
    with ThreadPoolExecutor(1) as pool:
        doubts = [pool.submit(doubtful, hashes) for hashes in staged.hashes]
        rules += _references(connection, contract, staged, references)
        rules += _duplicates(contract, staged, [doubt.result() for doubt in doubts])
    names = ", ".join(name(column.name) for column in COLUMNS)
    connection.execute(f"CREATE TEMP TABLE {TOLD} AS SELECT * FROM ({' UNION ALL '.join(rules)}) AS told({names})")
    file = staged.file.with_name("quarantine.parquet")
    connection.execute(
        f"COPY (SELECT * FROM {TOLD} {ORDER}) TO {literal(str(file))} (FORMAT parquet, COMPRESSION zstd)"
    )
    counts = connection.execute(f'SELECT "column", rule, count(*) FROM {TOLD} GROUP BY ALL ORDER BY ALL').fetchall()
    first = connection.execute(f'SELECT row, "column", rule, value FROM {TOLD} {ORDER} LIMIT {SHOWN}').fetchall()
    return Broken(
        rows=connection.execute(f"SELECT count(DISTINCT row) FROM {TOLD}").fetchall()[0][0],
        tally={".".join(filter(None, (column, rule))): count for column, rule, count in counts},
        first=tuple(
            f"row {row}  {column or 'the row'}  {rule}  {shown(contract, column, value) or ''}".rstrip()
            for row, column, rule, value in first
        ),
        file=file,
    )


def _of_rows(contract: Contract, staged: Staged, checks: Sequence[Check]) -> str:
    """What the rows that break a rule by themselves are told."""
    detail = name(DETAIL)
    texts = ", ".join(f"{detail}->'raw'->>{literal(c.name)} AS {raw(c)}" for c in contract.columns)
    marked = f"SELECT *, {texts} FROM read_parquet({literal(str(staged.marked))})"
    told = ", ".join(
        f"CASE WHEN {check.told()} THEN {{'rule': {literal(check.rule)}, 'column': {literal(check.column)}, "
        f"'value': {name('raw:' + check.column) if check.column else 'NULL'}}} END"
        for check in checks
    )
    each = f"SELECT {name(NUMBER)}, unnest([{told}]), {detail}->>'source' FROM ({marked})"
    told_of = f"FROM ({each}) AS each(number, told, source) WHERE told IS NOT NULL"
    return f'SELECT number, told.rule, told."column", told.value, source {told_of}'


def _duplicates(contract: Contract, staged: Staged, doubts: Sequence[NDArray[np.int64]]) -> Iterator[str]:
    """Rows whose key an earlier row has: the first is kept.

    Args:
        doubts: for each key, the numbers of the few rows in question: whole keys are compared for those alone.
    """
    for place, (key, numbers) in enumerate(zip(unique_keys(contract), doubts, strict=True)):
        if len(numbers):
            rows = _picked(staged, numbers, f"shared-{place}")
            columns = ", ".join(map(name, key))
            yield (
                f"SELECT {name(NUMBER)}, 'unique', {literal(', '.join(key))}, concat_ws(' ', {columns}), "
                f"{_source(contract)} FROM {rows} "
                f"QUALIFY row_number() OVER (PARTITION BY {columns} ORDER BY {name(NUMBER)}) > 1"
            )


def _references(
    connection: duckdb.DuckDBPyConnection,
    contract: Contract,
    staged: Staged,
    references: Mapping[str, Snapshot | None],
) -> Iterator[str]:
    """Rows that refer to what is not there."""
    for place, rule in enumerate(contract.rules):
        if rule.kind == "reference" and len(numbers := _dangling(connection, contract, staged, rule, references)):
            value = f"CAST({name(rule.column)} AS VARCHAR)"
            yield (
                f"SELECT {name(NUMBER)}, 'reference', {literal(rule.column)}, {value}, {_source(contract)} "
                f"FROM {_picked(staged, numbers, f'dangling-{place}')}"
            )


def _dangling(
    connection: duckdb.DuckDBPyConnection,
    contract: Contract,
    staged: Staged,
    rule: Rule,
    references: Mapping[str, Snapshot | None],
) -> NDArray[np.int64]:
    """The numbers, in order, of the rows whose value the other table, or the rest of this one, does not hold.

    Raises:
        LushanError: the other table was never landed, and a row refers to it.
    """
    held, without = "", []
    if rule.table == contract.id:
        target = rule.refers_to.rpartition(".")[2]
        held = f"SELECT CAST(value AS VARCHAR) AS known FROM {staged.good(connection, target, 'referred')}"
    elif (other := references[rule.refers_to]) is not None:
        files = ", ".join(literal(str(file)) for file in other.files)
        target = name(rule.refers_to.rpartition(".")[2])
        held = (
            f"SELECT CAST({target} AS VARCHAR) AS known "
            f"FROM read_parquet([{files}], hive_partitioning = false, union_by_name = true)"
        )
        without = _held(connection, held, staged.texts(rule.column))
    rows = staged.good(connection, rule.column, "referring", without)
    if not held:
        if connection.execute(f"SELECT value FROM {rows} WHERE value IS NOT NULL LIMIT 1").fetchall():
            raise LushanError(
                f"{rule.column} refers to {rule.table}, which has not been landed",
                where=contract.id,
                mend=f"land {rule.table} first",
            )
        return np.zeros(0, np.int64)
    found = connection.execute(  # NOT IN, and not an anti join, because that would make a hash table of the many rows
        f"SELECT number FROM {rows} WHERE value IS NOT NULL AND CAST(value AS VARCHAR) NOT IN "
        f"(SELECT known FROM ({held}) WHERE known IS NOT NULL) ORDER BY number"
    )
    numbers: NDArray[np.int64] = found.to_arrow_table()["number"].to_numpy()
    return numbers


def _held(connection: duckdb.DuckDBPyConnection, held: str, texts: Sequence[str]) -> list[str]:
    """Those of a few texts that are held: their rows need not be looked at."""
    if not texts:
        return []
    listed = f"SELECT unnest([{', '.join(map(literal, texts))}])"
    found = connection.execute(f"SELECT DISTINCT known FROM ({held}) WHERE known IN ({listed})").fetchall()
    return [text for (text,) in found]


def _picked(staged: Staged, numbers: NDArray[np.int64], called: str) -> str:
    """The SQL that reads some of the staged rows, by their numbers."""
    return f"read_parquet({literal(str(staged.pick(numbers, staged.file.with_name(f'{called}.parquet'))))})"


def _source(contract: Contract) -> str:
    """A good row as text, for the quarantine; its source was not kept, but its values are the same."""
    return f"to_json({{{', '.join(f'{literal(c)}: {name(c)}' for c in contract.names)}}})"
