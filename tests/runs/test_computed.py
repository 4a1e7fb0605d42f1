"""Computed models: Python over Arrow, planned, cast, sorted and published like any other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from lushan.runs.computed import Rows, digest
from lushan.runs.lineage import column_lineage
from lushan.runs.model import computed
from lushan.runs.plan import plan
from lushan.runs.run import run
from lushan.runs.session import Session
from lushan.runs.trace import find_figure, trace
from market import DAY, exchanged, opened
from tables import read

APRIL = "2023-04"


@computed("market.day", reads="market.sale")
def day(sales: Rows, *, least: int = 0) -> pa.Table:
    """What was sold on each day, counted in Python: the amounts as text, the days backwards, a column too many."""
    rows = sales.fetch(sales.table.filter(sales.table.amount >= least))
    days = rows.group_by("on").aggregate([("amount", "sum"), ("amount", "count")]).sort_by([("on", "descending")])
    amounts = pc.cast(days["amount_sum"], pa.string())
    return pa.table({"sales": days["amount_count"], "on": days["on"], "amount": amounts, "more": days["on"]})


def counting(market: Session, **parameters: dict[str, int]) -> Session:
    """The market, its days counted by the computed model."""
    return opened(market.workspace.root, day, **parameters)


def status(session: Session) -> dict[tuple[str, str | None], str]:
    return {(step.name, step.slice): step.status for step in plan(session, session.period(APRIL))}


def test_its_rows_are_cast_sorted_and_published(market: Session) -> None:
    session = counting(market)
    assert not run(session, session.period(APRIL)).failed
    assert read(DAY, session.warehouse.snapshot(DAY.id)) == [
        {"on": date(2023, 3, 30), "amount": Decimal("10.00"), "sales": 1, "period": "2023-03"},
        {"on": date(2023, 3, 31), "amount": Decimal("4.50"), "sales": 1, "period": "2023-03"},
        {"on": date(2023, 4, 1), "amount": Decimal("8.00"), "sales": 2, "period": "2023-04"},
        {"on": date(2023, 4, 2), "amount": Decimal("20.00"), "sales": 1, "period": "2023-04"},
    ]


def test_nothing_is_computed_again_unless_something_changed(market: Session) -> None:
    session = counting(market)
    run(session, session.period(APRIL))
    assert status(session)[DAY.id, APRIL] == "current"
    assert status(counting(market, day={"least": 5}))[DAY.id, APRIL] == "run"


def test_its_code_is_part_of_what_it_is(market: Session) -> None:
    here = digest(day)
    wider = computed("market.day", reads="market.sale", code=("lushan.runs",))(day.function)
    assert len({here, digest(wider)}) == 2 and digest(day) == here


def test_a_figure_is_walked_back_through_its_python(market: Session) -> None:
    session = counting(market)
    at = session.period(APRIL)
    run(session, at)
    (source, *_) = trace(session, find_figure(session, "market.best_day", at)).sources
    assert source.sql.startswith('@computed("market.day"') and "pc.cast" in source.sql
    assert column_lineage(session, day, at) == {}


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (pa.table({"on": [date(2023, 4, 1)], "sales": [1]}), "the model gives no column amount"),
        (pa.table({"on": ["April"], "sales": [1], "amount": ["1"]}), "the model gives what is not of its type"),
    ],
)
def test_a_wrong_table_is_told_of_and_nothing_is_published(market: Session, made: pa.Table, told: str) -> None:
    session = opened(market.workspace.root, exchanged(day, lambda _sales: made))
    failed = {result.step.name: result.reason for result in run(session, session.period(APRIL)).failed}
    assert told in failed[DAY.id] and "market.day" in failed[DAY.id]
    assert not session.warehouse.exists(DAY.id)
