"""Where tables lie: files, a DuckDB file, any database that SQLAlchemy reaches."""

from __future__ import annotations

import glob
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from lushan.engines.compare.desk import Desk, reading
from lushan.engines.compare.local import Local
from lushan.engines.compare.questions import quoted
from lushan.engines.compare.side import Side
from lushan.errors import LushanError

CSV = (".csv", ".csv.gz", ".tsv")


@dataclass(frozen=True)
class Files:
    """Parquet files, or CSV files in UTF-8 whose first line names the columns.

    Args:
        name: what the table is called.
        parts: the files of each part, by an identity that changes when they do.
        query: what is compared, where it is not the files as they are; they are its table ``source``.
        options: further options of DuckDB's reader.
    """

    name: str
    parts: Mapping[str, Sequence[Path]] = field(hash=False)
    query: str = ""
    options: str = ""

    @classmethod
    def at(cls, path: str, query: str = "") -> Files:
        """The files that a path names; ``*`` stands for any characters.

        Raises:
            LushanError: there are none.
        """
        found = sorted(Path(each) for each in glob.glob(path))  # noqa: PTH207 (the path may be absolute)
        if not found:
            raise LushanError("there is no such file", where=path, mend="see that the path is right")
        return cls(path, {identity(file): (file,) for file in found}, query)

    @contextmanager
    def open(self, desk: Desk) -> Iterator[Side]:
        """The side, ready to be asked."""
        untyped = not self.query and any(str(f).endswith(CSV) for part in self.parts.values() for f in part)
        if not self.query:
            yield Local(desk, self.name, self.parts, self._table, untyped)
            return
        table = self._table([file for part in self.parts.values() for file in part])
        made = f"(WITH source AS (SELECT * FROM {table}) {self.query})"
        whole = hashlib.sha256("\n".join([*sorted(self.parts), self.query]).encode()).hexdigest()
        yield Local(desk, self.name, {whole: ()}, lambda _: made)

    def _table(self, files: Sequence[Path]) -> str:
        listed = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
        csv = any(str(file).endswith(CSV) for file in files)
        reader, options = (
            ("read_csv", ", header = true, all_varchar = true, allow_quoted_nulls = false")
            if csv
            else ("read_parquet", "")
        )
        if not files:  # all of them are the other side's too
            files = next(iter(self.parts.values()))
            return f"(SELECT * FROM {self._table(files)} WHERE false)"
        return f"{reader}([{listed}]{options}{self.options})"


@dataclass(frozen=True)
class DuckFile:
    """A table or view of a DuckDB file, or a query on it."""

    name: str
    path: Path
    table: str = ""
    query: str = ""

    @contextmanager
    def open(self, desk: Desk) -> Iterator[Side]:
        """The side, ready to be asked; the file is attached to be read only.

        Raises:
            LushanError: there is no such file, or another process writes to it.
        """
        if not self.path.exists():
            raise LushanError("this file is not there", where=self.name, mend="see that the path is right")
        known = hashlib.sha256(self.name.encode()).hexdigest()[:8]
        file = str(self.path).replace("'", "''")
        with reading(self.name):
            desk.say(f"ATTACH IF NOT EXISTS '{file}' AS file_{known} (READ_ONLY)")
        names = ".".join(quoted(part) for part in self.table.split("."))
        made = f"({self.query.strip().rstrip(';')})" if self.query else f"file_{known}.{names}"
        if self.query:
            desk.say(f"USE file_{known}")
        wal = Path(f"{self.path}.wal")
        identities = identity(self.path) + (identity(wal) if wal.exists() else "") + self.table + self.query
        yield Local(desk, self.name, {identities: ()}, lambda _: made)


def identity(file: Path) -> str:
    """What tells a file from itself after it was changed: its place, its size and when it was written."""
    stat = file.stat()
    return f"{file.resolve()} {stat.st_size} {stat.st_mtime_ns}"
