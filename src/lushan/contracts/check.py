"""A contract's rules as SQL: one condition for each, true where a row breaks it."""

from __future__ import annotations

from lushan.contracts.contract import Contract, Rule
from lushan.contracts.sql import literal, name

#: Rules that look at more than one row, which landing checks by a query of their own.
ACROSS_ROWS = ("unique", "reference")


def broken(rule: Rule, contract: Contract) -> str:
    """The condition under which a row breaks a rule, in DuckDB's SQL.

    A null breaks only ``not_null``: what is not there has no length and no range.

    >>> from lushan.contracts import Column
    >>> from lushan.words import Text
    >>> title = Text("级别", "Grade")
    >>> grades = Contract("d.t", "1", title, title, "", (Column("grade", "string", title),))
    >>> broken(Rule("grade.codes", "in_set", "grade", values=("S", "A")), grades)
    '"grade" NOT IN (\\'S\\', \\'A\\')'
    """
    column = name(rule.column)
    match rule.kind:
        case "not_null":
            return f"{column} IS NULL"
        case "in_set":
            return f"{column} NOT IN ({', '.join(literal(value) for value in rule.values)})"
        case "range":
            kind = contract.column(rule.column).type
            sort = {"date": "DATE ", "timestamp": "TIMESTAMPTZ "}.get(kind, "")
            return _outside(column, *(f"{sort}{literal(v)}" if v and sort else v for v in (rule.minimum, rule.maximum)))
        case "length":
            return _outside(f"length({column})", rule.minimum, rule.maximum)
        case "bytes":
            return _outside(f"strlen({column})", rule.minimum, rule.maximum)
        case "pattern":
            return f"NOT regexp_full_match({column}, {literal(rule.pattern)})"
        case "expression":
            return f"NOT ({rule.expression}\n)"  # the line ends a comment, if the expression ends in one
        case _:
            raise ValueError(f"{rule.kind} is not a rule of one row")


def _outside(value: str, low: str | None, high: str | None) -> str:
    return " OR ".join([*([f"{value} < {low}"] if low else []), *([f"{value} > {high}"] if high else [])])


def row_rules(contract: Contract) -> tuple[Rule, ...]:
    """The rules that one row alone decides."""
    return tuple(rule for rule in contract.rules if rule.kind not in ACROSS_ROWS)
