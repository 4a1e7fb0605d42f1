"""A table with what its rules come to as columns: built once, and written as a query once, for all its periods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import ibis
from ibis.expr import schema as sch
from ibis.expr import types as ir

from lushan.engines.rules.condition import Condition, condition, joined
from lushan.engines.rules.kinds import Reference
from lushan.engines.rules.outcome import Outcome
from lushan.engines.rules.rule import Rule
from lushan.errors import LushanError
from lushan.place import Place


@dataclass(frozen=True)
class Asked:
    """A table that knows what its rules come to.

    Everything here is built over names and not over a period's tables, so that what is asked of it is the same
    expression in every period, and has to be written as a query only once.

    Args:
        table: a name for ``relation``.
        relation: the table and, for each rule, whether a row keeps it and is exempt, over the names of tables.
        of: these tables.
        conditions: what the rules come to over ``table``.
        faults: the rules that do not fit the table.
    """

    table: ir.Table
    relation: ir.Table
    of: tuple[str, ...]
    conditions: tuple[Condition, ...]
    faults: tuple[Outcome, ...]

    def given(self, tables: Mapping[str, ir.Table]) -> dict[str, ir.Table]:
        """What the names in expressions over ``table`` stand for; one may be made of those after it."""
        return {self.table.get_name(): self.relation} | {_named(name): tables[name] for name in self.of}


def asked(name: str, rules: Sequence[Rule], tables: Mapping[str, ir.Table]) -> Asked:
    """A table that knows what its rules come to."""
    others = {rule.kind.table for rule in rules if isinstance(rule.kind, Reference)}
    schemas = tuple((other, tables[other].schema()) for other in sorted({name, *others}))
    return _asked(name, tuple(rules), tuple(rule.place for rule in rules), schemas)


@lru_cache(maxsize=128)
def _asked(
    name: str, rules: tuple[Rule, ...], _: tuple[Place | None, ...], schemas: tuple[tuple[str, sch.Schema], ...]
) -> Asked:
    """The same, of tables that look so; places do not tell rules apart, and a fault has to name the right one."""
    tables = {other: ibis.table(schema, name=_named(other)) for other, schema in schemas}
    rows = joined(tables[name], rules, tables)
    found: list[Condition] = []
    faults: list[Outcome] = []
    for rule in rules:
        try:
            found.append(condition(rule, rows))
        except LushanError as error:
            faults.append(Outcome(rule, error=error))
    made: dict[str, Any] = {f"holds:{number}": one.holds for number, one in enumerate(found)}
    made |= {f"exempt:{number}": one.exempt for number, one in enumerate(found) if one.exempt is not None}
    relation = rows.mutate(**made)
    table = ibis.table(relation.schema(), name=f"asked:{name}")
    columns = {column: table[column] for column in made}
    conditions = [
        replace(one, holds=columns[f"holds:{number}"], exempt=columns.get(f"exempt:{number}"))
        for number, one in enumerate(found)
    ]
    return Asked(table, relation, tuple(tables), tuple(conditions), tuple(faults))


def _named(table: str) -> str:
    """The name that stands for a table; none of an engine's own is called so."""
    return f"given:{table}"
