"""A side that the desk reads itself: Parquet and CSV files, a table of a DuckDB file, a query over them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from lushan.engines.compare.cut import within
from lushan.engines.compare.desk import Desk, reading
from lushan.engines.compare.field import Field
from lushan.engines.compare.questions import Questions, quoted
from lushan.engines.compare.side import SUMS, Extent, Sums
from lushan.engines.compare.values import DUCKDB


class Local:
    """A table in parts that never change: a part is known by its identity, and is hashed once.

    Args:
        parts: the files of each part, by its identity; a part without files is the whole of a table.
        relation: the table made of some files, as SQL.
        untyped: whether its values are text only because the files know no types.
    """

    speech, own = DUCKDB, True

    def __init__(
        self,
        desk: Desk,
        name: str,
        parts: Mapping[str, Sequence[Path]],
        relation: Callable[[Sequence[Path]], str],
        untyped: bool = False,
    ) -> None:
        self.desk, self.name, self.parts, self.relation, self.untyped = desk, name, parts, relation, untyped

    def fields(self) -> list[Field]:
        """Its columns, as DuckDB describes them."""
        with reading(self.name):
            described = self.desk.ask(f"DESCRIBE SELECT * FROM {self.all}")
        fields = [Field.of(name, type) for name, type, *_ in described]
        return [replace(field, kind="untyped") for field in fields] if self.untyped else fields

    def extent(self, leading: str | None) -> Extent:
        """How its key begins."""
        ends = f"min({leading}), max({leading})" if leading else "NULL, NULL"
        with reading(self.name):
            low, high, rows = self.desk.ask(f"SELECT {ends}, count(*) FROM {self.all}")[0]
        return Extent(low, high, rows)

    def sums(
        self, questions: Questions, kept: Mapping[str, Sums], keep: Callable[[Mapping[str, Sums]], None]
    ) -> dict[str, Sums]:
        """The checksums of its parts; only parts that were never hashed are read."""
        names = {self._key(questions, identity): identity for identity in self.parts}
        missing = {key: self.parts[identity] for key, identity in names.items() if key not in kept}
        with reading(self.name):
            hashed = self._hashed(questions, missing)
        rows = {key: pc.sum(table["row_count"]).as_py() or 0 for key, table in hashed.items()}
        fresh = {key: Sums(table, fresh=rows[key] if questions.told is None else 0) for key, table in hashed.items()}
        if fresh:
            keep(fresh)
        return {key: replace(kept[key], fresh=0) for key in names if key in kept} | fresh

    def rows(self, questions: Questions, segments: Collection[int], without: Collection[str]) -> str:
        """The rows of some segments; files of parts without any of them are not read."""
        files = [
            f for identity, part in self.parts.items() if self._key(questions, identity) not in without for f in part
        ]
        conditions = []
        if ranges := questions.cut.ranges(segments):
            first, ends = questions.pairs[0], (ranges[0][0], ranges[-1][1])
            conditions.append(within(first, quoted(first.left.name), [ends]))
        if len(ranges) != 1 or questions.cut.ways > 1:
            conditions.append(f"{questions.segment} IN (SELECT segment FROM differing)")
        return f"({questions.rows(self.relation(files), ' AND '.join(conditions))})"

    @property
    def all(self) -> str:
        """The whole table, as SQL."""
        return self.relation([file for files in self.parts.values() for file in files])

    def _key(self, questions: Questions, identity: str) -> str:
        """The name of a part's checksums; what DuckDB hashes its own way, another version may hash in another."""
        return questions.digest(identity, "" if questions.texts else duckdb.__version__)

    def _hashed(self, questions: Questions, parts: Mapping[str, Sequence[Path]]) -> dict[str, pa.Table]:
        """The checksums of parts, in one reading of all their files."""
        if not parts:
            return {}
        files = [file for part in parts.values() for file in part]
        if not files:  # not files at all
            return {key: self.desk.arrow(questions.sums(self.relation([]))).cast(SUMS) for key in parts}
        if len(parts) == 1:
            return {key: self.desk.arrow(questions.sums(self.relation(files))).cast(SUMS) for key in parts}
        self.desk.lay("parts", pa.table({
            "file": pa.array(range(len(files)), pa.int64()),
            "part": [number for number, part in enumerate(parts.values()) for _ in part],
        }))  # fmt: skip
        by_file = questions.sums(self.relation(files), by="file_index AS file")
        total = f"CAST(sum(checksum) % {2**60} AS BIGINT)"
        table = self.desk.arrow(
            f"SELECT part, segment, CAST(sum(row_count) AS BIGINT) AS row_count, {total} AS checksum "
            f"FROM ({by_file}) JOIN parts USING (file) GROUP BY part, segment ORDER BY part"
        )
        return {
            key: table.filter(pc.equal(table["part"], number)).drop_columns("part").cast(SUMS)
            for number, key in enumerate(parts)
        }
