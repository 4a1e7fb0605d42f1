"""What a rule comes to over a table: which rows it asks, which break it, which of these are exempt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
from ibis.expr import types as ir

from lushan.engines.rules.expression import build, columns_of, read_expression
from lushan.engines.rules.kinds import NotBlank, NotNull, Reference, Row, Unique
from lushan.engines.rules.row import holds, known, present
from lushan.engines.rules.rule import Rule


@dataclass(frozen=True)
class Condition:
    """What a rule comes to over a table.

    Args:
        asked: whether it asks a row.
        broken: whether a row breaks it, exempt or not.
        exempt: whether a row's breaking it is documented.
        key: the columns that name a row.
        values: the columns that explain why it breaks the rule.
    """

    rule: Rule
    asked: Any
    broken: Any
    exempt: Any
    key: tuple[str, ...]
    values: tuple[str, ...]


def condition(rule: Rule, table: ir.Table) -> Condition:
    """What a rule comes to over a table; of a rule that values are unique, which rows it asks and lets off.

    Raises:
        LushanError: the rule does not fit the table.
    """
    where = read(rule, "where", table, True)
    exempt = read(rule, "exempt", table, False).fill_null(False)
    values = values_of(rule, table)
    if isinstance(rule.kind, Unique):
        there = ibis.and_(where, *(present(table[name]) for name in rule.columns))
        return Condition(rule, there, ibis.literal(False), exempt, rule.key or values, values)
    held = holds(rule, table)
    always = isinstance(rule.kind, NotNull | NotBlank)
    asked = where if always else where & held.notnull()
    return Condition(rule, asked, where & ~held, exempt, rule.key or values, values)


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
    named = columns_of(read_expression(rule.kind.expression)) if isinstance(rule.kind, Row) else ()
    return tuple(dict.fromkeys(name for name in (*rule.columns, *named) if name in table.columns))


def read(rule: Rule, part: str, table: ir.Table, default: bool) -> Any:
    """The filter or the exemption of a rule."""
    text = getattr(rule, part)
    return build(text, table, rule.at(part).fault) if text else ibis.literal(default)


def _same(own: Any, other: Any) -> Any:
    """Two values are the same; as texts, where their types are not one."""
    return own == other if own.type() == other.type() else own.cast("string") == other.cast("string")
