"""The journal: what was executed, how it ended, and what was cut off."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC
from pathlib import Path

import pytest

from lushan.errors import LushanError
from lushan.state import Journal

INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from lushan.state import Journal
with Journal.open(Path(sys.argv[1])).execution("run", "2023-04") as execution:
    execution.step("delivery.ticket_life", None, "done", rows=7)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal.open(tmp_path)


def test_an_execution_is_written_from_its_beginning(journal: Journal) -> None:
    with journal.execution("land", "delivery.ticket") as execution:
        (under_way,) = journal.executions()
        execution.detail["rows"] = 12
    (ended,) = journal.executions()
    assert (under_way["status"], under_way["ended_at"], under_way["pid"]) == ("running", None, os.getpid())
    assert (ended["status"], ended["command"], ended["subject"]) == ("done", "land", "delivery.ticket")
    assert ended["detail"] == {"rows": 12}
    assert ended["ended_at"] >= ended["started_at"]
    assert ended["started_at"].tzinfo == UTC


def test_steps_are_kept_in_their_order(journal: Journal) -> None:
    with journal.execution("run", "2023-04") as execution:
        execution.step("operations.system_day", "2023-04", "done", identity="a1", version=3, rows=90, seconds=0.5)
        execution.step("operations.batch_day", "2023-03", "failed", reason="磁盘已满")
        execution.step("operations.figure", "2023-04", "waiting", reads={"parts": [["a.b", "2023-04", "x"]]})
    steps = journal.steps(journal.executions()[0]["id"])
    assert [(s["name"], s["status"]) for s in steps] == [
        ("operations.system_day", "done"),
        ("operations.batch_day", "failed"),
        ("operations.figure", "waiting"),
    ]
    assert (steps[0]["version"], steps[0]["rows"], steps[1]["reason"]) == (3, 90, "磁盘已满")
    assert steps[2]["reads"] == {"parts": [["a.b", "2023-04", "x"]]}


def test_an_execution_that_raises_has_failed_with_its_reason(journal: Journal) -> None:
    with pytest.raises(ValueError, match="no"), journal.execution("land", "a.b"):
        raise ValueError("no such file")
    (ended,) = journal.executions()
    assert (ended["status"], ended["detail"]) == ("failed", {"error": "no such file"})


def test_the_newest_come_first(journal: Journal) -> None:
    for number in range(5):
        with journal.execution("land", f"a.t{number}"):
            pass
    assert [row["subject"] for row in journal.executions(limit=2)] == ["a.t4", "a.t3"]


def test_an_execution_whose_process_was_killed_is_interrupted(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", INTERRUPTED, str(tmp_path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    (found,) = Journal.open(tmp_path).executions()
    assert (found["status"], found["ended_at"]) == ("interrupted", None)


def test_an_execution_under_way_elsewhere_is_left_alone(journal: Journal, tmp_path: Path) -> None:
    with journal.execution("run", "2023-04"):
        assert Journal.open(tmp_path).executions()[0]["status"] == "running"


def test_chinese_is_kept_as_it_is(journal: Journal, tmp_path: Path) -> None:
    with journal.execution("land", "a.b") as execution:
        execution.detail["原因"] = "任务单编号重复"
    assert "任务单编号重复".encode() in (tmp_path / "state.db-wal").read_bytes()
    assert journal.executions()[0]["detail"] == {"原因": "任务单编号重复"}


def test_a_journal_that_is_locked_stops_an_execution_before_it_begins(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    from lushan.state import database

    monkeypatch.setattr(database, "PATIENCE", 0)
    impatient = Journal.open(tmp_path)
    holder = sqlite3.connect(tmp_path / "state.db")
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(LushanError, match="another process has held") as refusal, impatient.execution("run", "x"):
        pytest.fail("it went on without a journal")
    assert refusal.value.where == str(tmp_path / "state.db")
    holder.rollback()
    assert journal.executions() == []
