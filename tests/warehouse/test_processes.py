"""Several processes at one warehouse: readers beside a writer, writers beside each other, and one that dies."""

from __future__ import annotations

import hashlib
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lushan.errors import LushanError
from lushan.warehouse import Warehouse, lock
from lushan.warehouse.warehouse import FIRST_COMMIT, STAGING
from tables import contract, publish, read

WORKER = str(Path(__file__).parent / "worker.py")
SALE = contract("shop.sale", "id:integer!", "n:integer", period="on")
BOTH = "2023-03,2023-04"
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    def start(what: str, *arguments: object, table: str = "shop.sale") -> subprocess.Popen[str]:
        command = [sys.executable, WORKER, what, str(tmp_path / "warehouse"), table, *map(str, arguments)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    return start


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    return Warehouse(tmp_path / "warehouse")


def ended(process: subprocess.Popen[str]) -> str:
    said, error = process.communicate(timeout=60)
    assert process.returncode == 0, error
    return said


def numbers(warehouse: Warehouse, version: int | None = None) -> dict[str, set[int]]:
    """For each period of a version, the numbers that its rows carry."""
    found: dict[str, set[int]] = {}
    for row in read(SALE, warehouse.snapshot("shop.sale", version)):
        found.setdefault(row["period"], set()).add(row["n"])
    return found


def contents(warehouse: Warehouse) -> dict[str, str]:
    """The bytes of every file that the newest version is made of."""
    files = warehouse.snapshot("shop.sale").files
    return {str(file.relative_to(warehouse.root)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_readers_beside_a_writer_see_whole_versions(start: Start, tmp_path: Path) -> None:
    stop = tmp_path / "stop"
    readers = [start("watch", stop) for _ in range(3)]
    ended(start("write", BOTH, 1, 60))
    stop.touch()
    assert all(int(ended(reader)) > 1 for reader in readers), "a reader saw no version come"


def test_writers_of_one_period_wait_for_each_other(start: Start, warehouse: Warehouse) -> None:
    writers = [start("write", BOTH, first, 15) for first in (100, 200)]
    for writer in writers:
        ended(writer)
    versions = warehouse.versions("shop.sale")
    assert sorted(note for v in versions for note in v.note["identities"]) == sorted(
        f"n{first + n}" for first in (100, 200) for n in range(15)
    ), "a publication was lost"
    assert all(len(set().union(*numbers(warehouse, v.number).values())) == 1 for v in versions)


def test_writers_of_different_periods_both_stay(start: Start, warehouse: Warehouse) -> None:
    writers = [start("write", period, 1, 10) for period in BOTH.split(",")]
    for writer in writers:
        ended(writer)
    assert numbers(warehouse) == {"2023-03": {10}, "2023-04": {10}}


def test_writers_of_different_tables_do_not_meet(start: Start, warehouse: Warehouse) -> None:
    writers = [start("write", BOTH, 1, 5, table=table) for table in ("shop.sale", "shop.other")]
    for writer in writers:
        ended(writer)
    assert {table: warehouse.snapshot(table).version for table in warehouse.tables()} == {
        "shop.other": 4,
        "shop.sale": 4,
    }


@pytest.mark.parametrize("moment", ["staged", "moved"])
def test_a_writer_that_dies_leaves_the_table_as_it_was(
    start: Start, warehouse: Warehouse, tmp_path: Path, moment: str
) -> None:
    ended(start("write", BOTH, 1, 1))
    dying = start("die", moment)
    dying.communicate(timeout=60)
    assert dying.returncode == -signal.SIGKILL
    assert (warehouse.snapshot("shop.sale").version, numbers(warehouse)) == (0, {"2023-03": {1}, "2023-04": {1}})

    ended(start("write", BOTH, 2, 1))
    untouched = Warehouse(tmp_path / "untouched")
    subprocess.run([sys.executable, WORKER, "write", str(untouched.root), "shop.sale", BOTH, "1", "2"], check=True)
    assert contents(warehouse) == contents(untouched)
    assert warehouse.snapshot("shop.sale").version == 1

    warehouse.expire({}, after_hours=0)
    assert list((warehouse.root / STAGING).iterdir()) == [], "what the dead writer staged is still there"


def test_a_full_disk_changes_nothing(start: Start, warehouse: Warehouse) -> None:
    ended(start("write", BOTH, 1, 1))
    log = warehouse.path("shop.sale") / "_delta_log" / FIRST_COMMIT
    said = ended(start("starve", log.stat().st_size // 4))
    assert said.startswith("shop.sale: ")
    assert "mend: make room" in said
    assert numbers(warehouse) == {"2023-03": {1}, "2023-04": {1}}
    ended(start("write", BOTH, 2, 1))
    assert numbers(warehouse) == {"2023-03": {2}, "2023-04": {2}}


def test_a_writer_that_never_ends_is_named(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with (
        lock.writing(warehouse.root / "_locks" / "shop.sale", "shop.sale"),
        pytest.raises(LushanError, match="another process has been writing") as refusal,
    ):
        publish(warehouse, SALE, {"2023-03": []})
    assert refusal.value.where == "shop.sale"
