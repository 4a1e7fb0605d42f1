"""Seeing that rules can be asked at all: each id once, and every table and column there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from ibis.expr import types as ir

from lushan.engines.rules.kinds import Faulty, Group, Length, Pattern, Reference
from lushan.engines.rules.rule import Rule
from lushan.errors import LushanError

#: Kinds that read texts.
TEXTS = (Length, Pattern)


def see(rules: Iterable[Rule], tables: Mapping[str, ir.Table]) -> list[Rule]:
    """The rules, those that cannot be asked made known as such."""
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            twice = rule.at("id").fault(f"a second rule is called {rule.id}", mend="give one of them another id")
            again = f"{rule.id} (2)"
            while again in seen:
                again = f"{again} (2)"
            seen[again] = replace(rule, id=again).broken(twice)
        else:
            error = next(_faults(rule, tables), None)
            seen[rule.id] = rule if error is None else rule.broken(error)
    return list(seen.values())


def _faults(rule: Rule, tables: Mapping[str, ir.Table]) -> Iterator[LushanError]:
    """What keeps a rule from being asked."""
    if isinstance(rule.kind, Faulty):
        return
    if rule.table not in tables:
        yield _unknown(rule, "table", "table", rule.table, tables)
        return
    by = rule.kind.by if isinstance(rule.kind, Group) else ()
    for part, names in (("columns", rule.columns), ("key", rule.key), ("by", by)):
        for name in names:
            if name not in tables[rule.table].columns:
                yield _unknown(rule, part, "column", name, tables[rule.table].columns)
    if isinstance(rule.kind, Reference):
        if rule.kind.table not in tables:
            yield _unknown(rule, "to", "table", rule.kind.table, tables)
            return
        for name in rule.kind.columns:
            if name not in tables[rule.kind.table].columns:
                yield _unknown(rule, "to", "column", name, tables[rule.kind.table].columns)
    if isinstance(rule.kind, TEXTS):
        for name in rule.columns:
            if not (type := tables[rule.table][name].type()).is_string():
                yield rule.at("columns", name).fault(f"{name} is {type}; only a text has {rule.name}")


def _unknown(rule: Rule, part: str, what: str, name: str, known: Iterable[str]) -> LushanError:
    near = get_close_matches(name, list(known), 1)
    return rule.at(part, name).fault(
        f"there is no {what} {name!r}",
        expected=", ".join(known),
        mend=f"did you mean {near[0]}?" if near else "",
    )
