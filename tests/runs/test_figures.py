"""Figures: every cut, what is filled and what is left out, changes, and how they are called."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lushan.runs.figures import Value, figure_contract, figure_rows, read_figures, told_apart
from lushan.runs.measure import measure
from lushan.runs.metric import change, metric
from lushan.runs.period import Period
from lushan.runs.run import run
from lushan.runs.session import Session
from market import count, opened, sales, sell

APRIL = Period.parse("2023-04")


def figures(session: Session, name: str = "market.sales") -> dict[str, Decimal | str | None]:
    """A metric's figures of April, by id."""
    metrics = session.catalogue.metrics
    return {
        value.id(APRIL): value.text if value.text is not None else value.number
        for value in measure(session, metrics[name], APRIL)
    }


def test_a_metric_is_measured_for_the_whole_and_each_cut_now_and_before(market: Session) -> None:
    assert figures(market) == {
        "market.sales": 3, "market.sales[茶]": 2, "market.sales[布]": 1, "market.sales[米]": 0,
        "market.sales[2023-03]": 2, "market.sales[茶,2023-03]": 1, "market.sales[米,2023-03]": 1,
    }  # fmt: skip


def test_counted_rows_are_kept_with_their_number(market: Session) -> None:
    values = {value.id(APRIL): value.rows for value in measure(market, sales, APRIL)}
    assert (values["market.sales"], values["market.sales[茶]"], values["market.sales[米]"]) == (3, 2, 0)


def test_a_change_needs_both_months(market: Session) -> None:
    assert figures(market, "market.sales_change") == {
        "market.sales_change": Decimal("0.5"), "market.sales_change[茶]": Decimal(1),
    }  # fmt: skip


def test_a_change_on_nothing_is_no_figure(market: Session) -> None:
    sell(market, ("2023-04-01", "茶", "3"))
    net = metric("market.net", zh="净", en="Net", reads="market.sale", **count)(lambda rows: rows.amount.sum() - 14.5)
    session = opened(market.workspace.root, net, change(net, zh="净较上月", en="Net, change"))
    assert figures(session, "market.net") == {"market.net": Decimal("-11.5"), "market.net[2023-03]": 0}
    assert figures(session, "market.net_change") == {}


def test_a_text_is_a_figure(market: Session) -> None:
    run(market, APRIL)
    assert figures(market, "market.best_day") == {
        "market.best_day": "2023-04-02", "market.best_day[2023-03]": "2023-03-30",
    }  # fmt: skip


def test_rows_without_a_value_of_the_cut_are_in_the_whole_alone(market: Session) -> None:
    sell(market, ("2023-04-01", "茶", "3"), ("2023-04-01", None, "3"))  # type: ignore[arg-type]
    assert {k: v for k, v in figures(market).items() if "2023-03" not in k} == {
        "market.sales": 2, "market.sales[茶]": 1, "market.sales[米]": 0,
    }  # fmt: skip


def test_a_combination_seen_in_part_is_filled(market: Session) -> None:
    both = metric(
        "market.both", zh="两", en="Both", reads="market.sale", by=(("stall", "on"),), empty=0, whole=False, **count
    )(lambda rows: rows.count())
    values = {
        k: v for k, v in figures(opened(market.workspace.root, both), "market.both").items() if "2023-03]" not in k
    }
    assert values["market.both[茶,2023-04-01]"] == 2
    assert values["market.both[布,2023-04-01]"] == 0
    assert "market.both" not in values


def test_what_no_row_makes_has_no_number(market: Session) -> None:
    mean = metric(
        "market.mean", zh="均", en="Mean", reads="market.sale", rows=lambda sales: sales.filter(sales.id > 99), **count
    )
    share = mean(lambda rows: rows.amount.sum().cast("float64") / rows.count())
    assert figures(opened(market.workspace.root, share), "market.mean") == {
        "market.mean": None, "market.mean[2023-03]": None,
    }  # fmt: skip


def test_a_table_that_has_never_been_landed_gives_no_figures(market: Session) -> None:
    assert figures(market, "market.regulars") == {}


def test_two_cuts_with_the_same_value_are_told_apart() -> None:
    def value(cut: str, dim: str) -> Value:
        return Value("market.sales", (cut,), (dim,), APRIL, Decimal(1), None, 1)

    ids = [
        v.id(APRIL) for v in told_apart([value("city", "北京"), value("province", "北京"), value("province", "江西")])
    ]
    assert ids == ["market.sales[北京]", "market.sales[province=北京]", "market.sales[江西]"]


def test_figures_are_read_as_they_were_measured(market: Session) -> None:
    run(market, APRIL)
    measured = [value for metric in market.catalogue.metrics.values() for value in measure(market, metric, APRIL)]
    assert read_figures(market, "market", APRIL) == sorted(measured, key=lambda value: value.id(APRIL))


def test_figures_are_rows_in_the_order_of_their_ids(market: Session) -> None:
    rows = figure_rows(list(reversed(measure(market, sales, APRIL))), APRIL, figure_contract("market"))
    assert rows["id"].to_pylist() == sorted(figures(market))


@pytest.mark.parametrize(
    ("number", "decimals", "rounded"),
    [("2.5", 0, 3), ("-2.5", 0, -3), ("0.0111111111", 4, 0.0111), ("7012", -3, 7000), ("0.78155", 4, 0.7816)],
)
def test_a_figure_is_rounded_half_up(number: str, decimals: int, rounded: float) -> None:
    value = Value("market.sales", (), (), APRIL, Decimal(number), None, 1)
    assert value.rounded(decimals) == rounded
