"""Rules as their file states them."""

from __future__ import annotations

from typing import Any

from lushan.engines.rules.kinds import (
    Distribution,
    Faulty,
    Format,
    Fresh,
    Group,
    InList,
    Length,
    Pattern,
    Reference,
    Row,
    Volume,
    Within,
)
from lushan.engines.rules.rule import Rule


def written(rule: Rule) -> dict[str, Any]:
    """A rule as a member of ``rules:``, with what differs from the default.

    Raises:
        LushanError: the rule could not be read itself.

    >>> written(Rule("age", "client", Within("0", "120"), ("age",), severity="warning"))
    {'id': 'age', 'table': 'client', 'kind': 'within', 'columns': ['age'], 'minimum': '0', 'maximum': '120', \
'severity': 'warning'}
    """
    said: dict[str, Any] = {"id": rule.id, "table": rule.table, "kind": rule.name, "columns": list(rule.columns)}
    said |= _terms(rule)
    said |= {"key": list(rule.key), "where": rule.where, "exempt": rule.exempt, "owner": rule.owner}
    said |= {"severity": rule.severity if rule.severity != "error" else ""}
    said |= {"zh": rule.message.zh, "en": rule.message.en}
    return {name: value for name, value in said.items() if value not in ("", [], None)}


def _terms(rule: Rule) -> dict[str, Any]:
    match rule.kind:
        case Faulty(error):
            raise error
        case InList(values, other, joined):
            return {"values": list(values), "other": other, "joined": joined}
        case Within(low, high):
            return {"minimum": low, "maximum": high}
        case Length(low, high, unit):
            return {"minimum": low, "maximum": high, "unit": unit}
        case Format(name):
            return {"form": name}
        case Pattern(pattern):
            return {"pattern": pattern}
        case Row(expression):
            return {"expression": expression}
        case Reference(table, columns):
            return {"to": {"table": table, "columns": list(columns)}}
        case Group(expression, by):
            return {"expression": expression, "by": list(by)}
        case Fresh(days):
            return {"days": days}
        case Volume(change, over):
            return {"change": change, "over": over}
        case Distribution(limit, bounds):
            return {"limit": limit, "bounds": list(bounds)}
        case _:
            return {}
