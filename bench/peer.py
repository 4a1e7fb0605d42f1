"""Peers: each lives in a virtual environment of its own, and is only ever run, never imported.

A peer is two files in ``bench/peers``: ``<name>.txt`` says which versions are installed, ``<name>.py`` does the
peer's part and prints one line of JSON. So no peer's dependencies meet ours, nor those of another peer.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from bench.measure import Cost

HERE = Path(__file__).parent / "peers"
BUILD = Path(__file__).parents[1] / "build" / "peers"


@dataclass(frozen=True)
class Answer:
    """What a peer cost, the whole process, and what it printed last."""

    cost: Cost
    said: Any


def environment(name: str) -> Path:
    """The Python of a peer, which is installed when it is first asked for, or when its versions have changed.

    Raises:
        RuntimeError: it cannot be installed.
    """
    wanted = HERE / f"{name}.txt"
    folder, mark = BUILD / name, BUILD / name / "installed"
    digest = sha256(wanted.read_bytes()).hexdigest()
    python = folder / "bin" / "python"
    if not mark.exists() or mark.read_text() != digest:
        print(f"installing the peer {name}", file=sys.stderr, flush=True)
        _carried_out([sys.executable, "-m", "venv", "--clear", str(folder)])
        pip = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        _carried_out([*pip, "-r", str(wanted)])
        mark.write_text(digest)
    return python


def ask(name: str, *arguments: str) -> Answer:
    """Run a peer's script with arguments.

    Raises:
        RuntimeError: it failed; the message is what it said.
    """
    command = [str(environment(name)), str(HERE / f"{name}.py"), *arguments]
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as complaints:
        begun = time.perf_counter()
        child = subprocess.Popen(command, stdout=output, stderr=complaints)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        complaints.seek(0)
        lines = output.read().strip().splitlines()
        if child.returncode:
            raise RuntimeError(f"{' '.join(command)} ended with {child.returncode}: {complaints.read()[-2000:]}")
    said = json.loads(lines[-1]) if lines and re.match(r"[\[{\d\"]", lines[-1]) else None
    return Answer(Cost(seconds, usage.ru_maxrss / 1024), said)


def _carried_out(command: list[str]) -> None:
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise RuntimeError(f"{' '.join(command)}: {ended.stderr[-2000:]}")
