"""Opening a source: each kind of file, or a query, becomes a relation that DuckDB can scan.

The libraries for workbooks and databases are loaded where there is one: they take longer than a small file.
"""

from __future__ import annotations

from collections.abc import Mapping as Names
from dataclasses import dataclass
from pathlib import Path

import duckdb

from lushan.contracts.sql import literal
from lushan.errors import LushanError
from lushan.secrets import safe
from lushan.warehouse.landing.delimited import read_delimited
from lushan.warehouse.landing.encoding import open_bytes, plain_text
from lushan.warehouse.landing.mapping import Mapping
from lushan.warehouse.landing.refusal import refused
from lushan.warehouse.landing.rows import put_down
from lushan.warehouse.landing.xes import read_xes


@dataclass(frozen=True)
class Relation:
    """A source as DuckDB scans it: what it is called, the SQL behind FROM, and the SQL type of each column."""

    source: str
    sql: str
    types: Names[str, str]


def open_source(connection: duckdb.DuckDBPyConnection, source: str, mapping: Mapping, folder: Path) -> Relation:
    """The relation of a source.

    Args:
        source: a path, or the URL of a database; the mapping then holds the query.
        folder: where temporary files may be written.

    Raises:
        LushanError: the source is not there, is of no known kind, or cannot be read.
    """
    if "://" in source:
        from lushan.warehouse.landing.query import read_query

        sql = put_down(read_query(source, mapping.query), folder, safe(source))
    else:
        sql = _file(connection, _present(source), mapping, folder)
    return Relation(safe(source), sql, _described(connection, sql, source))


def _present(source: str) -> Path:
    path = Path(source)
    if not path.exists():
        raise LushanError("this file is not there", where=source, mend="see that the path is right")
    if path.is_dir():
        raise LushanError("this is a folder", where=source, mend="name a file in it")
    if path.stat().st_size == 0:
        raise LushanError("this file is empty", where=source, mend="ask for the file again")
    return path


def _file(connection: duckdb.DuckDBPyConnection, path: Path, mapping: Mapping, folder: Path) -> str:
    kind = path.name.lower().removesuffix(".gz").rpartition(".")[-1]
    match kind:
        case "csv" | "txt" | "tsv" | "asc":
            return read_delimited(path, mapping, folder)
        case "jsonl" | "ndjson" | "json":
            return _json(connection, path, mapping, folder)
        case "parquet":
            link = folder / "source.parquet"  # under a name without the signs of a pattern or a partition
            link.symlink_to(path.absolute())
            return f"read_parquet({literal(str(link))})"
        case "xlsx":
            from lushan.warehouse.landing.workbook import read_workbook

            return put_down(read_workbook(path, mapping.sheet), folder, str(path))
        case "xes":
            with open_bytes(path) as file:
                return put_down(read_xes(file, mapping.rows, str(path)), folder, str(path))
    raise LushanError(
        f"a source of the kind .{kind} is not known" if "." in path.name else "a file's ending tells its kind",
        where=str(path),
        expected=".csv, .xlsx, .parquet, .jsonl, .xes (also .gz), or a database's URL",
        mend="save it as one of these",
    )


def _json(connection: duckdb.DuckDBPyConnection, path: Path, mapping: Mapping, folder: Path) -> str:
    """The SQL that reads JSON lines, each value as text, so that nothing guesses what it is."""
    text = literal(str(plain_text(path, mapping.encoding, folder)))
    how = "format = 'newline_delimited', maximum_object_size = 33554432"
    guessed = f"read_json({text}, {how}, sample_size = -1, maximum_depth = 1)"
    names = _described(connection, guessed, str(path))
    if list(names) == ["json"]:  # what DuckDB calls a line that is no object
        raise LushanError("its lines hold no names with values", where=str(path), expected='{"name": "value", …}')
    columns = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in names)
    return f"read_json({text}, {how}, columns = {{{columns}}})"


def _described(connection: duckdb.DuckDBPyConnection, sql: str, source: str) -> dict[str, str]:
    try:
        rows = connection.execute(f"DESCRIBE SELECT * FROM {sql}").fetchall()
    except duckdb.Error as error:
        raise refused(safe(source), error) from error
    return {row[0]: row[1] for row in rows}
