"""What a comparison needs of a side, wherever its rows lie."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

import pyarrow as pa

from lushan.engines.compare.desk import Desk
from lushan.engines.compare.field import Field
from lushan.engines.compare.questions import Questions
from lushan.engines.compare.values import Speech

#: The checksums of a part: `segment`, `row_count`, `checksum`.
SUMS = pa.schema([("segment", pa.int64()), ("row_count", pa.int64()), ("checksum", pa.int64())])


@dataclass(frozen=True)
class Sums:
    """The checksums of a part of a side.

    Args:
        table: see `SUMS`.
        seen: what the side needs to tell later which of its rows are newer; nothing where the part never changes.
        fresh: how many rows were hashed just now, and not taken from what was kept.
    """

    table: pa.Table
    seen: str = ""
    fresh: int = 0


@dataclass(frozen=True)
class Extent:
    """How the key of a side begins: its least and greatest beginning, and how many rows there are."""

    low: int | None
    high: int | None
    rows: int


class Side(Protocol):
    """A table that can be asked."""

    name: str
    #: How its engine says values; and whether it is the desk's own, which needs no text in between.
    speech: Speech
    own: bool

    def fields(self) -> list[Field]:
        """Its columns."""
        ...

    def extent(self, leading: str | None) -> Extent:
        """How its key begins; without a beginning, only how many rows it has."""
        ...

    def sums(
        self, questions: Questions, kept: Mapping[str, Sums], keep: Callable[[Mapping[str, Sums]], None]
    ) -> dict[str, Sums]:
        """The checksums of its parts, by names that say what they are of.

        Args:
            kept: what earlier comparisons kept, by the same names.
            keep: is given what was computed, by name, as soon as it is there.
        """
        ...

    def rows(self, questions: Questions, segments: Collection[int], without: Collection[str]) -> str:
        """The rows of some segments, as a relation of the desk (see `Questions.rows`).

        Args:
            segments: those that differ; they lie on the desk as the table ``differing``.
            without: the names of parts that hold none of them, or that the other side has as well.
        """
        ...


class Source(Protocol):
    """Where a table lies."""

    @property
    def name(self) -> str:
        """What it is called in messages and reports; never with a password."""
        ...

    def open(self, desk: Desk) -> AbstractContextManager[Side]:
        """The side, ready to be asked until the context ends."""
        ...
