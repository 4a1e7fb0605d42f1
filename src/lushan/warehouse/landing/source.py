"""Opening a source: each kind of file, or a query, becomes a relation that DuckDB can scan."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from lushan.contracts.sql import literal
from lushan.errors import LushanError
from lushan.secrets import expand, safe
from lushan.warehouse.landing.encoding import as_utf8, encoding_of, open_bytes
from lushan.warehouse.landing.mapping import Mapping
from lushan.warehouse.landing.xes import read_xes

BATCH = 50_000
DELIMITERS = ",;\t|"


@dataclass(frozen=True)
class Relation:
    """A source as DuckDB scans it: the SQL behind FROM, and the type of each of its columns."""

    sql: str
    types: dict[str, str]


def open_source(connection: duckdb.DuckDBPyConnection, source: str, mapping: Mapping, folder: Path) -> Relation:
    """The relation of a source.

    Args:
        source: a path, or the URL of a database; the mapping then holds the query.
        folder: where temporary files may be written.

    Raises:
        LushanError: the source is not there, is of no known kind, or cannot be read.
    """
    if "://" in source:
        return _described(connection, _staged(_query(source, mapping), folder), source)
    path = Path(source)
    if not path.exists():
        raise LushanError("this file is not there", where=source, mend="see that the path is right")
    if path.stat().st_size == 0:
        raise LushanError("this file is empty", where=source, mend="ask for the file again")
    kind = "".join(path.suffixes[-2:]).lower().removesuffix(".gz").rsplit(".", 1)[-1]
    match kind:
        case "csv" | "txt" | "tsv" | "asc":
            sql = _csv(path, mapping, folder)
        case "parquet":
            sql = f"read_parquet({literal(source)})"
        case "jsonl" | "ndjson" | "json":
            how = "format = 'newline_delimited', sample_size = -1, convert_strings_to_integers = false"
            sql = f"read_json({literal(source)}, {how})"
        case "xlsx":
            sql = _staged(_excel(path, mapping), folder)
        case "xes":
            with open_bytes(path) as file:
                sql = _staged(read_xes(file, mapping.rows, source), folder)
        case _:
            raise LushanError(
                f"a source of the kind .{kind} is not known",
                where=source,
                expected=".csv, .xlsx, .parquet, .jsonl, .xes (also .gz), or a database's URL",
                mend="save it as one of these",
            )
    return _described(connection, sql, source)


def _described(connection: duckdb.DuckDBPyConnection, sql: str, source: str) -> Relation:
    try:
        rows = connection.execute(f"DESCRIBE SELECT * FROM {sql}").fetchall()
    except duckdb.Error as error:
        raise refused(source, error) from error
    return Relation(sql, {row[0]: row[1] for row in rows})


def _csv(path: Path, mapping: Mapping, folder: Path) -> str:
    encoding = encoding_of(path, mapping.encoding)
    readable = as_utf8(path, encoding, folder)
    with open_bytes(readable) as file:
        head = io.TextIOWrapper(file, "utf-8-sig", errors="replace").readline()
    delimiter = mapping.delimiter or max(DELIMITERS, key=head.count)
    header = next(csv.reader([head], delimiter=delimiter))
    if len(set(header)) != len(header):
        twice = sorted({column for column in header if header.count(column) > 1})
        raise LushanError(f"two columns are called {', '.join(twice)}", where=f"{path}:1", mend="rename one of them")
    columns = ", ".join(f"{literal(column)}: 'VARCHAR'" for column in header)
    return (
        f"read_csv({literal(str(readable))}, columns = {{{columns}}}, header = true, auto_detect = false, "
        f"delim = {literal(delimiter)}, quote = '\"', escape = '\"', strict_mode = true)"
    )


def _excel(path: Path, mapping: Mapping) -> Iterator[dict[str, Any]]:
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # a broken zip, a missing part: openpyxl has no error of its own
        raise LushanError(f"this is not a workbook: {error}", where=str(path), mend="save it again as .xlsx") from error
    if mapping.sheet and mapping.sheet not in book.sheetnames:
        raise LushanError(
            f"there is no sheet {mapping.sheet}",
            where=str(path),
            expected=", ".join(book.sheetnames),
            mend="correct sheet:",
        )
    rows = (book[mapping.sheet] if mapping.sheet else book.worksheets[0]).iter_rows(values_only=True)
    header = [str(cell) for cell in next(rows, ())]
    for row in rows:
        if any(cell is not None for cell in row):
            yield dict(zip(header, row, strict=False))


def _query(url: str, mapping: Mapping) -> Iterator[dict[str, Any]]:
    if not mapping.query:
        raise LushanError("a database is read by a query", where=safe(url), mend="write query: in the mapping")
    try:
        engine = create_engine(expand(url, safe(url)))
        with engine.connect().execution_options(stream_results=True, yield_per=BATCH) as connection:
            for row in connection.execute(text(mapping.query)).mappings():
                yield dict(row)
    except SQLAlchemyError as error:
        cause = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise LushanError(
            f"the database refused the query: {cause}", where=safe(url), mend="see to the URL, the network and query:"
        ) from None


def _staged(rows: Iterable[dict[str, Any]], folder: Path) -> str:
    """Rows as text in Parquet files, a batch each, so that memory stays bounded."""
    count, batch = 0, []
    for row in rows:
        batch.append({key: _text(value) for key, value in row.items()})
        if len(batch) == BATCH:
            _write(batch, folder / f"source-{count:06}.parquet")
            count, batch = count + 1, []
    if batch or not count:
        _write(batch or [{}], folder / f"source-{count:06}.parquet")
    return f"read_parquet({literal(str(folder / 'source-*.parquet'))}, union_by_name = true)"


def _write(batch: list[dict[str, str | None]], path: Path) -> None:
    names = list(dict.fromkeys(key for row in batch for key in row))
    columns = {column: pa.array([row.get(column) for row in batch], pa.string()) for column in names}
    pq.write_table(pa.table(columns), path)


def _text(value: Any) -> str | None:
    if value is None:
        return None
    return value.isoformat(sep=" ") if hasattr(value, "hour") and hasattr(value, "year") else str(value)


def refused(source: str, error: duckdb.Error) -> LushanError:
    """The message for a source that DuckDB could not read to its end."""
    said = str(error)
    first = next((line.strip() for line in said.splitlines() if line.strip()), said)
    line = re.search(r"[Ll]ine:? (\d+)", said)
    where = f"{source}:{line[1]}" if line else source
    if "No space left" in said:
        return LushanError("the disk is full", where=source, mend="make room and land it again; nothing was changed")
    if "Expected Number of Columns" in said or "CSV Error" in said:
        counts = re.search(r"Expected Number of Columns: (\d+) Found: (\d+)", said)
        found = f"the row has {counts[2]} columns, the header {counts[1]}" if counts else first
        return LushanError(
            found, where=where, mend="the file was cut short or its quotes do not close: ask for it again"
        )
    if "utf-8" in said.lower() or "unicode" in said.lower():
        return LushanError(
            "a byte is not UTF-8", where=where, mend="name the encoding in the mapping: encoding: gb18030"
        )
    return LushanError(f"it cannot be read: {first}", where=where, mend="ask for the file again; nothing was changed")
