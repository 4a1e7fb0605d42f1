"""The mountain of a cover."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from drawings import covered, marks, outside, read, words
from golden import check_golden
from lushan.exhibits.draw import Ridge, ridge

values = st.lists(st.none() | st.floats(-1e9, 1e9, allow_nan=False), min_size=0, max_size=40).map(tuple)
ridges = st.lists(
    st.builds(
        Ridge, st.sampled_from(["核心系统日交易量", "Daily users", "上线"]), values, st.sampled_from(["green", "blue"])
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(ridges, st.sampled_from([(340.0, 480.0), (1200.0, 600.0)]))
def test_names_stay_inside_and_apart(found: list[Ridge], room: tuple[float, float]) -> None:
    svg = ridge(found, *room, title="封面")
    root = read(svg)
    assert not outside(root)
    assert not covered(root)
    assert len(marks(root, "hill")) == sum(sum(v is not None for v in one.values) > 1 for one in found)
    assert svg == ridge(found, *room, title="封面")


def test_every_ridge_of_a_cover_is_named_and_linked() -> None:
    found = [
        Ridge(f"第{n}条山脊", tuple(float((day * (n + 3)) % 7) for day in range(30)), href=f"trace/{n}.html")
        for n in range(5)
    ]
    for width, height in ((340, 480), (1200, 600)):
        svg = ridge(found, width, height, title="封面")
        assert [text.text for text in words(read(svg))] == [one.name for one in found]
        assert re.findall(r'href="trace/(\d)\.html"', svg) == ["0", "1", "2", "3", "4"]


def test_a_crest_passes_through_its_values() -> None:
    svg = ridge([Ridge("上线", (0.0, 10.0, 5.0))], 300, 400, title="封面", named=False)
    (crest,) = marks(read(svg), "crest")
    ends = re.findall(r"([\d.]+) ([\d.]+)(?=C|$)", crest.get("d", ""))
    heights = [float(y) for _, y in ends]
    assert [float(x) for x, _ in ends] == [0, 150, 300]
    assert heights[0] - heights[2] == (heights[0] - heights[1]) / 2


def test_golden() -> None:
    found = [
        Ridge("手机银行日活跃用户", tuple(120.0 + (day * 7 % 11) for day in range(30)), "blue", "trace/users.html"),
        Ridge("核心系统日交易量", tuple(float(40 + (day * 5 % 13)) for day in range(30)), "green"),
    ]
    check_golden("exhibits/ridge.svg", ridge(found, 480, 320, title="2023年4月"))
