"""Which segments of two sides differ, and how many are compared at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from lushan.engines.compare.cut import Cut
from lushan.engines.compare.desk import Desk
from lushan.engines.compare.side import SUMS, Sums
from lushan.engines.compare.values import NUMBER_OF_60_BITS

#: How many rows of a side are compared at a time, where the key lets them be found.
AT_A_TIME = 1_000_000
SIDES = ("left_sums", "right_sums")


@dataclass(frozen=True, order=True)
class Differing:
    """A segment whose checksums differ: what each side says of it, how many rows and the sum of their hashes."""

    segment: int
    left: tuple[int, int]
    right: tuple[int, int]


def differing_segments(desk: Desk, sums: Sequence[Mapping[str, Sums]], shared: Set[str]) -> tuple[list[Differing], int]:
    """The segments that differ, in order; and how many segments there are.

    Args:
        shared: the parts that both sides have, which differ in nothing.
    """
    for name, side in zip(SIDES, sums, strict=True):
        alone = [found.table for part, found in side.items() if part not in shared]
        desk.lay(name, pa.concat_tables([SUMS.empty_table(), *alone]))
    desk.lay("shared", pa.concat_tables([SUMS.empty_table(), *(sums[0][part].table for part in shared)]))
    each = (
        "SELECT segment, CAST(sum(row_count) AS BIGINT) AS n, CAST(sum(checksum) % {modulus} AS BIGINT) AS checksum "
        "FROM {name} GROUP BY segment"
    )
    left, right = (each.format(modulus=NUMBER_OF_60_BITS, name=name) for name in SIDES)
    found = desk.ask(
        "SELECT segment, coalesce(l.n, 0), coalesce(l.checksum, 0), coalesce(r.n, 0), coalesce(r.checksum, 0) "
        f"FROM ({left}) l FULL JOIN ({right}) r USING (segment) "
        "WHERE l.n IS DISTINCT FROM r.n OR l.checksum IS DISTINCT FROM r.checksum ORDER BY segment"
    )
    union = " UNION ALL ".join(f"SELECT segment FROM {name}" for name in (*SIDES, "shared"))
    (segments,) = desk.ask(f"SELECT count(DISTINCT segment) FROM ({union})")[0]
    return [Differing(segment, (n, s), (m, t)) for segment, n, s, m, t in found], segments


def chunks(differing: Iterable[Differing], cut: Cut) -> Iterator[list[Differing]]:
    """Segments to compare at a time.

    Where segments are ranges of the key, so many that they fit into memory; where they are not, each reading would
    read the whole table, so that all are compared at once. The first are few, because they are read twice: to be
    counted, and to be shown.
    """
    chunk: list[Differing] = []
    left = right = 0
    most = AT_A_TIME // 100
    for segment in differing:
        left, right = left + segment.left[0], right + segment.right[0]
        if cut.bits is not None and chunk and max(left, right) > most:
            yield chunk
            chunk, left, right = [], segment.left[0], segment.right[0]
            most = AT_A_TIME
        chunk.append(segment)
    if chunk:
        yield chunk


def elsewhere(sums: Mapping[str, Sums], chunk: Iterable[int]) -> set[str]:
    """The parts that hold nothing of some segments."""
    wanted = pa.array(chunk, pa.int64())
    return {part for part, found in sums.items() if not pc.any(pc.is_in(found.table["segment"], wanted)).as_py()}
