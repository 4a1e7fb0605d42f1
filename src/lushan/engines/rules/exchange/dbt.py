"""Tests of dbt's ``schema.yml`` as rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lushan.engines.rules.exchange.taken import Taken
from lushan.engines.rules.expression import read_expression
from lushan.engines.rules.kinds import InList, Kind, NotNull, Reference, Row, Unique, Within
from lushan.engines.rules.rule import Rule
from lushan.errors import LushanError
from lushan.place import Place, read_yaml
from lushan.words import Text

#: What a reference to a model or to a source looks like.
REF = re.compile(r"""(?:ref|source)\((?:['"][\w.]+['"],\s*)?['"]([\w.]+)['"]\)""")


def read_dbt(path: Path) -> Taken:
    """The rules of all models and sources of a file; a rule's table is the model's name.

    Raises:
        LushanError: the file cannot be read.
    """
    rules: list[Rule] = []
    left: list[str] = []
    top = read_yaml(path)
    sources = [table for source in top.list_of("sources") for table in source.list_of("tables")]
    for model in (*top.list_of("models"), *sources):
        table = model.need("name").written
        for place, column in _tests(model):
            try:
                rules.append(_rule(place, table, column, {rule.id for rule in rules}))
            except LushanError as error:
                left.append(str(error))
    return Taken(tuple(rules), tuple(left))


def _tests(model: Place) -> Iterator[tuple[Place, str]]:
    """The tests of a model and of its columns, each with the column's name."""
    for owner in (model, *model.list_of("columns")):
        column = "" if owner is model else owner.need("name").written
        for test in (*owner.list_of("tests"), *owner.list_of("data_tests")):
            yield test, column


def _rule(place: Place, table: str, column: str, taken: set[str]) -> Rule:
    """One test as a rule.

    Raises:
        LushanError: no rule can say it.
    """
    terms: dict[str, Any] = {}
    name = "" if place.is_mapping else place.written
    if place.is_mapping:
        said = {key.written: value for key, value in place.pairs()}
        name = said["test_name"].written if "test_name" in said else next(iter(said))
        inner = said.get(name)
        terms = dict(inner.value or {}) if inner is not None else {}
        terms |= terms.pop("arguments", None) or {}
    config = terms.get("config") or {}
    kind, columns = _kind(place, name, terms, column)
    where = str(config.get("where") or terms.get("where") or "")
    if where:
        read_expression(where, place.fault)
    warning = "warn" in (config.get("severity"), terms.get("severity"))
    id = first = ".".join((table, *columns, name.rpartition(".")[2]))
    while id in taken:
        id = f"{first} ({len(taken)})"
    return Rule(
        id, table, kind, columns, where=where, severity="warning" if warning else "error",
        message=Text("", str(terms.get("description", ""))), place=place,
    )  # fmt: skip


def _kind(place: Place, name: str, terms: dict[str, Any], column: str) -> tuple[Kind, tuple[str, ...]]:
    """What a test asks, and of which columns.

    Raises:
        LushanError: no kind of rule asks it.
    """
    match name.rpartition(".")[2]:
        case "not_null":
            return NotNull(), (column,)
        case "unique":
            return Unique(), (column,)
        case "accepted_values":
            return InList(tuple(map(str, terms["values"]))), (column,)
        case "relationships":
            if (to := REF.search(str(terms.get("to", "")))) is None:
                raise place.fault("this names no model", expected="to: ref('model')")
            return Reference(to[1], (str(terms["field"]),)), (column,)
        case "unique_combination_of_columns":
            return Unique(), tuple(map(str, terms["combination_of_columns"]))
        case "accepted_range" if terms.get("inclusive", True):
            low, high = terms.get("min_value"), terms.get("max_value")
            return Within(None if low is None else str(low), None if high is None else str(high)), (column,)
        case "expression_is_true":
            expression = f"{column} {terms['expression']}".strip()
            read_expression(expression, place.fault)
            return Row(expression), (column,) if column else ()
    raise place.fault(f"no kind of rule says {name}", mend="write a rule of your own for it")
