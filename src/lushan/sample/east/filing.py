"""Rows as they are filed: all of them text, a collection after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import islice

import pyarrow as pa

from lushan.sample.chance import Sample

Row = dict[str, str | None]
Filed = Callable[[Sample, int], Iterable[Row]]

BATCH = 5_000


def money(fen: int) -> str:
    """An amount in yuan, as it is filed.

    >>> money(123456), money(-5)
    ('1234.56', '-0.05')
    """
    return str(Decimal(fen).scaleb(-2))


def yes(holds: bool) -> str:
    """Yes or no, as it is filed."""
    return "是" if holds else "否"


def batches(rows: Callable[[Sample], Iterator[Row]]) -> Callable[[Sample], Iterator[pa.Table]]:
    """Rows as columns, some at a time."""

    def tables(sample: Sample) -> Iterator[pa.Table]:
        following = rows(sample)
        while batch := list(islice(following, BATCH)):
            yield pa.table({name: pa.array([row[name] for row in batch], pa.string()) for name in batch[0]})

    return tables
