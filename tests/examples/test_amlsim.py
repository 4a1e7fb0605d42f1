"""The AMLSim example: what its README says of the files is so, and hidden accounts are found in them."""

from __future__ import annotations

import importlib.util
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import numpy as np
import pyarrow.compute as pc
import pyarrow.csv as csv
import pytest

from lushan.engines.graph.evaluate import repeated, summary

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def example() -> ModuleType:
    path = Path(__file__).parents[2] / "examples" / "amlsim" / "run.py"
    spec = importlib.util.spec_from_file_location("amlsim", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("sample", "marked", "small", "taken_in", "at_marked", "mixed"),
    [("fanin", 954, 1_854, 659, 18_155, 16_574), ("cycle", 945, 1_899, 619, 19_036, 17_249)],
)
def test_the_files_are_as_the_readme_says(
    shared: Path, sample: str, marked: int, small: int, taken_in: int, at_marked: int, mixed: int
) -> None:
    accounts = csv.read_csv(shared / "transfers" / f"amlsim_20k_{sample}_nodes.csv.gz")
    moves = csv.read_csv(shared / "transfers" / f"amlsim_20k_{sample}_transactions.csv.gz")
    bad = accounts["nodeid"].filter(pc.equal(accounts["isFraud"], 1))
    ends = np.column_stack([pc.is_in(moves[name], bad).to_numpy() for name in ("sourceNodeId", "targetNodeId")])
    low = pc.less(moves["value"], 100).to_numpy()
    assert len(bad) == marked and low.sum() == small and ends[low].all()
    touched = {*moves["sourceNodeId"].to_numpy()[low].tolist(), *moves["targetNodeId"].to_numpy()[low].tolist()}
    assert len(touched) == taken_in
    assert (ends[~low].any(axis=1).sum(), (ends[~low].sum(axis=1) == 1).sum()) == (at_marked, mixed)


def test_rings_end_with_the_file_and_leave_little_behind(shared: Path) -> None:
    def pairs(sample: str) -> tuple[dict[tuple[int, int], int], set[tuple[int, int]]]:
        """When the transfers of patterns went between which accounts, and between which the ordinary ones."""
        moves = csv.read_csv(shared / "transfers" / f"amlsim_20k_{sample}_transactions.csv.gz").to_pylist()
        low: dict[tuple[int, int], int] = {}
        ordinary = set()
        for row in moves:
            ends = row["sourceNodeId"], row["targetNodeId"]
            if row["value"] < 100:
                low.setdefault(ends, row["time"])
            else:
                ordinary.add(ends)
        return low, ordinary

    fans, ordinary = pairs("fanin")
    times: dict[int, list[int]] = {}
    for (_, collector), at in sorted(fans.items(), key=lambda one: one[1]):
        times.setdefault(collector, []).append(at)
    steps = {later - earlier for one in times.values() for earlier, later in pairwise(one)}
    cut = [one for one in times.values() if len(one) < 4]
    assert steps == {37} and max(map(len, times.values())) == 4 and len(times) == 195
    assert (len(cut), sum(one[-1] + 37 > 149 for one in cut), 4 * len(times) - len(fans)) == (157, 134, 294)
    left = [
        sum(payee == collector and (payer, payee) not in fans for payer, payee in ordinary)
        for collector, one in times.items()
        if len(one) < 4
    ]
    assert np.median(left) == 7
    cycles, ordinary = pairs("cycle")
    assert (len(cycles), len(cycles.keys() & ordinary)) == (477, 127)


def test_hidden_accounts_are_found_with_few_false_alarms(shared: Path, example: ModuleType) -> None:
    graph, flows, bad = example.read("fanin")
    methods = example.methods(graph, flows, 0.2)
    del methods["flow_alone"]
    table = summary(repeated(methods, bad, share=0.2, repeats=1), (0.4,)).to_pylist()
    combined, propagation = table
    assert combined["precision"] > 0.85 and combined["recall"] > 0.6 and combined["average_precision"] > 0.7
    assert propagation["precision"] < 0.05
