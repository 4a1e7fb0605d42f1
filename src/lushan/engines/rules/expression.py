"""Expressions over a row, or of aggregates over rows: written as SQL, and made into Ibis that every engine computes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import ibis
import sqlglot
from ibis.common.exceptions import IbisError
from ibis.expr import types as ir
from sqlglot import exp
from sqlglot.errors import SqlglotError

from lushan.engines.rules.text import byte_length, characters, whole
from lushan.errors import LushanError

Fault = Callable[..., LushanError]


def _refuse(found: str, **said: str) -> LushanError:
    return LushanError(found, where="the expression", **said)


def read_expression(text: str, fault: Fault = _refuse) -> exp.Expr:
    """An expression as a tree, once it is sure that it is made of known parts.

    Args:
        fault: makes a refusal, at the place where the expression stands.

    Raises:
        LushanError: it cannot be read, or reaches beyond columns, operators and the known functions.

    >>> sorted(columns_of(read_expression("amount >= 0 AND status IN ('open', 'closed')")))
    ['amount', 'status']
    """
    try:
        tree = sqlglot.parse_one(text, read="duckdb")
    except SqlglotError as error:
        said = str(error).splitlines()[0].partition(". Line")[0]
        said = "it breaks off" if said.startswith("Required keyword") else said
        raise fault(f"this cannot be read: {said}", expected="an expression in SQL, such as amount >= 0") from None
    tree = tree.transform(lambda node: exp.ByteLength(this=node.expressions[0]) if _is_strlen(node) else node)
    for node in tree.walk():
        if type(node) not in PARTS:
            raise fault(
                f"{_named(node)} may not stand in an expression",
                expected="columns, values, operators and these functions: " + ", ".join(sorted(FUNCTIONS)),
                mend="compute it beforehand, in the source or in a model",
            )
    return tree


def columns_of(tree: exp.Expr) -> Iterator[str]:
    """The columns that an expression names."""
    return (column.name for column in tree.find_all(exp.Column))


def aggregates_of(tree: exp.Expr) -> tuple[str, ...]:
    """The aggregates in an expression, each as it is written.

    >>> aggregates_of(read_expression("sum(debit) = sum(credit)"))
    ('SUM(debit)', 'SUM(credit)')
    """
    return tuple(dict.fromkeys(node.sql(dialect="duckdb") for node in tree.find_all(*AGGREGATES)))


def build(text: str, table: ir.Table, fault: Fault = _refuse) -> ir.BooleanValue:
    """A condition over a table's columns.

    Raises:
        LushanError: it cannot be read, names a column that is not there, or is neither true nor false.

    >>> ticket = ibis.table({"days": "int64"}, name="ticket")
    >>> str(build("days > 0", ticket).type())
    'boolean'
    """
    made = value(text, table, fault)
    if not made.type().is_boolean():
        raise fault(f"this gives {made.type()}", expected="an expression that is true or false, such as amount >= 0")
    return made


def value(text: str, table: ir.Table, fault: Fault = _refuse) -> Any:
    """A value over a table's columns.

    Raises:
        LushanError: it cannot be read, names a column that is not there, or its types do not go together.
    """
    tree = read_expression(text, fault)
    for name in columns_of(tree):
        if name not in table.columns:
            raise fault(f"there is no column {name!r}", expected=", ".join(table.columns))
    try:
        return _value(tree, table)
    except (IbisError, TypeError, ValueError, AttributeError) as error:
        raise fault(f"this cannot be computed: {str(error).splitlines()[0]}") from None


def _is_strlen(node: exp.Expr) -> bool:
    """Whether a node is DuckDB's length in bytes, which the parser does not know by name."""
    return isinstance(node, exp.Anonymous) and node.name.lower() == "strlen" and len(node.expressions) == 1


def _named(node: exp.Expr) -> str:
    name = node.name if isinstance(node, exp.Anonymous) else node.sql_name() if isinstance(node, exp.Func) else node.key
    return name.lower()


def _value(node: exp.Expr, table: ir.Table) -> Any:
    """The Ibis value of a node."""
    return PARTS[type(node)](node, lambda part: _value(part, table), table)


def _literal(node: exp.Expr) -> Any:
    if node.is_string:
        return ibis.literal(node.this)
    return ibis.literal(int(node.this) if node.is_int else Decimal(node.this))


def _case(node: exp.Expr, of: Callable[[exp.Expr], Any]) -> Any:
    first = node.args.get("this")
    branches = [
        (of(branch.this) if first is None else of(first) == of(branch.this), of(branch.args["true"]))
        for branch in node.args["ifs"]
    ]
    rest = node.args.get("default")
    return ibis.cases(*branches, else_=of(rest) if rest else ibis.null())


def _is(node: exp.Expr, of: Callable[[exp.Expr], Any]) -> Any:
    held = of(node.this)
    return held.isnull() if isinstance(node.expression, exp.Null) else held == of(node.expression)


def _pattern(node: exp.Expr) -> str:
    """The text of an argument that must be written out."""
    if not isinstance(node, exp.Literal):
        raise TypeError("a pattern must be written out, as a text")
    return str(node.this)


def _unit(node: exp.Expr) -> str:
    return str(node.args["unit"].name).lower()


def _two(operation: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    return lambda node, of, _: operation(of(node.this), of(node.expression))


def _one(operation: Callable[[Any], Any]) -> Callable[..., Any]:
    return lambda node, of, _: operation(of(node.this))


def _many(operation: Callable[..., Any]) -> Callable[..., Any]:
    return lambda node, of, _: operation(*(of(part) for part in (node.this, *node.expressions) if part is not None))


def _count(node: exp.Expr, of: Callable[[exp.Expr], Any], table: ir.Table) -> Any:
    if isinstance(node.this, exp.Star):
        return table.count()
    if isinstance(node.this, exp.Distinct):
        return of(node.this.expressions[0]).nunique()
    return of(node.this).count()


def _column(node: exp.Expr, _: object, table: ir.Table) -> Any:
    return table[node.name]


def _substring(node: exp.Expr, of: Callable[[exp.Expr], Any]) -> Any:
    length = node.args.get("length")
    return of(node.this).substr(of(node.args["start"]) - 1, of(length) if length else None)


#: What stands for nothing by itself and is read with the node around it.
_INNER = (exp.Identifier, exp.DataType, exp.Star, exp.Distinct, exp.Var, exp.If)

FUNCTIONS: dict[str, tuple[type[exp.Expr], Callable[..., Any]]] = {
    "length": (exp.Length, _one(characters)),
    "strlen": (exp.ByteLength, _one(byte_length)),
    "date_diff": (exp.DateDiff, lambda node, of, _: of(node.this).delta(of(node.expression), unit=_unit(node))),
    "lower": (exp.Lower, _one(lambda x: x.lower())),
    "upper": (exp.Upper, _one(lambda x: x.upper())),
    "trim": (exp.Trim, _one(lambda x: x.strip())),
    "substr": (exp.Substring, lambda node, of, _: _substring(node, of)),
    "left": (exp.Left, _two(lambda x, n: x.left(n))),
    "right": (exp.Right, _two(lambda x, n: x.right(n))),
    "replace": (exp.Replace, lambda n, of, _: of(n.this).replace(of(n.expression), of(n.args["replacement"]))),
    "coalesce": (exp.Coalesce, _many(ibis.coalesce)),
    "greatest": (exp.Greatest, _many(ibis.greatest)),
    "least": (exp.Least, _many(ibis.least)),
    "nullif": (exp.Nullif, _two(lambda x, y: x.nullif(y))),
    "abs": (exp.Abs, _one(lambda x: x.abs())),
    "floor": (exp.Floor, _one(lambda x: x.floor())),
    "ceil": (exp.Ceil, _one(lambda x: x.ceil())),
    "round": (
        exp.Round,
        lambda n, of, _: of(n.this).round(int(_pattern(n.args["decimals"])) if n.args.get("decimals") else 0),
    ),
    "year": (exp.Year, _one(lambda x: x.year())),
    "month": (exp.Month, _one(lambda x: x.month())),
    "day": (exp.Day, _one(lambda x: x.day())),
    "regexp_matches": (exp.RegexpLike, lambda n, of, _: of(n.this).re_search(_pattern(n.expression))),
    "regexp_full_match": (exp.RegexpFullMatch, lambda n, of, _: of(n.this).re_search(whole(_pattern(n.expression)))),
    "starts_with": (exp.StartsWith, _two(lambda x, y: x.startswith(y))),
    "ends_with": (exp.EndsWith, _two(lambda x, y: x.endswith(y))),
    "contains": (exp.Contains, _two(lambda x, y: x.contains(y))),
    "cast": (exp.Cast, lambda n, of, _: of(n.this).cast(_type(n.to))),
    "try_cast": (exp.TryCast, lambda n, of, _: of(n.this).try_cast(_type(n.to))),
    "count": (exp.Count, _count),
    "sum": (exp.Sum, _one(lambda x: x.sum())),
    "avg": (exp.Avg, _one(lambda x: x.mean())),
    "min": (exp.Min, _one(lambda x: x.min())),
    "max": (exp.Max, _one(lambda x: x.max())),
}

AGGREGATES = tuple(FUNCTIONS[name][0] for name in ("count", "sum", "avg", "min", "max"))


def _type(node: exp.Expr) -> str:
    """An SQL type as Ibis names it."""
    from ibis.backends.sql.datatypes import DuckDBType

    return str(DuckDBType.to_ibis(node))


#: What an expression may be made of: a subquery, a window or any other function is none of these.
PARTS: dict[type[exp.Expr], Callable[..., Any]] = {
    exp.Column: _column,
    exp.Literal: lambda node, *_: _literal(node),
    exp.Boolean: lambda node, *_: ibis.literal(bool(node.this)),
    exp.Null: lambda *_: ibis.null(),
    exp.Paren: _one(lambda x: x),
    exp.And: _two(lambda x, y: x & y),
    exp.Or: _two(lambda x, y: x | y),
    exp.Not: _one(lambda x: ~x),
    exp.Neg: _one(lambda x: -x),
    exp.EQ: _two(lambda x, y: x == y),
    exp.NEQ: _two(lambda x, y: x != y),
    exp.GT: _two(lambda x, y: x > y),
    exp.GTE: _two(lambda x, y: x >= y),
    exp.LT: _two(lambda x, y: x < y),
    exp.LTE: _two(lambda x, y: x <= y),
    exp.Add: _two(lambda x, y: x + y),
    exp.Sub: _two(lambda x, y: x.delta(y, unit="day") if x.type().is_date() else x - y),
    exp.Mul: _two(lambda x, y: x * y),
    exp.Div: _two(lambda x, y: x / y.nullif(0)),
    exp.Mod: _two(lambda x, y: x % y.nullif(0)),
    exp.DPipe: _two(lambda x, y: x + y),
    exp.Is: lambda node, of, _: _is(node, of),
    exp.Like: lambda node, of, _: of(node.this).like(_pattern(node.expression)),
    exp.Between: lambda node, of, _: of(node.this).between(of(node.args["low"]), of(node.args["high"])),
    exp.In: lambda node, of, _: of(node.this).isin([of(part) for part in node.expressions]),
    exp.Case: lambda node, of, _: _case(node, of),
    **dict(FUNCTIONS.values()),
    **dict.fromkeys(_INNER, lambda node, of, _: of(node.this)),
}
