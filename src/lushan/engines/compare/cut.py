"""Cutting a table into segments by its key, the same on both sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lushan.engines.compare.field import Pair

#: How many rows a segment should have, and how many segments there may be.
ROWS, SEGMENTS = 1024, 100_000
#: A shift by 64 bits means another thing in every database.
LARGEST = 62
EPOCH = "DATE '1970-01-01'"


@dataclass(frozen=True)
class Cut:
    """Which segment a row belongs to.

    Where the key begins with a whole number or a date, segments are ranges of it, so that what was written together
    lies together and an index helps; each range is cut further by a hash of the whole key, as other keys are at once.

    Args:
        bits: a range holds 2 to this power numbers, or days; none where the key has no order to cut by.
        ways: how many segments a range is cut into by hash.
    """

    bits: int | None
    ways: int

    def segment(self, leading: str, digest: str) -> str:
        """The segment of a row, as SQL.

        Args:
            leading: the beginning of the key as a whole number.
            digest: a hash of the key.
        """
        within = f"{digest} % {self.ways}"
        if self.bits is None:
            return within
        range = f"coalesce({leading} >> {self.bits}, 0)"
        return range if self.ways == 1 else f"{range} * {self.ways} + {within}"

    def ranges(self, segments: Iterable[int]) -> list[tuple[int, int]]:
        """The ranges of the key's beginning that hold some segments, neighbours as one, both ends included.

        >>> Cut(bits=2, ways=1).ranges([0, 1, 5])
        [(0, 7), (20, 23)]
        """
        if self.bits is None:
            return []
        found: list[tuple[int, int]] = []
        for number in sorted({segment // self.ways for segment in segments}):
            low, high = number << self.bits, ((number + 1) << self.bits) - 1
            if found and found[-1][1] == low - 1:
                found[-1] = (found[-1][0], high)
            else:
                found.append((low, high))
        return found


def choose(span: tuple[int, int] | None, rows: int, alone: bool) -> Cut:
    """A cut for so many rows.

    Args:
        span: the least and the greatest beginning of a key; none where it has no order to cut by.
        alone: whether the beginning is the whole key.

    >>> choose((1, 10_000_000), 10_000_000, alone=True)
    Cut(bits=11, ways=1)
    """
    wanted = max(1, min(rows // ROWS, SEGMENTS))
    if span is None:
        return Cut(None, wanted)
    width = span[1] - span[0] + 1
    bits = min(((width - 1) // wanted).bit_length(), LARGEST)
    ranges = (width >> bits) + 1
    return Cut(bits, 1 if alone else max(1, wanted // ranges))


def leading(pair: Pair, column: str) -> str | None:
    """The beginning of a key as a whole number of 64 bits, as SQL; none where it has no order to cut by."""
    if (
        pair.kind == "number"
        and pair.scale == 0
        and not pair.wide
        and "untyped" not in (pair.left.kind, pair.right.kind)
    ):
        return f"CAST({column} AS BIGINT)"
    if pair.left.kind == pair.right.kind == "date":
        return f"CAST({column} - {EPOCH} AS BIGINT)"
    return None


def within(pair: Pair, column: str, ranges: list[tuple[int, int]]) -> str:
    """The condition that a key begins within ranges; said of the bare column, an index helps.

    A key that begins with nothing lies where 0 does.
    """
    start = f"{EPOCH} + " if pair.kind == "date" else ""
    said = (f"{column} BETWEEN {start}{_plain(low)} AND {start}{_plain(high)}" for low, high in ranges)
    nothing = [f"{column} IS NULL"] if any(low <= 0 <= high for low, high in ranges) else []
    return f"({' OR '.join([*said, *nothing])})"


def _plain(number: int) -> str:
    """A number that can stand behind any sign."""
    return f"({number})" if number < 0 else str(number)
