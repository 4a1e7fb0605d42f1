"""What the magazine's tests share: a shelf of a few figures, a bank of few tickets, and a published edition."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lushan.domains import catalogue
from lushan.magazine.shelf import Shelf
from lushan.runs.figures import Value
from lushan.workspace import Workspace
from stories import APRIL, ENGLISH, STORY, TOUR, land_tickets, value
from workspaces import BANK


@pytest.fixture
def shelf() -> Shelf:
    """A few figures."""
    values = [
        value("delivery.received", "397"),
        value("delivery.received", "451", at=APRIL - 1),
        value("delivery.received", "40", "企金"),
        value("delivery.received", "92", "零售"),
        value("delivery.released", "400"),
        value("delivery.released", "36", "企金"),
        value("delivery.throughput", "1.0075566751"),
        value("delivery.throughput", "0.9", "企金"),
        value("delivery.throughput", "1.011", "零售"),
        value("delivery.throughput", None, "a*b<i>[x](http://y)"),
        value("delivery.ux_solved_rate", "0.7815"),
        Value("operations.mobile_dau_peak_day", (), (), APRIL, None, "2023-04-17", 1),
    ]
    return Shelf(APRIL, catalogue().metrics, values)


@pytest.fixture(scope="session")
def tickets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank that has landed the tour's tickets and nothing else, run for April 2023, with a story of its own."""
    root = tmp_path_factory.mktemp("tickets") / "bank"
    Workspace.create(root, BANK)
    land_tickets(root, TOUR / "tickets.csv", TOUR / "steps.csv")
    (root / "stories").mkdir()
    (root / "stories" / "releases.zh.md").write_text(STORY, encoding="utf-8")
    (root / "stories" / "releases.en.md").write_text(ENGLISH, encoding="utf-8")
    return root


@pytest.fixture
def bank(tickets: Path, tmp_path: Path) -> Path:
    """The bank of few tickets, in a folder of the test's own."""
    return Path(shutil.copytree(tickets, tmp_path / "bank"))


@pytest.fixture(scope="session")
def edition(published_bank: Path) -> Path:
    """The folder of the sample bank's edition of April 2023."""
    return published_bank / "editions" / "2023-04"
