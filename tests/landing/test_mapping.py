"""Mappings: columns renamed, read by a format, translated by codes, computed, and given as constants."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lushan.warehouse.landing import Mapping, read_mapping
from lushan.warehouse.landing.mapping import Field
from shop import ORDER, Shop

MAPPING = """\
encoding: gb18030
delimiter: "|"
columns:
  order_id: 单号                                        # renamed
  line_no: {expr: "CAST(row_no AS INTEGER) + 1"}        # computed
  serial: {expr: "单号 || '-' || trim(网点)"}
  state: {from: 状态, codes: {1: "01", 02: "02", 废: 作废}}
  title: {expr: "CASE WHEN length(标题) > 6 THEN substr(标题, 1, 5) || '…' ELSE 标题 END"}
  amount: {expr: "try_cast(replace(金额, ',', '') AS DECIMAL(18,2)) / 100"}
  urgent: {value: "no"}
  ordered_on: {from: 日期, format: "%Y%m%d"}
  paid_at: {from: 时间, format: "%Y年%m月%d日 %H时%M分"}
  branch: 网点
"""
SOURCE = """\
单号|row_no|状态|标题|金额|日期|时间|网点|备注
AB0001|0|1|任务单甲乙丙丁|1,234,500|20230401|2023年04月02日 08时30分|001|x
AB0002|0|02|任务||20230430||002|y
AB0003|0|废|任务|0|20230231|2023年04月02日 08时30分|001|
AB0004|0|2|任务|0|20230401||001|
AB0005|0|1|任务|0|infinity|epoch|001|
AB0006|0||任务|0|2023-04-01|2023年4月2日|001|
"""


def test_a_mapping_makes_each_column_in_its_way(shop: Shop) -> None:
    source = shop.folder / "core.txt"
    source.write_bytes(SOURCE.replace("|0|", "|'0'|").replace("'0'", "0").encode("gb18030"))
    mapping = MAPPING.replace('"row_no + 1"', '"CAST(row_no AS INTEGER) + 1"').replace(
        "任务单甲乙丙丁", "任务单甲乙丙丁"
    )
    landed = shop.land(source, mapping)
    assert landed.broken == {
        "ordered_on.type": 3,
        "paid_at.type": 2,
        "state.code": 1,
        "state.required": 1,
        "title.bytes": 1,
    }
    assert shop.quarantine() == [
        (1, "bytes", "title", "任务单甲乙…"),
        (3, "type", "ordered_on", "20230231"),
        (4, "code", "state", "2"),
        (5, "type", "ordered_on", "infinity"),
        (5, "type", "paid_at", "epoch"),
        (6, "type", "ordered_on", "2023-04-01"),
        (6, "type", "paid_at", "2023年4月2日"),
        (6, "required", "state", None),
    ]
    assert shop.rows() == [
        {"order_id": "AB0002", "line_no": 1, "serial": "AB0002-002", "state": "02", "title": "任务", "amount": None,
         "weight": None, "urgent": False, "ordered_on": date(2023, 4, 30), "paid_at": None, "branch": "002"}
    ]  # fmt: skip


def test_computed_numbers_lose_nothing_unseen(shop: Shop) -> None:
    """An expression's value is held against the column like a source's: a third of one has too many places."""
    source = shop.folder / "core.csv"
    source.write_text("n\n1\n3\n4\n", encoding="utf-8")
    mapping = (
        "columns:\n  order_id: {expr: \"'AB000' || n\"}\n  line_no: {expr: '4 / CAST(n AS INTEGER)'}\n"
        "  amount: {expr: '1 / CAST(n AS INTEGER)'}\n  state: {value: '01'}\n  ordered_on: {value: '2023-04-01'}\n"
    )
    shop.land(source, mapping)
    assert shop.quarantine() == [
        (2, "places", "amount", "0.3333333333333333"),
        (2, "type", "line_no", "1.3333333333333333"),
    ]
    assert [(row["line_no"], row["amount"]) for row in shop.rows()] == [(4, Decimal("1.00")), (1, Decimal("0.25"))]


def test_a_time_without_a_zone_is_the_banks(shop: Shop) -> None:
    source = shop.folder / "core.csv"
    source.write_text("n,t\n1,2023-04-01 00:30\n2,2023-04-01 00:30:00+00\n", encoding="utf-8")
    mapping = (
        "columns:\n  order_id: {expr: \"'AB000' || n\"}\n  line_no: n\n  state: {value: '01'}\n"
        "  ordered_on: {value: 2023-03-01}\n  paid_at: t\n"
    )
    shop.land(source, mapping, zone="America/New_York")
    assert [row["paid_at"] for row in shop.rows()] == [
        datetime(2023, 4, 1, 4, 30, tzinfo=UTC),
        datetime(2023, 4, 1, 0, 30, tzinfo=UTC),
    ]


def test_months_begin_in_the_banks_zone(shop: Shop) -> None:
    contract = replace(ORDER, period="paid_at", rules=(), columns=(ORDER.column("order_id"), ORDER.column("paid_at")))
    source = shop.folder / "core.csv"
    source.write_text("order_id,paid_at\na,2023-03-31T15:59:59Z\nb,2023-03-31T16:00:00Z\n", encoding="utf-8")
    assert shop.under(contract).land(source).periods == ("2023-03", "2023-04")


def test_numbers_that_excel_or_yaml_would_spoil_stay_as_they_are_written(shop: Shop, tmp_path: Path) -> None:
    """In YAML 01 is one and no is false; in a mapping they are the codes that the source has."""
    path = tmp_path / "codes.map.yaml"
    path.write_text("columns:\n  state: {from: s, codes: {01: 01, no: 02, 2023-04-01: 作废}}\n", encoding="utf-8")
    assert read_mapping(path, ORDER).columns["state"].codes == (("01", "01"), ("no", "02"), ("2023-04-01", "作废"))


def test_typed_sources_are_translated_by_codes_too(shop: Shop) -> None:
    book = openpyxl.Workbook()
    book.active.append(["order_id", "line_no", "state", "ordered_on"])
    book.active.append(["AB0001", 1, 1, "20230401"])
    book.active.append(["AB0002", 1, 2.0, 20230402])
    book.save(shop.folder / "core.xlsx")
    state = '  state: {from: state, codes: {1: "01", 2: 作废}}\n'
    day = '  ordered_on: {from: ordered_on, format: "%Y%m%d"}\n'
    shop.land(shop.folder / "core.xlsx", f"columns:\n{state}{day}")
    assert [(row["state"], row["ordered_on"]) for row in shop.rows()] == [
        ("01", date(2023, 4, 1)),
        ("作废", date(2023, 4, 2)),
    ]


def test_a_column_that_may_be_empty_need_not_be_there(shop: Shop) -> None:
    source = shop.folder / "core.csv"
    source.write_text("order_id,line_no,state,ordered_on\nAB0001,1,01,2023-04-01\n", encoding="utf-8")
    shop.land(source)
    assert [value for value in shop.rows()[0].values() if value is None] == [None] * 7


@given(st.sampled_from(ORDER.names), st.sampled_from(["单号", "a b", "x.y", "case:concept:name", "01"]))
def test_a_name_alone_renames(column: str, source: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.yaml"
        path.write_text(f'columns:\n  {column}: "{source}"\n', encoding="utf-8")
        mapping = read_mapping(path, ORDER)
    assert mapping.field(column) == Field(source=source, needs=(source,))
    assert Mapping().field(column) == Field(source=column, needs=(column,))
    assert mapping.path == path
    assert mapping.digest


def test_what_the_mapping_says_decides_whether_a_landing_is_the_same(shop: Shop) -> None:
    source = shop.folder / "core.csv"
    source.write_text("order_id,line_no,s,t,ordered_on\nAB0001,1,01,02,2023-04-01\n", encoding="utf-8")
    assert not shop.land(source, "columns: {state: s}\n").unchanged
    assert shop.land(source, "columns: {state: s}\n").unchanged
    assert not shop.land(source, "columns: {state: t}\n").unchanged
    assert [row["state"] for row in shop.rows()] == ["02"]


@pytest.mark.parametrize(
    "expression", ["upper(a) || b", "coalesce(a, b)", "a = b OR a IS NULL", "a[1:2]", "a LIKE '%x'"]
)
def test_an_expression_needs_the_columns_that_it_names(expression: str, tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(f'columns:\n  title: {{expr: "{expression}"}}\n', encoding="utf-8")
    needs = read_mapping(path, ORDER).field("title").needs
    assert set(needs) == ({"a", "b"} if "b" in expression else {"a"})
