"""What came of a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pyarrow as pa


@dataclass(frozen=True)
class ColumnResult:
    """In how many rows a column differs.

    Args:
        left_type, right_type: what the sides declare it as.
        compared_as: what both are compared as; see `lushan.engines.compare.field.Kind`.
        tolerance: how far values may lie apart; none: not at all.
        changed: in how many rows that both sides have it differs.
    """

    name: str
    left_type: str
    right_type: str
    compared_as: str
    key: bool
    tolerance: Decimal | None
    changed: int


@dataclass(frozen=True)
class Comparison:
    """What came of comparing two tables.

    Args:
        left, right: what the sides are called.
        key: the columns that name a row; none where whole rows are compared.
        columns: the columns that are compared, those of the key first.
        left_only, right_only: columns that the other side does not have.
        left_rows, right_rows: how many rows the sides have.
        missing: rows of the left side that the right side does not have.
        extra: rows of the right side that the left side does not have.
        changed: rows that both have, with another content.
        repeated_keys: whether among the rows that differ a key names several.
        segments: how many segments the tables have, and in how many the sides differ.
        hashed: how many rows of either side were hashed just now; the others' checksums had been kept.
        sample: the first rows that differ: ``difference`` (missing, extra or changed), ``columns`` (those that
            differ), the key, and of each compared column ``<name>_left`` and ``<name>_right``.
    """

    left: str
    right: str
    key: tuple[str, ...]
    columns: tuple[ColumnResult, ...]
    left_only: tuple[str, ...]
    right_only: tuple[str, ...]
    left_rows: int
    right_rows: int
    missing: int
    extra: int
    changed: int
    repeated_keys: bool
    segments: tuple[int, int]
    hashed: tuple[int, int]
    sample: pa.Table

    @property
    def same(self) -> bool:
        """Whether both sides hold the same rows in the same columns."""
        return not (self.missing or self.extra or self.changed or self.left_only or self.right_only)

    @property
    def facts(self) -> dict[str, Any]:
        """Everything but the rows, as JSON holds it."""
        columns = [
            {"name": c.name, "left_type": c.left_type, "right_type": c.right_type, "compared_as": c.compared_as,
             "key": c.key, "tolerance": None if c.tolerance is None else str(c.tolerance), "changed": c.changed}
            for c in self.columns
        ]  # fmt: skip
        names = ("left", "right", "key", "same", "left_rows", "right_rows", "missing", "extra", "changed",
                 "repeated_keys", "left_only", "right_only")  # fmt: skip
        facts = {name: getattr(self, name) for name in names}
        differing = {"segments": self.segments[0], "segments_differing": self.segments[1]}
        return facts | {"columns": columns} | differing | {"rows_hashed": self.hashed}
