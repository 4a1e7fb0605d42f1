"""Counting rows for many rules in one scan: how many are asked, how many break a rule, how many of these are exempt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ibis.expr import types as ir

from lushan.engines.rules.condition import Condition
from lushan.engines.rules.failing import Fetch


def count(table: ir.Table, conditions: Sequence[Condition], fetch: Fetch) -> list[tuple[int, int, int]]:
    """For each condition the rows asked, those that break it and are not exempt, and those that are."""
    names: dict[Any, str] = {}

    def name(counted: Any) -> str:
        return names.setdefault(counted.op(), f"n{len(names)}")

    wanted = [
        (name(c.asked), name(c.broken & ~c.exempt), name(c.broken & c.exempt) if c.rule.exempt else "")
        for c in conditions
    ]
    counts = {name: table.count(where=counted.to_expr()) for counted, name in names.items()}
    row = fetch(table.aggregate(**counts)).to_pylist()[0] if counts else {}
    return [(row[asked], row[failed], row[exempt] if exempt else 0) for asked, failed, exempt in wanted]
