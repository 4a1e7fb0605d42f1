"""The files of a sample bank: one for every contract, of every kind, the same bytes for the same seed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lushan.domains import catalogue
from lushan.errors import LushanError
from lushan.runs.action import JUDGEMENT
from lushan.runs.session import Session
from lushan.sample import write_sample
from lushan.sample.chance import Sample
from lushan.sample.files import write_file
from lushan.sample.sources import SOURCES
from lushan.sample.transactions import transactions
from lushan.warehouse.landing import land, read_manifest, read_mapping
from lushan.words import Text
from lushan.workspace import Workspace

SMALL = 0.1
PEAK = """
import sys
from pathlib import Path
from memory import peak_megabytes
from lushan.sample import write_sample
write_sample(Path(sys.argv[1]), scale=float(sys.argv[2]), seed=7)
print(peak_megabytes())
"""


def digests(root: Path) -> dict[str, str]:
    """The digest of every file below a folder."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small sample bank's files."""
    root = tmp_path_factory.mktemp("small")
    write_sample(root, scale=SMALL, seed=7)
    return root


def test_every_contract_that_no_model_makes_has_a_source() -> None:
    known = catalogue()
    assert {source.contract for source in SOURCES} == known.contracts.keys() - known.models.keys() - {JUDGEMENT}


def test_the_same_seed_and_scale_give_the_same_bytes(small: Path, tmp_path: Path) -> None:
    write_sample(tmp_path, scale=SMALL, seed=7)
    assert digests(tmp_path) == digests(small)


def test_a_workbook_does_not_say_when_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = pa.table({"编号": ["一", "二"], "数": [1, None]})
    write_file(tmp_path / "a.xlsx", iter([rows]))
    now = time.time() + 4_000
    monkeypatch.setattr(time, "time", lambda: now)
    write_file(tmp_path / "b.xlsx", iter([rows]))
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert list(sheet.values) == [("编号", "数"), ("一", 1), ("二", None)]


def test_another_seed_gives_other_rows(small: Path, tmp_path: Path) -> None:
    write_sample(tmp_path, scale=SMALL, seed=8)
    ours, others = digests(small / "sources"), digests(tmp_path / "sources")
    same = {file for file in ours if ours[file] == others[file]}
    assert same == {
        "sources.yaml", "bank/calendar.csv", "bank/organisation.csv",
        "delivery/release_window.csv", "delivery/baseline.csv", "delivery/ticket.map.yaml",
        "delivery/ux_issue.map.yaml", "operations/batch_dependency.csv",
        "operations/centre_item.csv", "operations/incident.map.yaml",
        "process/type.csv", "process/node.csv", "process/robot.csv",
        "governance/east_institution.csv", "governance/east_post.csv", "governance/east_shareholder.csv",
        "governance/east_exchange_rate.csv", "governance/east_ledger_map.csv", "governance/east.map.yaml",
        "governance/policy.csv", "governance/issue.csv",
        "risk/holding.csv", "risk/office.csv", "risk/kinship.csv", "risk/agreement.csv", "risk/own_staff.csv",
        "risk/net_capital.csv",
    }  # fmt: skip


def test_the_manifest_lists_every_file_in_an_order_in_which_it_lands(small: Path, tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path, Text("小行", "Small"))
    shutil.copytree(small / "sources", workspace.sources, dirs_exist_ok=True)
    session = Session(workspace, catalogue())
    entries = read_manifest(workspace.sources)
    assert [entry.contract for entry in entries] == [source.contract for source in SOURCES]
    for entry in entries:
        contract = session.contract(entry.contract)
        mapping = read_mapping(entry.mapping, contract) if entry.mapping else None
        assert land(session.warehouse, contract, entry.source, mapping).rows > 0


def test_a_bank_hands_over_files_of_every_kind(small: Path) -> None:
    sources = small / "sources"
    ticket = (sources / "delivery/ticket.csv").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        ticket.decode("utf-8")
    assert ticket.decode("gb18030").startswith('"任务单编号","标题"')
    assert (sources / "operations/access_account.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert {path.suffix for path in sources.rglob("*.*")} == {".csv", ".xlsx", ".jsonl", ".parquet", ".yaml"}


@given(st.integers(0, 2**32 - 1), st.sampled_from([0.1, 0.23, 0.5]))
@settings(max_examples=6, deadline=None)
def test_every_seed_gives_a_bank(seed: int, scale: float) -> None:
    for source in SOURCES:
        assert sum(rows_of(source.rows(Sample(seed, scale)))) > 0


@pytest.mark.parametrize("scale", [0, -1, 0.05, 101, float("nan")])
def test_a_scale_that_no_bank_has_is_refused(scale: float, tmp_path: Path) -> None:
    with pytest.raises(LushanError, match=r"no sample bank of scale"):
        write_sample(tmp_path, scale=scale)
    assert not list(tmp_path.iterdir())


def rows_of(batches: Iterator[pa.Table]) -> list[int]:
    """How many rows each batch has."""
    return [len(batch) for batch in batches]


def test_the_largest_table_comes_in_batches_of_a_day() -> None:
    sizes = rows_of(transactions(Sample(seed=7, scale=2)))
    assert max(sizes) < 0.02 * sum(sizes)


def test_many_more_rows_take_hardly_more_memory(tmp_path: Path) -> None:
    peaks, rows = [], []
    for scale in (1, 6):
        root = tmp_path / str(scale)
        told = subprocess.run(
            [sys.executable, "-c", PEAK, root, str(scale)],
            capture_output=True, text=True, check=True, env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
        )  # fmt: skip
        peaks.append(int(told.stdout))
        rows.append(pq.read_metadata(root / "sources/operations/transaction.parquet").num_rows)
    assert rows[1] > 5 * rows[0]
    assert peaks[1] < peaks[0] + 150, f"{peaks} MB at scales 1 and 6"
