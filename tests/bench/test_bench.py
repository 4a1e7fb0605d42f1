"""The benchmarks run at a small size, so that they cannot rot; what they measure there means nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.peer import environment
from bench.report import Line, table

from bench import graph, landing, models, process


def test_landing_is_measured_beside_a_bare_copy(tmp_path: Path) -> None:
    ratio, memory = landing.measure(tmp_path, rows=60_000, rounds=1)
    assert ratio.theirs and ratio.ours > 0 and memory.ours > 1


def test_models_are_measured_beside_sql_by_hand(tmp_path: Path) -> None:
    (ratio,) = models.measure(tmp_path, rows=20_000, rounds=1)
    assert ratio.theirs and ratio.value > 0


def test_a_limit_that_is_missed_is_said() -> None:
    text = table([Line("landing", "a copy", 3.0, 2.0, 1.5, 1.5), Line("running", "", 3.0, None, 3.0, 2.0)])
    assert text.splitlines()[2].endswith("kept |") and text.splitlines()[3].endswith("**missed** |")


def test_event_logs_are_measured_beside_their_peer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment("pm4py_log")
    monkeypatch.setattr(process, "SHARED", tmp_path / "nothing")
    analysis, memory, further = process.measure(tmp_path, rows=20_000, rounds=1)
    assert analysis.theirs and memory.ours > 1 and further.ours > 0


def test_graphs_are_measured_beside_their_peers(tmp_path: Path) -> None:
    networkit, igraph, memory, *growth = graph.measure(tmp_path, edges=20_000, rounds=1)
    assert networkit.theirs and igraph.theirs and memory.ours > 1 and len(growth) == 4
