"""A mapping: which of a source's columns becomes which of a contract's, and how."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import sqlglot
from sqlglot import exp
from sqlglot.errors import ParseError

from lushan.contracts import Contract
from lushan.contracts.place import Place, read_yaml

TOP = ("encoding", "delimiter", "sheet", "rows", "url", "query", "columns")
HOW = ("from", "format", "codes", "expr", "value")


@dataclass(frozen=True)
class Field:
    """How one column is made: from a source's column, by an expression, or as a constant."""

    source: str = ""
    format: str = ""
    codes: tuple[tuple[str, str], ...] = ()
    expression: str = ""
    value: str | None = None

    @property
    def needs(self) -> tuple[str, ...]:
        """The source's columns that it reads."""
        if self.expression:
            return tuple(
                sorted({c.name for c in sqlglot.parse_one(self.expression, dialect="duckdb").find_all(exp.Column)})
            )
        return (self.source,) if self.source else ()


@dataclass(frozen=True)
class Mapping:
    """How a source becomes a contract's rows; a column that is not named keeps its name."""

    columns: dict[str, Field] = field(default_factory=dict)
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    rows: str = "events"
    url: str = ""
    query: str = ""
    digest: str = ""
    path: Path | None = field(default=None, compare=False)

    def field(self, column: str) -> Field:
        """How a column is made."""
        return self.columns.get(column, Field(source=column))


def read_mapping(path: Path, contract: Contract) -> Mapping:
    """The mapping in a YAML file, for a contract.

    Raises:
        LushanError: it names a column that the contract has not, or says something that cannot be read.
    """
    top = read_yaml(path)
    top.only(TOP)
    if (rows := top.get("rows")) is not None:
        rows.one_of(("events", "cases"), "kind of row")
    columns: dict[str, Field] = {}
    if (listed := top.get("columns")) is not None:
        for key, how in listed.pairs():
            key.one_of(contract.names, f"column of {contract.id}")
            columns[str(key.value)] = _field(how)
    return Mapping(
        columns=columns,
        encoding=top.text_of("encoding", ""),
        delimiter=top.text_of("delimiter", ""),
        sheet=top.text_of("sheet", ""),
        rows=top.text_of("rows", "events"),
        url=top.text_of("url", ""),
        query=top.text_of("query", ""),
        digest=hashlib.sha256(top.text.encode()).hexdigest()[:16],
        path=path,
    )


def _field(how: Place) -> Field:
    if not isinstance(how.value, dict):
        return Field(source=str(how.value))
    how.only(HOW)
    if sum(how.get(name) is not None for name in ("from", "expr", "value")) != 1:
        raise how.fault("a column is made in one way", expected="one of from, expr and value")
    codes = how.get("codes")
    if (expression := how.get("expr")) is not None:
        _scalar(expression)
    value = how.get("value")
    return Field(
        source=how.text_of("from", ""),
        format=how.text_of("format", ""),
        codes=tuple((str(k.value), str(v.value)) for k, v in codes.pairs()) if codes else (),
        expression=str(expression.value) if expression else "",
        value=None if value is None else str(value.value),
    )


def _scalar(place: Place) -> None:
    """See that an expression only computes with the row's own columns.

    Raises:
        LushanError: it cannot be read, or it reaches for a table or a file.
    """
    try:
        parsed = sqlglot.parse_one(str(place.value), dialect="duckdb")
    except ParseError as error:
        raise place.fault(f"this expression cannot be read: {error.errors[0]['description']}") from None
    for node in parsed.walk():
        if isinstance(node, (exp.Query, exp.Table, exp.Command, exp.AggFunc, exp.Window)) or (
            isinstance(node, exp.Anonymous) and node.name.lower().startswith(("read_", "getenv", "glob", "parquet_"))
        ):
            raise place.fault(
                "an expression computes with the row's own columns", mend="prepare the source by a query instead"
            )
