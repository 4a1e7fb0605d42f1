"""The rings that are planted among the transfers: only tests know of them, and of the members that no list names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lushan.sample.chance import Sample

SHAPES = ("fan_in", "fan_out", "cycle", "scatter_gather", "stack")
#: Rings of each shape at scale 1, and how many accounts one has at least and at most.
EACH = 6
SIZES = {"fan_in": (5, 8), "fan_out": (5, 8), "cycle": (4, 6), "scatter_gather": (6, 9), "stack": (7, 7)}
#: One member of every so many rings has not been found out yet.
HIDDEN_EVERY = 5


@dataclass(frozen=True)
class Ring:
    """A planted ring: its accounts by number, and the one of them that nobody knows of, if there is one."""

    shape: str
    accounts: tuple[int, ...]
    hidden: int | None

    @property
    def ties(self) -> list[tuple[int, int]]:
        """Who pays whom each time that the ring is at work, in order."""
        first, rest = self.accounts[0], self.accounts[1:]
        if self.shape == "fan_in":
            return [(account, first) for account in rest]
        if self.shape == "fan_out":
            return [(first, account) for account in rest]
        if self.shape == "cycle":
            return list(zip(self.accounts, (*rest, first), strict=True))
        if self.shape == "scatter_gather":
            last = rest[-1]
            return [(first, account) for account in rest[:-1]] + [(account, last) for account in rest[:-1]]
        upper, middle, lower = self.accounts[:2], self.accounts[2:5], self.accounts[5:]
        return [(a, b) for a in upper for b in middle] + [(b, c) for b in middle for c in lower]


def planted(sample: Sample, accounts: int) -> list[Ring]:
    """The rings among so many accounts; no account is in two of them."""
    rng = sample.chance("risk.ring")
    order = iter(rng.permutation(accounts).tolist())
    found = []
    for number in range(sample.size(EACH * len(SHAPES))):
        shape = SHAPES[number % len(SHAPES)]
        low, high = SIZES[shape]
        members = tuple(next(order) for _ in range(int(rng.integers(low, high + 1))))
        found.append(Ring(shape, members, members[-1] if number % HIDDEN_EVERY == number // HIDDEN_EVERY % 5 else None))
    return found


def payments(rng: np.random.Generator, ring: Ring) -> Iterator[tuple[int, int, float, float]]:
    """One time at work: who pays whom how much, and how many hours after it began.

    Around a cycle each keeps a fee; elsewhere the amounts are nearly equal.
    """
    amount, hours = float(rng.uniform(20_000, 90_000)), 0.0
    for payer, payee in ring.ties:
        hours += float(rng.uniform(1, 9))
        yield payer, payee, amount * float(rng.uniform(0.97, 1.0)), hours
        if ring.shape == "cycle":
            amount *= 0.96
