"""The shape of an expression: all that it says, as text, whatever engine will carry it out."""

from __future__ import annotations

from typing import Any

from ibis.common.collections import FrozenOrderedDict
from ibis.expr import types as ir
from ibis.expr.operations import Node


def shape(expression: ir.Expr) -> str:
    """An expression as text, a line for each of its nodes: the same text says the same.

    Fingerprints are made of it, because it is far quicker to write than SQL and is no engine's own.

    >>> import ibis
    >>> order = ibis.table({"line": "string"}, name="ticket")
    >>> print(shape(order.line.upper()))
    0 UnboundTable('ticket', ibis.Schema {
      line  string
    }, Namespace(catalog=None, database=None))
    1 Field(%0, 'line')
    2 Uppercase(%1)
    """
    lines: list[str] = []
    numbers: dict[Node, int] = {}

    def said(value: Any) -> str:
        match value:
            case Node():
                if value not in numbers:
                    arguments = ", ".join(said(argument) for argument in value.__args__)
                    numbers[value] = len(lines)
                    lines.append(f"{len(lines)} {type(value).__name__}({arguments})")
                return f"%{numbers[value]}"
            case tuple():
                return f"({', '.join(said(item) for item in value)})"
            case frozenset():
                return f"{{{', '.join(sorted(said(item) for item in value))}}}"
            case FrozenOrderedDict():
                return f"{{{', '.join(f'{key}: {said(item)}' for key, item in value.items())}}}"
            case _:
                return repr(value)

    said(expression.op())
    return "\n".join(lines)
