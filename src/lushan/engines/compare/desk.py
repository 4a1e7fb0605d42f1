"""The desk: an embedded DuckDB on which checksums are laid beside each other, and the rows that were fetched."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from lushan.errors import LushanError


class Desk:
    """A DuckDB of our own, with a folder for what does not fit into memory; both are gone afterwards."""

    def __init__(self, memory: str, folder: Path | None = None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="lushan-compare-", dir=folder))
        self._connection = duckdb.connect(config={"memory_limit": memory, "temp_directory": str(self.folder / "spill")})
        self._connection.execute("SET TimeZone = 'UTC'; SET preserve_insertion_order = false")
        self._connection.execute("SET enable_progress_bar = false")  # it would be drawn into what the command prints

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *error: object) -> None:
        self._connection.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def say(self, statement: str) -> None:
        """Carry out a statement."""
        self._connection.execute(statement).fetchall()

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        return self._connection.execute(query).fetchall()

    def arrow(self, query: str) -> pa.Table:
        """The rows of a query, in Arrow."""
        return self._connection.execute(query).to_arrow_table()

    def stream(self, query: str) -> pa.RecordBatchReader:
        """The rows of a query, as batches that are read one after the other."""
        return self._connection.execute(query).to_arrow_reader(100_000)

    def lay(self, name: str, rows: pa.Table) -> None:
        """Lay a table on the desk, in place of one that bears the name."""
        self._connection.register("laid", rows)
        self.say(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM laid")
        self._connection.unregister("laid")


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Tell what goes wrong while a side is read as a refusal that names the side."""
    try:
        yield
    except duckdb.Error as error:
        raise LushanError(
            str(error).strip().splitlines()[0],
            where=name,
            mend="see to the file, or read it by a query that casts what does not fit",
        ) from error
