"""Fingerprints of definitions are remembered for one state of the code, and are what they would be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lushan.runs.definitions import FOLDER
from lushan.runs.plan import Step, plan
from lushan.runs.run import run
from lushan.runs.session import Session
from market import day, exchanged, fail, opened

APRIL = "2023-04"


def planned(session: Session) -> tuple[Step, ...]:
    return plan(session, session.period(APRIL))


def known(session: Session, code: str = "one") -> Session:
    """The same workspace, opened anew with its code vouched for."""
    return Session(session.workspace, session.catalogue, code=code)


def test_what_is_remembered_is_what_would_be_built(market: Session) -> None:
    bare = planned(market)
    assert not (market.workspace.warehouse / FOLDER).exists(), "code that nobody vouched for is not remembered"
    assert planned(known(market)) == bare
    assert planned(known(market)) == bare


def test_nothing_is_built_where_it_is_remembered(market: Session) -> None:
    before = planned(known(market))
    broken = opened(market.workspace.root, exchanged(day, fail))
    assert planned(known(broken)) == before, "the same code is taken at its word"
    with pytest.raises(Exception, match="no such column"):
        planned(known(broken, "two"))


@pytest.mark.parametrize("text", ["", "{", "[1]"])
def test_a_file_that_is_damaged_is_built_anew(market: Session, text: str) -> None:
    before = planned(known(market))
    (file,) = (market.workspace.warehouse / FOLDER).iterdir()
    file.write_text(text)
    assert planned(known(market)) == before


def test_other_settings_and_other_code_are_other_definitions(market: Session) -> None:
    run(known(market), market.period(APRIL))
    dear = replace(known(market), workspace=replace(market.workspace, parameters={"market.day": {"least": 9}}))
    assert {step.status for step in planned(dear) if step.name == "market.day"} == {"run"}
    assert {step.status for step in planned(known(market, "two"))} == {"current"}
    assert len(list((market.workspace.warehouse / FOLDER).iterdir())) == 1, "what is forgotten leaves nothing behind"
