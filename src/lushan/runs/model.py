"""A model: a pure function from tables to a table."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
from ibis.expr import types as ir

from lushan.runs.period import Period

Parameter = bool | int | float | str


@dataclass(frozen=True)
class Read:
    """A table that is read, and how many periods before the current one are read with it.

    ``back=None`` reads every period there is. A table without periods is always read whole.
    """

    table: str
    back: int | None = 0


def reads(spec: str | Read | tuple[str | Read, ...]) -> tuple[Read, ...]:
    """Table names and reads, made alike.

    >>> reads(("delivery.project", Read("operations.core_day", back=1)))
    (Read(table='delivery.project', back=0), Read(table='operations.core_day', back=1))
    """
    items = spec if isinstance(spec, tuple) else (spec,)
    return tuple(item if isinstance(item, Read) else Read(item) for item in items)


def parameters(function: Callable[..., Any]) -> dict[str, Parameter]:
    """The keyword-only arguments of a definition and their defaults: what a bank may set.

    >>> def late(batch, *, grace_minutes=15): ...
    >>> parameters(late)
    {'grace_minutes': 15}
    """
    return {
        name: argument.default
        for name, argument in inspect.signature(function).parameters.items()
        if argument.kind is inspect.Parameter.KEYWORD_ONLY
    }


def told_period(function: Callable[..., Any]) -> bool:
    """Whether a definition asks for the period."""
    return "period" in inspect.signature(function).parameters


def call(
    function: Callable[..., Any],
    tables: tuple[ir.Table, ...],
    period: Period,
    settings: Mapping[str, Parameter],
) -> Any:
    """Call a definition with its tables, its period if it asks for one, and its parameters."""
    known = parameters(function)
    arguments: dict[str, Any] = {name: settings.get(name, default) for name, default in known.items()}
    if told_period(function):
        arguments["period"] = period
    return function(*tables, **arguments)


@dataclass(frozen=True)
class Model:
    """How one table is made from others.

    Args:
        id: the table it makes; a contract of the same id says what that table looks like. When that
            contract has a period the model is run for each period, otherwise once for the whole table.
        function: ``(table, …, period, *, parameter=default) -> table``, the tables in the order of ``reads``,
            ``period`` only where it is wanted. A computed model's function is given `Rows` and returns Arrow.
        code: the modules and packages whose text decides a computed model's rows; none for an expression.
    """

    id: str
    reads: tuple[Read, ...]
    function: Callable[..., Any] = field(compare=False)
    code: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """The first sentence of the function's docstring."""
        return (inspect.getdoc(self.function) or "").split("\n\n")[0].replace("\n", " ")

    @property
    def parameters(self) -> dict[str, Parameter]:
        """What a bank may set in ``lushan.toml``, with the defaults."""
        return parameters(self.function)

    def expression(
        self, tables: tuple[ir.Table, ...], period: Period, settings: Mapping[str, Parameter] | None = None
    ) -> ir.Table:
        """The table, as an expression over the tables that it reads."""
        result: ir.Table = call(self.function, tables, period, settings or {})
        return result


def model(id: str, *, reads: str | Read | tuple[str | Read, ...]) -> Callable[[Callable[..., ir.Table]], Model]:
    """Make a model of a function.

    >>> @model("delivery.open_order", reads="delivery.ticket_life")
    ... def open_order(life, period):
    ...     \"\"\"The work orders that are open at the end of the period.\"\"\"
    ...     return life.filter(life.closed_on > period.last)
    >>> open_order.about
    'The work orders that are open at the end of the period.'
    """
    wanted = globals()["reads"](reads)

    def decorate(function: Callable[..., ir.Table]) -> Model:
        return Model(id, wanted, function)

    return decorate


def computed(
    id: str, *, reads: str | Read | tuple[str | Read, ...], code: tuple[str, ...] = ()
) -> Callable[[Callable[..., pa.Table]], Model]:
    """Make a model of a function that computes its rows in Python, for what no query can say.

    Args:
        code: modules and packages beside the function's own whose text decides the rows: when one of them changes,
            the model runs again.

    >>> @computed("risk.component", reads="risk.transfer", code=("lushan.engines.graph",))
    ... def component(transfers):
    ...     \"\"\"The connected part of the graph that each account belongs to.\"\"\"
    ...     return transfers.fetch(transfers.table.select("payer"))
    >>> component.code[1:]
    ('lushan.engines.graph',)
    """
    wanted = globals()["reads"](reads)

    def decorate(function: Callable[..., pa.Table]) -> Model:
        return Model(id, wanted, function, (function.__module__, *code))

    return decorate
