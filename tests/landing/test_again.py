"""Landing again: the same file, its correction, another month; and nothing at all where a row may not break."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lushan.contracts import Column
from lushan.errors import LushanError
from lushan.words import Text
from shop import BRANCH, GOOD, Shop, make_shop, write_csv

APRIL = [GOOD | {"order_id": f"AB{day:04}", "ordered_on": f"2023-04-{day:02}", "paid_at": ""} for day in (1, 2, 30)]
MAY = [GOOD | {"order_id": f"AC{day:04}", "ordered_on": f"2023-05-{day:02}", "paid_at": ""} for day in (1, 31)]
BAD = GOOD | {"order_id": "AD0001", "state": "03"}


def test_the_same_file_twice_changes_nothing(shop: Shop) -> None:
    source = write_csv(shop.folder / "orders.csv", [*APRIL, BAD])
    first = shop.land(source)
    before = shop.state()
    again = shop.land(source)
    assert not first.unchanged
    assert again.unchanged
    assert (again.version, again.rows, again.periods) == (first.version, 3, ("2023-04",))
    assert shop.state() == before


def test_the_same_file_gives_the_same_bytes_in_another_warehouse(tmp_path: Path) -> None:
    states = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        shop = make_shop(tmp_path / name)
        shop.land(write_csv(shop.folder / "orders.csv", [*APRIL, BAD, *MAY]))
        states.append({path: data for path, data in shop.state().items() if path.endswith(".parquet")})
    assert len(states[0]) == 4
    assert states[0] == states[1]


def test_a_file_for_april_replaces_april_alone(shop: Shop) -> None:
    shop.land(write_csv(shop.folder / "both.csv", [*APRIL, *MAY]))
    before = shop.warehouse.snapshot("shop.order")
    landed = shop.land(write_csv(shop.folder / "april.csv", [APRIL[0] | {"title": "更正"}]))
    after = shop.warehouse.snapshot("shop.order")
    assert landed.periods == ("2023-04",)
    assert after.version == before.version + 1
    assert [(row["order_id"], row["title"]) for row in shop.rows()] == [
        ("AB0001", "更正"),
        ("AC0001", "任务"),
        ("AC0031", "任务"),
    ]
    assert after.only({"2023-05"}).parts == before.only({"2023-05"}).parts


def test_a_file_whose_part_was_replaced_lands_again(shop: Shop) -> None:
    first = write_csv(shop.folder / "first.csv", APRIL)
    shop.land(first)
    shop.land(write_csv(shop.folder / "second.csv", APRIL[:1]))
    assert not shop.land(first).unchanged
    assert len(shop.rows()) == 3


def test_a_corrected_file_clears_its_rows_from_quarantine_and_no_others(shop: Shop) -> None:
    source = write_csv(shop.folder / "april.csv", [*APRIL, BAD])
    shop.land(source)
    shop.land(write_csv(shop.folder / "may.csv", [*MAY, BAD | {"order_id": "AD0002"}]))
    assert [value for _, _, _, value in shop.quarantine()] == ["03", "03"]
    write_csv(source, [*APRIL, BAD | {"state": "02"}])
    shop.land(source)
    assert shop.quarantine() == [(3, "codes", "state", "03")]


def test_strict_stops_at_the_first_broken_row_and_changes_nothing(shop: Shop) -> None:
    shop.land(write_csv(shop.folder / "april.csv", APRIL))
    before = shop.state()
    with pytest.raises(LushanError, match="1 of 3 rows break the contract"):
        shop.land(write_csv(shop.folder / "may.csv", [*MAY, BAD]), strict=True)
    assert shop.state() == before
    assert shop.land(write_csv(shop.folder / "may.csv", MAY), strict=True).rows == 2


def test_a_reference_is_looked_up_again_when_its_table_changed(shop: Shop) -> None:
    source = write_csv(shop.folder / "orders.csv", [APRIL[0], APRIL[1] | {"branch": "003"}])
    assert shop.land(source).broken == {"branch.reference": 1}
    (shop.folder / "branches.csv").write_text("branch_id,parent_id\n001,\n002,001\n003,001\n", encoding="utf-8")
    shop.under(BRANCH).land(shop.folder / "branches.csv")
    landed = shop.land(source)
    assert not landed.unchanged
    assert landed.rows == 2
    assert shop.quarantine() == []


def test_a_month_may_be_a_column_of_its_own(shop: Shop) -> None:
    """A table that the bank already keeps by month says it in text; whatever is no month is no folder either."""
    title = Text("列", "Column")
    columns = (Column("n", "integer", title, True, True), Column("period", "string", title, True))
    monthly = shop.under(replace(shop.contract, id="shop.month", columns=columns, rules=(), period="period"))
    source = shop.folder / "months.csv"
    source.write_text("n,period\n1,2023-04\n2,2023-05\n3,../../../x\n4,2023-13\n5,202304\n", encoding="utf-8")
    landed = monthly.land(source)
    assert landed.periods == ("2023-04", "2023-05")
    assert landed.broken == {"period.type": 3}
    assert [row["n"] for row in monthly.rows("shop.month")] == [1, 2]
