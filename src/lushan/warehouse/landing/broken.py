"""Which staged rows break which rules of their contract; what is told of them is the quarantine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from lushan.contracts import Contract, Rule
from lushan.contracts.sql import literal, name
from lushan.errors import LushanError
from lushan.warehouse.landing.compile import Check, Query, raw
from lushan.warehouse.landing.quarantine import COLUMNS, shown
from lushan.warehouse.landing.staged import BROKEN, DETAIL, GOOD, NUMBER, Staged
from lushan.warehouse.snapshot import Snapshot

#: The temporary table of what is told of rows: for each rule that a row breaks, a row of the quarantine.
TOLD = "told"
ORDER = 'ORDER BY row, "column", rule'
SHOWN = 5

#: How many hashes of keys are looked at together; they take 128 MB.
AT_ONCE = 1 << 24


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
    rules += _duplicates(connection, contract, staged)
    rules += _references(connection, contract, staged, references)
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
    """What the rows that are marked as broken are told, found in one scan of them."""
    texts = ", ".join(f"{DETAIL}->'raw'->>{literal(c.name)} AS {raw(c)}" for c in contract.columns)
    marked = f"SELECT *, {texts} FROM {staged.scan} WHERE {BROKEN}"
    told = ", ".join(
        f"CASE WHEN {check.told()} THEN {{'rule': {literal(check.rule)}, 'column': {literal(check.column)}, "
        f"'value': {name('raw:' + check.column) if check.column else 'NULL'}}} END"
        for check in checks
    )
    each = f"SELECT {NUMBER}, unnest([{told}]), {DETAIL}->>'source' FROM ({marked})"
    told_of = f"FROM ({each}) AS each(number, told, source) WHERE told IS NOT NULL"
    return f'SELECT number, told.rule, told."column", told.value, source {told_of}'


def _references(
    connection: duckdb.DuckDBPyConnection,
    contract: Contract,
    staged: Staged,
    references: Mapping[str, Snapshot | None],
) -> Iterator[str]:
    for rule in contract.rules:
        if rule.kind != "reference":
            continue
        if rule.table == contract.id:
            yield _dangling(contract, staged, rule, f"{staged.scan} WHERE {GOOD}")
        elif (other := references[rule.refers_to]) is not None:
            files = ", ".join(literal(str(file)) for file in other.files)
            held = f"read_parquet([{files}], hive_partitioning = false, union_by_name = true)"
            yield _dangling(contract, staged, rule, held)
        else:
            _unlanded(connection, contract, staged, rule)


def _unique_keys(contract: Contract) -> list[tuple[str, ...]]:
    """The columns, or combinations of them, that no two rows may share."""
    alone = [(rule.column,) for rule in contract.rules if rule.kind == "unique"]
    return [key for key in dict.fromkeys([contract.key, *alone]) if key]


def _duplicates(connection: duckdb.DuckDBPyConnection, contract: Contract, staged: Staged) -> Iterator[str]:
    """Rows whose key an earlier row has: the first is kept.

    Hashes find the few keys in question first, so that whole keys are compared for those alone.
    """
    for number, key in enumerate(_unique_keys(contract)):
        columns = ", ".join(name(column) for column in key)
        there = " AND ".join([GOOD, *(f"{name(column)} IS NOT NULL" for column in key)])
        hashes = f"SELECT hash({columns}) AS hash FROM {staged.scan} WHERE {there}"
        if len(shared := np.concatenate(list(_shared(connection, hashes, staged.rows)))):
            connection.register(f"shared_{number}", pa.table({"hash": shared}))
            yield (
                f"SELECT {NUMBER}, 'unique', {literal(', '.join(key))}, concat_ws(' ', {columns}), {_source(contract)} "
                f"FROM {staged.scan} WHERE {there} AND hash({columns}) IN (SELECT hash FROM shared_{number}) "
                f"QUALIFY row_number() OVER (PARTITION BY {columns} ORDER BY file_row_number) > 1"
            )


def _shared(connection: duckdb.DuckDBPyConnection, hashes: str, rows: int) -> Iterator[NDArray[np.uint64]]:
    """The hashes that several rows have; sorted a share at a time, which is quicker than to group them."""
    shares = rows // AT_ONCE + 1
    for share in range(shares):
        mine = connection.execute(f"SELECT hash FROM ({hashes}) WHERE hash % {shares} = {share}").to_arrow_table()
        found = np.sort(mine["hash"].to_numpy())
        yield np.unique(found[1:][found[1:] == found[:-1]])


def _unlanded(connection: duckdb.DuckDBPyConnection, contract: Contract, staged: Staged, rule: Rule) -> None:
    """See that no row refers to a table that is not there.

    Raises:
        LushanError: one does.
    """
    query = f"SELECT count({name(rule.column)}) FROM {staged.scan} WHERE {GOOD}"
    if (connection.execute(query).fetchone() or (0,))[0]:
        raise LushanError(
            f"{rule.column} refers to {rule.table}, which has not been landed",
            where=contract.id,
            mend=f"land {rule.table} first",
        )


def _dangling(contract: Contract, staged: Staged, rule: Rule, held: str) -> str:
    """Rows whose value the other table, or the rest of this one, does not hold."""
    column, target = rule.column, rule.refers_to.rsplit(".", 1)[-1]
    known = name("row:known")
    values = f"SELECT CAST({name(target)} AS VARCHAR) AS {known} FROM {held}"
    value = f"CAST({name(column)} AS VARCHAR)"
    return (
        f"SELECT {NUMBER}, 'reference', {literal(column)}, {value}, {_source(contract)} "
        f"FROM {staged.scan} ANTI JOIN ({values}) ON {value} = {known} WHERE {GOOD} AND {value} IS NOT NULL"
    )


def _source(contract: Contract) -> str:
    """A good row as text, for the quarantine; its source was not kept, but its values are the same."""
    return f"to_json({{{', '.join(f'{literal(c)}: {name(c)}' for c in contract.names)}}})"
