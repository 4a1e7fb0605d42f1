"""A contract that changed under existing data: what rows already there can follow is allowed, all else refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lushan.contracts import Column, Contract
from lushan.words import Text
from shop import GOOD, ORDER, Refused, Shop, write_csv

TITLE = Text("列", "Column")


def with_column(contract: Contract, column: Column) -> Contract:
    """The contract with one column more, or with another in the place of one."""
    there = column.name in contract.names
    columns = tuple(column if known.name == column.name else known for known in contract.columns)
    return replace(contract, columns=columns if there else (*columns, column))


def without(contract: Contract, name: str) -> Contract:
    return replace(
        contract,
        columns=tuple(column for column in contract.columns if column.name != name),
        rules=tuple(rule for rule in contract.rules if rule.column != name),
    )


CHANGED: dict[str, Contract] = {
    "type": with_column(replace(ORDER, rules=()), Column("line_no", "string", TITLE)),
    "places": with_column(ORDER, Column("amount", "decimal(12,3)", TITLE)),
    "column_gone": without(ORDER, "weight"),
    "column_renamed": with_column(without(ORDER, "weight"), Column("mass", "number", TITLE)),
    "column_new_and_required": with_column(ORDER, Column("channel", "string", TITLE, required=True)),
    "no_months_any_more": replace(ORDER, period=""),
    "several": without(with_column(ORDER, Column("amount", "integer", TITLE)), "weight"),
}


@pytest.mark.parametrize("name", CHANGED)
def test_a_contract_that_its_rows_do_not_follow_is_refused(name: str, refused: Refused, shop: Shop) -> None:
    changed = replace(CHANGED[name], path=shop.folder / "order.yaml")
    refused(f"contract_{name}", write_csv(shop.folder / "orders.csv", [GOOD]), under=shop.under(changed))


def test_months_where_there_were_none_are_refused(refused: Refused, shop: Shop) -> None:
    whole = replace(ORDER, id="shop.whole", period="", path=None)
    shop.under(whole).land(write_csv(shop.folder / "orders.csv", [GOOD]))
    refused("contract_months_now", shop.folder / "orders.csv", under=shop.under(replace(whole, period="ordered_on")))


def test_a_new_column_that_may_be_empty_is_empty_in_what_is_there(shop: Shop) -> None:
    april, may = GOOD, GOOD | {"order_id": "AB0002", "ordered_on": "2023-05-01", "paid_at": ""}
    shop.land(write_csv(shop.folder / "april.csv", [april]))
    wider = shop.under(with_column(ORDER, Column("channel", "string", TITLE)))
    source = write_csv(shop.folder / "may.csv", [may])
    source.write_text(
        source.read_text("utf-8").replace("branch", "branch,channel").replace(",002", ",002,掌银"), "utf-8"
    )
    assert wider.land(source).periods == ("2023-05",)
    assert [(row["ordered_on"], row["channel"]) for row in wider.rows()] == [
        (date(2023, 4, 1), None),
        (date(2023, 5, 1), "掌银"),
    ]


def test_columns_in_another_order_keep_every_month(shop: Shop) -> None:
    """Nothing changes for the rows there are; above all, a file for May does not take April away."""
    shop.land(write_csv(shop.folder / "april.csv", [GOOD]))
    turned = shop.under(replace(ORDER, columns=tuple(reversed(ORDER.columns))))
    turned.land(write_csv(shop.folder / "may.csv", [GOOD | {"ordered_on": "2023-05-01", "paid_at": ""}]))
    assert [row["ordered_on"] for row in turned.rows()] == [date(2023, 4, 1), date(2023, 5, 1)]


def test_rules_and_words_may_change_and_hold_for_what_lands_from_then_on(shop: Shop) -> None:
    shop.land(write_csv(shop.folder / "april.csv", [GOOD]))
    stricter = tuple(replace(rule, minimum="2") if rule.id == "line_no.range" else rule for rule in ORDER.rules)
    renamed = with_column(replace(ORDER, rules=stricter), replace(ORDER.column("title"), title=Text("名称", "Name")))
    landed = shop.under(renamed).land(
        write_csv(
            shop.folder / "may.csv", [GOOD | {"ordered_on": "2023-05-01", "line_no": n, "paid_at": ""} for n in "12"]
        )
    )
    assert landed.broken == {"line_no.range": 1}
    assert [row["line_no"] for row in shop.rows()] == [1, 2]
