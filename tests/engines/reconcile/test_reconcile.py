"""Reconciliation against the same arithmetic on plain rows, on both engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ibis.expr import types as ir

from lushan.engines.reconcile import (
    COUNT,
    PERCENT,
    SHARE,
    TEN_THOUSAND_YUAN,
    YUAN,
    Indicator,
    Side,
    Status,
    Tolerance,
    attribute,
    reconcile,
    suspects,
)
from lushan.errors import LushanError
from lushan.words import Text

Row = dict[str, Any]
SCHEMA = pa.schema(
    [("org", pa.string()), ("product", pa.string()), ("currency", pa.string()), ("key", pa.string()),
     ("amount", pa.decimal128(18, 2))]
)  # fmt: skip
T1 = Tolerance("T1", absolute=Decimal("0.01"), per_row=Decimal("0.001"), relative=Decimal("0.0001"))
NAME = Text("各项贷款", "Loans")
DUCKDB = ibis.duckdb.connect()


def table(rows: list[Row]) -> ir.Table:
    return ibis.memtable(pa.Table.from_pylist(rows, schema=SCHEMA))


def loans(left: list[Row], right: list[Row], *, cell: bool = False) -> Indicator:
    sides = (Side("EAST", table(left), YUAN), Side("1104", table(right), TEN_THOUSAND_YUAN, cell=cell))
    return Indicator("loans", NAME, sides, T1)


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "org": st.sampled_from(["0101", "0102", "总行", None]),
            "product": st.sampled_from(["房贷", "经营贷"]),
            "currency": st.sampled_from(["CNY", "USD"]),
            "key": st.sampled_from([f"借据{number}" for number in range(6)]),
            "amount": st.one_of(st.none(), st.integers(-(10**11), 10**11).map(lambda cents: Decimal(cents) / 100)),
        }
    ),
    max_size=8,
)


def expected(left: list[Row], right: list[Row], cell: bool) -> dict[str | None, Row]:
    """What the reconciliation should say of each organisation, by its definition."""
    found = {}
    for org in {row["org"] for row in left + right}:
        amounts = [
            [row["amount"] for row in rows if row["org"] == org and row["amount"] is not None] for rows in (left, right)
        ]
        a, b = sum(amounts[0], Decimal(0)) / 10_000, sum(amounts[1], Decimal(0))
        allowed = Decimal("0.01") + Decimal("0.001") * max(map(len, amounts)) + Decimal("0.0001") * abs(b)
        if cell and not amounts[1]:
            found[org] = {"status": "unavailable", "difference": None}
            continue
        told = [value.quantize(Decimal("0.01"), ROUND_HALF_UP) for value in (a, b)]
        status = "agrees" if told[0] == told[1] else "within" if abs(a - b) <= allowed else "differs"
        found[org] = {"status": status, "difference": a - b}
    return found


@given(left=ROWS, right=ROWS, cell=st.booleans(), near=st.booleans())
@settings(max_examples=30, deadline=None)
def test_every_organisation_is_judged_as_by_hand(left: list[Row], right: list[Row], cell: bool, near: bool) -> None:
    if near:  # the report holds the details' sums, rounded to its unit
        sums: dict[str | None, Decimal] = {}
        for row in left:
            sums[row["org"]] = sums.get(row["org"], Decimal(0)) + (row["amount"] or 0)
        right = [
            {"org": org, "amount": (value / 10_000).quantize(Decimal("0.01"), ROUND_HALF_UP)}
            for org, value in sums.items()
        ]
    found = reconcile([loans(left, right, cell=cell)], DUCKDB.to_pyarrow, by=("org",)).to_pylist()
    assert {row["org"]: {"status": row["status"], "difference": row["difference"]} for row in found} == expected(
        left, right, cell
    )


@given(left=ROWS, right=ROWS)
@settings(max_examples=30, deadline=None)
def test_the_parts_of_a_difference_are_all_of_it(left: list[Row], right: list[Row]) -> None:
    indicator = loans(left, right)
    parts = attribute(indicator, "EAST", "1104", by=("org", "product"), fetch=DUCKDB.to_pyarrow).to_pylist()
    whole = reconcile([indicator], DUCKDB.to_pyarrow).to_pylist()[0]["difference"]
    assert sum((part["difference"] for part in parts), Decimal(0)) == whole
    assert [abs(part["difference"]) for part in parts] == sorted((abs(p["difference"]) for p in parts), reverse=True)
    for part in parts:
        mine = [
            [row["amount"] for row in rows
             if (row["org"], row["product"]) == (part["org"], part["product"]) and row["amount"] is not None]
            for rows in (left, right)
        ]  # fmt: skip
        assert part["difference"] == sum(mine[0], Decimal(0)) / 10_000 - sum(mine[1], Decimal(0))
        assert (part["left_rows"], part["right_rows"]) == (len(mine[0]), len(mine[1]))


@given(left=ROWS, right=ROWS)
@settings(max_examples=15, deadline=None)
def test_the_other_way_round_mirrors(left: list[Row], right: list[Row]) -> None:
    there, back = loans(left, right), loans(left, right)
    back = Indicator("loans", NAME, back.sides[::-1], T1)
    one, two = (reconcile([each], DUCKDB.to_pyarrow, by=("org",)).to_pylist() for each in (there, back))
    assert [(row["org"], row["left_value"], row["difference"]) for row in one] == [
        (row["org"], row["right_value"], -row["difference"]) for row in two
    ]


LEFT = [
    {"org": "0101", "product": "房贷", "currency": "CNY", "key": "a", "amount": Decimal("1000000.00")},
    {"org": "0101", "product": "房贷", "currency": "USD", "key": "b", "amount": Decimal("250000.00")},
    {"org": "0102", "product": "经营贷", "currency": "CNY", "key": "c", "amount": Decimal("80000.00")},
]
RIGHT = [
    {"org": "0101", "product": "房贷", "currency": "CNY", "key": "", "amount": Decimal("100.00")},
    {"org": "0102", "product": "经营贷", "currency": "CNY", "key": "", "amount": Decimal("8.00")},
]


def test_only_the_currency_that_is_asked_for_counts() -> None:
    indicator = loans(LEFT, RIGHT)
    found = reconcile([indicator], DUCKDB.to_pyarrow, where={"currency": ["CNY"]}).to_pylist()[0]
    assert (found["status"], found["left_value"], found["left_rows"]) == ("agrees", Decimal("108"), 2)
    assert reconcile([indicator], DUCKDB.to_pyarrow).to_pylist()[0]["difference"] == 25


def test_three_sources_are_a_chain() -> None:
    first, last = Side("一表通", table(LEFT), YUAN), Side("1104", table(RIGHT), TEN_THOUSAND_YUAN)
    middle = Side("EAST", table(LEFT[:1] + LEFT[2:]), YUAN)
    found = reconcile([Indicator("loans", NAME, (first, middle, last), T1)], DUCKDB.to_pyarrow).to_pylist()
    assert [(row["left"], row["right"], row["status"]) for row in found] == [
        ("一表通", "EAST", "differs"), ("EAST", "1104", "agrees")
    ]  # fmt: skip
    assert Status.of_all(row["status"] for row in found) is Status.DIFFERS


def test_what_cannot_be_extracted_says_why() -> None:
    sides = (
        Side("EAST", None, YUAN, missing=Text("EAST 没有表外授信", "EAST has no off-balance credit")),
        Side("1104", table([]), TEN_THOUSAND_YUAN, cell=True),
    )
    found = reconcile([Indicator("related", NAME, sides, T1)], DUCKDB.to_pyarrow).to_pylist()[0]
    assert found["status"] == "unavailable"
    assert found["reason_zh"] == "EAST 没有表外授信；1104 没有数据"
    bare = Side("1104", table(RIGHT).drop("currency"), TEN_THOUSAND_YUAN)
    found = reconcile(
        [Indicator("loans", NAME, (Side("EAST", table(LEFT), YUAN), bare), T1)],
        DUCKDB.to_pyarrow, where={"currency": ["CNY"]}, by=("org",),
    ).to_pylist()  # fmt: skip
    assert {(row["status"], row["reason_en"]) for row in found} == {("unavailable", "1104 does not tell currency")}


def test_a_rate_is_a_quotient_of_exact_sums() -> None:
    rows = table(LEFT).mutate(
        bad=ibis.cases((ibis._.key == "b", ibis._.amount), else_=ibis.literal(0, "decimal(18,2)"))
    )
    told = ibis.memtable({"rate": [1880]}).mutate(
        rate=ibis._.rate.cast("decimal(9,2)") * ibis.literal(1, "decimal(9,2)")
    )
    sides = (
        Side("EAST", rows, SHARE, amount="bad", over="amount"),
        Side("1104", told, PERCENT, amount="rate", cell=True),
    )
    found = reconcile([Indicator("npl_rate", NAME, sides, T1, PERCENT)], DUCKDB.to_pyarrow).to_pylist()[0]
    assert found["left_value"] == Decimal("18.7969924812")
    empty = Side("EAST", rows.filter(rows.org == "none"), SHARE, amount="bad", over="amount")
    found = reconcile([Indicator("npl_rate", NAME, (empty, sides[1]), T1, PERCENT)], DUCKDB.to_pyarrow).to_pylist()[0]
    assert (found["status"], found["reason_en"]) == ("unavailable", "EAST would divide by nought")
    with pytest.raises(LushanError, match="no parts that add up"):
        attribute(Indicator("r", NAME, sides, T1, PERCENT), "EAST", "1104", by=("org",), fetch=DUCKDB.to_pyarrow)


def test_one_row_may_explain_a_difference_with_a_total() -> None:
    indicator = loans(LEFT, RIGHT)
    found = suspects(indicator, "EAST", Decimal("25"), key=("key",), fetch=DUCKDB.to_pyarrow).to_pylist()
    assert found == [{"key": "b", "amount": Decimal("25"), "explains": "whole"}]
    found = suspects(indicator, "EAST", Decimal("-16"), key=("key",), fetch=DUCKDB.to_pyarrow).to_pylist()
    assert found == [{"key": "c", "amount": Decimal("8"), "explains": "half"}]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Side("EAST", table(LEFT), YUAN, amount="balance"), "no column balance"),
        (lambda: Side("EAST", ibis.memtable({"amount": [1.5]}), YUAN), "float64, whose sum depends"),
        (lambda: Indicator("x", NAME, (Side("EAST", table(LEFT), YUAN),) * 2, T1), "EAST, EAST"),
        (lambda: Indicator("x", NAME, (Side("a", None, YUAN), Side("b", None, COUNT)), T1), "b cannot be told"),
        (lambda: loans(LEFT, RIGHT).side("PBC"), "no side PBC"),
        (
            lambda: attribute(loans(LEFT, RIGHT), "EAST", "1104", by=("clerk",), fetch=DUCKDB.to_pyarrow),
            "EAST does not tell clerk",
        ),
    ],
)
def test_a_wrong_definition_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(LushanError, match=message):
        make()


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    pytest.importorskip("pyspark")
    from lushan.runs.spark import Spark

    engine = Spark("local[2]")
    yield engine
    engine.session.stop()


@pytest.mark.spark
def test_spark_says_the_same(spark: Any) -> None:
    """The rows lie in Spark as views; what they are held in is the engine's affair, what it says is not."""

    def on_spark(rows: list[Row], name: str) -> ir.Table:
        spark.session.createDataFrame(pa.Table.from_pylist(rows, schema=SCHEMA)).createOrReplaceTempView(name)
        return ibis.table(ibis.Schema.from_pyarrow(SCHEMA), name=name)

    sides = (Side("EAST", on_spark(LEFT, "east"), YUAN), Side("1104", on_spark(RIGHT, "report"), TEN_THOUSAND_YUAN))
    theirs, ours = Indicator("loans", NAME, sides, T1), loans(LEFT, RIGHT)
    for by in ((), ("org",)):
        said = reconcile([theirs], spark.fetch, by=by)
        assert said.to_pylist() == reconcile([ours], DUCKDB.to_pyarrow, by=by).to_pylist()
    for where in (None, {"currency": ["USD"]}):
        parts = attribute(theirs, "EAST", "1104", by=("org", "key"), fetch=spark.fetch, where=where).to_pylist()
        assert parts == attribute(
            ours, "EAST", "1104", by=("org", "key"), fetch=DUCKDB.to_pyarrow, where=where
        ).to_pylist()  # fmt: skip
    assert suspects(theirs, "EAST", Decimal("25"), key=("key",), fetch=spark.fetch).num_rows == 1
