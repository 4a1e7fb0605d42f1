"""The first scan of a landing: every row of the source typed and put down in its order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from lushan.contracts import Contract
from lushan.contracts.sql import literal, name
from lushan.warehouse.landing.compile import SOURCE, Query, raw

#: What a staged row that breaks a rule holds beside its columns: itself as it came. No column can bear this name.
DETAIL = name("row:detail")
BROKEN, GOOD = f"{DETAIL} IS NOT NULL", f"{DETAIL} IS NULL"

#: The number of a row in its source, from 1; the header is not counted.
NUMBER = "file_row_number + 1"

#: Some expressions make DuckDB forget the order of rows, by which they are numbered; it is told to keep it. A
#: dictionary of more values than these saves no room, and the writer is the longer at work on it.
FORMAT = "(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, DICTIONARY_SIZE_LIMIT 4096, PRESERVE_ORDER true)"


@dataclass(frozen=True)
class Staged:
    """The typed rows of a source in a file.

    Args:
        marked: whether rows break rules, each of these with its detail; otherwise the file has the contract's columns
            and no more.
    """

    file: Path
    marked: bool

    @property
    def rows(self) -> int:
        """How many there are."""
        return int(pq.read_metadata(self.file).num_rows)

    @property
    def scan(self) -> str:
        """The SQL that reads them, each with its number from 0 as ``file_row_number``."""
        rows = f"read_parquet({literal(str(self.file))}, file_row_number = true)"
        return rows if self.marked else f"(SELECT *, CAST(NULL AS VARCHAR) AS {DETAIL} FROM {rows})"


def stage(connection: duckdb.DuckDBPyConnection, contract: Contract, query: Query, folder: Path) -> Staged:
    """Type the source in one scan.

    The first row that breaks a rule ends the scan; it then begins anew and takes the trouble to mark such rows, which
    a source that keeps its contract is spared.
    """
    file = folder / "staged.parquet"
    columns = ", ".join(name(column) for column in contract.names)
    texts = ", ".join(f"{literal(column.name)}: CAST({raw(column)} AS VARCHAR)" for column in contract.columns)
    detail = f"to_json({{'source': {SOURCE}, 'raw': {{{texts}}}}})"
    broken, stop = query.any_broken(), literal(DETAIL)
    good = f"SELECT {columns} FROM ({query.typed}) WHERE CASE WHEN {broken} THEN error({stop}) ELSE true END"
    marked = f"SELECT {columns}, CASE WHEN {broken} THEN {detail} END AS {DETAIL} FROM ({query.typed})"
    try:
        connection.execute(f"COPY ({good}) TO {literal(str(file))} {FORMAT}")
        return Staged(file, marked=False)
    except duckdb.InvalidInputException as error:
        if DETAIL not in str(error):
            raise
    connection.execute(f"COPY ({marked}) TO {literal(str(file))} {FORMAT}")
    return Staged(file, marked=True)
