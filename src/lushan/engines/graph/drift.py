"""How far a distribution has moved: what a model was trained on may no longer be what it sees."""

from __future__ import annotations

import numpy as np

from lushan.engines.graph.graph import Weights

PARTS = 10
#: An empty part counts as so small a share, for its logarithm would have no end.
LEAST = 1e-4


def stability(before: Weights, now: Weights) -> float:
    """The population stability index: the sum of (now − before) · ln(now ÷ before) over tenths of what was before.

    Values that are missing are a part of their own. Below 0.1 little has moved, above 0.25 much (Siddiqi, 2006).

    Args:
        before: the values at the earlier time.
        now: the values now.

    >>> stability(np.arange(100.0), np.arange(100.0)), stability(np.arange(100.0), np.arange(100.0) + 50) > 0.25
    (0.0, True)
    """
    if not len(before) or not len(now):
        return 0.0
    held = before[~np.isnan(before)]
    edges = np.unique(np.quantile(held, np.arange(1, PARTS) / PARTS)) if len(held) else np.zeros(0)
    old, new = _shares(before, edges), _shares(now, edges)
    return float(((new - old) * np.log(new / old)).sum())


def _shares(values: Weights, edges: Weights) -> Weights:
    parts = np.where(np.isnan(values), len(edges) + 1, np.searchsorted(edges, values, side="right"))
    counts = np.bincount(parts.astype(np.int64), minlength=len(edges) + 2)
    shares: Weights = np.maximum(counts / len(values), LEAST)
    return shares
