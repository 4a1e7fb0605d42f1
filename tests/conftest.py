"""What tests share: workspaces, the sample bank built once, and the public data where it is there."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from lushan.workspace import Workspace

sys.path.insert(0, str(Path(__file__).parent))  # `from golden import check_golden`
from workspaces import BANK, built_once, open_session


@pytest.hookimpl(tryfirst=True)  # or the groups are read before these are told
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep what needs Spark on one worker, so that it is started once."""
    for item in items:
        if item.get_closest_marker("spark"):
            item.add_marker(pytest.mark.xdist_group("spark"))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty workspace."""
    return Workspace.create(tmp_path / "bank", BANK)


@pytest.fixture(scope="session")
def sample_bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample bank at scale 1, landed and run for April 2023; built once for all workers, and only read."""
    return built_once(tmp_path_factory, "sample_bank", build_sample)


@pytest.fixture(scope="session")
def published_bank(sample_bank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample bank with its edition of April 2023; made once for all workers, and only read."""
    from lushan.magazine.publish import publish

    def build(root: Path) -> None:
        shutil.copytree(sample_bank, root, ignore=shutil.ignore_patterns("ready"))
        session = open_session(root)
        publish(session, session.period("2023-04"))

    return built_once(tmp_path_factory, "published_bank", build)


def build_sample(root: Path) -> None:
    """Write the sample bank, land it and run it."""
    from lushan.runs.run import run
    from lushan.sample import write_sample
    from lushan.warehouse.landing import land, read_manifest, read_mapping

    workspace = Workspace.create(root, BANK)
    write_sample(root, scale=1, seed=7)
    session = open_session(root)
    for entry in read_manifest(workspace.sources):
        contract = session.contract(entry.contract)
        mapping = read_mapping(entry.mapping, contract) if entry.mapping else None
        land(session.warehouse, contract, entry.source, mapping, zone=workspace.zone)
    outcome = run(session, session.period("2023-04"))
    assert not outcome.failed, outcome.failed


@pytest.fixture
def sample_copy(sample_bank: Path, tmp_path: Path) -> Path:
    """The sample bank in a folder of the test's own."""
    return Path(shutil.copytree(sample_bank, tmp_path / "sample_copy"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The public data that nobody here made, beside the checkout."""
    path = Path(__file__).parents[1].parent / "shared" / "data"
    if not path.is_dir():
        pytest.skip(f"the public data is not there: {path}")
    return path
