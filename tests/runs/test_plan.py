"""Planning: what must run, in which order, and why; nothing more than what has changed."""

from __future__ import annotations

from pathlib import Path

import ibis
import pytest
from ibis.expr import types as ir

from lushan.contracts import Contract
from lushan.errors import LushanError
from lushan.runs.catalogue import Catalogue
from lushan.runs.model import model
from lushan.runs.plan import plan
from lushan.runs.run import run
from lushan.runs.session import Session
from market import DAY, day, exchanged, growth, open_stalls, opened, sell
from tables import contract

APRIL = "2023-04"
EVERYTHING = {
    ("market.day", "2023-03"), ("market.day", "2023-04"), ("market.growth", "2023-04"), ("market.regular", None),
    ("market.figure", "2023-04"),
}  # fmt: skip


def planned(session: Session, period: str = APRIL) -> dict[tuple[str, str | None], tuple[str, str]]:
    """What is planned for each part: the status, and why."""
    return {(s.name, s.slice): (s.status, s.reason) for s in plan(session, session.period(period))}


def to_run(session: Session, period: str = APRIL) -> dict[tuple[str, str | None], str]:
    """The parts that must run, and why."""
    return {part: reason for part, (status, reason) in planned(session, period).items() if status == "run"}


@pytest.fixture
def ran(market: Session) -> Session:
    """The market, run for April."""
    outcome = run(market, market.period(APRIL))
    assert not outcome.failed
    return market


def test_nothing_landed_is_waited_for(tmp_path: Path) -> None:
    assert planned(opened(tmp_path)) == {
        ("market.day", "2023-03"): ("waiting", "market.sale holds nothing"),
        ("market.day", "2023-04"): ("waiting", "market.sale holds nothing"),
        ("market.growth", "2023-04"): ("waiting", "market.day holds nothing"),
        ("market.regular", None): ("waiting", "market.stall holds nothing"),
        ("market.figure", "2023-04"): ("waiting", "no table that its metrics read has been landed"),
    }


def test_a_period_without_rows_is_waited_for(market: Session) -> None:
    assert planned(market, "2023-07")["market.day", "2023-07"] == ("waiting", "market.sale holds nothing for 2023-07")


def test_what_was_never_made_runs(market: Session) -> None:
    assert to_run(market) == dict.fromkeys(EVERYTHING, "not made yet")


def test_what_is_read_comes_first(market: Session) -> None:
    order = list(planned(market))
    for before, after in [
        (("market.day", "2023-03"), ("market.growth", "2023-04")),
        (("market.day", "2023-04"), ("market.growth", "2023-04")),
        (("market.growth", "2023-04"), ("market.figure", "2023-04")),
    ]:
        assert order.index(before) < order.index(after)


def test_planning_changes_nothing(market: Session) -> None:
    before = sorted(market.warehouse.root.rglob("*"))
    plan(market, market.period(APRIL))
    assert sorted(market.warehouse.root.rglob("*")) == before


def test_nothing_has_changed_and_nothing_runs(ran: Session) -> None:
    assert to_run(ran) == {}
    assert set(planned(ran).values()) == {("current", "nothing it reads has changed")}


def test_one_months_rows_change_what_reads_that_month(ran: Session) -> None:
    sell(ran, ("2023-03-30", "茶", "11"))
    assert to_run(ran) == {
        ("market.day", "2023-03"): "changed: market.sale 2023-03",
        ("market.growth", "2023-04"): "changed: market.day 2023-03",
        ("market.regular", None): "changed: market.sale 2023-03",
        ("market.figure", "2023-04"): "changed: market.day 2023-03, market.regular, market.sale 2023-03",
    }


def test_a_month_that_none_of_it_reads_changes_what_reads_all(ran: Session) -> None:
    sell(ran, ("2022-12-30", "茶", "11"))
    assert set(to_run(ran)) == {("market.regular", None), ("market.figure", "2023-04")}


def test_a_table_without_months_changes_what_reads_it(ran: Session) -> None:
    open_stalls(ran, 茶="饮", 米="食", 布="衣")
    assert to_run(ran) == {
        ("market.regular", None): "changed: market.stall",
        ("market.figure", "2023-04"): "changed: market.regular",
    }


def test_rows_landed_again_as_they_are_change_nothing(ran: Session) -> None:
    open_stalls(ran, 茶="食", 米="食", 布="衣")
    assert to_run(ran) == {}


def test_a_parameter_changes_its_model_and_what_reads_that(ran: Session) -> None:
    changed = opened(ran.workspace.root, day={"least": 4})
    assert to_run(changed) == {
        ("market.day", "2023-03"): "its definition changed",
        ("market.day", "2023-04"): "its definition changed",
        ("market.growth", "2023-04"): "changed: market.day 2023-03, market.day 2023-04",
        ("market.figure", "2023-04"): "changed: market.day 2023-03, market.day 2023-04",
    }


def test_a_parameter_of_a_metric_changes_the_figures_alone(ran: Session) -> None:
    assert to_run(opened(ran.workspace.root, regulars={"often": 2})) == {
        ("market.figure", "2023-04"): "its definition changed"
    }


def test_another_definition_changes_its_model_and_what_reads_that(ran: Session) -> None:
    def busier(days: ir.Table) -> ir.Table:
        return days.aggregate(days=days.count(), more=days.amount.max())

    assert to_run(opened(ran.workspace.root, exchanged(growth, busier))) == {
        ("market.growth", "2023-04"): "its definition changed"
    }, "no metric reads growth"


def test_a_definition_written_otherwise_is_the_same(ran: Session) -> None:
    def said_otherwise(sales: ir.Table, *, least: int = 0) -> ir.Table:
        enough = sales.filter([sales["amount"] >= ibis.literal(least, "int8")])
        return enough.group_by(enough.on).aggregate(amount=enough["amount"].sum(), sales=enough.count())

    assert to_run(opened(ran.workspace.root, exchanged(day, said_otherwise))) == {}


def test_models_that_wait_for_each_other_are_refused(tmp_path: Path) -> None:
    first = model("market.day", reads="market.growth")(lambda growth: growth)
    session = opened(tmp_path, first)
    with pytest.raises(LushanError, match=r"market\.day → market\.growth → market\.day") as refusal:
        plan(session, session.period(APRIL))
    assert refusal.value.where == "market.day"


def test_a_model_that_reads_itself_is_refused(tmp_path: Path) -> None:
    session = opened(tmp_path, model("market.regular", reads="market.regular")(lambda regular: regular))
    with pytest.raises(LushanError, match=r"market\.regular → market\.regular"):
        plan(session, session.period(APRIL))


def test_a_model_that_lacks_a_column_is_refused(tmp_path: Path) -> None:
    session = opened(tmp_path, exchanged(day, lambda sales: sales.select("on")))
    with pytest.raises(LushanError, match="the model gives no column amount, sales") as refusal:
        plan(session, session.period(APRIL))
    assert refusal.value.where == "market.day"


def test_two_definitions_of_one_name_are_refused() -> None:
    with pytest.raises(LushanError, match=r"two definitions are called market\.day"):
        Catalogue.of((DAY, DAY), (), ())


def test_a_definition_of_a_table_without_contract_is_refused() -> None:
    with pytest.raises(LushanError, match=r"it names the table market\.sale, which has no contract") as refusal:
        Catalogue.of((DAY,), (day,), ())
    assert refusal.value.where == "market.day"


def test_a_contract_with_another_key_runs_its_model_again(ran: Session) -> None:
    wider = contract("market.growth", "days:integer!", "more:decimal(18,2)!", "period:string", period="period")
    contracts: dict[str, Contract] = {**ran.catalogue.contracts, wider.id: wider}
    again = Session(ran.workspace, Catalogue(contracts, ran.catalogue.models, ran.catalogue.metrics))
    assert to_run(again) == {("market.growth", "2023-04"): "its definition changed"}
