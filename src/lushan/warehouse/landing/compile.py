"""A contract and a mapping as one query: every source row typed, and marked where it breaks a rule."""

from __future__ import annotations

import re
from collections.abc import Mapping as Names
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import duckdb

from lushan.contracts import Column, Contract, Rule
from lushan.contracts.check import broken, row_rules
from lushan.contracts.contract import DECIMAL
from lushan.contracts.expression import read_expression, type_of
from lushan.contracts.sql import literal, name, sql_type
from lushan.errors import LushanError
from lushan.warehouse.landing.mapping import Field, Mapping
from lushan.warehouse.landing.moment import Steady, by_calendar
from lushan.warehouse.landing.source import Relation

#: The whole source row; no column of a contract can bear this name, nor one that begins like the next.
SOURCE = name("row:source")
FAMILIAR, LOCAL = "familiar:", "local:"

NOTHING: Names[str, Sequence[str]] = MappingProxyType({})

#: What each type must lie within to be known everywhere: no infinity, no year before 1 or after 9999.
FINITE = {
    "number": "isfinite({0})",
    "date": "{0} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'",
    "timestamp": "{0} BETWEEN TIMESTAMPTZ '0001-01-02 00:00:00+00' AND TIMESTAMPTZ '9999-12-31 23:59:59.999999+00'",
}

#: Where a moment or a day surely lies within that, and is none of the words that follow.
USUAL = {
    "date": "{0} BETWEEN DATE '1970-01-02' AND DATE '9999-12-31'",
    "timestamp": "{0} BETWEEN TIMESTAMPTZ '1970-01-03 00:00:00+00' AND TIMESTAMPTZ '9999-12-31 00:00:00+00'",
}

#: Texts that DuckDB takes and that are not plainly of the type: it rounds 1.5 to a whole number, reads 1e3, 1_000 and
#: 0x1F, and makes words a day: with a format, each of these is one of the year 1900.
UNPLAIN = {
    "integer": "NOT regexp_full_match({0}, '[+-]?[0-9]+([.]0*)?')",
    "decimal": "regexp_matches({0}, '[^0-9.+-]')",
    "date": "({0} > ':' OR prefix({0}, '-')) AND lower({0}) IN ('infinity', '-infinity', 'epoch')",
    "timestamp": "({0} > ':' OR prefix({0}, '-')) AND lower({0}) IN ('infinity', '-infinity', 'epoch')",
}

#: What needs no trimming, as is soon seen of most texts: ASCII, with no blank at either end.
NEAT = "{0} >= '!' AND strlen({0}) = length({0}) AND NOT suffix({0}, ' ')"

#: How many familiar texts are so few that a value is compared with each.
FEW = 10

#: How far a binary fraction may be from the decimal that it stands for, as a share of it.
EXACT = {"DOUBLE": "1e-14", "FLOAT": "1e-6"}

NUMBER = re.compile(r"U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,\d+\)|DOUBLE|FLOAT")
MONTH = "[0-9]{4}-(0[1-9]|1[0-2])"
MOMENT = re.compile(r"DATE|TIMESTAMP(_S|_MS|_NS)?|TIMESTAMP WITH TIME ZONE")


@dataclass(frozen=True)
class Check:
    """A condition under which a row goes to quarantine, and what is said of it.

    Nothing is said where ``unless`` holds: a value that could not be read breaks no other rule. Without ``doubt``,
    which is soon seen, the condition cannot hold.
    """

    rule: str
    column: str
    condition: str
    unless: str = "false"
    doubt: str = "true"

    def told(self) -> str:
        """The condition under which a row that is in quarantine is told of this."""
        return f"({self.condition}) AND NOT coalesce({self.unless}, false)"


@dataclass(frozen=True)
class Query:
    """The compiled landing: the typed rows, and the checks that they must pass.

    ``familiar`` are columns of which the typed rows hold ``familiar:<column>``, the value when it is a familiar one;
    what they hold of the column otherwise, they hold for its strange values alone.
    """

    typed: str
    checks: tuple[Check, ...]
    familiar: frozenset[str] = frozenset()

    def raw(self, column: str) -> str:
        """The value that a column was made from, in the typed rows."""
        return _text(column) if column in self.familiar else name(f"raw:{column}")

    def any_broken(self) -> str:
        """The condition under which a typed row breaks any check.

        It is written in cases, because DuckDB looks at a case only for the rows that those before it left.
        """
        doubts: dict[str, list[str]] = {}
        for check in self.checks:
            doubts.setdefault(check.doubt, []).append(f"({check.condition})")
        cases = " ".join(f"WHEN {doubt} AND ({' OR '.join(held)}) THEN true" for doubt, held in doubts.items())
        return f"CASE {cases} ELSE false END" if cases else "false"


def compile_landing(
    contract: Contract,
    mapping: Mapping,
    relation: Relation,
    familiar: Names[str, Sequence[str]] = NOTHING,
    steady: Steady | None = None,
) -> Query:
    """The query that lands a relation under a contract.

    The typed rows hold the contract's columns, what each was made from as ``raw:<column>``, and the whole source
    row as ``row:source``.

    Args:
        familiar: texts of columns that are known to keep the contract: what is one of them need not be judged again.
        steady: when the bank's clocks are never changed.

    Raises:
        LushanError: the source lacks a column that the mapping or the contract needs.
    """
    made: list[str] = []
    raws: list[str] = []
    checks: list[Check] = []
    unread: dict[str, str] = {}
    used: set[str] = set()
    spoken_of = {word.lower() for rule in contract.rules for word in re.findall(r"\w+", rule.expression)}
    for column in contract.columns:
        field = mapping.field(column.name)
        if _absent(column, field, contract, relation):
            made.append(f"CAST(NULL AS {sql_type(column.type)}) AS {name(column.name)}")
            raws.append(f"CAST(NULL AS VARCHAR) AS {raw(column)}")
            continue
        value, sort = _value(column, field, relation)
        cast = _cast(column, field, sort)
        if steady and column.type == "timestamp" and sort == "VARCHAR" and not (field.codes or field.format):
            raws.append(f"TRY_CAST({value} AS TIMESTAMP) AS {name(LOCAL + column.name)}")
            cast = steady.moment(name(LOCAL + column.name), raw(column))
        if column.name in familiar and not field.codes and field.value is None:
            known = _known(value, familiar[column.name])
            raws.append(f"{known} AS {name(FAMILIAR + column.name)}")
            used.add(column.name)
            value = f"CASE WHEN {known} IS NULL THEN {_trimmed(value)} END"
        elif sort == "VARCHAR" and field.value is None:
            value = _trimmed(value)
        raws.append(f"{value} AS {raw(column)}")
        whole = column.name in used and column.name in spoken_of
        made.append(f"{_text(column.name) if whole else cast} AS {name(column.name)}")
        if unread_where := _unread(column, field, sort, months=column.name == contract.period):
            unread[column.name] = unread_where
            doubt = _doubt(column, sort) if not field.codes else "true"
            checks.append(Check("code" if field.codes else "type", column.name, unread_where, doubt=doubt))
        if lost := _lost(column, sort) if not field.codes else "":
            checks.append(Check("places", column.name, lost, unless=unread[column.name], doubt=doubt))
    for rule in row_rules(contract):
        unless = unread.get(rule.column, "false") if rule.column else " OR ".join(unread.values()) or "false"
        checks.append(Check(rule.id.rpartition(".")[-1], rule.column, _condition(rule, contract), unless))
    checks = [_only_strange(check, contract) if check.column in used else check for check in checks]
    typed = f"SELECT *, {', '.join(made)} FROM (SELECT {SOURCE}, {', '.join(raws)} FROM {relation.sql} AS {SOURCE})"
    return Query(typed, tuple(checks), frozenset(used))


def _only_strange(check: Check, contract: Contract) -> Check:
    """A check of a column that is made of strange values alone, and not of empty ones where these are welcome."""
    full = any(rule.kind == "not_null" and rule.column == check.column for rule in contract.rules)
    there = "" if full else f" AND {name(check.column)} IS NOT NULL"
    return replace(check, doubt=f"{name(FAMILIAR + check.column)} IS NULL{there}")


def _condition(rule: Rule, contract: Contract) -> str:
    """A rule's condition; what could not be read is told of as that, and not as missing too."""
    return f"{name('raw:' + rule.column)} IS NULL" if rule.kind == "not_null" else broken(rule, contract)


def raw(column: Column) -> str:
    """The name of the value that a column was made from."""
    return name(f"raw:{column.name}")


def _absent(column: Column, field: Field, contract: Contract, relation: Relation) -> bool:
    """Whether the source has nothing for a column that may stay empty.

    Raises:
        LushanError: the column may not stay empty, or the mapping promises what the source has not.
    """
    missing = [needed for needed in field.needs if needed not in relation.types]
    if not missing:
        return False
    if field.place is not None:
        if field.expression:
            read_expression(field.place, relation.types)
        raise field.place.unknown("column of the source", list(relation.types), missing[0])
    if not column.required:
        return True
    raise LushanError(
        f"the source has no column {column.name}, which {contract.id} needs",
        where=relation.source,
        expected=", ".join(relation.types),
        mend="say in a mapping what it is made from, or ask for the file with that column",
    )


def _value(column: Column, field: Field, relation: Relation) -> tuple[str, str]:
    """The source's value for a column, texts as they come; and its SQL type.

    Only what is of the column's own family keeps its type; everything else is read as the text that it prints as.

    Raises:
        LushanError: the mapping's expression does not fit the source's types.
    """
    if field.value is not None:
        return literal(field.value), "VARCHAR"
    if field.expression:
        value, sort = f"({field.expression}\n)", _type_of(field, relation)
    else:
        value, sort = name(field.source), relation.types[field.source]
    if _kin(column, sort) and not field.codes:
        return value, sort
    return value if sort == "VARCHAR" else f"CAST({value} AS VARCHAR)", "VARCHAR"


def _known(value: str, texts: Sequence[str]) -> str:
    """A value as one of these texts, null if it is none; a few of them are sooner compared with than looked up."""
    sort = f"ENUM({', '.join(map(literal, texts))})"
    if len(texts) > FEW:
        return f"TRY_CAST({value} AS {sort})"
    cases = " ".join(f"WHEN {text} THEN CAST({text} AS {sort})" for text in map(literal, texts))
    return f"CASE {value} {cases} END"


def _text(column: str) -> str:
    """A column's value, be it familiar or strange."""
    return f"coalesce(CAST({name(FAMILIAR + column)} AS VARCHAR), {name(f'raw:{column}')})"


def _trimmed(text: str) -> str:
    """A text without the blanks around it, and null where it is empty."""
    return f"CASE WHEN {NEAT.format(text)} THEN {text} ELSE nullif(trim({text}), '') END"


def _type_of(field: Field, relation: Relation) -> str:
    try:
        return type_of(field.expression, relation.types)
    except duckdb.Error as error:
        if field.place is None:
            raise
        said = str(error).splitlines()[0].removeprefix("Binder Error: ")
        raise field.place.fault(f"this cannot be computed: {said}", expected=_types(relation)) from None


def _types(relation: Relation) -> str:
    return ", ".join(f"{column} {sort}" for column, sort in relation.types.items())


def _kin(column: Column, sort: str) -> bool:
    """Whether an SQL type is of a column's own family, so that its values need not go by way of text."""
    match column.type:
        case "date" | "timestamp":
            return MOMENT.fullmatch(sort) is not None
        case "boolean":
            return sort == "BOOLEAN"
        case "string":
            return False
        case _:
            return NUMBER.fullmatch(sort) is not None


def _cast(column: Column, field: Field, sort: str) -> str:
    value = raw(column)
    if field.codes:
        cases = " ".join(f"WHEN {literal(code)} THEN {literal(meaning)}" for code, meaning in field.codes)
        value = f"CASE {value} {cases} END"
    if field.format and sort == "VARCHAR":
        return f"CAST(try_strptime({value}, {literal(field.format)}) AS {sql_type(column.type)})"
    if column.type == "timestamp" and sort == "VARCHAR":
        return by_calendar(value)
    return value if column.type == "string" and sort == "VARCHAR" else f"TRY_CAST({value} AS {sql_type(column.type)})"


def _unread(column: Column, field: Field, sort: str, months: bool) -> str:
    """The condition under which a value did not become one of the column's type.

    Args:
        months: whether the column itself says which part of the table a row belongs to.
    """
    value, made = raw(column), name(column.name)
    if field.codes:
        return f"{value} NOT IN ({', '.join(literal(code) for code, _ in field.codes)})"
    if column.type == "string":
        return f"NOT regexp_full_match({made}, '{MONTH}')" if months else ""
    where = [f"{made} IS NULL AND {value} IS NOT NULL"]
    if finite := FINITE.get(column.type):
        where.append(f"NOT ({finite.format(made)})")
    if sort == "VARCHAR" and (unplain := UNPLAIN.get(column.type.partition("(")[0])):
        where.append(unplain.format(value))
    elif column.type == "integer":
        where.append(f"{made} <> CAST({value} AS {sort})")
    return " OR ".join(where)


def _doubt(column: Column, sort: str) -> str:
    """The condition under which a value may have been read otherwise than it was written.

    A number then prints as another text, and a moment is an unusual one.
    """
    if usual := USUAL.get(column.type):
        return f"({usual.format(name(column.name))}) IS NOT TRUE"
    if sort != "VARCHAR" or not (column.type == "integer" or DECIMAL.fullmatch(column.type)):
        return "true"
    return f"({raw(column)} IS DISTINCT FROM CAST({name(column.name)} AS VARCHAR))"


def _lost(column: Column, sort: str) -> str:
    """The condition under which a decimal number lost places when DuckDB rounded it."""
    if not (decimal := DECIMAL.fullmatch(column.type)):
        return ""
    made, value = name(column.name), f"CAST({raw(column)} AS {sort})"  # the quarantine's query has it as text
    if share := EXACT.get(sort):
        return f"abs({made} - {value}) > abs({value}) * {share}"
    if sort != "VARCHAR":
        return f"{made} <> {value}"
    return f"regexp_matches({value}, '[.][0-9]{{{decimal[2]}}}[0-9]*[1-9]')"
