"""Rows that Python reads, put down as text in Parquet files, so that DuckDB scans them in bounded memory."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lushan.contracts.sql import literal
from lushan.errors import LushanError

BATCH = 50_000
FILES = "source-*.parquet"


def put_down(rows: Iterable[dict[str, Any]], folder: Path, source: str) -> str:
    """Write rows, a file for each batch; returns the SQL that reads them in their order.

    Args:
        source: what the rows come from, for the message.

    Raises:
        LushanError: there is not one.
    """
    number, batch = 0, []
    for row in rows:
        batch.append({name: as_text(value) for name, value in row.items()})
        if len(batch) == BATCH:
            _write(batch, folder, number)
            number, batch = number + 1, []
    if batch:
        _write(batch, folder, number)
    elif not number:
        raise no_rows(source)
    return f"read_parquet({literal(str(folder / FILES))}, union_by_name = true)"


def no_rows(source: str) -> LushanError:
    """The message for a source without rows, by which a table would be emptied."""
    return LushanError("the source holds no rows", where=source, mend="ask for the file again, or see to the query")


def _write(batch: list[dict[str, str | None]], folder: Path, number: int) -> None:
    names = list(dict.fromkeys(name for row in batch for name in row))
    columns = {name: pa.array([row.get(name) for row in batch], pa.string()) for name in names}
    pq.write_table(pa.table(columns), folder / FILES.replace("*", f"{number:06}"))


def as_text(value: Any) -> str | None:
    """A value as a CSV file would hold it.

    >>> as_text(Decimal("1E+2")), as_text(12.0), as_text(True), as_text(datetime(2023, 4, 1, 8, 30))
    ('100', '12', 'true', '2023-04-01 08:30:00')
    """
    match value:
        case None | str():
            return value
        case bool():
            return str(value).lower()
        case float() if value.is_integer():
            return str(int(value))
        case float() | Decimal():
            return f"{Decimal(str(value)):f}"
        case datetime():
            return value.isoformat(sep=" ")
        case _:
            return str(value)
