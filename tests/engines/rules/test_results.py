"""Scans, samples, trends, groups, and rules of whole tables against their history."""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter
from collections.abc import Mapping

import duckdb
import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ibis.expr import types as ir

from lushan.engines.rules import (
    Distribution,
    Fresh,
    Group,
    Length,
    NotNull,
    Reference,
    Results,
    Row,
    Rule,
    Unique,
    Volume,
    Within,
    check,
)
from lushan.engines.rules.fetch import NOTHING, bound, fetch_here
from lushan.engines.rules.whole import stability


def numbered(rows: int) -> pa.Table:
    return pa.table({
        "id": list(range(rows)),
        "amount": [n % 100 for n in range(rows)],
        "code": [f"c{n - (n % 500 == 0)}" for n in range(rows)],
        "text": [None if n % 97 == 0 else "甲" * (n % 5) for n in range(rows)],
        "note": ["已说明" if n % 3 == 0 else "" for n in range(rows)],
    })  # fmt: skip


def test_a_thousand_rules_take_three_scans() -> None:
    connection = duckdb.connect()
    rows = numbered(3000)  # noqa: F841: DuckDB reads it by its name
    connection.execute("CREATE TABLE entry AS SELECT * FROM rows; CREATE TABLE code AS SELECT 'c1' AS code")
    schema = ibis.Schema.from_pyarrow(rows.schema)
    tables = {"entry": ibis.table(schema, name="entry"), "code": ibis.table({"code": "string"}, name="code")}
    scans = 0

    def fetch(expression: ir.Table, given: Mapping[str, ir.Table] = NOTHING) -> pa.Table:
        nonlocal scans
        query = str(ibis.to_sql(bound(expression, given), dialect="duckdb"))
        plan = "".join(str(row[1]) for row in connection.execute(f"EXPLAIN {query}").fetchall())
        scans += len(re.findall(r"Table:\s*(?:memory\.main\.)?entry\b", plan))
        return connection.execute(query).to_arrow_table()

    kinds = [
        lambda n: Rule(f"{n}", "entry", Within("0", str(99 + n % 7)), ("amount",), ("id",), where=f"amount <> {n}"),
        lambda n: Rule(f"{n}", "entry", Length(maximum=8 + n), ("text",), ("id",), exempt="note = '已说明'"),
        lambda n: Rule(f"{n}", "entry", NotNull(), ("id",), ("id",), severity="warning", where=f"id > {n}"),
        lambda n: Rule(f"{n}", "entry", Row(f"amount + {n} >= 0"), (), ("id",)),
    ]
    rules = [kinds[n % 4](n) for n in range(994)]
    rules += [
        Rule("code", "entry", Unique(), ("code",), ("id",)),
        Rule("id", "entry", Unique(), ("id",), ("id",)),
        Rule("both", "entry", Unique(), ("amount", "note"), ("id",)),
        Rule("reference", "entry", Reference("code", ("code",)), ("code",), ("id",)),
        Rule("text", "entry", NotNull(), ("text",), ("id",)),
        Rule("documented", "entry", NotNull(), ("text",), ("id",), exempt="note = '已说明'"),
    ]
    found = {row["rule"]: row for row in check(tables, rules, fetch=fetch).results.to_pylist()}
    assert len(found) == 1000 and not [row["fault"] for row in found.values() if row["fault"]]
    assert scans <= 3, scans
    texts = math.ceil(3000 / 97)
    assert found["text"]["failed"] == texts
    assert found["documented"]["failed"] + found["documented"]["exempt"] == texts
    assert found["code"]["failed"] == 2 * 5 and found["id"]["failed"] == 0
    assert found["reference"]["failed"] == 2999 and found["both"]["failed"] == 3000


def test_counting_is_asked_alike_in_every_period_and_failing_rows_of_what_failed_alone() -> None:
    rules = [
        Rule("amount", "entry", Within("0", "90"), ("amount",), ("id",)),
        *(Rule(name, "entry", Unique(), (name,), ("id",)) for name in ("id", "code")),
    ]
    asked: list[ir.Table] = []

    def fetch(expression: ir.Table, given: Mapping[str, ir.Table] = NOTHING) -> pa.Table:
        asked.append(expression)
        return fetch_here(expression, given)

    tables = [{"entry": ibis.memtable(numbered(rows))} for rows in (600, 700)]
    first, second = (check(of, rules, period="2023-04", sample=0, fetch=fetch) for of in tables)
    counts = [expression for expression in asked if "n0" in expression.columns]
    assert counts[0].equals(counts[1])
    assert not first.failures.num_rows

    whole = check(tables[1], rules, period="2023-04", sample=None)
    assert second.results.equals(whole.results)
    asked.clear()
    again = check(tables[1], rules, period="2023-04", sample=None, counted=second.results, fetch=fetch)
    assert not [expression for expression in asked if "n0" in expression.columns]
    assert again.results.equals(whole.results)
    assert again.failures.equals(whole.failures)


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 20), st.permutations(range(60)))
def test_a_sample_is_the_same_whatever_the_order_of_rows(sample: int, order: list[int]) -> None:
    rules = [Rule("a", "t", Within("50"), ("amount",), ("id",)), Rule("c", "t", Unique(), ("amount",), ("id",))]
    rows = numbered(60).set_column(1, "amount", pa.array([n // 2 for n in range(60)]))
    here, there = (check({"t": ibis.memtable(t)}, rules, sample=sample) for t in (rows, rows.take(pa.array(order))))
    assert here.failures.equals(there.failures)
    assert Counter(here.failures["rule"].to_pylist()) == {rule: sample for rule in "ac" if sample}
    everything = check({"t": ibis.memtable(rows)}, rules, sample=None).failures.to_pylist()
    assert all(row in everything for row in here.failures.to_pylist())


def test_what_is_new_is_told_against_the_period_before() -> None:
    rule = Rule("a", "t", Within("0"), ("n",), ("id",))
    months = {"2023-01": [-1, -1, 5, 5], "2023-02": [-1, 5, -1, -1], "2023-03": [5, 5, 5, 5]}
    found = Results()
    for month, values in months.items():
        table = ibis.memtable(pa.table({"id": [1, 2, 3, 4], "n": values}))
        found += check({"t": table}, [rule], period=month, before=found)
    told = [(row["failed"], row["failed_before"], row["newly"]) for row in found.results.to_pylist()]
    assert told == [(2, None, None), (3, 2, pytest.approx(2 / 3)), (0, 3, None)]
    february = [(row["key"], row["newly"]) for row in found.of("2023-02").failures.to_pylist()]
    assert february == [("1", False), ("3", True), ("4", True)]
    assert not found.passed and found.latest.passed


def test_groups_are_asked_and_named_as_rows_are() -> None:
    rows = pa.table({"org": ["a", "a", "b", "b", "c"], "debit": [1, 2, 3, 0, 5], "credit": [3, 0, 4, 0, 5]})
    balanced = Group("sum(debit) = sum(credit)", ("org",))
    rules = [
        Rule("by", "t", balanced, exempt="min(org) = 'b'"),
        Rule("plain", "t", balanced, where="debit > 0"),
        Rule("all", "t", Group("count(*) >= 5 and max(debit) < 5")),
    ]
    found = check({"t": ibis.memtable(rows)}, rules)
    told = [(row["checked"], row["failed"], row["exempt"]) for row in found.results.to_pylist()]
    assert told == [(3, 0, 1), (3, 1, 0), (1, 1, 0)]
    assert found.failures.select(["rule", "key", "value"]).to_pylist() == [
        {"rule": "by", "key": "b", "value": "3|4"},
        {"rule": "plain", "key": "b", "value": "3|4"},
        {"rule": "all", "key": "", "value": "5|5"},
    ]


def test_a_table_is_held_against_its_history() -> None:
    rules = [
        Rule("fresh", "t", Fresh(3), ("at",)),
        Rule("volume", "t", Volume(0.5, over=2)),
        Rule("spread", "t", Distribution(0.1), ("state",)),
        Rule("classes", "t", Distribution(0.1, (10.0, 20.0)), ("n",)),
    ]
    months = {
        "2023-01": (["a", "b"] * 10, [5, 15] * 10),
        "2023-02": (["a", "b"] * 12, [6, 16] * 12),
        "2023-03": (["a"] * 60 + ["b"], [25] * 61),
    }
    found = Results()
    for month, (states, numbers) in months.items():
        day = datetime.date.fromisoformat(f"{month}-10")
        table = ibis.memtable(pa.table({"state": states, "n": numbers, "at": [day] * len(states)}))
        today = datetime.date.fromisoformat(f"{month}-{12 if month < '2023-03' else 20}")
        found += check({"t": table}, rules, period=month, before=found, today=today)
    failed = {month: [row["failed"] for row in found.of(month).results.to_pylist()] for month in months}
    assert failed == {"2023-01": [0, 0, 0, 0], "2023-02": [0, 0, 0, 0], "2023-03": [1, 1, 1, 1]}
    march = {row["rule"]: row["measure"] for row in found.latest.results.to_pylist()}
    assert march["fresh"] == 10 and march["volume"] == pytest.approx(61 / 22 - 1)
    assert march["spread"] == pytest.approx(stability({"a": 60, "b": 1}, {"a": 12, "b": 12}))


COUNTS = st.dictionaries(st.sampled_from("abc"), st.integers(1, 50), min_size=1)


@given(COUNTS, COUNTS)
def test_the_stability_index_is_never_below_nothing_and_the_same_both_ways(
    now: dict[str, int], then: dict[str, int]
) -> None:
    assert stability(now, then) >= 0 and stability(now, then) == pytest.approx(stability(then, now))
    assert stability(now, now) == 0
