"""A year of approvals as an event log: as many events as are asked for, in the order of their time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

BEGINS = np.datetime64("2023-01-01T00:00:00", "ms")
DAY = 86_400_000
NODES = [f"node {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]
LONGEST = 20


def write_events(file: Path, events: int, seed: int = 7) -> None:
    """Write a log of so many events, ten to a case on average, in 3,000 ways of which a few are most frequent."""
    chance = np.random.default_rng(seed)
    lengths = chance.integers(1, LONGEST, events // 8)
    lengths = lengths[: np.searchsorted(np.cumsum(lengths), events)]
    count, total = len(lengths), int(lengths.sum())
    began = np.sort(chance.integers(0, 365 * DAY, count))
    ways = chance.integers(0, len(NODES), (3000, LONGEST))
    taken = np.minimum(chance.pareto(1.1, count) * 15, 2999).astype(int)
    case = np.repeat(np.arange(count), lengths)
    first = np.repeat(np.cumsum(lengths) - lengths, lengths)
    place = np.arange(total) - first
    waits = chance.exponential(0.4 * DAY, total).astype("int64")
    passed = np.cumsum(waits)
    at = began[case] + passed - passed[first]
    order = np.argsort(at, kind="stable")
    numbers = pa.array(case[order]).cast(pa.string())
    table = pa.table(
        {
            "case_id": pc.binary_join_element_wise("A", pc.utf8_lpad(numbers, 8, "0"), ""),
            "activity": pc.take(pa.array(NODES), pa.array(ways[taken[case[order]], place[order]])),
            "at": pa.array(BEGINS + at[order]).cast(pa.timestamp("us", "UTC")),
            "resource": pc.take(pa.array([f"U{n:04}" for n in range(500)]), pa.array(chance.integers(0, 500, total))),
        }
    )
    pq.write_table(table, file, compression="zstd")
