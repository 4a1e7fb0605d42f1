"""One version of a table, as the files that make it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa


@dataclass(frozen=True)
class Part:
    """A period's slice of a table, or the whole of a table without periods.

    ``identity`` is the fingerprint of what made it: the same identity holds the same rows.
    """

    period: str | None
    identity: str
    files: tuple[Path, ...]
    rows: int


@dataclass(frozen=True)
class Snapshot:
    """One version of a table: it never changes."""

    table: str
    version: int
    schema: pa.Schema
    parts: tuple[Part, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """The Parquet files of all parts."""
        return tuple(file for part in self.parts for file in part.files)

    @property
    def rows(self) -> int:
        """How many rows it holds."""
        return sum(part.rows for part in self.parts)

    @property
    def partitioned(self) -> bool:
        """Whether the table is cut into periods."""
        return "period" in self.schema.names

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods that it holds, in order."""
        return tuple(part.period for part in self.parts if part.period is not None)

    def only(self, periods: Collection[str]) -> Snapshot:
        """The same version with the parts of these periods; a table without periods stays whole."""
        return replace(self, parts=tuple(p for p in self.parts if p.period is None or p.period in periods))

    @property
    def identity(self) -> str:
        """One name for what all its parts hold."""
        names = "\n".join(f"{part.period}={part.identity}" for part in self.parts)
        return hashlib.sha256(names.encode()).hexdigest()[:16]
