"""What came of one rule, before it is written into tables."""

from __future__ import annotations

from dataclasses import dataclass, field

import pyarrow as pa

from lushan.engines.rules.rule import Rule
from lushan.errors import LushanError

#: The failing rows of one rule: who they are, what they hold, and whether that is documented.
FAILING = pa.schema([("key", pa.string()), ("value", pa.string()), ("exempt", pa.bool_())])


@dataclass(frozen=True)
class Outcome:
    """What came of one rule.

    Args:
        checked: rows, or groups, that were asked.
        failed: of these, those that break the rule, exempt ones not among them.
        exempt: of these, those that break it and are documented.
        measure: what a rule of the whole table measured: days, a share, an index.
        profile: how the values are spread, as JSON, for the next period to be held against.
        failing: a sample of the rows that break it, or all of them.
        error: why it could not be computed.
    """

    rule: Rule
    checked: int = 0
    failed: int = 0
    exempt: int = 0
    measure: float | None = None
    profile: str = ""
    failing: pa.Table = field(default_factory=FAILING.empty_table)
    error: LushanError | None = None

    @property
    def status(self) -> str:
        """``passed``, ``failed``, or ``fault`` where it could not be computed."""
        return "fault" if self.error else "failed" if self.failed else "passed"
