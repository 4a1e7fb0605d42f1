"""An action: something a person must do, with a reason, an owner, a due date, and the verdicts that close it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lushan.runs.model import Read
from lushan.words import Text

#: The table that holds what people said.
JUDGEMENT = "bank.judgement"

#: What the table of an action must say of each thing to do.
COLUMNS = ("key", "owner", "reason_zh", "reason_en", "due_on", "weight")


@dataclass(frozen=True)
class Action:
    """A kind of thing that people must do; each row of its table is one of them.

    Args:
        id: domain and noun.
        title: what is to be done.
        table: an ordinary model's; its contract has the columns ``key`` (stable from run to run), ``owner``,
            ``reason_zh``, ``reason_en``, ``due_on`` and ``weight`` (the worst has the largest), and what else helps.
        verdicts: what a person may say of one, by code.
        closing: the verdicts after which it need not be done any more.
    """

    id: str
    title: Text
    table: str
    verdicts: Mapping[str, Text] = field(hash=False)  # a mapping has none; the id tells actions apart
    closing: tuple[str, ...]

    @property
    def reads(self) -> tuple[Read, ...]:
        """What is read to list what is open."""
        return (Read(self.table), Read(JUDGEMENT))
