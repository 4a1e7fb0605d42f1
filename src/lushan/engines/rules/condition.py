"""What a rule comes to over a table: which rows it asks, which break it, which of these are exempt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any

import ibis
from ibis.expr import types as ir

from lushan.engines.rules.expression import build, columns_of, read_expression
from lushan.engines.rules.kinds import Group, Reference, Row, Unique
from lushan.engines.rules.row import holds, known, present
from lushan.engines.rules.rule import Rule


@dataclass(frozen=True)
class Condition:
    """What a rule comes to over a table.

    Args:
        holds: whether a row keeps the rule: true, false, or null where it is not asked.
        exempt: whether a row's breaking it is documented; none where no exemption is known.
        key: the columns that name a row.
        values: the columns that explain why it breaks the rule.
        entire: whether all rows that break it are wanted, however few are sampled of others.
    """

    rule: Rule
    holds: Any
    exempt: Any | None
    key: tuple[str, ...]
    values: tuple[str, ...]
    entire: bool = False

    @property
    def spread(self) -> tuple[str, ...]:
        """The columns whose hash decides which rows a sample holds: those that share values stay together."""
        return self.values if isinstance(self.rule.kind, Unique) else self.key


def condition(rule: Rule, table: ir.Table) -> Condition:
    """What a rule comes to over a table; one that values are unique is kept as far as one row can tell.

    Raises:
        LushanError: the rule does not fit the table.
    """
    where, exempt = read(rule, "where", table), read(rule, "exempt", table)
    values = values_of(rule, table)
    if isinstance(rule.kind, Unique):
        there = reduce(and_, (present(table[name]) for name in rule.columns))
        held = there.nullif(False)
    else:
        held = holds(rule, table)
    asked = held if where is None else ibis.ifelse(where, held, ibis.null())
    return Condition(rule, asked, None if exempt is None else exempt.fill_null(False), rule.key or values, values)


def joined(table: ir.Table, rules: Sequence[Rule], others: Mapping[str, ir.Table]) -> ir.Table:
    """A table with one column more for each reference of its rules: true where the other table has the row's values."""
    for name, rule in {known(rule): rule for rule in rules if isinstance(rule.kind, Reference)}.items():
        assert isinstance(rule.kind, Reference)
        pairs = list(zip(rule.columns, rule.kind.columns, strict=True))
        other = others[rule.kind.table].select(**{f"{name}.{column}": column for _, column in pairs})
        there = other.distinct().mutate(**{name: ibis.literal(True)})
        same = [_same(table[own], there[f"{name}.{column}"]) for own, column in pairs]
        table = table.left_join(there, same).drop(*(f"{name}.{column}" for _, column in pairs))
    return table


def values_of(rule: Rule, table: ir.Table) -> tuple[str, ...]:
    """The columns whose values explain why a row breaks a rule."""
    return tuple(name for name in told_by(rule) if name in table.columns)


def told_by(rule: Rule) -> dict[str, None]:
    """The columns that what is told of a failing row, or group of rows, is made of; in their order."""
    named = columns_of(read_expression(rule.kind.expression)) if isinstance(rule.kind, Row | Group) else ()
    return dict.fromkeys((*rule.columns, *named))


def read(rule: Rule, part: str, table: ir.Table) -> Any | None:
    """The filter or the exemption of a rule, where it has one."""
    text = getattr(rule, part)
    return build(text, table, rule.at(part).fault) if text else None


def rows_of(rule: Rule, table: ir.Table) -> ir.Table:
    """The rows that a rule asks."""
    where = read(rule, "where", table)
    return table if where is None else table.filter(where)


def _same(own: Any, other: Any) -> Any:
    """Two values are the same; as texts, where their types are not one."""
    return own == other if own.type() == other.type() else own.cast("string") == other.cast("string")
