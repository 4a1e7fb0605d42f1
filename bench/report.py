"""What was measured, as a table for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One thing that was measured; ``value`` is held against ``limit``."""

    what: str
    peer: str
    ours: float
    theirs: float | None
    value: float
    limit: float

    @property
    def kept(self) -> bool:
        """Whether the limit was kept."""
        return self.value <= self.limit


def table(lines: Sequence[Line]) -> str:
    """The lines as a Markdown table."""
    head = ["| what | peer | Lushan | peer's | value | at most | |", "|---|---|---:|---:|---:|---:|---|"]
    return "\n".join([*head, *(_row(line) for line in lines)])


def _row(line: Line) -> str:
    theirs = "" if line.theirs is None else f"{line.theirs:,.2f}"
    mark = "kept" if line.kept else "**missed**"
    return (
        f"| {line.what} | {line.peer} | {line.ours:,.2f} | {theirs} | {line.value:,.2f} | {line.limit:,.2f} | {mark} |"
    )
