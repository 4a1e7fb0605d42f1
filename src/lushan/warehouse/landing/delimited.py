"""Delimited text: its header is read here, its rows by DuckDB."""

from __future__ import annotations

import csv
from pathlib import Path

from lushan.contracts.sql import literal
from lushan.errors import LushanError
from lushan.warehouse.landing.encoding import plain_text, wrong_byte
from lushan.warehouse.landing.mapping import Mapping
from lushan.warehouse.landing.names import see_names

DELIMITERS = ",;\t|"
HEAD = 1 << 20


def read_delimited(path: Path, mapping: Mapping, folder: Path) -> str:
    """The SQL that reads a delimited file, each column as text.

    Raises:
        LushanError: the encoding is another than it should be, or the header does not name each column once.
    """
    text = plain_text(path, mapping.encoding, folder)
    try:
        with text.open(encoding="utf-8-sig", newline="") as file:
            head = file.readline(HEAD)
            delimiter = mapping.delimiter or max(DELIMITERS, key=head.count)
            file.seek(0)
            one = len(delimiter) == 1
            header = next(csv.reader(file, delimiter=delimiter, strict=True)) if one else head.split(delimiter)
    except UnicodeDecodeError as error:
        raise wrong_byte(path, error.start, "utf-8") from None
    except (csv.Error, StopIteration) as error:
        raise LushanError(
            f"the header cannot be read: {error}", where=f"{path}:1", mend="see that its quotes close"
        ) from None
    names = see_names([name.strip().strip('"') for name in header], f"{path}:1")
    columns = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in names)
    return (
        f"read_csv({literal(str(text))}, columns = {{{columns}}}, header = true, auto_detect = false, "
        f"delim = {literal(delimiter)}, quote = '\"', escape = '\"', strict_mode = true)"
    )
