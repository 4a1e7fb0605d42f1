"""Comparing two periods or two groups, and how likely a difference is where there is none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import scipy  # which loads a part of itself when it is first named: its statistics take half a second
from numpy.typing import ArrayLike


@dataclass(frozen=True)
class Difference:
    """What two groups differ in.

    Args:
        before: of the first group, a median or a share; nothing where it has no values.
        after: of the second.
        before_count: how many values the first has.
        after_count: how many the second has.
        p: how likely so large a difference is, were the groups alike; nothing where one is empty.
        effect: how likely a value of the second exceeds one of the first, ties counting half (0.5: neither is larger);
            of shares, the difference.
    """

    before: float | None
    after: float | None
    before_count: int
    after_count: int
    p: float | None
    effect: float | None


def compare_durations(before: ArrayLike, after: ArrayLike) -> Difference:
    """How two groups of durations differ, by the rank test of Mann and Whitney (1947), two-sided.

    It asks nothing of how the durations are spread, and a few that lasted for ever do not decide it.

    >>> round(compare_durations([1, 2, 3, 4], [11, 12, 13, 14]).p, 3)
    0.029
    """
    first, second = (np.asarray(values, dtype=float) for values in (before, after))
    first, second = first[~np.isnan(first)], second[~np.isnan(second)]
    middles = [float(np.median(values)) if len(values) else None for values in (first, second)]
    p = effect = None
    if len(first) and len(second):
        tested = scipy.stats.mannwhitneyu(second, first, alternative="two-sided")
        p, effect = float(tested.pvalue), float(tested.statistic) / (len(first) * len(second))
    return Difference(middles[0], middles[1], len(first), len(second), p, effect)


def compare_shares(before: tuple[int, int], after: tuple[int, int]) -> Difference:
    """How two shares differ, by Fisher's exact test, two-sided.

    Args:
        before: how many of how many.
        after: the same of the second group.

    >>> difference = compare_shares((3, 10), (9, 10))
    >>> round(difference.effect, 2), round(difference.p, 3)
    (0.6, 0.02)
    """
    shares = [part / whole if whole else None for part, whole in (before, after)]
    p = effect = None
    if shares[0] is not None and shares[1] is not None:
        table = [[part, whole - part] for part, whole in (before, after)]
        p, effect = float(scipy.stats.fisher_exact(table).pvalue), shares[1] - shares[0]
    return Difference(shares[0], shares[1], before[1], after[1], p, effect)


def compare_each(before: pa.Table, after: pa.Table, by: str, value: str) -> pa.Table:
    """How two groups differ in each of many things, the surest differences first.

    ``q`` is the share of false ones among all that are at least as sure (Benjamini and Hochberg, 1995): of many
    comparisons some look like something by chance alone.

    Args:
        before: rows of the first group.
        after: rows of the second.
        by: the column that says what a row belongs to, such as the activity.
        value: the column that is compared, such as the seconds of a step.
    """
    groups = [_grouped(table, by, value) for table in (before, after)]
    names = sorted(set(groups[0]) | set(groups[1]))
    found = [compare_durations(groups[0].get(name, []), groups[1].get(name, [])) for name in names]
    known = [each.p for each in found if each.p is not None]
    adjusted = iter(scipy.stats.false_discovery_control(known).tolist() if known else [])
    rows = [
        {by: name, **vars(each), "q": next(adjusted) if each.p is not None else None}
        for name, each in zip(names, found, strict=True)
    ]
    rows.sort(key=lambda row: (row["p"] is None, row["p"] or 0.0, row[by]))
    number, count = pa.float64(), pa.int64()
    types = {"before": number, "after": number, "before_count": count, "after_count": count}
    schema = pa.schema({by: pa.string(), **types, "p": number, "effect": number, "q": number})
    return pa.Table.from_pylist(rows, schema=schema)


def _grouped(table: pa.Table, by: str, value: str) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for name, number in zip(table[by].to_pylist(), table[value].to_pylist(), strict=True):
        if name is not None and number is not None:
            found.setdefault(name, []).append(number)
    return found
