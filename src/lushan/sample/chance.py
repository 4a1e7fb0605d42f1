"""Seeded chance, and sums that are met exactly."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

Item = TypeVar("Item")


def generator(seed: int, name: str) -> np.random.Generator:
    """The chance of one table: adding a table changes no other."""
    return np.random.default_rng([seed, zlib.crc32(name.encode())])


def split(total: int, weights: Sequence[float]) -> list[int]:
    """A whole number in shares as near to the weights as whole numbers can be.

    >>> split(10, [1, 1, 2])
    [3, 2, 5]
    """
    scaled = np.asarray(weights, dtype=float) * total / sum(weights)
    shares = np.floor(scaled).astype(int)
    for place in np.argsort(shares - scaled, kind="stable")[: total - int(shares.sum())]:
        shares[place] += 1
    return [int(share) for share in shares]


def level(values: np.ndarray, total: int, low: int, high: int) -> np.ndarray:
    """Whole values between bounds, moved as little as it takes to add up to a total.

    >>> level(np.array([5, 6, 7]), 21, 1, 9).tolist()
    [6, 7, 8]
    """
    values = np.clip(np.round(values).astype(int), low, high)
    while (missing := total - int(values.sum())) != 0:
        step = 1 if missing > 0 else -1
        room = np.flatnonzero(values < high if step > 0 else values > low)
        if not len(room):
            raise ValueError("no values between the bounds have that total")
        each, rest = divmod(abs(missing), len(room))
        values[room] += step * each
        values[room[:rest]] += step
        values = np.clip(values, low, high)
    return values


def pick(rng: np.random.Generator, items: Sequence[Item], weights: Sequence[float] | None = None) -> Item:
    """One of some items."""
    share = None if weights is None else np.asarray(weights) / sum(weights)
    return items[int(rng.choice(len(items), p=share))]
