"""Both engines, each started once, and a small bank of random rows that both read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from bank import put_bank, random_bank
from lushan.runs.compute import Compute, DuckDB
from lushan.runs.run import run
from lushan.runs.session import Session
from lushan.workspace import Workspace
from workspaces import BANK, open_session


@pytest.fixture(scope="session")
def duckdb() -> Compute:
    """The embedded engine."""
    return DuckDB()


@pytest.fixture(scope="session")
def spark() -> Iterator[Compute]:
    """PySpark on this machine."""
    if shutil.which("java") is None:
        pytest.skip("Java is not installed: apt-get install openjdk-17-jre-headless")
    pytest.importorskip("pyspark", reason="PySpark is not installed: pip install 'lushan[spark]'")
    from lushan.runs.spark import Spark

    engine = Spark("local[2]")
    engine.session.conf.set("spark.sql.shuffle.partitions", "2")  # of a few rows; two hundred is Spark's own
    yield engine
    engine.session.stop()


@pytest.fixture(scope="session")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A bank of random rows whose models DuckDB has run, at the versions that it then has."""
    root: Path = tmp_path_factory.mktemp("behaviour") / "bank"
    Workspace.create(root, BANK)
    session = open_session(root)
    put_bank(session, random_bank(session.catalogue, Random(20230423), 120))
    outcome = run(session, session.period("2023-04"))
    assert not outcome.failed, outcome.failed
    return session.pinned(session.warehouse.tables())
