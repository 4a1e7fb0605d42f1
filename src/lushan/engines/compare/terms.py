"""On what terms two tables are compared: by which key, which columns, how exactly."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Terms:
    """On what terms two tables are compared. Columns are named as the left side names them.

    Args:
        key: the columns that name a row; none compares the tables as multisets of rows.
        columns: the columns that are compared beside the key; none says all.
        ignored: columns that are left out.
        renamed: what the right side calls a column that bears another name there.
        tolerances: how far values of a column may lie apart and still count as equal, both ends included:
            numbers in their own unit, dates and times in seconds.
        zone: the time zone in which a time without a zone is read, where the other side's has one.
    """

    key: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    tolerances: tuple[tuple[str, Decimal], ...] = ()
    zone: str = "UTC"
