"""What is planted is what quarantine holds, and nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from lushan.sample.chance import Sample
from lushan.sample.dirt import PLANTED, planted
from lushan.sample.sources import SOURCES
from lushan.warehouse import Warehouse
from lushan.warehouse.landing.quarantine import quarantine_contract
from workspaces import open_session


def quarantined(warehouse: Warehouse, table: str) -> dict[str, int]:
    """How many rows of a table's sources broke each ``column.rule``."""
    contract = quarantine_contract(table)
    if not warehouse.exists(contract.id):
        return {}
    import duckdb

    files = [str(file) for file in warehouse.snapshot(contract.id).files]
    rows = duckdb.execute('SELECT "column", rule FROM read_parquet(?)', [files]).fetchall()
    return dict(Counter(".".join(filter(None, row)) for row in rows))


@pytest.mark.parametrize("contract", [source.contract for source in SOURCES])
def test_quarantine_holds_what_is_planted(contract: str, sample_bank: Path) -> None:
    session = open_session(sample_bank)
    assert quarantined(session.warehouse, contract) == planted(Sample(seed=7, scale=1), contract)


def test_dirt_is_planted_in_files_that_are_written() -> None:
    assert PLANTED.keys() <= {source.contract for source in SOURCES}


def test_dirt_grows_with_the_bank() -> None:
    small, large = (planted(Sample(7, scale), "operations.transaction") for scale in (1, 10))
    assert large == {rule: 10 * count for rule, count in small.items()}
