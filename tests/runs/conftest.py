"""The market, with two months of sales."""

from __future__ import annotations

from pathlib import Path

import pytest

from lushan.runs.session import Session
from market import open_stalls, opened, sell


@pytest.fixture
def market(tmp_path: Path) -> Session:
    session = opened(tmp_path / "market")
    sell(
        session,
        ("2023-03-30", "茶", "10"), ("2023-03-31", "米", "4.50"),
        ("2023-04-01", "茶", "3"), ("2023-04-01", "茶", "5"), ("2023-04-02", "布", "20"),
    )  # fmt: skip
    open_stalls(session, 茶="食", 米="食", 布="衣")
    return session
