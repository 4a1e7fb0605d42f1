"""Every rule against a plain, slow reading of it: which rows land, and which go to quarantine for what."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from judge import Row, judge
from lushan.contracts import Rule
from lushan.errors import LushanError
from lushan.warehouse.landing import quarantined
from met import MET
from shop import BRANCH, GOOD, ORDER, Shop, make_shop, write_csv

#: Shrinking lands a thousand times; a failing example is small enough as it comes.
PHASES = [phase for phase in Phase if phase is not Phase.shrink]


def texts(column: str) -> st.SearchStrategy[str]:
    """Mostly what is right, so that rules are met one at a time too."""
    return st.one_of(st.just(GOOD[column]), st.just(GOOD[column]), st.sampled_from(MET[column]))


order_numbers = st.integers(1, 40).map("AB{:04}".format)
rows_met = st.lists(
    st.fixed_dictionaries({column: texts(column) for column in GOOD} | {"order_id": order_numbers | texts("order_id")}),
    min_size=1,
    max_size=25,
)


@given(rows_met)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=PHASES)
def test_rows_land_or_are_kept_with_their_reasons(rows: list[Row]) -> None:
    kept, broken = judge(rows)
    with tempfile.TemporaryDirectory() as folder:
        shop = make_shop(Path(folder))
        source = write_csv(Path(folder) / "orders.csv", rows)
        if kept:
            landed = shop.land(source)
            assert landed.rows == len(kept)
            assert landed.quarantined == len({each[0] for each in broken})
            assert sum(landed.broken.values()) == len(broken)
        else:
            with pytest.raises(LushanError, match="no row keeps the contract"):
                shop.land(source)
            assert not shop.warehouse.exists("shop.order")
            return
        assert shop.quarantine() == broken
        months = sorted({f"{row['ordered_on']:%Y-%m}" for row in kept})
        assert shop.rows() == [row for month in months for row in kept if f"{row['ordered_on']:%Y-%m}" == month]
        assert list(landed.periods) == months


@pytest.mark.parametrize("column", GOOD)
def test_each_text_that_a_column_may_meet(column: str, shop: Shop) -> None:
    """One row for each text, everything else right: nothing hides behind another fault."""
    rows = [GOOD | {"order_id": f"AB{number:04}", column: text} for number, text in enumerate(MET[column])]
    kept, broken = judge(rows)
    assert kept
    assert broken
    shop.land(write_csv(shop.folder / "orders.csv", rows))
    assert shop.quarantine() == broken
    key = lambda row: (row["ordered_on"], row["order_id"])  # noqa: E731
    assert sorted(shop.rows(), key=key) == sorted(kept, key=key)


def test_a_quarantined_row_is_kept_as_it_came(shop: Shop) -> None:
    rows = [
        GOOD,
        GOOD | {"state": " 03 ", "title": "任务，单"},
        GOOD | {"order_id": "AB0002"},
        GOOD | {"branch": "009"},
    ]
    shop.land(write_csv(shop.folder / "orders.csv", rows))
    kept = shop.rows("quarantine.shop__order")
    assert [(row["row"], row["rule"]) for row in kept] == [(2, "codes"), (4, "reference"), (4, "unique")]
    assert '"state":" 03 "' in kept[0]["source"]
    assert '"title":"任务，单"' in kept[0]["source"]
    assert '"branch":"009"' in kept[1]["source"]


def test_row_numbers_count_rows_not_lines(shop: Shop) -> None:
    """Over many blocks of DuckDB's, with values that fill several lines, and blank lines between."""
    rows = [
        GOOD | {"order_id": f"AB{n % 10000:04}", "line_no": str(n // 10000 + 1), "title": "甲\n乙"}
        for n in range(150_000)
    ]
    wrong = [1, 2, 2048, 2049, 122_880, 122_881, 149_999, 150_000]
    for number in wrong:
        rows[number - 1] = rows[number - 1] | {"state": f"w{number}"}
    source = write_csv(shop.folder / "orders.csv", rows)
    source.write_bytes(source.read_bytes().replace(b"AB0007,1,", b"\r\nAB0007,1,"))
    shop.land(source)
    assert [(row, value) for row, _, _, value in shop.quarantine()] == [(number, f"w{number}") for number in wrong]


def test_a_table_may_refer_to_itself_and_bear_any_names(shop: Shop) -> None:
    branches = shop.under(BRANCH)
    source = shop.folder / "new.csv"
    source.write_text(
        "branch_id,parent_id,source,detail,broken\n1,,总行,x,false\n2,1,b,,true\n3,9,c,d,\n4,2,,,maybe\n5,4,,,\n",
        "utf-8",
    )
    landed = branches.land(source)
    assert landed.broken == {"broken.type": 1, "parent_id.reference": 2}
    assert [tuple(row.values()) for row in branches.rows("shop.branch")] == [
        ("1", None, "总行", "x", False),
        ("2", "1", "b", None, True),
    ]
    assert branches.land(source).unchanged


def test_a_reference_to_a_table_that_holds_empty_values_still_counts(shop: Shop) -> None:
    """In SQL, nothing is NOT IN a set with a null in it; a row that refers to nowhere must not profit from that."""

    rules = tuple(
        Rule("branch.reference", "reference", "branch", refers_to="shop.branch.parent_id")
        if rule.kind == "reference"
        else rule
        for rule in shop.contract.rules
    )
    orders = shop.under(replace(shop.contract, rules=rules))
    orders.land(
        write_csv(
            shop.folder / "orders.csv", [GOOD | {"branch": "001"}, GOOD | {"order_id": "AB0002", "branch": "002"}]
        )
    )
    assert orders.quarantine() == [(2, "reference", "branch", "002")]


def test_what_a_contract_hides_is_shown_masked_and_kept_whole(shop: Shop) -> None:
    landed = shop.land(write_csv(shop.folder / "orders.csv", [GOOD, GOOD | {"title": "张", "state": "x"}]))
    assert landed.first == ("row 2  state  codes  x", "row 2  title  length  ●●●")
    assert [told["value"] for told in quarantined(shop.warehouse, ORDER)] == ["x", "●●●"]
    assert [value for _, _, _, value in shop.quarantine()] == ["x", "张"]


def test_a_row_is_judged_as_a_whole_where_every_column_is_text(shop: Shop) -> None:
    """Then nothing can be unread that a rule of the row would have to wait for."""
    columns = (ORDER.column("order_id"), ORDER.column("title"))
    differ = Rule("differ", "expression", expression="order_id <> title")
    texts = shop.under(replace(ORDER, id="shop.text", period="", columns=columns, rules=(differ,)))
    (shop.folder / "texts.csv").write_text("order_id,title\na,a\nb,c\n", encoding="utf-8")
    assert texts.land(shop.folder / "texts.csv").broken == {"differ": 1}
    assert texts.rows("shop.text") == [{"order_id": "b", "title": "c"}]


def test_a_table_without_a_key_or_a_rule_takes_every_row(shop: Shop) -> None:
    notes = shop.under(replace(ORDER, id="shop.note", period="", columns=(ORDER.column("title"),), rules=()))
    (shop.folder / "notes.csv").write_text("title\n甲\n甲\n", encoding="utf-8")
    landed = notes.land(shop.folder / "notes.csv")
    assert (landed.rows, landed.quarantined) == (2, 0)


def test_columns_may_bear_every_name_that_landing_uses_for_itself(shop: Shop) -> None:
    names = (
        "row",
        "rule",
        "column",
        "value",
        "source",
        "told",
        "known",
        "number",
        "place",
        "broken",
        "detail",
        "raw",
        "s",
    )
    columns = tuple(replace(ORDER.column("serial"), name=name, key=True, required=True) for name in names)
    above = Rule("value.reference", "reference", "value", refers_to="shop.names.known")
    apart = tuple(Rule(f"{name}.unique", "unique", name) for name in names)
    named = shop.under(replace(ORDER, id="shop.names", period="", columns=columns, rules=(above, *apart)))
    text = "\n".join(",".join(row) for row in (names, "a" * len(names), "b" * len(names), "a" * len(names)))
    (shop.folder / "names.csv").write_text(text, encoding="utf-8")
    landed = named.land(shop.folder / "names.csv")
    assert landed.rows == 2
    assert landed.broken == {f"{name}.unique": 1 for name in names} | {f"{', '.join(names)}.unique": 1}


def test_binary_fractions_stand_for_the_decimals_that_they_were_written_as(shop: Shop) -> None:
    for sort in (pa.float32(), pa.float64()):
        amounts = [1.1, 0.07, 99999.99 if sort == pa.float64() else 999.25, 0.1 + 0.2, 1.005, 0.0, None]
        rows = [GOOD | {"order_id": f"AB{n:04}"} for n in range(len(amounts))]
        table = pa.Table.from_pylist(rows).drop_columns("amount").append_column("amount", pa.array(amounts, sort))
        pq.write_table(table, shop.folder / "orders.parquet")
        shop.land(shop.folder / "orders.parquet")
        assert [(row, rule) for row, rule, _, _ in shop.quarantine()] == [(5, "places")]
