"""Alignments against the plain edit distance, and models from BPMN."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lushan.engines.process.bpmn import read_bpmn
from lushan.engines.process.conformance import align, conformance
from lushan.engines.process.model import Model, Move
from lushan.errors import LushanError

paths = st.lists(st.sampled_from("abcd"), max_size=7).map(tuple)
NODES = """
<startEvent id="s"/><userTask id="apply" name="申请"/><exclusiveGateway id="x"/>
<task id="check" name="审查"/><task id="quick" name="快审"/><exclusiveGateway id="y"/>
<parallelGateway id="f"/><serviceTask id="sign" name="签约"/><manualTask id="file" name="归档"/>
<parallelGateway id="j"/><endEvent id="e"/><textAnnotation id="note"/>
"""
FLOWS = (
    ("s", "apply"), ("apply", "x"), ("x", "check"), ("x", "quick"), ("check", "y"), ("quick", "y"), ("y", "f"),
    ("f", "sign"), ("f", "file"), ("sign", "j"), ("file", "j"), ("j", "e"),
)  # fmt: skip


def written(folder: Path, nodes: str, flows: tuple[tuple[str, str], ...]) -> Path:
    links = "".join(f'<sequenceFlow id="{a}-{b}" sourceRef="{a}" targetRef="{b}"/>' for a, b in flows)
    head = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">'
    path = folder / "model.bpmn"
    path.write_text(f"{head}{nodes}{links}</process></definitions>", encoding="utf-8")
    return path


def distance(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many steps must be left out or put in to make one of the other."""

    @cache
    def from_here(i: int, j: int) -> int:
        if i == len(one) or j == len(other):
            return len(one) - i + len(other) - j
        if one[i] == other[j]:
            return from_here(i + 1, j + 1)
        return 1 + min(from_here(i + 1, j), from_here(i, j + 1))

    return from_here(0, 0)


@settings(max_examples=150, deadline=None)
@given(paths, paths)
def test_against_one_path_it_is_the_edit_distance(path: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    found = align(path, Model.of(wanted))
    assert found.cost == distance(path, wanted)
    assert len(path) - len(found.extra) == len(wanted) - len(found.skipped)


def test_choices_and_forks_of_bpmn(tmp_path: Path) -> None:
    model = read_bpmn(written(tmp_path, NODES, FLOWS))
    assert model.activities == {"申请", "审查", "快审", "签约", "归档"}
    for path in (("申请", "审查", "签约", "归档"), ("申请", "快审", "归档", "签约")):
        assert align(path, model).cost == 0
    both = align(("申请", "审查", "快审", "签约", "归档"), model)
    assert both.cost == 1 and set(both.extra) < {"审查", "快审"}
    assert align(("申请", "审查", "签约"), model).skipped == ("归档",)
    assert align((), model).cost == 4


def test_a_loop_of_bpmn_may_be_walked_again(tmp_path: Path) -> None:
    nodes = '<startEvent id="s"/><task id="t" name="修改"/><exclusiveGateway id="x"/><endEvent id="e"/>'
    model = read_bpmn(written(tmp_path, nodes, (("s", "t"), ("t", "x"), ("x", "t"), ("x", "e"))))
    assert align(("修改",) * 5, model).cost == 0
    assert align((), model).skipped == ("修改",)


def test_the_table_of_variants() -> None:
    variants = pa.table(
        {"variant": [1, 2], "path": pa.array([["a", "b"], ["a", "c"]]), "cases": [3, 1], "share": [0.75, 0.25]}
    )
    first, second = conformance(variants, Model.of(["a", "b"])).to_pylist()
    assert (first["fits"], first["fitness"]) == (True, 1.0)
    assert (second["fits"], second["fitness"], second["skipped"], second["extra"]) == (False, 0.5, ["b"], ["c"])


def test_a_model_without_a_way_out_is_refused() -> None:
    stuck = Model((Move("a", ("begin",), ("nowhere",)),), ("begin",), ("end",))
    with pytest.raises(LushanError, match="no way through the model"):
        align(("a",), stuck)
    growing = Model((Move("a", ("begin",), ("begin", "begin")),), ("begin",), ("end",))
    with pytest.raises(LushanError, match="no way through the model"):
        align(("a",), growing)


@pytest.mark.parametrize(
    ("nodes", "said"),
    [('<inclusiveGateway id="o" name="或"/>', "inclusiveGateway"), ("<boundaryEvent id='b'/>", "boundaryEvent")],
)
def test_what_would_change_the_ways_and_is_not_known_is_refused(tmp_path: Path, nodes: str, said: str) -> None:
    with pytest.raises(LushanError, match=said):
        read_bpmn(written(tmp_path, NODES + nodes, FLOWS))


def test_what_is_no_bpmn_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.xml"
    other.write_text("<a/>")
    with pytest.raises(LushanError, match="no process"):
        read_bpmn(other)
    other.write_text("<a>")
    with pytest.raises(LushanError, match="cannot be read"):
        read_bpmn(other)
