"""Opening the state database: each way in which it may not answer has its message."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from lushan.errors import LushanError
from lushan.state import Journal, database
from lushan.state.database import open_database
from lushan.state.tables import metadata
from postgres import Server

OPENED = "import sys; from pathlib import Path; from lushan.state import Journal; Journal.open(Path(sys.argv[1]))"


def test_the_migrations_make_the_tables_that_the_code_works_with(tmp_path: Path) -> None:
    with open_database(tmp_path).connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_new_database_opened_by_several_processes_is_migrated_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPENED, str(tmp_path)]
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    ended = [process.communicate(timeout=60)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * 4, ended


def test_one_that_another_process_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0)
    holder = sqlite3.connect(tmp_path / "state.db")
    holder.execute("PRAGMA journal_mode=WAL")
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(LushanError, match="another process has held the state database") as refusal:
        open_database(tmp_path)
    assert refusal.value.where == str(tmp_path / "state.db")
    holder.rollback()


def test_one_that_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "state.db").write_bytes(b"not a database, but twenty-three characters" * 30)
    with pytest.raises(LushanError, match="damaged: file is not a database") as refusal:
        open_database(tmp_path)
    assert "move it away" in refusal.value.mend


def test_one_whose_folder_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LushanError, match="does not answer: unable to open database file"):
        open_database(tmp_path / "gone")


def test_one_that_a_newer_lushan_made(tmp_path: Path) -> None:
    open_database(tmp_path).dispose()
    with sqlite3.connect(tmp_path / "state.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LushanError, match="a newer Lushan has made the state database: it is at 9999") as refusal:
        open_database(tmp_path)
    assert refusal.value.mend == "upgrade Lushan"


@pytest.mark.parametrize("url", ["db.bank.example", "kitchen://db/bank"])
def test_a_url_that_is_none(tmp_path: Path, url: str) -> None:
    with pytest.raises(LushanError, match="not the URL of a database that Lushan knows") as refusal:
        open_database(tmp_path, url)
    assert refusal.value.where.startswith("lushan.toml, state.url")


def test_a_driver_that_is_not_installed(tmp_path: Path) -> None:
    with pytest.raises(LushanError, match="the driver cx_Oracle is not installed"):
        open_database(tmp_path, "oracle+cx_oracle://bank@db/bank")


def test_a_server_that_is_not_there_is_named_without_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANK_SECRET", "hunter2")
    with pytest.raises(LushanError, match="does not answer") as refusal:
        open_database(tmp_path, "postgresql+psycopg://lushan:${BANK_SECRET}@127.0.0.1:1/bank")
    assert "hunter2" not in str(refusal.value)
    assert "127.0.0.1:1/bank" in refusal.value.where


def test_a_secret_that_the_environment_has_not(tmp_path: Path) -> None:
    with pytest.raises(LushanError, match="the environment has no LUSHAN_NOWHERE"):
        open_database(tmp_path, "postgresql+psycopg://lushan:${LUSHAN_NOWHERE}@db/bank")


@pytest.mark.postgres
def test_postgresql_keeps_the_journal(postgres: Server, tmp_path: Path) -> None:
    url = postgres.url().replace("postgresql://", "postgresql+psycopg://")
    with Journal.open(tmp_path, url).execution("land", "delivery.ticket") as execution:
        execution.step("任务单", "2023-04", "done", rows=5)
        execution.detail["来源"] = "任务单.csv"
    journal = Journal.open(tmp_path, url)
    (found,) = journal.executions()
    assert (found["status"], found["detail"]) == ("done", {"来源": "任务单.csv"})
    assert [step["name"] for step in journal.steps(found["id"])] == ["任务单"]
    assert found["started_at"].utcoffset() is not None
    assert not (tmp_path / "state.db").exists()


@pytest.mark.postgres
def test_postgresql_refuses_a_wrong_password(postgres: Server, tmp_path: Path) -> None:
    url = postgres.url("wrong").replace("postgresql://", "postgresql+psycopg://")
    with pytest.raises(LushanError, match=r"does not answer.*password authentication failed") as refusal:
        open_database(tmp_path, url)
    assert "wrong" not in refusal.value.where
