"""What a table must look like: its columns, types, keys, references, meaning and rules."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

import pyarrow as pa

from lushan.words import Text

Sensitivity = Literal["public", "internal", "confidential", "restricted"]
RuleKind = Literal["not_null", "unique", "in_set", "range", "length", "bytes", "pattern", "expression", "reference"]

#: The types a column may have; ``decimal(p,s)`` beside them.
TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us", tz="UTC"),
}

#: What is shown in the place of a value that not everyone may see.
MASK = "●●●"

DECIMAL = re.compile(r"decimal\((\d+),\s*(\d+)\)")


def arrow_type(name: str) -> pa.DataType:
    """The Arrow type that a contract's type name stands for.

    >>> arrow_type("decimal(18,2)")
    Decimal128Type(decimal128(18, 2))
    """
    if match := DECIMAL.fullmatch(name):
        return pa.decimal128(int(match[1]), int(match[2]))
    return TYPES[name]


def type_name(type: pa.DataType) -> str:
    """What a contract calls an Arrow type.

    >>> type_name(pa.int64()), type_name(pa.decimal128(18, 2))
    ('integer', 'decimal(18,2)')
    """
    if pa.types.is_decimal(type):
        return f"decimal({type.precision},{type.scale})"
    return next((name for name, known in TYPES.items() if known == type), str(type))


@dataclass(frozen=True)
class Rule:
    """One thing that must hold of a column, or of a row when ``column`` is empty.

    ``id`` is unique in its contract; the remaining fields belong to the kind that uses them.
    """

    id: str
    kind: RuleKind
    column: str = ""
    values: tuple[str, ...] = ()
    minimum: str | None = None
    maximum: str | None = None
    pattern: str = ""
    expression: str = ""
    refers_to: str = ""  # "delivery.ticket.ticket_id"
    title: Text = Text("", "")

    @property
    def table(self) -> str:
        """The table that a reference refers to.

        >>> Rule("ticket_id.reference", "reference", "ticket_id", refers_to="delivery.ticket.ticket_id").table
        'delivery.ticket'
        """
        return self.refers_to.rpartition(".")[0]


@dataclass(frozen=True)
class Column:
    """A column: what it is called, what it holds, what it means, who may see it."""

    name: str
    type: str
    title: Text
    required: bool = False
    key: bool = False
    sensitivity: Sensitivity = "internal"

    @property
    def hidden(self) -> bool:
        """Whether its values are masked where they are shown."""
        return self.sensitivity in ("confidential", "restricted")


@dataclass(frozen=True)
class Contract:
    """What a table must look like.

    Args:
        id: domain and table, ``delivery.ticket``.
        period: the date or timestamp column whose month partitions the table; empty for a table that is
            replaced whole. A made table may name a ``period`` column itself (text, ``2023-04``).
    """

    id: str
    version: str
    title: Text
    about: Text
    owner: str
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...] = ()
    period: str = ""
    path: Path | None = field(default=None, compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the key's columns, in order."""
        return tuple(column.name for column in self.columns if column.key)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of this name.

        Raises:
            KeyError: the contract has no such column.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.id} has no column {name}")

    @cached_property
    def digest(self) -> str:
        """A hash of everything that decides which rows may land, and how: not of titles or owners."""
        shape = {
            "id": self.id,
            "period": self.period,
            "columns": [(c.name, c.type, c.required, c.key) for c in self.columns],
            "rules": [{k: v for k, v in asdict(r).items() if k != "title"} for r in self.rules],
        }
        return hashlib.sha256(json.dumps(shape, sort_keys=True).encode()).hexdigest()[:16]

    def arrow(self) -> pa.Schema:
        """The table's schema in Arrow, its ``period`` partition column last when it has one."""
        fields = [pa.field(c.name, arrow_type(c.type)) for c in self.columns if c.name != "period"]
        if self.period:
            fields.append(pa.field("period", pa.string()))
        return pa.schema(fields)
