"""Running: each part under the identity of what was read, a failure kept to what needs it, all of it told."""

from __future__ import annotations

import resource
from datetime import date
from decimal import Decimal

import ibis
import pytest
from ibis.expr import types as ir

from lushan.errors import LushanError
from lushan.runs.figures import read_figures
from lushan.runs.metric import metric
from lushan.runs.plan import Step
from lushan.runs.run import Outcome, Result, Watcher, run
from lushan.runs.session import Session
from market import DAY, GROWTH, REGULAR, count, day, exchanged, fail, opened, regular, sell
from tables import Row, read

APRIL = "2023-04"


def go(session: Session, period: str = APRIL) -> Outcome:
    return run(session, session.period(period))


def ended(outcome: Outcome) -> dict[tuple[str, str | None], str]:
    """How each part ended."""
    return {(result.step.name, result.step.slice): result.status for result in outcome.results}


def told(outcome: Outcome, name: str) -> str:
    """What was said of a table's last part."""
    return [result.reason for result in outcome.results if result.step.name == name][-1]


def rows(session: Session, table: str) -> list[Row]:
    return read(session.contract(table), session.warehouse.snapshot(table))


def test_models_make_their_tables(market: Session) -> None:
    assert set(ended(go(market)).values()) == {"done"}
    assert rows(market, DAY.id) == [
        {"on": date(2023, 3, 30), "amount": Decimal("10.00"), "sales": 1, "period": "2023-03"},
        {"on": date(2023, 3, 31), "amount": Decimal("4.50"), "sales": 1, "period": "2023-03"},
        {"on": date(2023, 4, 1), "amount": Decimal("8.00"), "sales": 2, "period": "2023-04"},
        {"on": date(2023, 4, 2), "amount": Decimal("20.00"), "sales": 1, "period": "2023-04"},
    ]
    assert rows(market, GROWTH.id) == [{"days": 2, "more": Decimal("13.50"), "period": "2023-04"}]
    assert rows(market, REGULAR.id) == [
        {"stall": "布", "kind": "衣", "sales": 1},
        {"stall": "米", "kind": "食", "sales": 1},
        {"stall": "茶", "kind": "食", "sales": 3},
    ]


def test_a_second_run_computes_nothing_and_publishes_nothing(market: Session) -> None:
    go(market)
    versions = {table: market.warehouse.snapshot(table).version for table in market.warehouse.tables()}
    again = opened(market.workspace.root)
    assert set(ended(go(again)).values()) == {"current"}
    assert {table: again.warehouse.snapshot(table).version for table in again.warehouse.tables()} == versions
    assert "compute" not in vars(again), "the engine was started for nothing"


def test_a_changed_month_leaves_the_others_files_alone(market: Session) -> None:
    go(market)
    before = {part.period: part.files for part in market.warehouse.snapshot(DAY.id).parts}
    sell(market, ("2023-04-09", "茶", "1"))
    outcome = ended(go(market))
    after = {part.period: part.files for part in market.warehouse.snapshot(DAY.id).parts}
    assert outcome["market.day", "2023-03"] == "current"
    assert after["2023-03"] == before["2023-03"]
    assert after["2023-04"] != before["2023-04"]


def test_a_change_taken_back_gives_the_same_files(market: Session) -> None:
    go(market)
    before = market.warehouse.snapshot(DAY.id).files
    for least in (4, 0):
        go(opened(market.workspace.root, day={"least": least}))
    assert market.warehouse.snapshot(DAY.id).files == before


def test_a_failed_model_stops_only_what_needs_it(market: Session) -> None:
    outcome = go(opened(market.workspace.root, exchanged(day, divided_by_text)))
    assert ended(outcome) == {
        ("market.day", "2023-03"): "failed",
        ("market.day", "2023-04"): "failed",
        ("market.growth", "2023-04"): "waiting",
        ("market.regular", None): "done",
        ("market.figure", "2023-04"): "failed",
    }
    assert "Could not convert string 'x' to INT" in told(outcome, "market.day")
    assert told(outcome, "market.growth") == "waits for market.day"
    assert told(outcome, "market.figure") == "1 metric waits for market.day"


def divided_by_text(sales: ir.Table) -> ir.Table:
    """A model that fails when it is carried out."""
    broken = sales.mutate(sales=ibis.literal("x").cast("int64") + sales.id)
    return broken.select("on", "amount", "sales")


def test_a_month_that_failed_stops_only_what_reads_it(market: Session) -> None:
    def wrong_in_april(sales: ir.Table, period: object) -> ir.Table:
        return divided_by_text(sales) if str(period) == APRIL else day.function(sales)

    outcome = ended(go(opened(market.workspace.root, exchanged(day, wrong_in_april)), "2023-05"))
    assert outcome["market.day", "2023-04"] == "failed"
    assert outcome["market.growth", "2023-05"] == "waiting"
    assert outcome["market.regular", None] == "done"


def test_figures_without_the_failed_model_are_there(market: Session) -> None:
    session = opened(market.workspace.root, exchanged(day, divided_by_text))
    go(session)
    assert {value.metric for value in read_figures(session, "market", session.period(APRIL))} == {
        "market.sales", "market.sales_change", "market.regulars",
    }  # fmt: skip


def test_a_failed_run_is_tried_again(market: Session) -> None:
    go(opened(market.workspace.root, exchanged(day, divided_by_text)))
    mended = opened(market.workspace.root)
    outcome = ended(go(mended))
    assert outcome["market.day", "2023-04"] == "done"
    assert outcome["market.figure", "2023-04"] == "done"
    assert outcome["market.regular", None] == "current"
    assert len(read_figures(mended, "market", mended.period(APRIL))) > 0


def test_a_wrong_metric_is_told_and_leaves_the_others(market: Session) -> None:
    @metric(
        "market.wrong", zh="错", en="Wrong", reads="market.sale", rows=lambda sales: sales.filter(sales.id > 0), **count
    )
    def wrong(rows: ir.Table) -> ir.Scalar:
        return (rows.stall.cast("int64")).sum()

    session = opened(market.workspace.root, wrong)
    first, again = go(session), go(session)
    for outcome in (first, again):
        assert ended(outcome)["market.figure", "2023-04"] == "failed", "it must be tried again"
        assert told(outcome, "market.figure").startswith("market.wrong: ConversionException")
    assert "market.sales" in {value.metric for value in read_figures(session, "market", session.period(APRIL))}


def test_a_model_that_cannot_be_built_stops_the_plan(market: Session) -> None:
    with pytest.raises(ibis.common.exceptions.IbisTypeError, match="金额"):
        go(opened(market.workspace.root, exchanged(day, fail)))


def test_rows_that_break_the_key_are_refused(market: Session) -> None:
    def twice(sales: ir.Table) -> ir.Table:
        made = day.function(sales)
        return made.union(made)

    outcome = go(opened(market.workspace.root, exchanged(day, twice)))
    assert ended(outcome)["market.day", "2023-04"] == "failed"
    assert told(outcome, "market.day").splitlines() == [
        "market.day: 2 rows have the key on 2023-03-30",
        "  expected: one row for each on",
        "  mend: correct the model, or the key in its contract",
    ]
    assert not market.warehouse.exists(DAY.id), "it was published"


def test_rows_without_a_key_are_refused(market: Session) -> None:
    def keyless(sales: ir.Table) -> ir.Table:
        return day.function(sales).mutate(on=ibis.null("date"))

    outcome = go(opened(market.workspace.root, exchanged(day, keyless)))
    assert told(outcome, "market.day").startswith("market.day: rows lack what they must have: on in 2")


def test_a_failure_leaves_the_published_table_alone(market: Session) -> None:
    go(market)
    before = rows(market, REGULAR.id)

    def twice(stalls: ir.Table, sales: ir.Table) -> ir.Table:
        made = regular.function(stalls, sales)
        return made.union(made)

    assert ended(go(opened(market.workspace.root, exchanged(regular, twice))))["market.regular", None] == "failed"
    assert rows(market, REGULAR.id) == before


def test_what_is_landed_while_a_run_goes_on_is_not_read_by_halves(market: Session) -> None:
    class Landing(Watcher):
        """Lands other sales when the figures begin, and again when they have been counted."""

        def begins(self, step: Step, number: int, of: int) -> None:
            if step.name == "market.figure":
                sell(market, ("2023-04-01", "茶", "3"))

    outcome = run(market, market.period(APRIL), Landing())
    figures = {v.id(market.period(APRIL)): v.number for v in read_figures(market, "market", market.period(APRIL))}
    assert figures["market.sales"] == 1, "figures count what is there when they begin"
    (step,) = (result.step for result in outcome.results if result.step.name == "market.figure")
    newest = market.warehouse.snapshot("market.sale").only({APRIL}).parts[0].identity
    assert ("market.sale", APRIL, newest) in {(i.table, i.period, i.identity) for i in step.reads}
    assert ended(go(market))["market.figure", APRIL] == "done", "the models that had read the older sales follow"
    assert set(ended(go(market)).values()) == {"current"}


def test_the_journal_tells_of_every_step(market: Session) -> None:
    go(opened(market.workspace.root, exchanged(day, divided_by_text)))
    go(market)
    newest, before = market.journal.executions()
    assert (newest["command"], newest["subject"]) == ("run", APRIL)
    assert (newest["status"], before["status"]) == ("done", "failed")
    steps = {(step["name"], step["period"]): step for step in market.journal.steps(newest["id"])}
    made = steps["market.day", "2023-04"]
    assert (made["status"], made["rows"], made["version"], made["reason"]) == ("done", 2, 0, "not made yet")
    assert made["identity"] == market.warehouse.snapshot(DAY.id).parts[1].identity
    assert [part[:2] for part in made["reads"]["parts"]] == [["market.sale", "2023-04"]]
    assert steps["market.regular", None]["status"] == "current"


def test_a_watcher_is_told_of_every_step(market: Session) -> None:
    seen: list[tuple[str, str | None]] = []

    class Listening(Watcher):
        def begins(self, step: Step, number: int, of: int) -> None:
            seen.append(("begins", step.name))
            assert (number, of) == (len(seen) // 2 + 1, 5)

        def ends(self, result: Result) -> None:
            assert seen[-1] == ("begins", result.step.name)
            seen.append(("ends", result.step.name))

    run(market, market.period(APRIL), Listening())
    assert len(seen) == 10


def test_a_full_disk_is_told_with_its_mend(market: Session) -> None:
    market.compute.table(DAY, None)  # the engine is started before room runs out
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600, old[1]))
    try:
        with pytest.raises(LushanError, match="the disk refused") as refusal:
            market.compute.write(ibis.range(100_000).unnest().name("n").as_table(), market.workspace.root)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert refusal.value.where == str(market.workspace.root)
    assert refusal.value.mend.startswith("make room")
