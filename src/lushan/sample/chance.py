"""Seeded chance: how large a sample is, what it is drawn by, and sums that are met exactly."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import ArrayLike, NDArray

Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Sample:
    """One sample bank: the same seed and scale give the same bytes.

    Args:
        scale: 1 is a small bank; what grows with a bank grows in this proportion.
        faults: whether faults of every class are planted in what is filed with the regulator.
    """

    seed: int
    scale: float
    faults: bool = False

    def chance(self, name: str) -> np.random.Generator:
        """The chance of one table: adding a table changes no other."""
        return np.random.default_rng([self.seed, zlib.crc32(name.encode())])

    def size(self, count: float) -> int:
        """How many there are at this scale; of what there is at all, one at least.

        >>> Sample(seed=7, scale=0.1).size(43), Sample(7, 0.1).size(2), Sample(7, 0.1).size(0)
        (4, 1, 0)
        """
        return max(round(count * self.scale), min(1, round(count)))


def split(total: int, weights: ArrayLike) -> Whole:
    """A whole number in shares as near to the weights as whole numbers can be.

    >>> split(10, [1, 1, 2]).tolist()
    [3, 2, 5]
    """
    scaled: NDArray[np.float64] = np.asarray(weights, dtype=float)
    scaled = scaled * (total / scaled.sum())
    shares: Whole = np.floor(scaled).astype(np.int64)
    shares[np.argsort(shares - scaled, kind="stable")[: total - int(shares.sum())]] += 1
    return shares


def level(values: ArrayLike, total: int, low: int, high: int) -> Whole:
    """Whole values between bounds, moved as little as it takes to add up to a total.

    >>> level([5, 6, 7], 21, 1, 9).tolist()
    [6, 7, 8]

    Raises:
        ValueError: no values between the bounds have that total.
    """
    found: Whole = np.clip(np.round(np.asarray(values)).astype(np.int64), low, high)
    while (missing := total - int(found.sum())) != 0:
        room = np.flatnonzero(found < high if missing > 0 else found > low)
        if not len(room):
            raise ValueError(f"no {len(found)} values between {low} and {high} add up to {total}")
        step = 1 if missing > 0 else -1
        each, rest = divmod(abs(missing), len(room))
        found[room] += step * each
        found[room[:rest]] += step
        found = np.clip(found, low, high)
    return found


def draw(rng: np.random.Generator, items: Sequence[Any], count: int, weights: ArrayLike | None = None) -> pa.Array:
    """Some items drawn by chance, as a column."""
    share = None if weights is None else np.asarray(weights) / np.sum(weights)
    return pa.array(items).take(rng.choice(len(items), count, p=share))


def draw_within(rng: np.random.Generator, groups: Sequence[Sequence[Any]], group: Whole) -> pa.Array:
    """For each place of a group, one of that group's items, as a column."""
    sizes = np.array([len(items) for items in groups])
    starts = np.cumsum(sizes) - sizes
    places = starts[group] + (rng.random(len(group)) * sizes[group]).astype(int)
    return pa.array([item for items in groups for item in items]).take(places)


def shuffled(rng: np.random.Generator, counts: ArrayLike) -> Whole:
    """Places of items that are each wanted so many times, in an order of chance."""
    wanted = np.asarray(counts)
    return rng.permutation(np.repeat(np.arange(len(wanted)), wanted))
