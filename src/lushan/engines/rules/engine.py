"""Asking an engine so that what it cannot compute for one rule does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ibis.expr import types as ir

from lushan.engines.rules.condition import Condition
from lushan.engines.rules.fetch import Fetch
from lushan.engines.rules.outcome import Outcome
from lushan.engines.rules.rule import Rule
from lushan.errors import LushanError


@dataclass(frozen=True)
class Engine:
    """An engine and a table of it.

    Engines fail with errors of their own, so any is taken for one: of the rule that was asked, or of the table when
    that does not answer at all.
    """

    fetch: Fetch
    table: ir.Table

    def one(self, rule: Rule, work: Callable[[Fetch], Outcome]) -> Outcome:
        """The outcome of one rule."""
        try:
            return work(self.fetch)
        except LushanError as error:
            return Outcome(rule, error=error)
        except Exception as error:
            return Outcome(rule, error=_failed(rule, error))

    def many(
        self, conditions: Sequence[Condition], work: Callable[[Sequence[Condition]], list[Outcome]]
    ) -> list[Outcome]:
        """The outcomes of many rules asked at once; when that fails, of each half, until those that fail are alone."""
        if not conditions:
            return []
        try:
            return work(conditions)
        except Exception as error:
            if len(conditions) == 1 or not self.answers:
                return [Outcome(asked.rule, error=_failed(asked.rule, error)) for asked in conditions]
        middle = len(conditions) // 2
        return [*self.many(conditions[:middle], work), *self.many(conditions[middle:], work)]

    @property
    def answers(self) -> bool:
        """Whether the table can be read at all."""
        try:
            self.fetch(self.table.limit(1))
        except Exception:
            return False
        return True


def _failed(rule: Rule, error: Exception) -> LushanError:
    said = (str(error).splitlines() or [type(error).__name__])[0]
    return rule.fault(
        f"the database could not compute this: {said}",
        mend="see that the database answers and that the values have the types the rule asks; run it again",
    )
