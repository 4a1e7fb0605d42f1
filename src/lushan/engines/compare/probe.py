"""Trying a few segments first: where most of them differ, hashing all rows would spare the reading of none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lushan.engines.compare.cut import leading, within
from lushan.engines.compare.desk import Desk, reading
from lushan.engines.compare.local import Local
from lushan.engines.compare.questions import Questions, quoted
from lushan.engines.compare.side import Side

#: At how many places of the key so many neighbouring segments are tried, and from how many segments on that pays.
PLACES, EACH, FROM = 4, 8, 500


def unhashed(desk: Desk, sides: Sequence[Side], asked: tuple[Questions, Questions]) -> tuple[Questions, Questions]:
    """The same questions, their rows told apart without a hash, so that all are compared, where most segments differ.

    Hashing costs half of what comparing does, so that it pays only where it spares half of the segments. It is only
    tried where both sides lie here, share no part, and are cut by ranges of the key.
    """
    one, other = sides
    if not (isinstance(one, Local) and isinstance(other, Local)) or one.parts.keys() & other.parts.keys():
        return asked
    first = asked[0].pairs[0]
    extent = one.extent(leading(first, quoted(first.left.name)) if asked[0].key else None)
    if asked[0].cut.bits is None or extent.low is None or extent.high is None:
        return asked
    low, high = extent.low >> asked[0].cut.bits, extent.high >> asked[0].cut.bits
    if high - low < FROM:
        return asked
    starts = [low + (high - low) * place // PLACES for place in range(PLACES)]
    found = [_tried(desk, side, questions, starts) for side, questions in zip((one, other), asked, strict=True)]
    differing = found[0] ^ found[1]
    if len({segment for segment, *_ in differing}) * 2 < len({segment for segment, *_ in found[0] | found[1]}):
        return asked
    return replace(asked[0], told=0), replace(asked[1], told=1)


def _tried(desk: Desk, side: Local, questions: Questions, starts: Sequence[int]) -> set[tuple[int, int, int]]:
    """The segments at some places as one side has them: how many rows, and the sum of their hashes."""
    first, relation = questions.pairs[0], side.all
    ranges = [
        questions.cut.ranges(range(start * questions.cut.ways, (start + EACH) * questions.cut.ways)) for start in starts
    ]
    wanted = (questions.sums(relation, where=within(first, quoted(first.left.name), each)) for each in ranges)
    with reading(side.name):
        return set(desk.ask(" UNION ALL ".join(f"({query})" for query in wanted)))
