"""What must hold of every drawing, whatever the rows."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawings import covered, marks, outside, read, words
from lushan.exhibits.draw import draw
from lushan.exhibits.exhibit import Exhibit, Field
from lushan.words import Text

HUES = ("green", "blue", "ochre", "grey")
REMARK = Field("remark", Text("说明", "Remark"), "text", words=(("most", Text("最高", "Most")),))


def chart(kind: Any, label: Field, fields: tuple[Field, ...]) -> Exhibit:
    return Exhibit(
        id="test.chart",
        name=Text("示例", "Example"),
        title=Text("", ""),
        kind=kind,
        label=label,
        fields=fields,
        reads=(),
        rows=lambda: None,  # type: ignore[arg-type, return-value]
        axis=Text("任务单（个）", "Work orders") if len(fields) > 1 else Text("", ""),
        attention="attention",
        remark=REMARK,
        shade="shade",
    )


names = st.text(min_size=1, max_size=60) | st.sampled_from(
    ["企业金融管理部", "客户信息系统 CUST_TXN_DETAIL", "风控", "W" * 70, "长" * 50]
)
numbers = st.one_of(
    st.none(),
    st.integers(-500, 500),
    st.just(0),
    st.floats(-1e14, 1e14, allow_nan=False),
    st.floats(-1, 1, allow_nan=False),
    st.just(float("nan")),
    st.integers(10**9, 10**14),
)
labels = st.sampled_from(
    [
        Field("label", Text("名称", "Name"), "text"),
        Field("label", Text("月份", "Month"), "month"),
        Field("label", Text("日期", "Day"), "date"),
    ]
)
units = st.sampled_from(["count", "percent", "minutes"])


@st.composite
def pictures(draw_from: st.DrawFn) -> tuple[Exhibit, pa.Table]:
    kind = draw_from(st.sampled_from(["column", "stack", "bar", "line"]))
    label = draw_from(labels)
    unit = draw_from(units)
    count = draw_from(st.integers(1, 40))
    fields = tuple(
        Field(f"f{n}", Text(*draw_from(st.tuples(names, names))), unit, hue=HUES[n])
        for n in range(draw_from(st.integers(1, 4)))
    )
    if kind == "column" and len(fields) > 1 and draw_from(st.booleans()):
        fields = (*fields[:-1], Field(fields[-1].column, fields[-1].title, unit, hue=fields[-1].hue, shown="line"))
    rows = [
        {
            "label": _label(label, place, draw_from(names)),
            "attention": draw_from(st.sampled_from([False, False, False, True, None])),
            "remark": draw_from(st.sampled_from([None, None, "most"])),
            "shade": draw_from(st.booleans()),
            **{field.column: draw_from(numbers) for field in fields},
        }
        for place in range(count)
    ]
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    numeric = {field.column: pa.array([_float(v) for v in columns[field.column]], pa.float64()) for field in fields}
    return chart(kind, label, fields), pa.table({**columns, **numeric})


def _label(field: Field, place: int, name: str) -> Any:
    if field.unit == "month":
        return f"{2021 + (place + 7) // 12}-{(place + 7) % 12 + 1:02}"
    return date(2023, 3, 20) + timedelta(days=place) if field.unit == "date" else name


def _float(value: Any) -> float | None:
    return None if value is None else float(value)


@settings(max_examples=150, deadline=None)
@given(pictures(), st.sampled_from([340.0, 520.0, 720.0]), st.sampled_from(["zh", "en"]))
def test_text_stays_inside_and_apart(picture: tuple[Exhibit, pa.Table], width: float, language: Any) -> None:
    exhibit, rows = picture
    svg = draw(exhibit, rows, language, width)
    root = read(svg)
    assert not outside(root)
    assert not covered(root)
    assert svg == draw(exhibit, rows, language, width)


moments = st.none() | st.integers(0, 60 * 60 * 80).map(
    lambda seconds: datetime(2023, 3, 31, 12, tzinfo=UTC) + timedelta(seconds=seconds)
)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(names, moments, moments, moments, moments, st.booleans()), min_size=1, max_size=12),
    st.sampled_from([340.0, 720.0]),
    st.sampled_from(["zh", "en"]),
)
def test_spans_stay_inside_and_apart(rows: list[tuple[Any, ...]], width: float, language: Any) -> None:
    fields = tuple(Field(f"f{n}", Text("时刻", "Time"), "time") for n in range(4))
    columns = ["label", "f0", "f1", "f2", "f3", "attention"]
    kinds = [pa.string(), *[pa.timestamp("us", "UTC")] * 4, pa.bool_()]
    arrays = [pa.array(list(column), kind) for column, kind in zip(zip(*rows, strict=True), kinds, strict=True)]
    table = pa.table(dict(zip(columns, arrays, strict=True)))
    table = table.append_column("remark", pa.nulls(len(rows), pa.string()))
    table = table.append_column("shade", pa.nulls(len(rows), pa.bool_()))
    root = read(draw(chart("gantt", Field("label", Text("作业", "Job"), "text"), fields), table, language, width))
    assert not outside(root)
    assert not covered(root)


def simple(kind: str, values: list[float | None], attention: list[bool] | None = None) -> Any:
    count = len(values)
    rows = pa.table(
        {
            "label": [f"2023-{n + 1:02}" for n in range(count)],
            "value": pa.array(values, pa.float64()),
            "attention": attention or [False] * count,
            "remark": pa.nulls(count, pa.string()),
            "shade": [False] * count,
        }
    )
    field = Field("value", Text("时长", "Duration"), "minutes")
    return read(draw(chart(kind, Field("label", Text("月份", "Month"), "month"), (field,)), rows, "zh"))


@pytest.mark.parametrize("kind", ["column", "bar"])
def test_lengths_are_true(kind: str) -> None:
    side = "height" if kind == "column" else "width"
    drawn = [float(mark.get(side, "")) for mark in marks(simple(kind, [20, 80, None, 40]))]
    assert drawn == pytest.approx([drawn[1] / 4, drawn[1], drawn[1] / 2], abs=0.02)


def test_bars_stand_on_zero() -> None:
    ups = marks(simple("column", [30, -10]))
    rise, fall = ({name: float(mark.get(name, "")) for name in ("y", "height")} for mark in ups)
    assert rise["y"] + rise["height"] == pytest.approx(fall["y"], abs=0.02)


@pytest.mark.parametrize("kind", ["column", "bar", "line"])
def test_attention_is_seen_without_colour(kind: str) -> None:
    assert len(marks(simple(kind, [20, 80, 30], [False, True, False]), "flag")) == 1
    assert not marks(simple(kind, [20, 80, 30]), "flag")


def test_a_line_breaks_where_there_is_no_value() -> None:
    assert len(marks(simple("line", [20, 30, None, 40, 50]), "stroke")) == 2


def test_a_line_that_does_not_start_at_zero_says_so() -> None:
    texts = [text.text for text in words(simple("line", [104, 138, 120]))]
    assert "0" not in texts
    assert any("纵轴不自零起" in text for text in texts)


def test_nothing_to_draw_is_said() -> None:
    rows = pa.table({"label": pa.array([], pa.string()), "value": pa.array([], pa.float64())})
    exhibit = chart("column", Field("label", Text("月份", "Month"), "month"), (Field("value", Text("数", "Count")),))
    root = read(draw(exhibit, rows, "zh"))
    assert [text.text for text in words(root)] == ["本期没有数据"]


def test_a_drawing_is_named_and_described() -> None:
    root = simple("column", [20, 80])
    assert root.get("role") == "img"
    title, description = (root.findtext(f"{{http://www.w3.org/2000/svg}}{name}") for name in ("title", "desc"))
    assert title == "示例"
    assert description and "80" in description
