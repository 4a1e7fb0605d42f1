"""The doctor finds each thing that can be wrong with a workspace, says where, and says how to mend it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from lushan.cli import main
from lushan.doctor import Finding, examine, fonts
from lushan.domains import catalogue
from lushan.runs.session import Session
from lushan.workspace import Workspace

TOUR = Path(__file__).parents[1] / "examples" / "tour"
MONTH = "2023-04"
LONG_AGO = 2 * 3600


def lushan(*words: object) -> int:
    return CliRunner().invoke(main, [str(word) for word in words]).exit_code


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with nothing wrong: a manifest that has been landed, run and published."""
    root = tmp_path_factory.mktemp("doctor") / "mybank"
    assert lushan("init", root) == 0
    for file in TOUR.iterdir():
        shutil.copy(file, root / "sources")
    tickets = root / "sources" / "tickets.csv"
    tickets.write_bytes(tickets.read_bytes().replace(b"20230231", b"20230228"))
    (root / "sources" / "sources.yaml").write_text(
        "- {file: tickets.csv, as: delivery.ticket, map: tickets.map.yaml}\n"
        "- {file: steps.csv, as: delivery.ticket_event, map: steps.map.yaml}\n",
        encoding="utf-8",
    )
    assert lushan("land", root) == 0
    assert lushan("run", root, "--period", MONTH) == 0
    assert lushan("publish", root, MONTH) == 0
    assert examine(root) == []
    return root


@pytest.fixture
def root(whole: Path, tmp_path: Path) -> Path:
    """A copy of it to break."""
    return Path(shutil.copytree(whole, tmp_path / "mybank"))


def one(root: Path, severity: str, where: str, found: str, mend: str) -> Finding:
    """The one finding of a place, which says these things."""
    findings = [finding for finding in examine(root) if where in finding.where and found in finding.found]
    assert len(findings) == 1, [str(finding) for finding in examine(root)]
    assert findings[0].severity == severity
    assert mend in findings[0].mend, findings[0].mend
    return findings[0]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('engine = "duckdb"', 'engine = "mysql"', "'mysql' is not an engine"),
        ('"Asia/Shanghai"', '"Asia/Lushan"', "'Asia/Lushan' is not a time zone"),
        ("[compute]", "[computing]", "there is no setting computing"),
        ("[bank]", "[bank", "this is not TOML"),
        ('memory = "2GB"', 'memory = "much"', "'much' is not an amount of memory"),
        ("[compute]", '[parameters."operations.system_day"]\napdex = 5\n[compute]', "has no parameter apdex"),
    ],
)
def test_wrong_settings(root: Path, old: str, new: str, found: str) -> None:
    settings = root / "lushan.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    one(root, "error", "lushan.toml", found, "")


def test_no_workspace_at_all(tmp_path: Path) -> None:
    one(tmp_path, "error", str(tmp_path), "this folder is not a workspace", "lushan init")


def test_a_missing_folder(root: Path) -> None:
    (root / "articles").rmdir()
    one(root, "warning", "articles", "this folder is missing", f"mkdir {root}/articles")


def test_a_table_whose_log_is_broken(root: Path) -> None:
    log = root / "warehouse" / "delivery" / "ticket_life" / "_delta_log"
    next(log.glob("*.json")).write_text("{", encoding="utf-8")
    one(root, "error", "warehouse/delivery/ticket_life", "the newest version", "lushan run")


def test_a_data_file_that_is_cut_short(root: Path) -> None:
    file = next((root / "warehouse" / "delivery" / "ticket").rglob("*.parquet"))
    file.write_bytes(file.read_bytes()[:100])
    one(root, "error", str(file), "this file cannot be read", "lushan land")


def test_a_data_file_that_is_gone(root: Path) -> None:
    file = next((root / "warehouse" / "delivery" / "line_month").rglob("*.parquet"))
    file.unlink()
    one(root, "error", "warehouse/delivery/line_month", "1 of its files are gone", "lushan run")


def test_a_contract_that_changed_under_its_table(root: Path) -> None:
    """As after an upgrade: the table has the columns that its contract had."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from lushan.contracts import Column, Contract
    from lushan.warehouse import Draft, Warehouse
    from lushan.words import Text

    title = Text("招标", "Bid")
    old = Contract(
        "delivery.bid", "0", title, title, "", (Column("bid_id", "integer", title, key=True, required=True),)
    )
    warehouse = Warehouse(root / "warehouse")
    with warehouse.staging() as folder:
        pq.write_table(pa.table({"bid_id": pa.array([1], pa.int64())}), folder / "part.parquet")
        warehouse.publish(old, [Draft(None, "old", (folder / "part.parquet",))], {})
    one(root, "error", "bid.yaml", "the contract has changed under the table", "give the changed table a new id")


def test_a_table_that_no_contract_describes(root: Path) -> None:
    shutil.copytree(root / "warehouse" / "delivery" / "ticket", root / "warehouse" / "delivery" / "stray")
    one(root, "note", "delivery.stray", "no contract describes this table", "remove")


def test_a_source_that_changed_since_it_was_landed(root: Path) -> None:
    source = root / "sources" / "tickets.csv"
    source.write_bytes(source.read_bytes().replace(b"T0001", b"T9001"))
    one(root, "warning", "tickets.csv", "it is not what delivery.ticket was landed from", f"lushan land {root}")


def test_a_mapping_that_changed_since_it_was_landed(root: Path) -> None:
    mapping = root / "sources" / "steps.map.yaml"
    mapping.write_text(mapping.read_text(encoding="utf-8") + "# again\n", encoding="utf-8")
    one(root, "warning", "steps.csv", "it is not what delivery.ticket_event was landed from", f"lushan land {root}")


def test_a_source_that_is_gone(root: Path) -> None:
    (root / "sources" / "tickets.csv").unlink()
    one(root, "warning", "tickets.csv", "lists this file, which is not there", "sources.yaml")


def test_a_manifest_that_names_no_contract(root: Path) -> None:
    manifest = root / "sources" / "sources.yaml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("delivery.ticket,", "delivery.tickets,"), "utf-8")
    one(root, "error", "", "no contract is called delivery.tickets", "")


def test_rows_in_quarantine(root: Path) -> None:
    source = root / "sources" / "tickets.csv"
    source.write_bytes(source.read_bytes().replace(b"20230228", b"20230231"))
    assert lushan("land", root) == 0
    one(root, "warning", "delivery.ticket", "in quarantine: 1 broken rule", f"lushan quarantine {root} delivery.ticket")


def test_a_run_that_failed(root: Path) -> None:
    file = next((root / "warehouse" / "delivery" / "ticket_life").rglob("*.parquet"))
    good = file.read_bytes()
    file.write_bytes(b"broken")
    assert lushan("run", root, "--period", "2023-05") == 3
    file.write_bytes(good)
    one(root, "warning", "run 2023-05", "its last execution was failed", f"lushan run {root} --period 2023-05")
    assert lushan("run", root, "--period", "2023-05") == 0
    assert not [finding for finding in examine(root) if "2023-05" in finding.where]


def test_a_run_that_was_interrupted(root: Path) -> None:
    with sqlite3.connect(root / "state.db") as state:
        state.execute(
            "UPDATE execution SET status = 'running', ended_at = NULL, pid = ? WHERE command = 'run'", (2**22 - 1,)
        )
    one(root, "warning", f"run {MONTH}", "its last execution was interrupted", f"lushan run {root} --period {MONTH}")


def test_a_state_database_that_is_locked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lushan.state.database.PATIENCE", 0.2)
    other = sqlite3.connect(root / "state.db")
    other.execute("BEGIN EXCLUSIVE")
    one(root, "error", "state.db", "another process has held the state database", "let that process end")
    other.rollback()
    other.close()


def test_a_state_database_that_is_behind(root: Path) -> None:
    with sqlite3.connect(root / "state.db") as state:
        state.execute("UPDATE alembic_version SET version_num = '0000'")
    finding = one(root, "note", "state.db", "is at migration 0000", "the next command brings it up")
    assert "newest is 00" in finding.found


def test_a_state_database_that_is_none(root: Path) -> None:
    for file in root.glob("state.db*"):
        file.unlink()
    (root / "state.db").write_bytes(b"not a database at all, but long enough to look like one" * 20)
    one(root, "error", "state.db", "the state database is damaged", "move it away")


def aged(path: Path) -> Path:
    """A path that was last changed two hours ago."""
    then = time.time() - LONG_AGO
    os.utime(path, (then, then))
    return path


def test_what_processes_that_died_left(root: Path) -> None:
    staging = root / "warehouse" / "_staging" / "4194303-abc"
    staging.mkdir(parents=True)
    assert not [finding for finding in examine(root) if "_staging" in finding.where], "it may be at work"
    aged(staging)
    one(root, "note", "_staging", "left by processes that died: 1", f"lushan expire {root}")


def test_files_that_no_version_names(root: Path) -> None:
    folder = root / "warehouse" / "delivery" / "ticket" / "0123456789abcdef"
    folder.mkdir()
    orphan = folder / "0.parquet"
    shutil.copy(next((root / "warehouse" / "delivery" / "ticket").rglob("*.parquet")), orphan)
    assert not [finding for finding in examine(root) if "of no version" in finding.found], "it may be on its way"
    aged(orphan)
    one(root, "note", "delivery/ticket", "files of no version: 1", f"lushan expire {root}")


def test_an_edition_that_was_altered(root: Path) -> None:
    file = root / "editions" / MONTH / "edition.json"
    file.write_text(file.read_text(encoding="utf-8").replace("2023", "2024", 1), encoding="utf-8")
    one(root, "error", "edition.json", "it was altered since it was published", "--revise")


def test_an_edition_that_is_gone(root: Path) -> None:
    shutil.rmtree(root / "editions" / MONTH)
    one(root, "error", MONTH, "the edition that was published here is gone", "copy")


def test_versions_behind_an_edition_that_are_gone(root: Path) -> None:
    """Someone has cleaned up with another tool: the newest version is whole, the edition's is not."""
    source = root / "sources" / "tickets.csv"
    held = set((root / "warehouse" / "delivery" / "ticket").rglob("*.parquet"))
    source.write_bytes(source.read_bytes().replace(b"T0001", b"T9001"))
    assert lushan("land", root) == 0
    for path in held:
        path.unlink()
    one(root, "error", "delivery.ticket, version 0", "of its files are gone", "from a copy")


def test_a_font_that_is_missing(root: Path, tmp_path: Path) -> None:
    session = Session(Workspace.open(root), catalogue())
    assert list(fonts(session)) == []
    (found,) = fonts(session, tmp_path)
    assert found.severity == "error" and "the font is missing" in found.found and "install Lushan again" in found.mend


def test_a_disk_that_is_nearly_full(root: Path) -> None:
    (found,) = examine(root, least_free=10**18)
    assert found.severity == "warning" and "the disk is nearly full" in found.found and "lushan expire" in found.mend


def test_an_engine_that_is_not_installed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = root / "lushan.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('"duckdb"', '"pyspark"', 1), encoding="utf-8")
    monkeypatch.setenv("PATH", str(root))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    one(root, "error", "compute.engine", "there is no Java, which PySpark needs", "openjdk-17")


BREAKS: list[Callable[[Path], object]] = [
    lambda root: next((root / "warehouse" / "delivery" / "ticket").rglob("*.parquet")).unlink(),
    lambda root: (root / "articles").rmdir(),
]


@pytest.mark.parametrize(("break_it", "code"), list(zip(BREAKS, (1, 0), strict=True)), ids=["an error", "a warning"])
def test_the_command_ends_with_one_for_an_error(root: Path, break_it: Callable[[Path], None], code: int) -> None:
    break_it(root)
    told = CliRunner().invoke(main, ["doctor", str(root)])
    assert told.exit_code == code
    assert "mend: " in told.stdout
    assert lushan("doctor", root, "--json") == code


def test_looking_changes_nothing(root: Path) -> None:
    def everything() -> Iterator[tuple[str, bytes]]:
        for path in sorted(root.rglob("*")):
            if path.is_file() and not path.name.startswith("state.db"):
                yield str(path), path.read_bytes()

    before = list(everything())
    assert examine(root) == []
    assert list(everything()) == before
