"""Detection: what is hidden stays hidden, probabilities mean what they say, models are kept without pickle."""

from __future__ import annotations

import base64
import io
import zipfile

import numpy as np
import pyarrow as pa
import pytest
import skops.io
from sklearn.svm import SVC
from threadpoolctl import threadpool_limits

from lushan.engines.graph.detect import dealt, detect, score, train
from lushan.engines.graph.drift import stability
from lushan.engines.graph.evaluate import SCHEMA, Hidden, hide, repeated, summary
from lushan.engines.graph.exposure import exposure
from lushan.engines.graph.graph import Graph
from lushan.engines.graph.keep import kept, unkept
from lushan.engines.graph.read import read_graph
from lushan.engines.graph.rings import rings
from lushan.errors import LushanError

COUNT, BAD = 900, 90


@pytest.fixture(scope="module")
def case() -> tuple[Graph, np.ndarray, np.ndarray]:
    """A graph whose bad nodes pay each other more than others do, and one feature that tells a part of them."""
    rng = np.random.default_rng(1)
    source, target = rng.integers(0, COUNT, (2, 3_000))
    ring = rng.integers(0, BAD, (2, 300))
    source, target = np.concatenate([source, ring[0]]), np.concatenate([target, ring[1]])
    graph = read_graph(pa.table({"source": source, "target": target}))
    bad = graph.ids.to_numpy() < BAD
    shown = np.where(bad & (rng.random(len(graph)) < 0.7), 2.0, 0.0) + rng.normal(0, 0.4, len(graph))
    return graph, np.column_stack([shown, rng.random((len(graph), 3))]), bad


def test_the_same_input_gives_the_same_bytes_at_any_thread_count(case: tuple[Graph, np.ndarray, np.ndarray]) -> None:
    graph, flows, bad = case
    with threadpool_limits(2):
        two = detect(graph, flows, bad, folds=3, rounds=15)
    with threadpool_limits(1):
        one = detect(graph, flows, bad, folds=3, rounds=15)
    assert np.array_equal(one, two)


def test_hidden_nodes_are_found_and_the_threshold_is_a_probability(
    case: tuple[Graph, np.ndarray, np.ndarray],
) -> None:
    graph, flows, bad = case
    share = 0.3
    found = repeated(
        {"model": lambda known, seed: detect(graph, flows, known, unknown=share, folds=3, rounds=20, seed=seed)},
        bad,
        share=share,
        repeats=6,
    )
    scores = np.concatenate([one.score for one in found])
    hidden = np.concatenate([one.hidden for one in found])
    assert np.mean([one.average_precision for one in found]) > 5 * hidden.mean()
    for low, high in ((0.0, 0.1), (0.4, 1.01)):
        chosen = (scores >= low) & (scores < high)
        assert chosen.any()
        assert abs(scores[chosen].mean() - hidden[chosen].mean()) < 0.2


def test_a_hidden_label_changes_no_features(case: tuple[Graph, np.ndarray, np.ndarray]) -> None:
    graph, _, bad = case
    hidden = hide(bad, 0.05, 3)
    assert hidden.sum() == round(0.05 * bad.sum()) and (hidden & ~bad).sum() == 0
    known = bad & ~hidden
    seen: list[np.ndarray] = []

    def method(labels: np.ndarray, seed: int) -> np.ndarray:
        seen.append(labels)
        return np.zeros(len(labels))

    (repeat,) = repeated({"none": method}, bad, share=0.05, repeats=1)
    assert (seen[0] & hide(bad, 0.05, 0)).sum() == 0
    assert len(repeat.score) == (~seen[0]).sum() and repeat.hidden.sum() == hidden.sum()
    assert not np.array_equal(exposure(graph, known, dealt(known, 3, 0)), exposure(graph, bad, dealt(bad, 3, 0)))


def test_a_feature_of_which_nothing_is_known_tells_nothing(case: tuple[Graph, np.ndarray, np.ndarray]) -> None:
    _, flows, bad = case
    fold = dealt(bad, 3, 0)
    plain = train(flows, bad, fold, rounds=5)
    unknown = np.column_stack([flows, np.full(len(bad), np.nan)])
    assert np.array_equal(score(train(unknown, bad, fold, rounds=5), unknown, fold), score(plain, flows, fold))
    once = np.column_stack([flows, np.where(fold == 0, 5.0, np.nan)])  # the first model is trained without these
    without = train(once, bad, fold, rounds=5).models[0]
    assert np.array_equal(without.decision_function(once), plain.models[0].decision_function(flows))


def test_too_few_known_bad_are_refused(case: tuple[Graph, np.ndarray, np.ndarray]) -> None:
    graph, flows, bad = case
    with pytest.raises(LushanError, match="there are 0 known bad nodes"):
        detect(graph, flows, np.zeros(len(bad), bool))


def test_a_cleared_node_is_scored_lower(case: tuple[Graph, np.ndarray, np.ndarray]) -> None:
    graph, flows, bad = case
    known = bad & (np.cumsum(bad) % 3 != 0)
    first = detect(graph, flows, known, folds=3, rounds=20, unknown=0.3)
    likely = np.zeros(len(bad), bool)
    likely[np.argsort(np.where(known, -1, first))[-12:]] = True
    second = detect(graph, flows, known, likely, folds=3, rounds=20, unknown=0.3)
    assert second[likely].mean() < first[likely].mean()


def test_a_kept_model_scores_the_same_and_is_the_same_text(case: tuple[Graph, np.ndarray, np.ndarray]) -> None:
    _, flows, bad = case
    fold = dealt(bad, 3, 0)
    trained = train(flows, bad, fold, rounds=5)
    again = train(flows, bad, fold, rounds=5)
    text = kept({"models": list(trained.models), "calibration": trained.calibration})
    assert text == kept({"models": list(again.models), "calibration": again.calibration})
    held = unkept(text)
    assert np.array_equal(
        score(type(trained)(tuple(held["models"]), held["calibration"]), flows, fold), score(trained, flows, fold)
    )
    names = zipfile.ZipFile(io.BytesIO(base64.b64decode(text))).namelist()
    assert not any(name.endswith((".pkl", ".pickle")) for name in names)


class Stranger(SVC):
    """A model that is not ours."""


def test_a_strange_model_is_not_loaded() -> None:
    text = base64.b64encode(skops.io.dumps(Stranger())).decode()
    with pytest.raises(LushanError, match="the kept model holds"):
        unkept(text)


def test_precision_and_recall_are_of_all_repeats_together() -> None:
    repeats = [
        Hidden("m", 0, np.array([True, False, False]), np.array([0.9, 0.5, 0.1])),
        Hidden("m", 1, np.array([True, True, False]), np.array([0.8, 0.2, 0.1])),
    ]
    table = summary(repeats, (0.4, 0.95))
    assert table.schema == SCHEMA
    row, nothing = table.to_pylist()
    assert (row["found"], row["false_alarms"], row["hidden"]) == (2, 1, 3)
    assert row["precision"] == pytest.approx(2 / 3) and row["recall"] == pytest.approx(2 / 3)
    assert row["recall_low"] <= row["recall"] <= row["recall_high"]
    assert row["average_precision"] == 1.0
    assert nothing["precision"] is None and nothing["recall"] == 0


@pytest.mark.parametrize(
    ("shape", "ties"),
    [
        ("fan_in", [(1, 0), (2, 0), (3, 0), (4, 0)]),
        ("fan_out", [(0, 1), (0, 2), (0, 3), (0, 4)]),
        ("cycle", [(0, 1), (1, 2), (2, 3), (3, 0)]),
        ("scatter_gather", [(0, 1), (0, 2), (0, 3), (1, 4), (2, 4), (3, 4)]),
        ("stack", [(0, 2), (0, 3), (1, 2), (1, 3), (2, 4), (2, 5), (3, 4), (3, 5)]),
        ("stack", [(a, b) for a in (0, 1) for b in (2, 3, 4)] + [(b, c) for b in (2, 3, 4) for c in (5, 6)]),
    ],
)
def test_a_ring_has_the_shape_of_its_ties(shape: str, ties: list[tuple[int, int]]) -> None:
    outside = [(9, 0), (1, 8), (8, 9)]
    source, target = zip(*(ties * 3 + outside), strict=True)
    table = pa.table({"source": source, "target": target, "at": list(range(len(source)))})
    graph = read_graph(table, since="at")
    (found,) = rings(graph, graph.ids.to_numpy() < 8, resolution=0.5)
    assert found.shape == shape
    assert len(found.edges) == 3 * len(ties)


def test_what_has_not_moved_has_no_drift() -> None:
    values = np.random.default_rng(0).normal(size=500)
    assert stability(values, values) == 0.0
    assert stability(values, values + 2) > 0.25
    assert stability(np.full(9, np.nan), np.full(9, 1.0)) > 0.25
