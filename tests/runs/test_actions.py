"""Actions and judgements: what is to be done, the worst first, until somebody says that it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import ibis
import pytest
from ibis.expr import types as ir

from lushan.contracts.read import read_contract
from lushan.domains import bank
from lushan.errors import LushanError
from lushan.runs.action import Action
from lushan.runs.catalogue import Catalogue
from lushan.runs.judgement import JUDGEMENT, judge, latest, open_actions
from lushan.runs.model import Read, model
from lushan.runs.run import run
from lushan.runs.session import Session
from lushan.state.judgements import all_judgements
from lushan.words import Text
from market import SALE, STALL, sell
from tables import contract, read

APRIL = "2023-04"
WORDS = ("key:string!", "owner:string", "reason_zh:string", "reason_en:string", "due_on:date", "weight:number")
DEAR = contract("market.dear", *WORDS, "period:string", period="period")
SAID = contract("market.said", "key:string!", "verdict:string")
JUDGED = read_contract(Path(bank.__file__).parent / "contracts" / "judgement.yaml")


@model("market.dear", reads="market.sale")
def dear(sales: ir.Table) -> ir.Table:
    """Sales that somebody must look at: one for each stall, the dearest weighs most."""
    stalls = sales.group_by("stall").aggregate(weight=sales.amount.max().cast("float64"), due_on=sales.on.max())
    reasons = {"reason_zh": ibis.literal("价高"), "reason_en": ibis.literal("dear"), "owner": ibis.literal("市场部")}
    return stalls.mutate(**reasons).rename(key="stall")


@model("market.said", reads=Read("bank.judgement"))
def said(judgements: ir.Table) -> ir.Table:
    """What was said last of each."""
    return latest(judgements, "market.look")


LOOK = Action(
    "market.look", Text("复核高价", "Look at what is dear"), "market.dear",
    {"fine": Text("无误", "Fine"), "later": Text("稍后", "Later")}, ("fine",),
)  # fmt: skip


@pytest.fixture
def looking(market: Session) -> Session:
    """The market, whose dear sales somebody must look at."""
    session = replace(market, catalogue=Catalogue.of((SALE, STALL, DEAR, SAID, JUDGED), (dear, said), (), (LOOK,)))
    run(session, session.period(APRIL))
    return session


def waiting(session: Session) -> list[tuple[str, str | None]]:
    rows = open_actions(session, LOOK, session.period(APRIL)).to_pylist()
    return [(row["key"], row["verdict"]) for row in rows]


def test_what_is_to_be_done_is_listed_the_worst_first(looking: Session) -> None:
    assert waiting(looking) == [("布", None), ("茶", None)]


def test_a_closing_verdict_closes_and_another_only_stands_beside(looking: Session) -> None:
    judge(looking, LOOK, "布", "fine", "看过", "小李")
    judge(looking, LOOK, "茶", "later", "", "小李")
    assert waiting(looking) == [("茶", "later")]


def test_the_last_verdict_counts_and_none_is_lost(looking: Session) -> None:
    for verdict, who in (("fine", "小李"), ("later", "老王"), ("fine", "小李"), ("later", "老王")):
        judge(looking, LOOK, "布", verdict, f"{who}说", who)
    assert waiting(looking) == [("布", "later"), ("茶", None)]
    held = all_judgements(looking.journal.engine)
    assert [row["judged_by"] for row in held] == ["小李", "老王", "小李", "老王"]
    assert all(row["judged_at"].tzinfo is UTC and row["judged_at"] <= datetime.now(UTC) for row in held)
    assert len(read(JUDGED, looking.warehouse.snapshot(JUDGEMENT))) == 4


def test_a_verdict_is_what_the_next_run_reads(looking: Session) -> None:
    assert not looking.warehouse.exists("market.said")
    judge(looking, LOOK, "布", "fine", "", "小李")
    run(looking, looking.period(APRIL))
    assert read(SAID, looking.warehouse.snapshot("market.said")) == [{"key": "布", "verdict": "fine"}]


def test_a_stable_key_keeps_its_verdict_when_the_rows_change(looking: Session) -> None:
    judge(looking, LOOK, "布", "fine", "", "小李")
    sell(looking, ("2023-04-03", "布", "99"), ("2023-04-04", "米", "7"))
    run(looking, looking.period(APRIL))
    assert waiting(looking) == [("米", None)]


@pytest.mark.parametrize(
    ("key", "verdict", "found", "expected"),
    [
        ("布", "good", "good is no verdict on market.look", "fine, later"),
        ("布匹", "fine", "market.look asks nothing of 布匹", "布"),
    ],
)
def test_what_cannot_be_said_is_refused(looking: Session, key: str, verdict: str, found: str, expected: str) -> None:
    with pytest.raises(LushanError) as refused:
        judge(looking, LOOK, key, verdict, "", "小李")
    assert (refused.value.found, refused.value.expected) == (found, expected)
    assert all_judgements(looking.journal.engine) == []


def test_an_action_needs_a_table_that_says_what_is_to_be_done() -> None:
    with pytest.raises(LushanError, match="has no column key, owner, reason_zh"):
        Catalogue.of((SALE, JUDGED), (), (), (replace(LOOK, table="market.sale"),))


def test_a_day_is_a_date(looking: Session) -> None:
    (first, _) = open_actions(looking, LOOK, looking.period(APRIL)).to_pylist()
    assert first["due_on"] == date(2023, 4, 2)


def test_equal_definitions_have_one_hash() -> None:
    assert len({LOOK, replace(LOOK), replace(LOOK, id="market.see")}) == 2
