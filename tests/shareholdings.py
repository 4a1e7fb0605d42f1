"""Small worlds of shareholdings for tests of ownership and control: by hand, and at random."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

from lushan.engines.graph.ownership import share_matrix

Holding = tuple[int, int, Fraction]


def matrix(holdings: Sequence[Holding], count: int):
    owners, held, parts = zip(*holdings, strict=True) if holdings else ((), (), ())
    return share_matrix(owners, held, [float(part) for part in parts], count)


def hand(*holdings: tuple[str, str, float]):
    names = sorted({name for owner, held, _ in holdings for name in (owner, held)})
    place = {name: at for at, name in enumerate(names)}
    owners, held, parts = zip(*((place[o], place[h], p) for o, h, p in holdings), strict=True)
    return share_matrix(owners, held, parts, len(names)), place


COUNT = 7


@st.composite
def worlds(draw) -> list[Holding]:
    """Holdings in hundredths among a few, in loops of any kind, no more than all of a company."""
    holdings = []
    for held in range(COUNT):
        left = 100
        for owner in draw(st.lists(st.integers(0, COUNT - 1), max_size=4, unique=True)):
            part = draw(st.integers(0, left))
            left -= part
            if part:
                holdings.append((owner, held, Fraction(part, 100)))
    return holdings
