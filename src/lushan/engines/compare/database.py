"""Tables in any database that SQLAlchemy reaches: PostgreSQL is asked where it is, others are read once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from lushan.engines.compare.desk import Desk
from lushan.engines.compare.local import Local
from lushan.engines.compare.postgres import SETTINGS, Postgres, refused
from lushan.engines.compare.questions import quoted
from lushan.engines.compare.side import Side
from lushan.errors import LushanError

if TYPE_CHECKING:
    from sqlalchemy import Connection

AHEAD = 50_000


@dataclass(frozen=True)
class Database:
    """A table or a query in a database; it is only read, and as one state of it where it can do that.

    Args:
        name: what the table is called; it tells no password.
        url: of the database, as SQLAlchemy writes it.
        table: its name, with its schema if it needs one; or
        query: what is compared instead.
    """

    name: str
    url: str = field(repr=False)
    table: str = ""
    query: str = ""

    @contextmanager
    def open(self, desk: Desk) -> Iterator[Side]:
        """The side, ready to be asked while the connection is open.

        Raises:
            LushanError: there is no such database, no driver for it, or it refuses.
        """
        from sqlalchemy import create_engine
        from sqlalchemy.exc import SQLAlchemyError
        from sqlalchemy.pool import NullPool

        try:
            engine = create_engine(self.url, poolclass=NullPool)
            connection = engine.connect().execution_options(no_parameters=True)
        except ModuleNotFoundError as error:
            raise LushanError(
                f"the driver {error.name} is not installed", where=self.name,
                mend="pip install 'lushan[postgres]', or the driver",
            ) from None  # fmt: skip
        except (SQLAlchemyError, ValueError) as error:
            raise refused(self.name, error) from None
        with connection:
            if (engine.dialect.name, engine.dialect.driver) == ("postgresql", "psycopg"):
                yield self._postgres(desk, connection)
            else:
                yield self._read(desk, connection)

    def _postgres(self, desk: Desk, connection: Connection) -> Side:
        connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        for setting in SETTINGS:
            connection.exec_driver_sql(f"SET {setting}")
        if self.query:
            return Postgres(desk, self.name, connection, f"({self.query.strip().rstrip(';')}) AS asked", plain=False)
        relation = ".".join(quoted(part) for part in self.table.split("."))
        found = connection.exec_driver_sql(
            f"SELECT relkind FROM pg_class WHERE oid = to_regclass('{relation.replace(chr(39), chr(39) * 2)}')"
        ).fetchone()
        if found is None:
            raise LushanError(
                f"there is no table {self.table}", where=self.name, mend="name its schema too: #schema.table"
            )
        return Postgres(desk, self.name, connection, relation, plain=found[0] == "r")

    def _read(self, desk: Desk, connection: Connection) -> Side:
        """The rows as Parquet files on the desk: DuckDB then finds the types that hold all of them."""
        from sqlalchemy.exc import SQLAlchemyError

        folder = desk.folder / hashlib.sha256(self.name.encode()).hexdigest()[:8]
        folder.mkdir(exist_ok=True)
        content = hashlib.sha256()
        try:
            result = connection.execution_options(yield_per=AHEAD, stream_results=True).execute(
                self._statement(connection)
            )
            names = list(result.keys())
            files: list[Path] = []
            for rows in chain(result.partitions(AHEAD), [[]]):
                if rows or not files:
                    content.update(repr(rows).encode())
                    files.append(folder / f"{len(files):06}.parquet")
                    pq.write_table(_columns(names, rows), files[-1])
        except SQLAlchemyError as error:
            raise refused(self.name, error) from None
        listed = ", ".join(f"'{file}'" for file in files)
        relation = f"read_parquet([{listed}], union_by_name = true)"
        return Local(desk, self.name, {content.hexdigest(): ()}, lambda _: relation)

    def _statement(self, connection: Connection) -> Any:
        """What is read: a table with its declared types, or a query as it stands."""
        from sqlalchemy import MetaData, Table, select, text
        from sqlalchemy.exc import NoSuchTableError

        if self.query:
            return text(self.query)
        *schema, table = self.table.split(".")
        try:
            return select(Table(table, MetaData(), schema=".".join(schema) or None, autoload_with=connection))
        except NoSuchTableError:
            raise LushanError(
                f"there is no table {self.table}", where=self.name, mend="name it as #table, or as #schema.table"
            ) from None


def _columns(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    return pa.table({name: _column(list(column)) for name, column in zip(names, columns, strict=True)})


def _column(values: list[Any]) -> pa.Array:
    """Values as one type; as their text, where they have none in common."""
    try:
        return pa.array(values)
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        return pa.array([None if value is None else str(value) for value in values], pa.string())
