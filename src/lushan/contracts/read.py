"""Reading a contract from YAML in the Open Data Contract Standard, version 3.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import sqlglot
from sqlglot.errors import ParseError

from lushan.contracts.contract import DECIMAL, TYPES, Column, Contract, Rule
from lushan.contracts.place import Place, read_yaml
from lushan.words import Text

CONTRACT = {
    "apiVersion",
    "kind",
    "id",
    "version",
    "status",
    "name",
    "domain",
    "tenant",
    "tags",
    "description",
    "schema",
    "team",
    "servers",
    "support",
    "price",
    "roles",
    "slaProperties",
    "customProperties",
    "dataProduct",
    "authoritativeDefinitions",
    "contractCreatedTs",
}
TABLE = {
    "id",
    "name",
    "logicalType",
    "physicalType",
    "physicalName",
    "businessName",
    "description",
    "properties",
    "quality",
    "relationships",
    "tags",
    "dataGranularityDescription",
    "customProperties",
    "authoritativeDefinitions",
}
PROPERTY = {
    "id",
    "name",
    "logicalType",
    "physicalType",
    "physicalName",
    "businessName",
    "description",
    "required",
    "unique",
    "primaryKey",
    "primaryKeyPosition",
    "partitioned",
    "partitionKeyPosition",
    "classification",
    "logicalTypeOptions",
    "quality",
    "relationships",
    "examples",
    "tags",
    "customProperties",
    "authoritativeDefinitions",
    "criticalDataElement",
}
OPTIONS = {"minLength", "maxLength", "pattern", "minimum", "maximum", "format"}
QUALITY = {
    "id",
    "type",
    "metric",
    "arguments",
    "mustBe",
    "engine",
    "implementation",
    "description",
    "name",
    "severity",
    "dimension",
    "businessImpact",
    "unit",
}
SENSITIVITIES = ("public", "internal", "confidential", "restricted")
NAME = re.compile(r"[a-z][a-z0-9_]*")


def read_contract(path: Path) -> Contract:
    """The contract in a YAML file.

    Raises:
        LushanError: the file breaks the standard or Lushan's reading of it; the place is shown and underlined.
    """
    top = read_yaml(path)
    top.only(CONTRACT)
    if (version := top.get("apiVersion")) is None or not str(version.value).startswith("v3."):
        raise (version or top).fault("this is not version 3 of the standard", expected="apiVersion: v3.1.0")
    if (kind := top.get("kind")) is None or kind.value != "DataContract":
        raise (kind or top).fault("this is not a data contract", expected="kind: DataContract")
    identity = top.get("id")
    if identity is None or not re.fullmatch(r"[a-z_]+\.[a-z0-9_]+", str(identity.value)):
        raise (identity or top).fault("the contract needs an id", expected="domain and table, such as delivery.ticket")
    tables = list(schema.items()) if (schema := top.get("schema")) else []
    if len(tables) != 1:
        raise (schema or top).fault("a contract describes one table", expected="schema: with one member")
    table = tables[0]
    table.only(TABLE)
    columns, rules, period = _columns(table)
    rules += _table_rules(table, [column.name for column in columns])
    _distinct(rules, top)
    description, team = top.get("description"), top.get("team")
    return Contract(
        id=str(identity.value),
        version=top.text_of("version"),
        title=Text(table.text_of("businessName"), top.text_of("name")),
        about=Text(table.text_of("description", ""), description.text_of("purpose", "") if description else ""),
        owner=team.text_of("name") if team else "",
        columns=tuple(columns),
        rules=tuple(rules),
        period=period,
        path=path,
    )


def _columns(table: Place) -> tuple[list[Column], list[Rule], str]:
    properties = table.get("properties")
    if properties is None:
        raise table.fault("the table has no columns", mend="add properties:")
    columns: list[Column] = []
    rules: list[Rule] = []
    period = ""
    positions: dict[str, int] = {}
    for place in properties.items():
        place.only(PROPERTY)
        column = _column(place)
        if column.name in {known.name for known in columns}:
            raise place.fault(f"the column {column.name} stands here a second time", mend="remove one of the two")
        if place.flag("partitioned"):
            if period:
                raise place.fault(
                    "a table has one period column", mend=f"leave partitioned to {period} or to {column.name}"
                )
            if column.type not in ("date", "timestamp") and column.name != "period":
                raise place.fault(
                    "only a date or a timestamp has a month",
                    expected="a date, a timestamp, or the column period",
                )
            period = column.name
        positions[column.name] = int(place.text_of("primaryKeyPosition", "0"))
        columns.append(column)
        rules += _column_rules(place, column)
    keys = [column.name for column in columns if column.key]
    if sorted(keys, key=lambda name: positions[name]) != keys:
        raise properties.fault("the key's columns stand in another order than their positions", mend="reorder them")
    return columns, rules, period


def _column(place: Place) -> Column:
    name = place.get("name")
    if name is None or not NAME.fullmatch(str(name.value)):
        raise (name or place).fault(
            "a column needs a name", expected="small letters, digits and _, beginning with a letter"
        )
    sensitivity = place.get("classification")
    return Column(
        name=str(name.value),
        type=_type(place),
        title=Text(place.text_of("businessName"), place.text_of("description")),
        required=place.flag("required") or place.flag("primaryKey"),
        key=place.flag("primaryKey"),
        sensitivity=sensitivity.one_of(SENSITIVITIES, "classification") if sensitivity else "internal",  # type: ignore[arg-type]
    )


def _type(place: Place) -> str:
    logical = place.get("logicalType")
    if logical is None:
        raise place.fault("the column has no logicalType", expected=", ".join(TYPES))
    name = logical.one_of(TYPES, "logicalType")
    physical = place.get("physicalType")
    if name == "number" and physical is not None and DECIMAL.fullmatch(str(physical.value)):
        return str(physical.value).replace(" ", "")
    return name


def _column_rules(place: Place, column: Column) -> Iterator[Rule]:
    name = column.name
    if column.required:
        yield Rule(f"{name}.required", "not_null", name)
    if place.flag("unique"):
        yield Rule(f"{name}.unique", "unique", name)
    if options := place.get("logicalTypeOptions"):
        yield from _option_rules(options, name)
    for quality in place.get("quality").items() if place.get("quality") else ():  # type: ignore[union-attr]
        yield _column_quality(quality, name)
    for link in place.get("relationships").items() if place.get("relationships") else ():  # type: ignore[union-attr]
        to = link.get("to")
        if to is None or not re.fullmatch(r"[a-z_]+\.[a-z0-9_]+\.[a-z0-9_]+", str(to.value)):
            raise (to or link).fault("a reference names a column of a table", expected="to: delivery.ticket.ticket_id")
        yield Rule(f"{name}.reference", "reference", name, refers_to=str(to.value))


def _option_rules(options: Place, name: str) -> Iterator[Rule]:
    options.only(OPTIONS)
    held = {key.value: value for key, value in options.pairs()}
    low, high = held.get("minimum"), held.get("maximum")
    if low or high:
        yield Rule(f"{name}.range", "range", name, minimum=_plain(low), maximum=_plain(high))
    low, high = held.get("minLength"), held.get("maxLength")
    if low or high:
        yield Rule(f"{name}.length", "length", name, minimum=_plain(low), maximum=_plain(high))
    if pattern := held.get("pattern"):
        try:
            re.compile(str(pattern.value))
        except re.error as error:
            raise pattern.fault(f"this pattern is not a regular expression: {error}") from None
        yield Rule(f"{name}.pattern", "pattern", name, pattern=str(pattern.value))


def _column_quality(place: Place, name: str) -> Rule:
    place.only(QUALITY)
    kind = place.text_of("type")
    if kind == "library" and place.text_of("metric") == "invalidValues":
        arguments = place.get("arguments")
        values = arguments.get("validValues") if arguments else None
        if values is None:
            raise place.fault("the codes are missing", expected="arguments: {validValues: [...]}")
        return Rule(f"{name}.codes", "in_set", name, values=tuple(str(item.value) for item in values.items()))
    if kind == "custom" and place.text_of("engine") == "lushan" and (how := place.get("implementation")):
        how.only(("maxBytes", "minBytes"))
        low, high = how.get("minBytes"), how.get("maxBytes")
        return Rule(f"{name}.bytes", "bytes", name, minimum=_plain(low), maximum=_plain(high))
    raise place.fault(
        "this rule of a column is not known",
        expected="type: library with metric: invalidValues, "
        "or type: custom with engine: lushan and implementation: {maxBytes: 60}",
    )


def _table_rules(table: Place, names: list[str]) -> Iterator[Rule]:
    quality = table.get("quality")
    for place in quality.items() if quality else ():
        place.only(QUALITY)
        how = place.get("implementation")
        if place.text_of("type") != "custom" or place.text_of("engine", "") != "lushan" or how is None:
            raise place.fault(
                "this rule of a table is not known",
                expected="type: custom, engine: lushan, implementation: <row expression>",
            )
        text = str(how.value)
        try:
            parsed = sqlglot.parse_one(text, dialect="duckdb")
        except ParseError as error:
            raise how.fault(f"this row expression cannot be read: {error.errors[0]['description']}") from None
        for column in parsed.find_all(sqlglot.exp.Column):
            if column.name not in names:
                raise how.fault(f"the expression names {column.name}, which is no column", expected=", ".join(names))
        title = Text(place.text_of("description", ""), place.text_of("name", ""))
        yield Rule(place.text_of("id"), "expression", expression=text, title=title)


def _distinct(rules: list[Rule], top: Place) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise top.fault(f"two rules are called {rule.id}", mend="give one of them another id")
        seen.add(rule.id)


def _plain(place: Place | None) -> str | None:
    return None if place is None else str(place.value)
