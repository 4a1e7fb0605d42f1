"""What is asked of one side: its segments' checksums, and the rows of some segments."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lushan.engines.compare.cut import Cut, leading
from lushan.engines.compare.field import Field, Pair
from lushan.engines.compare.values import NUMBER_OF_60_BITS, Speech, cell, joined, typed, written


@dataclass(frozen=True)
class Questions:
    """The SQL expressions of one side, whose columns are always the left of the pairs.

    Args:
        pairs: the pairs of the key, then those that are compared.
        key: how many of them are the key; 0 compares whole rows.
        texts: whether values are written, because another engine must say the same.
        told: what every row is told by instead of its hash, another number on either side, so that all are compared.
    """

    pairs: tuple[Pair, ...]
    key: int
    cut: Cut
    speech: Speech
    texts: bool
    zone: str = "UTC"
    told: int | None = None

    @property
    def named(self) -> int:
        """How many of the pairs name a row: the key, or all of them."""
        return self.key or len(self.pairs)

    @property
    def columns(self) -> list[str]:
        """The values as they are fetched: typed, or written."""
        return [self._value(pair) for pair in self.pairs]

    @property
    def row(self) -> str:
        """The hash of a row, a whole number of 60 bits."""
        return str(self.told) if self.told is not None else self._hash(self.pairs, hashed=True)

    @property
    def segment(self) -> str:
        """The segment of a row."""
        alone = self.cut.bits is not None and self.cut.ways == 1
        digest = "" if alone else self._hash(self.pairs[: self.named], hashed=False)
        first = leading(self.pairs[0], quoted(self.pairs[0].left.name)) if self.key else None
        return self.cut.segment(first or "", digest)

    def sums(self, relation: str, by: str = "", where: str = "") -> str:
        """The checksum of each segment: how many rows it has, and the sum of their hashes.

        Args:
            by: a further column to group by.
        """
        total = f"CAST(sum({self.row}) % {NUMBER_OF_60_BITS} AS BIGINT)"
        more = f"{by}, " if by else ""
        return (
            f"SELECT {more}{self.segment} AS segment, count(*) AS row_count, {total} AS checksum "
            f"FROM {relation}{f' WHERE {where}' if where else ''} GROUP BY {'1, 2' if by else '1'}"
        )

    def rows(self, relation: str, where: str = "") -> str:
        """The rows of some segments: ``segment``, then ``c0``, ``c1`` … in the order of the pairs."""
        columns = ", ".join(f"{column} AS c{number}" for number, column in enumerate(self.columns))
        return f"SELECT {self.segment} AS segment, {columns} FROM {relation}{f' WHERE {where}' if where else ''}"

    def digest(self, *more: str) -> str:
        """A name for what these questions ask, and of what."""
        return hashlib.sha256("\n".join((self._asked, *more)).encode()).hexdigest()[:24]

    @cached_property
    def _asked(self) -> str:
        return f"{self.sums('?')} {self.texts}"

    def _value(self, pair: Pair) -> str:
        x = typed(quoted(pair.left.name), pair.left, pair, self.speech, self.zone)
        return written(x, pair.kind, pair.scale, self.speech) if self.texts else x

    def _hash(self, pairs: Sequence[Pair], hashed: bool) -> str:
        values = [(self._value(pair), pair.kind in ("text", "untyped")) for pair in pairs]
        for number, pair in enumerate(pairs):
            if hashed and pair.tolerance:
                x = typed(quoted(pair.left.name), pair.left, pair, self.speech, self.zone)
                text = written(x, pair.kind, pair.scale, self.speech)
                values[number] = (cell(x, pair.kind, pair.tolerance, text), False)
        if self.texts:
            return self.speech.digest(joined(values, self.speech))
        return f"CAST(hash(hash({', '.join(value for value, _ in values)})) >> 4 AS BIGINT)"


def quoted(name: str) -> str:
    """A name as SQL quotes it.

    >>> quoted('the "key"')
    '"the ""key\"""'
    """
    return '"' + name.replace('"', '""') + '"'


def fields_by_name(fields: Sequence[Field]) -> dict[str, Field]:
    """Columns by their name in small letters."""
    return {field.name.lower(): field for field in fields}
