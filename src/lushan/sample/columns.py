"""Columns made of numbers: texts with a running number, decimals of exact hundredths, texts put together."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import ArrayLike


def numbered(prefix: str, numbers: ArrayLike, width: int) -> pa.Array:
    """Texts of a prefix and a number with leading zeros.

    >>> numbered("P", [7, 31], 3).to_pylist()
    ['P007', 'P031']
    """
    return joined(prefix, pc.utf8_lpad(pa.array(np.asarray(numbers)).cast(pa.string()), width, "0"))


def joined(*texts: pa.Array | str) -> pa.Array:
    """Texts put together, row by row.

    >>> joined(pa.array(["a", "b"]), "-1").to_pylist()
    ['a-1', 'b-1']
    """
    return pc.binary_join_element_wise(*texts, "")


def hundredths(values: ArrayLike, precision: int = 9) -> pa.Array:
    """Whole hundredths, none below zero, as decimals of two places.

    >>> [str(value) for value in hundredths([5, 11278]).to_pylist()]
    ['0.05', '112.78']
    """
    whole = np.asarray(values, dtype=np.int64)
    halves = np.zeros((len(whole), 2), dtype=np.int64)  # a decimal is 128 bits, the lower half first
    halves[:, 0] = whole
    return pa.Array.from_buffers(pa.decimal128(precision, 2), len(whole), [None, pa.py_buffer(halves)])
