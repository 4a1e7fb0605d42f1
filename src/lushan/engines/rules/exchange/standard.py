"""Rules as the quality of a data contract in the Open Data Contract Standard, version 3, and back.

What the standard's library of metrics can say is said by it, so that other tools understand; every entry also carries
the rule itself, so that nothing is lost on the way back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lushan.engines.rules.exchange.taken import Taken
from lushan.engines.rules.exchange.write import written
from lushan.engines.rules.kinds import InList, Kind, NotNull, Pattern, Unique
from lushan.engines.rules.read import read_rule
from lushan.engines.rules.rule import Rule
from lushan.errors import LushanError
from lushan.place import Place, read_yaml
from lushan.words import Text

#: The custom property that carries a rule.
CARRIED = "lushanRule"


def standard(rules: Iterable[Rule], id: str, version: str = "1.0.0") -> tuple[dict[str, Any], tuple[str, ...]]:
    """A data contract whose tables have these rules as their quality, and what could not be said."""
    schema: dict[str, dict[str, Any]] = {}
    left: list[str] = []
    for rule in rules:
        try:
            entry = _entry(rule)
        except LushanError as error:
            left.append(str(error))
            continue
        table = schema.setdefault(rule.table, {"name": rule.table, "properties": {}, "quality": []})
        if len(rule.columns) == 1:
            column = table["properties"].setdefault(rule.columns[0], {"name": rule.columns[0], "quality": []})
            column["quality"].append(entry)
        else:
            table["quality"].append(entry)
    tables = [{**table, "properties": list(table["properties"].values())} for table in schema.values()]
    head = {
        "apiVersion": "v3.1.0",
        "kind": "DataContract",
        "id": id,
        "name": id,
        "version": version,
        "status": "active",
    }
    return {**head, "schema": tables}, tuple(left)


def read_standard(path: Path) -> Taken:
    """The rules of a data contract: those that its entries carry, and those that the library's metrics state.

    Raises:
        LushanError: the file cannot be read.
    """
    rules: list[Rule] = []
    left: list[str] = []
    for table in read_yaml(path).need("schema").items():
        name = table.need("name").written
        for entry, column in _entries(table):
            try:
                rules.append(_carried(entry) or _stated(entry, name, column))
            except LushanError as error:
                left.append(str(error))
    return Taken(tuple(rules), tuple(left))


def _entry(rule: Rule) -> dict[str, Any]:
    """A rule as an entry of quality."""
    said = written(rule)
    entry: dict[str, Any] = {"id": rule.id, "name": rule.id, "description": rule.message.zh or rule.message.en}
    entry |= {"severity": rule.severity, "dimension": "uniqueness" if isinstance(rule.kind, Unique) else "conformity"}
    plain = len(rule.columns) == 1 and not (rule.where or rule.exempt)
    match rule.kind:
        case NotNull() if plain:
            entry |= {"type": "library", "metric": "nullValues", "mustBe": 0, "dimension": "completeness"}
        case Unique() if not (rule.where or rule.exempt):
            entry |= {"type": "library", "metric": "duplicateValues", "mustBe": 0}
            if len(rule.columns) > 1:
                entry["arguments"] = {"properties": list(rule.columns)}
        case InList(values, "", "") if plain:
            entry |= {"type": "library", "metric": "invalidValues", "mustBe": 0}
            entry["arguments"] = {"validValues": list(values)}
        case Pattern(pattern) if plain:
            entry |= {"type": "library", "metric": "invalidValues", "mustBe": 0, "arguments": {"pattern": pattern}}
        case _:
            return {**entry, "type": "custom", "engine": "lushan", "implementation": said}
    return {**entry, "customProperties": [{"property": CARRIED, "value": said}]}


def _entries(table: Place) -> Iterator[tuple[Place, str]]:
    """The entries of a table and of its columns, each with the column's name."""
    for entry in table.list_of("quality"):
        yield entry, ""
    for column in table.list_of("properties"):
        for entry in column.list_of("quality"):
            yield entry, column.need("name").written


def _carried(entry: Place) -> Rule | None:
    """The rule that an entry carries."""
    if entry.text_of("engine", "") == "lushan" and (how := entry.get("implementation")) is not None and how.get("kind"):
        return read_rule(how, how)
    for custom in entry.list_of("customProperties"):
        if custom.text_of("property", "") == CARRIED:
            return read_rule(place := custom.need("value"), place)
    return None


def _stated(entry: Place, table: str, column: str) -> Rule:
    """The rule that an entry states by a metric of the standard's library.

    Raises:
        LushanError: it states another thing.
    """
    metric = entry.text_of("metric", "") or entry.text_of("rule", "")
    place = entry.get("arguments")
    said: dict[str, Any] = place.value if place else {}
    columns = tuple(said.get("properties", ())) or ((column,) if column else ())
    kind: Kind | None = None
    match metric:
        case "nullValues" | "missingValues" if "missingValues" not in said:
            kind = NotNull()
        case "duplicateValues":
            kind = Unique()
        case "invalidValues" if "validValues" in said:
            kind = InList(tuple(map(str, said["validValues"])))
        case "invalidValues" if "pattern" in said:
            kind = Pattern(str(said["pattern"]))
    limit = entry.get("mustBe")
    if kind is None or not columns or limit is None or limit.written != "0" or entry.text_of("unit", "rows") != "rows":
        raise entry.fault("no kind of rule says this", mend="write a rule of your own for it")
    warning = entry.text_of("severity", "") in ("warning", "low", "info")
    id = entry.text_of("id", "") or entry.text_of("name", "") or ".".join((table, *columns, metric))
    message = Text(entry.text_of("description", ""), "")
    return Rule(id, table, kind, columns, severity="warning" if warning else "error", message=message, place=entry)
