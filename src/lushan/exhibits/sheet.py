"""Rows as they are, for a reader to page through: the heads of their columns, and a file that spreadsheets open."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.csv as csv

from lushan.contracts import Contract
from lushan.words import Text

#: How many rows a page shows.
SIZE = 50
#: So that spreadsheets read the file as UTF-8.
MARK = "\ufeff".encode()
BATCH = 20_000


@dataclass(frozen=True)
class Head:
    """The head of a column: what it is called in the rows and by its contract, and whether it holds numbers."""

    name: str
    title: Text
    number: bool


def heads(schema: pa.Schema, contracts: Iterable[Contract]) -> Iterator[Head]:
    """The heads of some columns, called as the nearest contract calls them."""
    titles: dict[str, Text] = {}
    for contract in contracts:
        for column in contract.columns:
            titles.setdefault(column.name, column.title)
    for field in schema:
        kind = field.type
        number = pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind)
        yield Head(field.name, titles.get(field.name, Text("", "")), number)


def as_csv(rows: pa.Table) -> Iterator[bytes]:
    """Rows as CSV, a piece at a time.

    >>> b"".join(as_csv(pa.table({"line": ["企金"], "orders": [40]}))).decode("utf-8-sig")
    '"line","orders"\\n"企金",40\\n'
    """
    yield MARK
    buffer = io.BytesIO()
    with csv.CSVWriter(buffer, rows.schema) as writer:
        for batch in rows.to_batches(max_chunksize=BATCH):
            writer.write_batch(batch)
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()
