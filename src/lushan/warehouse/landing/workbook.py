"""Excel workbooks as rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Any

import openpyxl

from lushan.errors import LushanError
from lushan.warehouse.landing.names import see_names


def read_workbook(path: Path, sheet: str) -> Iterator[dict[str, Any]]:
    """The rows of a sheet under its header, those that are blank left out.

    Args:
        sheet: the sheet's name; empty for the first.

    Raises:
        LushanError: it is no workbook, it has no such sheet, or its header does not name each column once.
    """
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        if sheet and sheet not in book.sheetnames:
            raise LushanError(
                f"there is no sheet {sheet}",
                where=str(path),
                expected=", ".join(book.sheetnames),
                mend="correct sheet:",
            )
        rows = (book[sheet] if sheet else book.worksheets[0]).iter_rows(values_only=True)
        header = ["" if cell is None else str(cell).strip() for cell in next(rows, ())]
        while header and not header[-1]:
            header.pop()
        names = see_names(header, f"{path}, row 1")
        for row in rows:
            if any(cell is not None for cell in row):
                yield {name: _cell(value) for name, value in zip(names, row, strict=False)}
    except LushanError:
        raise
    except Exception as error:  # a broken archive, a missing part, wrong XML: openpyxl has no error of its own
        raise LushanError(
            f"the workbook cannot be read to its end: {error}",
            where=str(path),
            mend="the file was cut short, or is not .xlsx: ask for it again",
        ) from error


def _cell(value: Any) -> Any:
    """A cell's value; Excel keeps a day as its midnight and shows no more than 15 digits of a number."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    return float(f"{value:.15g}") if isinstance(value, float) else value
