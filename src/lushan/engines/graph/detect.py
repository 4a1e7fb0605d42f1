"""Finding what resembles the known bad nodes: a boosted model of flow and surroundings, cross-fitted and calibrated.

Three things make its probability honest. A node is scored by a model that did not see it, with the labels of its fold
hidden from its own features. The score is calibrated on nodes scored so. And it is calibrated to the nodes that are
*not* known bad, among which bad ones are far rarer than in the training set: the known bad count only as many as are
expected to be still unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit
from threadpoolctl import threadpool_limits

from lushan.engines.graph.exposure import exposure
from lushan.engines.graph.graph import Graph, Weights
from lushan.errors import LushanError

if TYPE_CHECKING:  # scikit-learn is loaded where a model is trained, not when any command starts
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.isotonic import IsotonicRegression

Mask = NDArray[np.bool_]
Folds = NDArray[np.int64]

#: As few known bad nodes as a model can be trained and calibrated on.
FEWEST = 20
#: How much more a node that a person has cleared counts than one of which nothing is known.
CLEARED = 5
#: The part of a probability that keeps the order of scores within a step of the calibration.
ORDER = 0.001


@dataclass(frozen=True)
class Trained:
    """What a training gave: a model for each fold, and what makes their score a probability."""

    models: tuple[HistGradientBoostingClassifier, ...]
    calibration: IsotonicRegression


def detect(
    graph: Graph,
    flows: Weights,
    bad: Mask,
    cleared: Mask | None = None,
    *,
    surroundings: bool = True,
    unknown: float = 0.05,
    folds: int = 5,
    rounds: int = 80,
    seed: int = 0,
) -> Weights:
    """The probability of each node of a graph to be bad, by a model that did not see it.

    Args:
        graph: of n nodes.
        flows: n rows of what is known of each node by itself.
        bad: the known bad nodes.
        cleared: the nodes that a person looked at and found good.
        surroundings: whether the labels of other nodes are looked at too.
        unknown: the share of all bad nodes that is expected not to be known yet.
        folds: how many models are trained, each without one part of the nodes.
        rounds: of boosting.
        seed: of the deal into folds.

    Raises:
        LushanError: there are too few known bad nodes to learn from.
    """
    fold = dealt(bad, folds, seed)
    features = np.hstack([flows, exposure(graph, bad, fold)]) if surroundings else flows
    return score(train(features, bad, fold, cleared, unknown=unknown, rounds=rounds, seed=seed), features, fold)


def dealt(bad: Mask, folds: int, seed: int) -> Folds:
    """A fold for each node, by chance; the bad are dealt as evenly as the rest."""
    rng, fold = np.random.default_rng(seed), np.zeros(len(bad), np.int64)
    for kind in (bad, ~bad):
        places = rng.permutation(np.flatnonzero(kind))
        fold[places] = np.arange(len(places)) % folds
    return fold


def train(
    features: Weights,
    bad: Mask,
    fold: Folds,
    cleared: Mask | None = None,
    *,
    unknown: float = 0.05,
    rounds: int = 80,
    seed: int = 0,
) -> Trained:
    """A model for each fold, trained on all the others; the arguments are those of ``detect``.

    Args:
        features: n rows, each without what its own label could tell.
        bad: the known bad nodes.
        fold: of each node, from 0.
        cleared: the nodes that a person looked at and found good.
        unknown: the share of all bad nodes that is expected not to be known yet.
        rounds: of boosting.
        seed: of the models.

    Raises:
        LushanError: there are too few known bad nodes to learn from.
    """
    if bad.sum() < FEWEST:
        raise LushanError(
            f"there are {int(bad.sum())} known bad nodes in the graph",
            expected=f"{FEWEST} at least, to learn from and to be calibrated on",
            mend="add known cases, or use the propagation score alone",
        )
    copies = np.ones(len(bad), int) if cleared is None else np.where(cleared & ~bad, CLEARED, 1)
    models = []
    with threadpool_limits(1):  # sums of one thread are the same on any machine
        for one in range(int(fold.max()) + 1):
            rows = np.repeat(np.flatnonzero(fold != one), copies[fold != one])  # weights would be much slower
            models.append(_boosted(rounds, seed).fit(_told(features[rows]), bad[rows]))
        calibration = _calibrated(_raw(models, features, fold), bad, unknown)
    return Trained(tuple(models), calibration)


def score(trained: Trained, features: Weights, fold: Folds) -> Weights:
    """The probability of each node, by the model that was trained without its fold."""
    with threadpool_limits(1):
        return _probability(trained.calibration, _raw(trained.models, features, fold))


def _raw(
    models: list[HistGradientBoostingClassifier] | tuple[HistGradientBoostingClassifier, ...],
    features: Weights,
    fold: Folds,
) -> Weights:
    """The log-odds of each node."""
    raw = np.zeros(len(features))
    for one, model in enumerate(models):
        if (fold == one).any():
            raw[fold == one] = model.decision_function(features[fold == one])
    return raw


def _told(features: Weights) -> Weights:
    """The features of some rows as they can be binned: one of which nothing is known tells no more than a constant."""
    return np.where(np.isnan(features).all(axis=0), 0.0, features)


def _boosted(rounds: int, seed: int) -> HistGradientBoostingClassifier:
    """The untrained model."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    return HistGradientBoostingClassifier(
        max_iter=rounds,
        learning_rate=0.1,
        max_leaf_nodes=8,
        min_samples_leaf=10,
        l2_regularization=1.0,
        early_stopping=False,
        random_state=seed,
    )


def _calibrated(raw: Weights, bad: Mask, unknown: float) -> IsotonicRegression:
    """What makes scores probabilities among the nodes that are not known bad.

    The known bad, each counting for as many as are still unknown, are how many bad ones are to be expected among the
    unlabelled at a score; held against the unlabelled there, they give the probability (Elkan and Noto, 2008).
    The regression keeps it from falling as the score rises; it is of q = expected ÷ (expected + unlabelled).
    """
    from sklearn.isotonic import IsotonicRegression

    share = min(max(unknown, 0.001), 0.999)
    weight = np.where(bad, share / (1 - share), 1.0)
    return IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(raw, bad, sample_weight=weight)


def _probability(calibration: IsotonicRegression, raw: Weights) -> Weights:
    """The probability of scores: q ÷ (1 − q), for expected ÷ unlabelled is what is wanted."""
    expected: Weights = calibration.predict(raw)
    steps: Weights = np.minimum(expected / np.maximum(1 - expected, 0.5), 1.0)
    ordered: Weights = (1 - ORDER) * steps + ORDER * expit(raw)
    return ordered
