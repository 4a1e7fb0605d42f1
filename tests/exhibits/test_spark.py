"""Exhibits on PySpark: the same rows as on DuckDB."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lushan.domains import domains
from lushan.exhibits.exhibit import Exhibit
from lushan.exhibits.rows import exhibit_rows
from lushan.runs.session import Session
from workspaces import open_session

pytestmark = [pytest.mark.spark, pytest.mark.xdist_group("spark")]


@pytest.fixture(scope="module")
def engines(sample_bank: Path) -> tuple[Session, Session]:
    pytest.importorskip("pyspark", reason="PySpark is not installed: pip install 'lushan[spark]'")
    embedded = open_session(sample_bank)
    return embedded, replace(embedded, workspace=replace(embedded.workspace, engine="pyspark"))


@pytest.mark.parametrize(
    "exhibit", [e for domain in domains() for e in domain.exhibits], ids=lambda exhibit: exhibit.id
)
def test_the_same_rows(engines: tuple[Session, Session], exhibit: Exhibit) -> None:
    embedded, distributed = (
        exhibit_rows(session, exhibit, session.period("2023-04")).to_pylist() for session in engines
    )
    assert len(distributed) == len(embedded)
    for here, there in zip(embedded, distributed, strict=True):
        assert there == {
            name: pytest.approx(value, rel=1e-9) if isinstance(value, float) else value for name, value in here.items()
        }
