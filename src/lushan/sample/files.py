"""Writing a source file a batch at a time, in any kind; the same rows give the same bytes."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as pq

EPOCH = (1980, 1, 1, 0, 0, 0)


def write_file(path: Path, batches: Iterator[pa.Table], encoding: str = "utf-8") -> None:
    """Write batches to a file whose ending says its kind.

    Args:
        batches: tables of the same columns; their types may differ where the kind of file has none.
        encoding: of a CSV file; ``utf-8-sig`` begins it with a byte order mark.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    match path.suffix:
        case ".csv":
            _csv(path, batches, encoding)
        case ".xlsx":
            _workbook(path, batches)
        case ".jsonl":
            _lines(path, batches)
        case ".parquet":
            _parquet(path, batches)
        case _:
            raise ValueError(f"{path}: a sample has no file of the kind {path.suffix}")


def _csv(path: Path, batches: Iterator[pa.Table], encoding: str) -> None:
    with path.open("wb") as file:
        for number, batch in enumerate(batches):
            sink = pa.BufferOutputStream()
            csv.write_csv(batch, sink, csv.WriteOptions(include_header=number == 0))
            text = sink.getvalue().to_pybytes().decode()
            file.write(text.encode(encoding if number == 0 else encoding.removesuffix("-sig")))


def _lines(path: Path, batches: Iterator[pa.Table]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for batch in batches:
            for row in batch.to_pylist():
                file.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")


def _parquet(path: Path, batches: Iterator[pa.Table]) -> None:
    first = next(batches)
    with pq.ParquetWriter(path, first.schema, compression="zstd") as writer:
        writer.write_table(first)
        for batch in batches:
            writer.write_table(batch.cast(first.schema))


def _workbook(path: Path, batches: Iterator[pa.Table]) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for number, batch in enumerate(batches):
        if number == 0:
            sheet.append(batch.column_names)
        for row in batch.to_pylist():
            sheet.append(list(row.values()))
    written = BytesIO()
    book.save(written)
    _without_clock(written, path)


def _without_clock(written: BytesIO, path: Path) -> None:
    """Copy a workbook, and leave out when it was written."""
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2023-05-01T00:00:00Z", content)
            target.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
