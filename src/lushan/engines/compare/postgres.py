"""A side that lies in PostgreSQL: hashed there; only the rows of segments that differ leave it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from lushan.engines.compare.cut import ROWS, leading, within
from lushan.engines.compare.desk import Desk
from lushan.engines.compare.field import Field
from lushan.engines.compare.questions import Questions, quoted
from lushan.engines.compare.side import SUMS, Extent, Sums
from lushan.engines.compare.values import POSTGRES
from lushan.errors import LushanError

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: How many rows are hashed by one statement, so that an interrupted comparison has kept those before it.
AT_ONCE = 1_000_000
#: How many ranges of the key are named to the planner; of more, only the ends are.
RANGES = 50
#: How long a row may be, in bytes; DuckDB takes sixteen times as much to read them.
LINE = 8_000_000
#: What makes values be written alike whatever the database's settings.
SETTINGS = ("TIME ZONE 'UTC'", "DateStyle = 'ISO, YMD'", "extra_float_digits = 1", "client_encoding = 'UTF8'")


class Postgres:
    """A table or query in PostgreSQL, read in one transaction that sees one state of the database.

    A plain table knows which transaction wrote each row (``xmin``). So what was kept of it is brought up to date by
    one scan that hashes nothing: segments are hashed again where a row is younger than what was kept, or where rows
    are gone.

    Args:
        relation: the table's name, or a query in parentheses with a name.
        plain: whether it is a table, and not a view or a query.
    """

    speech, own = POSTGRES, False

    def __init__(self, desk: Desk, name: str, connection: Connection, relation: str, plain: bool) -> None:
        self.desk, self.name, self.connection, self.relation, self.plain = desk, name, connection, relation, plain
        self._extents: dict[str | None, Extent] = {}
        self._fetched = 0

    def fields(self) -> list[Field]:
        """Its columns, as PostgreSQL describes them."""
        with self._telling():
            result = self.connection.exec_driver_sql(f"SELECT * FROM {self.relation} LIMIT 0")
            described: Any = result.cursor.description
            return [Field.of(column.name, column.type_display) for column in described]

    def extent(self, leading: str | None) -> Extent:
        """How its key begins."""
        if leading not in self._extents:
            ends = f"min({leading}), max({leading})" if leading else "NULL, NULL"
            self._extents[leading] = Extent(*self._ask(f"SELECT {ends}, count(*) FROM {self.relation}")[0])
        return self._extents[leading]

    def sums(
        self, questions: Questions, kept: Mapping[str, Sums], keep: Callable[[Mapping[str, Sums]], None]
    ) -> dict[str, Sums]:
        """The checksums of the whole table, as its only part."""
        part = questions.digest(hashlib.sha256(f"{self.name} {self.relation}".encode()).hexdigest())
        seen = self._ask("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")[0][0] if self.plain else ""
        current: dict[int, tuple[int, int]] = {}
        wanted = None
        if self.plain and part in kept and kept[part].seen:
            current, wanted = self._still_so(questions, kept[part])
        hashed = 0
        for condition in self._steps(questions, wanted):
            found = self._ask(questions.sums(self.relation, where=condition))
            current |= {segment: (rows, checksum) for segment, rows, checksum in found}
            hashed += sum(rows for _, rows, _ in found)
            keep({part: Sums(_table(current), seen, hashed)})
        return {part: Sums(_table(current), seen, hashed)}

    def rows(self, questions: Questions, segments: Collection[int], without: Collection[str]) -> str:  # noqa: ARG002
        """The rows of some segments, copied to the desk's folder as text."""
        self._fetched += 1
        file = self.desk.folder / f"{self._fetched}-{id(self)}.csv"
        query = questions.rows(self.relation, self._within(questions, segments))
        with self._telling(), file.open("wb") as written:
            driver: Any = self.connection.connection.driver_connection
            with driver.cursor().copy(f"COPY ({query}) TO STDOUT (FORMAT csv)") as copy:
                for block in copy:
                    written.write(block)
        columns = ", ".join(["'segment': 'BIGINT'", *(f"'c{n}': 'VARCHAR'" for n in range(len(questions.pairs)))])
        options = (
            f"header = false, auto_detect = false, delim = ',', quote = '\"', escape = '\"', columns = {{{columns}}}"
        )
        return f"read_csv('{file}', {options}, allow_quoted_nulls = false, max_line_size = {LINE})"

    def _still_so(self, questions: Questions, kept: Sums) -> tuple[dict[int, tuple[int, int]], list[int]]:
        """The checksums that still hold, and the segments whose do not."""
        held = {row["segment"]: (row["row_count"], row["checksum"]) for row in kept.table.to_pylist()}
        # age() counts back from now, so it is right across the wrap of the short transaction numbers in rows
        young = f"age(xmin) <= age(CAST(CAST('{kept.seen}' AS xid8) AS xid))"
        scan = f"SELECT {questions.segment}, count(*), bool_or({young}) FROM {self.relation} GROUP BY 1"
        scanned = self._ask(scan)
        changed = [segment for segment, rows, young in scanned if young or held.get(segment, (None,))[0] != rows]
        there = {segment for segment, _, _ in scanned} - set(changed)
        return {segment: held[segment] for segment in there}, sorted(changed)

    def _steps(self, questions: Questions, segments: Sequence[int] | None) -> Iterator[str]:
        """The conditions of the statements that hash some segments, or all."""
        if segments is not None:
            size = len(segments) if questions.cut.bits is None else AT_ONCE // ROWS
            for start in range(0, len(segments), size or 1):
                yield self._within(questions, segments[start : start + size])
            return
        first = questions.pairs[0]
        column = leading(first, quoted(first.left.name)) if questions.key else None
        if column is None or questions.cut.bits is None:
            yield ""
            return
        extent = self.extent(column)
        if extent.low is None or extent.high is None:
            yield ""  # all of them begin with nothing
            return
        low, high = extent.low >> questions.cut.bits, extent.high >> questions.cut.bits
        step = -(-(high - low + 1) // max(1, extent.rows // AT_ONCE))
        for start in range(low, high + 1, step):
            ends = [(start << questions.cut.bits, (min(start + step, high + 1) << questions.cut.bits) - 1)]
            yield within(first, quoted(first.left.name), ends)
        if not low <= 0 <= high:
            yield f"{quoted(first.left.name)} IS NULL"

    def _within(self, questions: Questions, segments: Collection[int]) -> str:
        ranges = questions.cut.ranges(segments)
        conditions = []
        if len(ranges) != 1 or questions.cut.ways > 1:
            conditions.append(f"{questions.segment} = ANY(ARRAY[{', '.join(map(str, sorted(segments)))}]::bigint[])")
        if ranges:
            first = questions.pairs[0]
            named = ranges if len(ranges) <= RANGES else [(ranges[0][0], ranges[-1][1])]
            conditions.append(within(first, quoted(first.left.name), named))
        return " AND ".join(conditions)

    def _ask(self, query: str) -> list[Any]:
        with self._telling():
            return list(self.connection.exec_driver_sql(query).fetchall())

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell what the database refuses, or that it is gone, as a refusal that names it."""
        from sqlalchemy.exc import SQLAlchemyError

        try:
            yield
        except (SQLAlchemyError, self.connection.dialect.loaded_dbapi.Error) as error:
            raise refused(self.name, error) from error


def refused(name: str, error: Exception) -> LushanError:
    """What a database said, as a refusal."""
    cause = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
    return LushanError(
        f"the database refused or is gone: {cause}",
        where=name,
        mend="see to the URL, the network and the database, and repeat the comparison; with --keep it goes on from the "
        "segments that were hashed",
    )


def _table(sums: Mapping[int, tuple[int, int]]) -> pa.Table:
    rows = [
        {"segment": segment, "row_count": n, "checksum": checksum} for segment, (n, checksum) in sorted(sums.items())
    ]
    return pa.Table.from_pylist(rows, schema=SUMS)
