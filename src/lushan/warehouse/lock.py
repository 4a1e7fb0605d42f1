"""Locks that the system itself releases when the process that holds them dies."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lushan.errors import LushanError

#: How long a writer waits for another, in seconds; a commit itself takes a fraction of one.
PATIENCE = 30.0
PAUSE = 0.02


@contextmanager
def holding(path: Path) -> Iterator[bool]:
    """Hold a file or a folder for as long as the block lasts; gives false when another process holds it."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        yield _locked(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def writing(file: Path, table: str) -> Iterator[None]:
    """Be the only writer of a table.

    Args:
        file: what all writers of the table hold; it is made where it is missing.
        table: the table, for the message.

    Raises:
        LushanError: another process writes the table and did not end in time.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_RDONLY | os.O_CREAT)
    try:
        until = time.monotonic() + PATIENCE
        while not _locked(descriptor):
            if time.monotonic() > until:
                raise LushanError(
                    f"another process has been writing it for {PATIENCE:.0f} seconds",
                    where=table,
                    mend="let that process end and repeat the command; nothing was changed",
                )
            time.sleep(PAUSE)
        yield
    finally:
        os.close(descriptor)


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
