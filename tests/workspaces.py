"""Workspaces for tests: opened with the definitions of all domains, or built once for all workers."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lushan.domains import catalogue
from lushan.runs.session import Session
from lushan.words import Text
from lushan.workspace import Workspace

BANK = Text("匡庐银行", "Kuanglu Bank")


def open_session(root: Path) -> Session:
    """A workspace opened with the definitions of all domains."""
    return Session(Workspace.open(root), catalogue())


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], object]) -> Path:
    """A folder that the first worker to ask for it builds, and that all workers read."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    root = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "ready").exists():
            shutil.rmtree(root, ignore_errors=True)
            build(root)
            (root / "ready").touch()
    return root
