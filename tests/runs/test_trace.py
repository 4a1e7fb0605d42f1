"""Tracing: from a figure to its rows, and from its tables to the sources they came from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lushan.errors import LushanError
from lushan.runs.measure import measure
from lushan.runs.period import Period
from lushan.runs.run import run
from lushan.runs.session import Session
from lushan.runs.trace import figure_rows, find_figure, measured, rows_expression, split_id, trace
from market import sell

APRIL = Period.parse("2023-04")


@pytest.fixture
def ran(market: Session) -> Session:
    assert not run(market, APRIL).failed
    return market


def test_a_figure_is_found_by_its_id(ran: Session) -> None:
    value = find_figure(ran, "market.sales[茶,2023-03]", APRIL)
    assert (value.number, value.cut, value.dims, str(value.period)) == (1, ("stall",), ("茶",), "2023-03")


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("market.sale", "no metric is called market.sale", "market.sales"),
        ("market.sales[茶叶]", "market.sales[茶叶] has no value in 2023-04", "market.sales[茶]"),
        ("吞吐率", "no metric is called 吞吐率", "a name that lushan figures lists"),
    ],
)
def test_a_figure_that_is_not_there_is_told_with_its_neighbours(
    ran: Session, text: str, found: str, expected: str
) -> None:
    with pytest.raises(LushanError) as refusal:
        find_figure(ran, text, APRIL)
    assert refusal.value.found == found
    assert expected in refusal.value.expected


def test_figures_of_a_period_that_was_not_run(ran: Session) -> None:
    with pytest.raises(LushanError, match="has no value in 2023-05") as refusal:
        find_figure(ran, "market.sales", APRIL + 1)
    assert refusal.value.mend.startswith("lushan run with --period 2023-05")


def test_an_id_says_metric_cut_and_period() -> None:
    assert split_id("market.sales", APRIL) == ("market.sales", (), APRIL)
    assert split_id("market.sales[茶,布,2023-03]", APRIL) == ("market.sales", ("茶", "布"), APRIL - 1)
    with pytest.raises(LushanError, match="not the id of a figure"):
        split_id("茶", APRIL)


def test_the_rows_of_every_figure_are_as_many_as_it_says(ran: Session) -> None:
    values = [value for metric in ran.catalogue.metrics.values() for value in measure(ran, metric, APRIL)]
    assert {value.id(APRIL): figure_rows(ran, value).num_rows for value in values} == {
        value.id(APRIL): value.rows for value in values
    }


def test_the_rows_of_a_change_are_of_both_months(ran: Session) -> None:
    rows = figure_rows(ran, find_figure(ran, "market.sales_change[茶]", APRIL))
    assert [(row["of_period"], row["amount"]) for row in rows.sort_by("id").to_pylist()] == [
        ("2023-03", Decimal("10.00")), ("2023-04", Decimal("3.00")), ("2023-04", Decimal("5.00")),
    ]  # fmt: skip


def test_rows_come_in_the_same_order_each_time(ran: Session) -> None:
    value = find_figure(ran, "market.sales", APRIL)
    assert figure_rows(ran, value).equals(figure_rows(ran, value))
    rows = rows_expression(ran, value, ran.bound)
    assert figure_rows(ran, value).column_names == list(rows.columns)


def test_a_trace_walks_to_the_sources(ran: Session) -> None:
    found = trace(ran, find_figure(ran, "market.best_day", APRIL))
    assert [(s.table, s.kind, s.reads) for s in found.sources] == [
        ("market.day", "model", ("market.sale",)), ("market.sale", "landing", ()),
    ]  # fmt: skip
    assert [part.period for part in found.sources[0].parts] == ["2023-04"]
    assert 'FROM "market"."day"' in found.sql and 'FROM "market"."sale"' in found.sources[0].sql
    assert "MIN(" in found.sql and "MIN(" not in found.rows_sql


def test_a_trace_reads_what_the_figure_was_measured_from(ran: Session) -> None:
    value = find_figure(ran, "market.sales", APRIL)
    sell(ran, ("2023-04-30", "茶", "1"))
    then = measured(ran, "market", APRIL)
    assert figure_rows(then, value).num_rows == value.rows == 3
    assert [source.version for source in trace(then, value).sources] == [0]
    assert figure_rows(ran, value).num_rows == 1, "without it, what is newest is read"


def test_a_model_is_traced_to_the_versions_it_was_made_from(ran: Session) -> None:
    sell(ran, ("2023-04-30", "茶", "1"))
    day, sale = trace(ran, find_figure(ran, "market.best_day", APRIL)).sources
    assert (day.table, sale.table) == ("market.day", "market.sale")
    assert (ran.warehouse.snapshot("market.sale").version, sale.version) == (1, 0)
