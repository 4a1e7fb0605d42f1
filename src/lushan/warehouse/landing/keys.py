"""Keys that stand twice, found by their hashes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lushan.contracts import Contract

#: How many hashes are sorted together; they take 128 MB.
AT_ONCE = 1 << 24

#: How many are read together.
BLOCK = 1 << 20


def unique_keys(contract: Contract) -> list[tuple[str, ...]]:
    """The columns, or combinations of them, that no two rows may share."""
    alone = [(rule.column,) for rule in contract.rules if rule.kind == "unique"]
    return [key for key in dict.fromkeys([contract.key, *alone]) if key]


def doubtful(hashes: Path) -> NDArray[np.int64]:
    """The numbers, from 1 and in order, of the rows whose key may be another row's too: all that share a hash.

    Args:
        hashes: a file with a hash for each row, 0 where it has no key.
    """
    shares = hashes.stat().st_size // 8 // AT_ONCE + 1
    shared = np.concatenate([_shared(hashes, share, shares) for share in range(shares)])
    likely = np.zeros(1 << 16, bool)  # by the last bits of a hash, which tells most rows apart from those at once
    likely[shared & 0xFFFF] = True
    numbers, start = [np.zeros(0, np.int64)], 1
    for block in _blocks(hashes):
        found = np.flatnonzero(likely[block & 0xFFFF])
        numbers.append(found[np.isin(block[found], shared)] + start)
        start += len(block)
    return np.concatenate(numbers)


def _shared(hashes: Path, share: int, shares: int) -> NDArray[np.uint64]:
    """The hashes of a share that several rows have: to sort them is quicker than to group them."""
    mine = [block[(block != 0) & (block % shares == share)] for block in _blocks(hashes)]
    found = np.sort(np.concatenate([np.zeros(0, np.uint64), *mine]))
    return np.unique(found[1:][found[1:] == found[:-1]])


def _blocks(hashes: Path) -> Iterator[NDArray[np.uint64]]:
    with hashes.open("rb") as file:
        while len(block := np.fromfile(file, np.uint64, BLOCK)):
            yield block
