"""Every model against its oracle: the same rows of whatever it reads."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bank import random_bank
from hand import written
from lushan.domains import catalogue
from lushan.runs.compute import DuckDB
from lushan.runs.identity import cut, window
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.workspace import Workspace
from tables import Row, month_of

APRIL = Period.parse("2023-04")
SESSION = Session(Workspace(Path("bank")), catalogue())
MODELS = {name: model for name, model in SESSION.catalogue.models.items() if not model.code}


def made(name: str, bank: dict[str, list[Row]]) -> list[Row]:
    """What a model makes of a bank's rows."""
    model, engine, bound = MODELS[name], DuckDB(), []
    with TemporaryDirectory() as folder:
        for read in model.reads:
            contract = SESSION.contract(read.table)
            rows = [
                row | {"period": month_of(row[contract.period])} if contract.period else row for row in bank[read.table]
            ]
            snapshot = written(Path(folder) / read.table, contract, rows)
            bound.append(engine.table(contract, cut(snapshot, window(read, contract, APRIL))))
        return engine.fetch(SESSION.finished(model, tuple(bound), APRIL)).to_pylist()


def expected(name: str, bank: dict[str, list[Row]]) -> list[Row]:
    """What its oracle makes of them; what it reads of other models, the bank gets from their oracles first."""
    for read in MODELS[name].reads:
        if read.table in MODELS and read.table not in bank:
            bank[read.table] = expected(read.table, bank)
    domain, noun = name.split(".")
    oracle = getattr(import_module(f"oracles.{domain}"), noun)
    period = {"period": str(APRIL)} if SESSION.contract(name).period else {}
    return [row | period for row in oracle(*(bank[read.table] for read in MODELS[name].reads))]


def in_order(rows: list[Row], key: tuple[str, ...], columns: list[str]) -> list[list[Any]]:
    """Rows by their key, their columns in order."""
    ordered = sorted(rows, key=lambda row: [str(row[name]) for name in key])
    return [[row.get(column) for column in columns] for row in ordered]


@pytest.mark.parametrize("name", MODELS)
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 60))
def test_a_model_makes_what_its_oracle_makes(name: str, seed: int, count: int) -> None:
    bank = random_bank(SESSION.catalogue, Random(seed), count)
    oracle = expected(name, bank)
    contract = SESSION.contract(name)
    columns = [column for column in contract.names if column != "period"]
    key = tuple(column for column in contract.key if column != "period")
    found = in_order(made(name, bank), key, columns)
    for row, wanted in zip(found, in_order(oracle, key, columns), strict=True):
        assert row == [pytest.approx(value, rel=1e-12) if isinstance(value, float) else value for value in wanted]


def test_the_random_bank_has_something_for_every_model() -> None:
    bank = random_bank(SESSION.catalogue, Random(20230423), 120)
    for name in MODELS:
        bank[name] = expected(name, bank)
        assert bank[name], f"nothing is proved of {name}"
    assert any(row["distance"] > 0 for row in bank["operations.batch_cause"])
    assert any(row["window_on"] for row in bank["delivery.ticket_life"])
    assert any(row["grown_gb"] for row in bank["delivery.large_table_month"])
    assert any(row["listed"] for row in bank["delivery.instance_baseline"])
