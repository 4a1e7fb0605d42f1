"""Running a program by itself: how long it took, and how much memory it had at most."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """What one process cost."""

    seconds: float
    megabytes: float


def process(command: Sequence[str]) -> Cost:
    """Run a command to its end; what it prints is thrown away, and its memory is never told as less than our own.

    Raises:
        RuntimeError: the command failed.
    """
    begun = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        said = child.stderr.read().decode() if child.stderr else ""
        raise RuntimeError(f"{' '.join(command)} ended with {child.returncode}: {said}")
    return Cost(time.perf_counter() - begun, usage.ru_maxrss / 1024)


def python(code: str, *arguments: str) -> Cost:
    """Run Python code in a process of its own."""
    return process([sys.executable, "-c", code, *arguments])


def paired(ours: Callable[[], Cost], peer: Callable[[], Cost], rounds: int) -> tuple[Cost, Cost]:
    """The medians of two programs that take turns, so that a noisy machine is noisy to both."""
    costs = [(ours(), peer()) for _ in range(rounds)]
    return _median([cost for cost, _ in costs]), _median([cost for _, cost in costs])


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(statistics.median(c.seconds for c in costs), max(c.megabytes for c in costs))
