"""How well hidden bad nodes are found again: a share of the known ones is hidden, over and over, by chance.

In each repeat the hidden nodes are taken out of the labels before anything is computed. What is then scored are all
nodes that are not known bad: the hidden ones are to be found, every other one is held to be good. No repeat has many
hidden nodes, so precision and recall are those of all repeats together, with intervals by resampling whole repeats.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from lushan.engines.graph.graph import Weights

Mask = NDArray[np.bool_]

#: Scores the nodes of a graph, given the known bad ones and the seed of the repeat.
Method = Callable[[Mask, int], Weights]

THRESHOLDS = tuple(round(step / 20, 2) for step in range(1, 20))
RESAMPLED = 1000
COVERED = (2.5, 97.5)


@dataclass(frozen=True)
class Hidden:
    """One repeat of one method: the scores of the nodes that were to be looked at, and which of them were hidden."""

    method: str
    repeat: int
    hidden: Mask
    score: Weights

    @property
    def average_precision(self) -> float:
        """The area under precision over recall, in steps."""
        from sklearn.metrics import average_precision_score

        return float(average_precision_score(self.hidden, self.score))

    def counts(self, threshold: float) -> tuple[int, int, int]:
        """The hidden nodes that reach a threshold, the others that do, and all hidden ones."""
        marked = self.score >= threshold
        return int((marked & self.hidden).sum()), int((marked & ~self.hidden).sum()), int(self.hidden.sum())


def hide(bad: Mask, share: float, seed: int) -> Mask:
    """A share of the bad nodes by chance, one at least."""
    places = np.random.default_rng([seed, 2023]).permutation(np.flatnonzero(bad))
    hidden = np.zeros(len(bad), bool)
    hidden[places[: max(1, round(share * len(places)))]] = True
    return hidden


def repeated(methods: Mapping[str, Method], bad: Mask, *, share: float = 0.05, repeats: int = 20) -> list[Hidden]:
    """Hide and look again with each method, the same nodes for all methods of a repeat.

    Args:
        methods: by name.
        bad: the known bad nodes.
        share: of them that is hidden.
        repeats: how many times.
    """
    found = []
    for repeat in range(repeats):
        hidden = hide(bad, share, repeat)
        known = bad & ~hidden
        for name, method in methods.items():
            score = method(known, repeat)
            found.append(Hidden(name, repeat, hidden[~known], score[~known]))
    return found


def summary(found: list[Hidden], thresholds: tuple[float, ...] = THRESHOLDS) -> pa.Table:
    """Precision and recall of each method at each threshold, and average precision, with their intervals.

    Args:
        found: what ``repeated`` gave.
        thresholds: at which scores are cut.

    Returns:
        one row a method and threshold; precision is null where nothing was marked.
    """
    rows = []
    for name in dict.fromkeys(one.method for one in found):
        mine = [one for one in found if one.method == name]
        drawn = np.random.default_rng(2023).integers(0, len(mine), (RESAMPLED, len(mine)))
        average = np.array([one.average_precision for one in mine])
        averages = _interval(average[drawn].mean(axis=1))
        for threshold in thresholds:
            counts = np.array([one.counts(threshold) for one in mine])
            right, wrong, hidden = counts.sum(axis=0).tolist()
            sums = counts[drawn].sum(axis=1)
            marked = sums[:, 0] + sums[:, 1]
            precisions = np.divide(sums[:, 0], marked, out=np.full(RESAMPLED, np.nan), where=marked > 0)
            rows.append(
                {
                    "method": name,
                    "threshold": threshold,
                    "repeats": len(mine),
                    "hidden": hidden,
                    "found": right,
                    "false_alarms": wrong,
                    "precision": right / (right + wrong) if right + wrong else None,
                    **_named("precision", _interval(precisions)),
                    "recall": right / hidden,
                    **_named("recall", _interval(sums[:, 0] / sums[:, 2])),
                    "average_precision": float(average.mean()),
                    **_named("average_precision", averages),
                }
            )
    return pa.Table.from_pylist(rows, SCHEMA)


def _interval(values: Weights) -> tuple[float | None, float | None]:
    held = values[~np.isnan(values)]
    if not len(held):
        return None, None
    low, high = np.percentile(held, COVERED)
    return float(low), float(high)


def _named(name: str, interval: tuple[float | None, float | None]) -> dict[str, float | None]:
    return {f"{name}_low": interval[0], f"{name}_high": interval[1]}


SCHEMA = pa.schema(
    [("method", pa.string()), ("threshold", pa.float64())]
    + [(name, pa.int64()) for name in ("repeats", "hidden", "found", "false_alarms")]
    + [
        (f"{name}{end}", pa.float64())
        for name in ("precision", "recall", "average_precision")
        for end in ("", "_low", "_high")
    ]
)
