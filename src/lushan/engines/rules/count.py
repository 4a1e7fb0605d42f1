"""Counting rows for many rules in one scan: how many are asked, how many break a rule, how many of these are exempt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ibis.expr import types as ir

from lushan.engines.rules.condition import Condition
from lushan.engines.rules.failing import Fetch
from lushan.engines.rules.kinds import NotBlank, NotNull


def count(table: ir.Table, conditions: Sequence[Condition], fetch: Fetch) -> list[tuple[int, int, int]]:
    """For each condition the rows asked, those that break it and are not exempt, and those that are.

    Rows are counted as sums, which engines compute several times quicker than counts with a condition each.
    """
    names: dict[Any, str] = {}

    def name(aggregate: Any) -> str:
        return names.setdefault(aggregate.op(), f"n{len(names)}")

    wanted = [(name(_asked(table, one)), name(one.holds.sum()), _exempt(one, name)) for one in conditions]
    made = {name: aggregate.to_expr() for aggregate, name in names.items()}
    row = fetch(table.aggregate(**made)).to_pylist()[0] if made else {}
    return [
        (row[asked], row[asked] - (row[held] or 0) - (exempt := row.get(let_off) or 0), exempt)
        for asked, held, let_off in wanted
    ]


def _asked(table: ir.Table, one: Condition) -> Any:
    """The number of rows asked; of columns that must hold something, that of all rows."""
    always = isinstance(one.rule.kind, NotNull | NotBlank) and not one.rule.where
    return table.count() if always else one.holds.count()


def _exempt(one: Condition, name: Any) -> str:
    return "" if one.exempt is None else name((~one.holds & one.exempt).sum())
