"""Rules of rows, all of a table at once: a scan to count, one for values that stand twice, one for failing rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import pyarrow as pa
from ibis.expr import types as ir

from lushan.engines.rules.condition import Condition
from lushan.engines.rules.count import count
from lushan.engines.rules.engine import Engine
from lushan.engines.rules.failing import failing
from lushan.engines.rules.kinds import Unique
from lushan.engines.rules.outcome import Outcome
from lushan.engines.rules.repeat import HASHES, Hashes, batches, compare, doubtful, doubts, few, grouped

#: Rows asked, rows that break a rule, and those of them that are exempt, by the rule's id.
Numbers = Mapping[str, tuple[int, int, int]]


def of_rows(
    table: ir.Table,
    conditions: Sequence[Condition],
    sample: int | None,
    known: Numbers | None,
    engine: Engine,
) -> list[Outcome]:
    """What comes of rules of rows, in any order; those that no row breaks are not asked where that is known."""

    def counted(part: Sequence[Condition]) -> list[Outcome]:
        numbers = count(table, part, engine.fetch)
        return [Outcome(one.rule, *said) for one, said in zip(part, numbers, strict=True)]

    if known is None:
        outcomes = {outcome.rule.id: outcome for outcome in engine.many(conditions, counted)}
    else:
        outcomes = {one.rule.id: Outcome(one.rule, *known.get(one.rule.id, (0, 0, 0))) for one in conditions}
    sound = [one for one in conditions if not outcomes[one.rule.id].error]
    broken = [one for one in sound if outcomes[one.rule.id].failed or outcomes[one.rule.id].exempt]
    unique = [one for one in (sound if known is None else broken) if isinstance(one.rule.kind, Unique)]
    doubted, too_many = _doubted(table, unique, outcomes, engine)
    doubting, doubtfully = doubtful(table, doubted)
    plain = [one for one in broken if sample != 0 and not isinstance(one.rule.kind, Unique)]

    def found(part: Sequence[Condition]) -> list[Outcome]:
        rows = failing(doubting, part, sample or None, engine.fetch)
        return [_with(outcomes[one.rule.id], one, failed, sample) for one, failed in zip(part, rows, strict=True)]

    outcomes |= {outcome.rule.id: outcome for outcome in engine.many([*plain, *doubtfully], found)}
    for one in too_many:
        work = partial(grouped, table, one, outcomes[one.rule.id], sample)
        outcomes[one.rule.id] = engine.one(one.rule, work)
    return list(outcomes.values())


def _doubted(
    table: ir.Table, unique: Sequence[Condition], outcomes: Mapping[str, Outcome], engine: Engine
) -> tuple[list[tuple[Condition, Hashes]], list[Condition]]:
    """Rules whose values are in doubt, with the hashes of these; and rules that the engine has to group for."""
    asked = [(one, outcomes[one.rule.id].checked) for one in unique]
    doubted: list[tuple[Condition, Hashes]] = []
    too_many = [one for one, rows in asked if rows > HASHES]
    for batch in batches([(one, rows) for one, rows in asked if 0 < rows <= HASHES]):
        try:
            found = doubts(table, batch, engine.fetch)
        except Exception:  # an engine's own; it is told of the rule that brings it up again
            too_many += batch
            continue
        doubted += [(one, hashes) for one, hashes in zip(batch, found, strict=True) if len(hashes) and few(hashes)]
        too_many += [one for one, hashes in zip(batch, found, strict=True) if not few(hashes)]
    return doubted, too_many


def _with(outcome: Outcome, condition: Condition, rows: pa.Table, sample: int | None) -> Outcome:
    """An outcome with the rows that break its rule."""
    return compare(outcome, rows, sample) if condition.entire else replace(outcome, failing=rows)
