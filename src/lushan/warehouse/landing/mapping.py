"""A mapping: which of a source's columns becomes which of a contract's, and how."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from lushan.contracts import Column, Contract
from lushan.contracts.expression import fault_of_format, fault_of_value, read_expression
from lushan.contracts.sql import sql_type
from lushan.place import Place, read_yaml, vocabulary

TOP = vocabulary("encoding delimiter sheet rows query columns")
HOW = vocabulary("from format codes expr value")
LONGEST_DELIMITER = 4


@dataclass(frozen=True)
class Field:
    """How one column is made: from a source's column, by an expression, or as a constant.

    ``needs`` are the source's columns that it reads; ``place`` is where the mapping says so.
    """

    source: str = ""
    format: str = ""
    codes: tuple[tuple[str, str], ...] = ()
    expression: str = ""
    value: str | None = None
    needs: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Mapping:
    """How a source becomes a contract's rows; a column that is not named keeps its name."""

    columns: dict[str, Field] = field(default_factory=dict)
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    rows: str = "events"
    query: str = ""
    digest: str = ""
    path: Path | None = field(default=None, compare=False)

    def field(self, column: str) -> Field:
        """How a column is made."""
        return self.columns.get(column, Field(source=column, needs=(column,)))


def read_mapping(path: Path, contract: Contract) -> Mapping:
    """The mapping in a YAML file, for a contract.

    Raises:
        LushanError: it names a column that the contract has not, or says something that cannot be read.
    """
    top = read_yaml(path)
    top.only(TOP)
    if (rows := top.get("rows")) is not None:
        rows.one_of(("events", "cases"), "kind of row")
    if (encoding := top.get("encoding")) is not None:
        _see_encoding(encoding)
    if (delimiter := top.get("delimiter")) is not None and not 0 < len(delimiter.written.encode()) <= LONGEST_DELIMITER:
        raise delimiter.fault("this cannot part columns", expected=f"one to {LONGEST_DELIMITER} characters")
    columns: dict[str, Field] = {}
    if (listed := top.get("columns")) is not None:
        for key, how in listed.pairs():
            name = key.one_of(contract.names, f"column of {contract.id}")
            columns[name] = _field(key, how, contract.column(name), contract)
    return Mapping(
        columns=columns,
        encoding=top.text_of("encoding", ""),
        delimiter=top.text_of("delimiter", ""),
        sheet=top.text_of("sheet", ""),
        rows=top.text_of("rows", "events"),
        query=top.text_of("query", ""),
        digest=hashlib.sha256(top.text.encode()).hexdigest()[:16],
        path=path,
    )


def _see_encoding(place: Place) -> None:
    try:
        codecs.getincrementaldecoder(place.written)
    except LookupError:
        raise place.fault(
            f"{place.written!r} is no encoding", expected="utf-8, gb18030, or another that Python knows"
        ) from None


def _field(key: Place, how: Place, column: Column, contract: Contract) -> Field:
    if not how.is_mapping:
        if not how.written:
            raise key.fault(f"nothing is said of {column.name}", expected="the source's column, or how it is made")
        return Field(source=how.written, needs=(how.written,), place=how)
    how.only(HOW)
    ways = [way for way in map(how.get, ("from", "expr", "value")) if way is not None]
    if len(ways) != 1:
        raise how.fault("a column is made in one way", expected="one of from, expr and value")
    format, codes, expression, value = (how.get(name) for name in ("format", "codes", "expr", "value"))
    if format is not None:
        if column.type not in ("date", "timestamp"):
            raise format.fault(f"{column.name} is {column.type}; only dates and timestamps have a format")
        if codes is not None or value is not None:
            raise format.fault("a constant has no format", expected="the constant as a date is written: 2023-04-01")
        if fault := fault_of_format(format.written):
            raise format.fault(fault, expected="a format such as %Y%m%d or %Y-%m-%d %H:%M:%S")
    translated = tuple(codes.pairs()) if codes is not None else ()
    for constant in [meaning for _, meaning in translated] + ([value] if value is not None and not translated else []):
        _see_constant(constant, column, contract)
    return Field(
        source=how.text_of("from", ""),
        format=how.text_of("format", ""),
        codes=tuple((code.written, meaning.written) for code, meaning in translated),
        expression=expression.written if expression is not None else "",
        value=value.written if value is not None else None,
        needs=read_expression(expression) if expression is not None else tuple(filter(None, [how.text_of("from", "")])),
        place=ways[0],
    )


def _see_constant(place: Place, column: Column, contract: Contract) -> None:
    """See that a constant is one of the column's type and codes."""
    if column.type != "string" and fault_of_value(place.written, sql_type(column.type)):
        raise place.fault(f"{place.written!r} cannot be {column.type}, which {column.name} is")
    for rule in contract.rules:
        if rule.column == column.name and rule.kind == "in_set":
            place.one_of(rule.values, f"code of {column.name}")
