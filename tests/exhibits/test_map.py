"""Process maps: what they show, where it stands, and that any process can be drawn."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections import Counter
from itertools import pairwise
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import check_golden
from lushan.engines.process.paths import Path, busiest, forward
from lushan.exhibits.alternative import alternative
from lushan.exhibits.draw import draw
from lushan.exhibits.draw.courses import HEIGHT, Plan
from lushan.exhibits.exhibit import Exhibit, Field
from lushan.words import Text

TITLE = Text("合同审批", "Contract approval")
FIELDS = (
    Field("target", Text("下一环节", "Next"), "text", shown="text"),
    Field("times", Text("次数", "times")),
)
MAP = Exhibit(
    "process.map", TITLE, TITLE, "map", Field("source", Text("环节", "Step"), "text"), FIELDS, (), lambda: None
)
WALKED = [
    (None, "发起", 40), ("发起", "部门审批", 40), ("部门审批", "法务审查", 31), ("法务审查", "部门审批", 6),
    ("部门审批", "部门审批", 3), ("法务审查", "用印", 25), ("用印", "归档", 25), ("归档", None, 25),
    ("部门审批", None, 12), ("法务审查", "技术复核", 1), ("技术复核", "用印", 1),
]  # fmt: skip

names = st.sampled_from([None, *"abcdefghij"])
logs = st.lists(st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=12), min_size=1, max_size=20)


def rows(paths: list[Any]) -> pa.Table:
    columns = list(zip(*paths, strict=True))
    types = (("source", pa.string()), ("target", pa.string()), ("times", pa.int64()))
    return pa.table({name: pa.array(column, kind) for (name, kind), column in zip(types, columns, strict=True)})


def walked(cases: list[list[str]]) -> list[Path]:
    found = Counter(step for case in cases for step in zip([None, *case], [*case, None], strict=True))
    return [Path(source, target, times) for (source, target), times in found.items()]


@pytest.mark.parametrize(("language", "width"), [("zh", 720), ("en", 340)])
def test_drawn(language: Any, width: float) -> None:
    check_golden(f"exhibits/map.{language}.svg", draw(MAP, rows(WALKED), language, width))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_told(language: Any) -> None:
    assert "发起 → 部门审批 40" in alternative(MAP, rows(WALKED), language)


@settings(deadline=None)
@given(logs, st.sampled_from([0.3, 0.6, 1.0]))
def test_every_activity_that_is_shown_is_tied_to_the_beginning_and_to_the_end(
    cases: list[list[str]], share: float
) -> None:
    paths = walked(cases)
    shown = busiest(paths, share)
    for ends in (lambda path: (path.source, path.target), lambda path: (path.target, path.source)):
        reached: set[str | None] = {None}
        while new := {ends(path)[1] for path in shown if ends(path)[0] in reached} - reached:
            reached |= new
        assert {end for path in shown for end in (path.source, path.target)} <= reached
    assert sum(path.times for path in shown) >= share * sum(path.times for path in paths)
    assert share < 1 or set(shown) == set(paths)


@settings(deadline=None, max_examples=50)
@given(logs)
def test_what_runs_forward_goes_in_no_circle_and_boxes_keep_apart(cases: list[list[str]]) -> None:
    paths = busiest(walked(cases), 1.0)
    plan = Plan.of(paths, 720)
    assert set(forward([path for path in paths if path.source != path.target])) == plan.ahead
    for path, course in plan.courses.items():
        assert course.downward == (path in plan.ahead)
        assert all(y1 < y2 for (_, y1), (_, y2) in course.curves)
    middles = sorted((plan.placed.layer[key], plan.middle(key)) for key in plan.keys.values())
    for (layer, left), (other, right) in pairwise(middles):
        assert layer != other or right - left >= plan.box


@settings(deadline=None, max_examples=50)
@given(logs)
def test_any_process_is_drawn_alike_whatever_the_order_of_its_rows(cases: list[list[str]]) -> None:
    paths = [(path.source, path.target, path.times) for path in walked(cases)]
    drawing = draw(MAP, rows(paths), "zh")
    root = ElementTree.fromstring(drawing)
    assert float(root.attrib["height"]) >= HEIGHT
    said = [draw(MAP, rows(order), "zh") for order in (paths[::-1], sorted(paths, key=str))]
    strip = lambda text: text[text.index("</desc>") :]  # noqa: E731
    assert {strip(text) for text in said} == {strip(drawing)}


def test_five_hundred_activities_are_drawn_as_the_busiest_of_them() -> None:
    many = [[f"a{(case * 7 + step * step) % 500}" for step in range(40)] for case in range(400)]
    shown = busiest(walked(many), 1.0, most=60)
    assert len({path.source for path in shown}) < 200
    assert draw(MAP, rows([(path.source, path.target, path.times) for path in walked(many)]), "zh").endswith("</svg>\n")
