"""A rule: what must hold of a table, who answers for it, and which rows are let off."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import Literal

from lushan.engines.rules.kinds import KINDS, Faulty, Kind
from lushan.errors import LushanError
from lushan.place import Place
from lushan.words import Text

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Rule:
    """One thing that must hold of a table.

    Args:
        kind: what is asked, one of `lushan.engines.rules.kinds`.
        columns: the columns that are asked; where a kind asks one value, each of them.
        key: the columns that name a row to those who mend it.
        where: an expression that is true for the rows that are asked; empty for all.
        exempt: an expression that is true for rows whose failing is documented: they are counted apart.
        place: where it stands in its file.

    >>> from lushan.engines.rules.kinds import NotNull
    >>> Rule("N-203-KHMC", "east.customer", NotNull(), ("khmc",)).name
    'not_null'
    """

    id: str
    table: str
    kind: Kind
    columns: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    where: str = ""
    exempt: str = ""
    severity: Severity = "error"
    owner: str = ""
    message: Text = Text("", "")
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def name(self) -> str:
        """What its kind is called in a file of rules."""
        return next((name for name, kind in KINDS.items() if type(self.kind) is kind), "")

    @property
    def digest(self) -> str:
        """A hash of everything that decides its result: not of messages, owners or severity."""
        said = (self.id, self.table, self.kind, self.columns, self.key, self.where, self.exempt)
        return hashlib.sha256(repr(said).encode()).hexdigest()[:16]

    def at(self, part: str, member: str = "") -> Rule | Place:
        """Where a part of it stands, or a member of one; the rule itself, where it was not read from a file."""
        place = self.place.get(part) if self.place else None
        if place is None:
            return self
        members = place.items() if isinstance(place.value, list) else iter(())
        return next((found for found in members if found.written == member), place)

    def fault(self, found: str, *, expected: str = "", mend: str = "") -> LushanError:
        """A refusal of this rule, at its place where it has one."""
        if self.place is not None:
            return self.place.fault(found, expected=expected, mend=mend)
        return LushanError(found, where=self.id, expected=expected, mend=mend)

    def broken(self, error: LushanError) -> Rule:
        """The same rule, known not to be computable."""
        return replace(self, kind=Faulty(error))
