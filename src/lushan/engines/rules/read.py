"""Rules from a YAML file; one that cannot be read is kept as faulty, so that it is told with the results."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lushan.engines.rules.expression import read_expression
from lushan.engines.rules.formats import FORMATS, format_of
from lushan.engines.rules.kinds import (
    KINDS,
    Distribution,
    Faulty,
    Format,
    Fresh,
    Group,
    InList,
    Kind,
    Length,
    Pattern,
    Reference,
    Row,
    Volume,
    Within,
)
from lushan.engines.rules.row import fault_of_pattern
from lushan.engines.rules.rule import Rule
from lushan.errors import LushanError
from lushan.place import Place, read_yaml, vocabulary
from lushan.words import Text

FILE = vocabulary("table key owner severity rules")
COMMON = vocabulary("id table kind columns key where exempt severity owner zh en")
SEVERITIES = ("error", "warning")

#: What the kinds may say beside that.
MORE: Mapping[str, frozenset[str]] = {
    "in_list": vocabulary("values other joined"),
    "within": vocabulary("minimum maximum"),
    "length": vocabulary("minimum maximum exactly unit"),
    "format": vocabulary("form"),
    "pattern": vocabulary("pattern"),
    "row": vocabulary("expression"),
    "reference": vocabulary("to"),
    "group": vocabulary("expression by"),
    "fresh": vocabulary("days"),
    "volume": vocabulary("change over"),
    "distribution": vocabulary("limit bounds"),
}

#: Kinds that ask no column of their own.
COLUMNLESS = ("row", "group", "volume")


def read_rules(path: Path) -> tuple[Rule, ...]:
    """The rules in a YAML file.

    The file may say ``table``, ``key``, ``owner`` and ``severity`` once for all its rules.

    Raises:
        LushanError: the file cannot be read at all. A single rule that cannot be read is kept as `Faulty`.
    """
    top = read_yaml(path)
    top.only(FILE)
    return tuple(read_rule(place, top) for place in top.need("rules", expected="rules: and a list of them").items())


def read_rule(place: Place, top: Place) -> Rule:
    """One rule; what it does not say itself may be said at the top. One that cannot be read is kept as `Faulty`."""
    line = place.node.start_mark.line + 1
    id, table = f"line {line}", ""
    try:
        id = place.need("id", expected="an id that no other rule has").written
        table = _said(place, top, "table")
        return _sound(place, top, id, table)
    except LushanError as error:
        return Rule(id, table, Faulty(error), place=place)


def _sound(place: Place, top: Place, id: str, table: str) -> Rule:
    """A rule that can be read.

    Raises:
        LushanError: it cannot; the place is shown and underlined.
    """
    name = place.need("kind", expected=", ".join(KINDS)).one_of(KINDS, "kind")
    place.only(COMMON | MORE.get(name, frozenset()))
    columns = tuple(member.written for member in place.list_of("columns"))
    if not columns and name not in COLUMNLESS:
        place.need("columns", expected="columns: [the columns that it asks]")
    for part in ("where", "exempt"):
        if (found := place.get(part)) is not None:
            read_expression(found.written, found.fault)
    severity = place.get("severity") or top.get("severity")
    return Rule(
        id, table, _kind(name, place), columns,
        key=tuple(member.written for member in place.list_of("key") or top.list_of("key")),
        where=place.text_of("where", ""),
        exempt=place.text_of("exempt", ""),
        severity=severity.one_of(SEVERITIES, "severity") if severity else "error",  # type: ignore[arg-type]
        owner=_said(place, top, "owner", ""),
        message=Text(place.text_of("zh", ""), place.text_of("en", "")),
        place=place,
    )  # fmt: skip


def _kind(name: str, place: Place) -> Kind:
    kind: Kind = READERS[name](place) if name in READERS else KINDS[name]()
    return kind


def _said(place: Place, top: Place, name: str, default: str | None = None) -> str:
    """A text that a rule says itself, or its file for all."""
    return top.text_of(name, default) if place.get(name) is None and top.get(name) else place.text_of(name, default)


def _in_list(place: Place) -> Kind:
    values = place.list_of("values")
    if not values:
        place.need("values", expected="values: [the codes]")
    return InList(tuple(value.written for value in values), place.text_of("other", ""), place.text_of("joined", ""))


def _within(place: Place) -> Kind:
    low, high = place.get("minimum"), place.get("maximum")
    if low is None and high is None:
        raise place.fault("this has no bound", expected="minimum:, maximum:, or both")
    return Within(low.written if low else None, high.written if high else None)


def _length(place: Place) -> Kind:
    unit = place.get("unit")
    said = unit.one_of(("bytes", "characters"), "unit") if unit else "bytes"
    if (exactly := _number(place, "exactly", int)) is not None:
        return Length(exactly, exactly, said)  # type: ignore[arg-type]
    low, high = _number(place, "minimum", int), _number(place, "maximum", int)
    if low is None and high is None:
        raise place.fault("this has no bound", expected="minimum:, maximum:, or exactly:")
    return Length(low, high, said)  # type: ignore[arg-type]


def _format(place: Place) -> Kind:
    form = place.need("form", expected=", ".join([*FORMATS, "D20.2"]))
    if format_of(form.written) is None:
        raise form.unknown("form", [*sorted(FORMATS), "D20.2"])
    return Format(form.written)


def _pattern(place: Place) -> Kind:
    pattern = place.need("pattern")
    if fault := fault_of_pattern(pattern.written):
        raise pattern.fault(f"this pattern is not a regular expression: {fault}", expected="RE2's syntax")
    return Pattern(pattern.written)


def _row(place: Place) -> Kind:
    expression = place.need("expression", expected="expression: amount >= 0")
    read_expression(expression.written, expression.fault)
    return Row(expression.written)


def _reference(place: Place) -> Kind:
    to = place.need("to", expected="to: {table: domain.table, columns: [its columns]}")
    to.only(("table", "columns"))
    columns = tuple(member.written for member in to.list_of("columns")) or tuple(
        member.written for member in place.list_of("columns")
    )
    if len(columns) != len(place.list_of("columns")):
        raise to.fault("there are not as many columns there as here", expected="one for each of the rule's columns")
    return Reference(to.text_of("table"), columns)


def _group(place: Place) -> Kind:
    expression = place.need("expression", expected="expression: sum(debit) = sum(credit)")
    read_expression(expression.written, expression.fault)
    return Group(expression.written, tuple(member.written for member in place.list_of("by")))


def _fresh(place: Place) -> Kind:
    place.need("days", expected="days: 1")
    return Fresh(_number(place, "days", int) or 0)


def _volume(place: Place) -> Kind:
    place.need("change", expected="change: 0.3")
    return Volume(_number(place, "change", float) or 0.0, _number(place, "over", int) or 3)


def _distribution(place: Place) -> Kind:
    limit = _number(place, "limit", float)
    bounds = tuple(_as_number(member, float) for member in place.list_of("bounds"))
    return Distribution(0.25 if limit is None else limit, bounds)


def _number(place: Place, name: str, sort: Callable[[str], Any]) -> Any:
    found = place.get(name)
    return None if found is None else _as_number(found, sort)


def _as_number(place: Place, sort: Callable[[str], Any]) -> Any:
    try:
        return sort(place.written)
    except ValueError:
        raise place.fault(f"{place.written!r} is not a number", expected=f"a {sort.__name__}") from None


READERS: Mapping[str, Callable[[Place], Kind]] = {
    "in_list": _in_list,
    "within": _within,
    "length": _length,
    "format": _format,
    "pattern": _pattern,
    "row": _row,
    "reference": _reference,
    "group": _group,
    "fresh": _fresh,
    "volume": _volume,
    "distribution": _distribution,
}
