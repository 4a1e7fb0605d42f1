"""Texts that come again and again are judged once; that must be seen of nothing but the time that it takes."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from judge import Row, judge
from lushan.contracts import Rule
from lushan.errors import LushanError
from met import MET
from shop import GOOD, Shop, write_csv

#: More rows than a source's first ones, among which familiar texts are looked for.
MANY = 40_000


def rows_of(seed: int, count: int) -> list[Row]:
    """Rows that are mostly right, each with a key of its own; the last two hold texts that came nowhere before."""
    random = Random(seed)
    rows = []
    for number in range(count):
        row = GOOD | {"order_id": f"AB{number % 10_000:04}", "line_no": str(number // 10_000 + 1)}
        for column in ("state", "title", "branch", "urgent", "amount", "ordered_on"):
            if random.random() < 0.1:
                row[column] = random.choice(MET[column])
        row["title"] = random.choice([row["title"], " 任务", "任务\u3000", "任务单"])
        rows.append(row)
    rows[-1] |= {"title": " 晚来", "state": "作废", "branch": "001"}
    rows[-2] |= {"title": "晚来的任务单甲乙", "state": "04"}
    return rows


@pytest.mark.parametrize(("seed", "count"), [(1, 300), (2, 3000), (3, MANY)])
def test_rows_land_as_if_nothing_were_familiar(seed: int, count: int, shop: Shop) -> None:
    rows = rows_of(seed, count)
    kept, broken = judge(rows)
    shop.land(write_csv(shop.folder / "orders.csv", rows))
    assert shop.quarantine() == broken
    months = sorted({f"{row['ordered_on']:%Y-%m}" for row in kept})
    assert shop.rows() == [row for month in months for row in kept if f"{row['ordered_on']:%Y-%m}" == month]


def test_a_familiar_text_in_quarantine_is_kept_as_it_came(shop: Shop) -> None:
    rows = [GOOD | {"order_id": f"AB{number:04}"} for number in range(100)]
    rows[70] |= {"amount": "x", "state": " 01"}
    shop.land(write_csv(shop.folder / "orders.csv", rows))
    kept = shop.rows("quarantine.shop__order")
    assert [(row["row"], row["rule"]) for row in kept] == [(71, "type")]
    assert '"state":" 01","title":"任务"' in kept[0]["source"]


def test_a_text_that_sql_cannot_hold_is_not_familiar(shop: Shop) -> None:
    rows = [GOOD | {"order_id": f"AB{number:04}", "title": "任\0务"} for number in range(100)]
    shop.land(write_csv(shop.folder / "orders.csv", rows))
    assert {row["title"] for row in shop.rows()} == {"任\0务"}


def test_a_row_is_judged_as_a_whole_by_familiar_texts_too(shop: Shop) -> None:
    differ = Rule("differ", "expression", expression='STATE <> "branch"')
    orders = shop.under(replace(shop.contract, rules=(*shop.contract.rules, differ)))
    rows = [GOOD | {"order_id": f"AB{number:04}"} for number in range(100)]
    rows[50] |= {"state": "02", "branch": "02"}
    rows[60] |= {"state": " 01", "branch": "01"}
    orders.land(write_csv(shop.folder / "orders.csv", rows))
    assert orders.quarantine() == [
        (51, "differ", "", None),
        (61, "differ", "", None),
    ]


def test_a_key_may_be_of_familiar_texts(shop: Shop) -> None:
    keyed = replace(shop.contract, rules=(Rule("key.unique", "unique", "branch"),))
    orders = shop.under(
        replace(keyed, columns=tuple(replace(c, key=c.name in ("order_id", "title")) for c in keyed.columns))
    )
    rows = [GOOD | {"order_id": f"AB{number:04}", "branch": ""} for number in range(100)]
    rows[97] |= {"order_id": "AB0003", "branch": "001"}
    rows[98] |= {"order_id": "AB0003", "title": "任 务", "branch": "001"}
    orders.land(write_csv(shop.folder / "orders.csv", rows))
    assert orders.quarantine() == [(98, "unique", "order_id, title", "AB0003 任务"), (99, "unique", "branch", "001")]


def test_rows_keep_their_order_under_a_long_list_of_codes(shop: Shop) -> None:
    """DuckDB likes to make a join of such a list, in which rows lose their order."""
    codes = tuple(f"AB{number:04}" for number in range(300))
    rules = tuple(rule for rule in shop.contract.rules if rule.column != "order_id")
    orders = shop.under(
        replace(shop.contract, rules=(*rules, Rule("order_id.codes", "in_set", "order_id", values=codes)))
    )
    columns = tuple(replace(column, key=False) for column in orders.contract.columns)
    orders = orders.under(replace(orders.contract, columns=columns))
    rows = [GOOD | {"order_id": f"AB{number % 300:04}", "serial": f"s{number}"} for number in range(200_000)]
    wrong = [1, 32_768, 32_769, 150_000, 200_000]
    for number in wrong:
        rows[number - 1] = rows[number - 1] | {"order_id": f"XX{number}"}
    orders.land(write_csv(shop.folder / "orders.csv", rows))
    assert [(row, value) for row, _, _, value in orders.quarantine()] == [(number, f"XX{number}") for number in wrong]
    assert [row["serial"] for row in orders.rows()] == [
        f"s{number}" for number in range(200_000) if number + 1 not in wrong
    ]


@pytest.mark.parametrize(
    ("tail", "said"),
    [
        (b"1,2,3\r\n", "orders.csv:400002: the row has 3 columns, the header 11"),
        (b'"AB0001,1\r\n', "orders.csv:400002: a quote is opened and does not close"),
        (b"\xff\xfe" + b"," * 10 + b"\r\n", "orders.csv:400002: a byte is not UTF-8"),
    ],
)
def test_what_is_wrong_far_in_a_file_is_told_of_like_what_is_wrong_at_once(tail: bytes, said: str, shop: Shop) -> None:
    """By then, rows have been handed over already."""
    row = ",".join(GOOD.values()) + "\r\n"
    source = shop.folder / "orders.csv"
    source.write_bytes((",".join(GOOD) + "\r\n" + row * 400_000).encode() + tail)
    with pytest.raises(LushanError) as refusal:
        shop.land(source)
    assert said in str(refusal.value)
    assert not shop.warehouse.exists("shop.order")
