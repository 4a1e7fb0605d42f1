"""The most memory that a process has had: what Linux calls its high-water mark.

It is not ``ru_maxrss``, which a process inherits from the one that started it: a test under a large worker would
measure that worker.
"""

from __future__ import annotations

import re
from pathlib import Path


def peak_megabytes() -> int:
    """The most memory that this process has had, in MB."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    assert found is not None
    return int(found[1]) >> 10
