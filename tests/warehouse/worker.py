"""A process of its own for the tests of many writers and readers: ``worker.py read|write|die root …``."""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from deltalake import DeltaTable

from lushan.errors import LushanError
from lushan.warehouse import Warehouse
from tables import contract, publish, read

ROWS = 200


def sale(table: str) -> object:
    """The table that writers write: every row of a version carries the same number."""
    return contract(table, "id:integer!", "n:integer", period="on")


def write(warehouse: Warehouse, table: str, periods: list[str], first: int, count: int) -> None:
    """Publish versions, each with all its periods in one commit."""
    for n in range(first, first + count):
        parts = {period: [{"id": number, "n": n} for number in range(ROWS)] for period in periods}
        publish(warehouse, sale(table), parts, f"n{n}")


def watch(warehouse: Warehouse, table: str, stop: Path) -> int:
    """Read until told to stop; every version must be whole. Gives how many different ones were seen."""
    seen: set[int] = set()
    while not stop.exists():
        if not warehouse.exists(table):
            time.sleep(0.005)
            continue
        rows = read(sale(table), warehouse.snapshot(table))
        numbers = {row["n"] for row in rows}
        assert len(numbers) == 1, f"half of one version and half of another: {numbers}"
        assert len(rows) == 2 * ROWS, f"{len(rows)} rows"
        seen |= numbers
    return len(seen)


def die(warehouse: Warehouse, table: str, moment: str) -> None:
    """Publish, and be killed before the files are in their place, or after it and before the commit."""

    def kill(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    if moment == "staged":
        os.fsync = kill
    else:
        DeltaTable.create_write_transaction = kill
    write(warehouse, table, ["2023-03", "2023-04"], 2, 1)


def starve(warehouse: Warehouse, table: str, limit: int) -> None:
    """Publish, and let no file grow past a limit once all is staged, as on a full disk; print the refusal."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def fill(_descriptor: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    os.fsync = fill
    try:
        write(warehouse, table, ["2023-03", "2023-04"], 2, 1)
    except LushanError as error:
        print(error)


if __name__ == "__main__":
    what, root, table, *rest = sys.argv[1:]
    opened = Warehouse(Path(root))
    match what:
        case "write":
            write(opened, table, rest[0].split(","), int(rest[1]), int(rest[2]))
        case "watch":
            print(watch(opened, table, Path(rest[0])))
        case "die":
            die(opened, table, rest[0])
        case "starve":
            starve(opened, table, int(rest[0]))
