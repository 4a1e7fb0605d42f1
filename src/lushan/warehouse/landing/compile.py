"""A contract and a mapping as one query: every source row typed, and marked where it breaks a rule."""

from __future__ import annotations

from dataclasses import dataclass

from lushan.contracts import Column, Contract, Rule
from lushan.contracts.check import broken, row_rules
from lushan.contracts.contract import DECIMAL
from lushan.contracts.sql import literal, name, sql_type
from lushan.errors import LushanError
from lushan.warehouse.landing.mapping import Field, Mapping
from lushan.warehouse.landing.source import Relation


@dataclass(frozen=True)
class Check:
    """A condition under which a row goes to quarantine, and what is said of it."""

    rule: str
    column: str
    condition: str


@dataclass(frozen=True)
class Query:
    """The compiled landing: the typed rows, and the checks that they must pass."""

    typed: str
    checks: tuple[Check, ...]

    def any_broken(self) -> str:
        """The condition under which a typed row breaks any check."""
        return " OR ".join(f"coalesce({check.condition}, false)" for check in self.checks) or "false"


def compile_landing(contract: Contract, mapping: Mapping, relation: Relation) -> Query:
    """The query that lands a relation under a contract.

    The typed rows hold the contract's columns, the text that each was made from as ``raw:<column>``, and the
    whole source row as ``raw``.

    Raises:
        LushanError: the source lacks a column that the mapping or the contract needs.
    """
    made: list[str] = []
    raws: list[str] = []
    checks: list[Check] = []
    for column in contract.columns:
        field = mapping.field(column.name)
        if _absent(column, field, contract, mapping, relation):
            made.append(f"CAST(NULL AS {sql_type(column.type)}) AS {name(column.name)}")
            raws.append(f"CAST(NULL AS VARCHAR) AS {raw(column)}")
            continue
        value, textual = _value(field, relation)
        raws.append(f"{value} AS {raw(column)}")
        made.append(f"{_cast(column, field, raw(column), textual)} AS {name(column.name)}")
        checks += _conversions(column, field, textual)
    checks += [
        Check(rule.id.rsplit(".", 1)[-1], rule.column, _condition(rule, contract)) for rule in row_rules(contract)
    ]
    source = f"(SELECT s AS source, {', '.join(raws)} FROM {relation.sql} AS s)"
    typed = f"SELECT source, {', '.join(raw(c) for c in contract.columns)}, {', '.join(made)} FROM {source}"
    return Query(typed, tuple(checks))


def _condition(rule: Rule, contract: Contract) -> str:
    """A rule's condition; what could not be read is told of as that, and not as missing too."""
    return f"{name('raw:' + rule.column)} IS NULL" if rule.kind == "not_null" else broken(rule, contract)


def raw(column: Column) -> str:
    """The name of the text that a column was made from."""
    return name(f"raw:{column.name}")


def _absent(column: Column, field: Field, contract: Contract, mapping: Mapping, relation: Relation) -> bool:
    """Whether the source has nothing for a column that may stay empty.

    Raises:
        LushanError: the column may not stay empty, or the mapping promises what the source has not.
    """
    missing = [needed for needed in field.needs if needed not in relation.types]
    if not missing:
        return False
    if column.name not in mapping.columns and not column.required:
        return True
    raise LushanError(
        f"the source has no column {', '.join(missing)}, which {contract.id}.{column.name} is made from",
        where=str(mapping.path or contract.id),
        expected=", ".join(relation.types),
        mend="correct the mapping, or ask for the file with that column",
    )


def _value(field: Field, relation: Relation) -> tuple[str, bool]:
    """The source's value for a column, trimmed and empty as null, and whether it is text."""
    if field.value is not None:
        return literal(field.value), True
    if field.expression:
        return f"CAST(({field.expression}) AS VARCHAR)", True
    textual = relation.types[field.source] == "VARCHAR"
    return (f"nullif(trim({name(field.source)}), '')" if textual else name(field.source)), textual


def _cast(column: Column, field: Field, value: str, textual: bool) -> str:
    if field.codes:
        cases = " ".join(f"WHEN {literal(code)} THEN {literal(meaning)}" for code, meaning in field.codes)
        value = f"CASE {value} {cases} END"
    if field.format:
        parsed = f"try_strptime({value}, {literal(field.format)})"
        return f"CAST({parsed} AS {sql_type(column.type)})"
    return value if column.type == "string" and textual else f"TRY_CAST({value} AS {sql_type(column.type)})"


def _conversions(column: Column, field: Field, textual: bool) -> list[Check]:
    """The checks that a value became what it should be, with nothing lost on the way."""
    value, made = raw(column), name(column.name)
    checks = []
    if field.codes:
        known = ", ".join(literal(code) for code, _ in field.codes)
        checks.append(Check("code", column.name, f"{value} NOT IN ({known})"))
    elif column.type != "string" or field.format:
        checks.append(Check("type", column.name, f"{made} IS NULL AND {value} IS NOT NULL"))
    if textual and column.type == "integer":
        checks.append(Check("type", column.name, f"contains({value}, '.')"))
    if textual and (decimal := DECIMAL.fullmatch(column.type)):
        places = f"length({value}) - strpos({value}, '.') > {decimal[2]}"
        checks.append(Check("places", column.name, f"contains({value}, '.') AND {places}"))
    return checks
