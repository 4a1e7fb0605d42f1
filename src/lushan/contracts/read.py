"""Reading a contract from YAML in the Open Data Contract Standard, version 3."""

from __future__ import annotations

import re
from pathlib import Path

from lushan.contracts.contract import DECIMAL, TYPES, Column, Contract, Rule
from lushan.contracts.rules import read_column_rules, read_table_rules
from lushan.contracts.sql import sql_type
from lushan.place import Place, read_yaml, vocabulary
from lushan.words import Text

CONTRACT = vocabulary("""
    apiVersion kind id version status name domain tenant tags description schema team servers support price roles
    slaProperties customProperties dataProduct authoritativeDefinitions contractCreatedTs
""")
DESCRIPTION = vocabulary("purpose usage limitations authoritativeDefinitions customProperties")
TABLE = vocabulary("""
    id name logicalType physicalType physicalName businessName description properties quality tags
    dataGranularityDescription customProperties authoritativeDefinitions
""")
PROPERTY = vocabulary("""
    id name logicalType physicalType physicalName businessName description required unique primaryKey
    primaryKeyPosition partitioned partitionKeyPosition classification logicalTypeOptions quality relationships
    examples tags customProperties authoritativeDefinitions criticalDataElement
""")
SENSITIVITIES = ("public", "internal", "confidential", "restricted")
IDENTITY = re.compile(r"[a-z_]+\.[a-z0-9_]+")
NAME = re.compile(r"[a-z][a-z0-9_]*")


def read_contract(path: Path) -> Contract:
    """The contract in a YAML file.

    Raises:
        LushanError: the file breaks the standard or Lushan's reading of it; the place is shown and underlined.
    """
    top = read_yaml(path)
    top.only(CONTRACT)
    version = top.need("apiVersion", expected="apiVersion: v3.1.0")
    if not version.written.startswith("v3."):
        raise version.fault("this is not version 3 of the standard", expected="apiVersion: v3.1.0")
    if (kind := top.need("kind", expected="kind: DataContract")).written != "DataContract":
        raise kind.fault("this is not a data contract", expected="kind: DataContract")
    identity = top.need("id", expected="domain and table, such as delivery.ticket")
    if not IDENTITY.fullmatch(identity.written):
        raise identity.fault("this is not a contract's id", expected="domain and table, such as delivery.ticket")
    schema = top.need("schema", expected="schema: with one member")
    if len(tables := list(schema.items())) != 1:
        raise schema.fault("a contract describes one table", expected="schema: with one member")
    table = tables[0]
    table.only(TABLE)
    columns, rules, period = _columns(table)
    rules += read_table_rules(table, {column.name: sql_type(column.type) for column in columns})
    if (description := top.get("description")) is not None:
        description.only(DESCRIPTION)
    team = top.get("team")
    return Contract(
        id=identity.written,
        version=top.text_of("version"),
        title=Text(table.text_of("businessName"), top.text_of("name")),
        about=Text(table.text_of("description", ""), description.text_of("purpose", "") if description else ""),
        owner=team.text_of("name") if team else "",
        columns=tuple(columns),
        rules=_distinct(rules),
        period=period,
        path=path,
    )


def _columns(table: Place) -> tuple[list[Column], list[tuple[Rule, Place]], str]:
    columns: list[Column] = []
    rules: list[tuple[Rule, Place]] = []
    period = ""
    keys = 0
    for place in table.need("properties").items():
        place.only(PROPERTY)
        column = _column(place)
        if column.name in {known.name for known in columns}:
            raise place.fault(f"the column {column.name} stands here a second time", mend="remove one of the two")
        keys += column.key
        if (position := place.get("primaryKeyPosition")) is not None and position.written != str(keys):
            raise position.fault("this is not the column's place in the key", expected=f"primaryKeyPosition: {keys}")
        if place.flag("partitioned"):
            _see_period(place, column, period)
            period = column.name
        columns.append(column)
        rules += read_column_rules(place, column)
    if period != "period" and "period" in {column.name for column in columns}:
        raise table.fault(
            "a column called period says which month a row belongs to", mend="add partitioned: true to it, or rename it"
        )
    return columns, rules, period


def _see_period(place: Place, column: Column, period: str) -> None:
    """See that a column can cut its table into months.

    Raises:
        LushanError: another does already, it has no month, or it may be empty.
    """
    partitioned = place.need("partitioned")
    if period:
        raise partitioned.fault("a table has one period column", mend=f"leave it to {period} or to {column.name}")
    if column.type not in ("date", "timestamp") and column.name != "period":
        raise partitioned.fault(
            f"{column.name} is {column.type}, which has no month",
            expected="a date, a timestamp, or the column period",
        )
    if not column.required:
        raise partitioned.fault("a row without it would belong to no month", mend="add required: true")


def _column(place: Place) -> Column:
    name = place.need("name")
    if not NAME.fullmatch(name.written):
        raise name.fault(
            f"{name.written!r} cannot name a column", expected="small letters, digits and _, beginning with a letter"
        )
    sensitivity = place.get("classification")
    return Column(
        name=name.written,
        type=_type(place),
        title=Text(place.text_of("businessName"), place.text_of("description")),
        required=place.flag("required") or place.flag("primaryKey"),
        key=place.flag("primaryKey"),
        sensitivity=sensitivity.one_of(SENSITIVITIES, "classification") if sensitivity else "internal",  # type: ignore[arg-type]
    )


def _type(place: Place) -> str:
    name = place.need("logicalType", expected=", ".join(TYPES)).one_of(TYPES, "logicalType")
    physical = place.text_of("physicalType", "")
    return physical.replace(" ", "") if name == "number" and DECIMAL.fullmatch(physical) else name


def _distinct(rules: list[tuple[Rule, Place]]) -> tuple[Rule, ...]:
    found: dict[str, Rule] = {}
    for rule, place in rules:
        if rule.id in found:
            raise place.fault(f"a second rule is called {rule.id}", mend="give one of them another id, or remove it")
        found[rule.id] = rule
    return tuple(found.values())
