"""Writing a log as XES (IEEE 1849)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pyarrow as pa

#: The standard's keys for what an event log holds here.
KEYS = {
    "activity": "concept:name",
    "at": "time:timestamp",
    "resource": "org:resource",
    "department": "org:group",
    "lifecycle": "lifecycle:transition",
}
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
<classifier name="Activity" keys="concept:name"/>
"""
OWN = ("case_id", "tick", "position", "previous", "elapsed", "place")


def write_xes(events: pa.Table, path: Path) -> None:
    """Write events as XES, compressed where the name ends with ``.gz``; the same events give the same bytes.

    Args:
        events: fetched from `event_log` or `follow`; those of a case follow each other in the order they are to have.
        path: of the file.
    """
    text = "".join(_lines(events)).encode()
    path.write_bytes(gzip.compress(text, mtime=0) if path.suffix == ".gz" else text)


def _lines(events: pa.Table) -> Iterator[str]:
    yield HEAD
    case = None
    names = [name for name in events.column_names if name not in OWN]
    for row in events.to_pylist():
        if row["case_id"] != case:
            yield "</trace>\n" if case is not None else ""
            case = row["case_id"]
            yield f"<trace>\n{_attribute('concept:name', case)}"
        yield f"<event>\n{''.join(_attribute(KEYS.get(name, name), row[name]) for name in names)}</event>\n"
    yield f"{'</trace>' if case is not None else ''}\n</log>\n"


def _attribute(key: str, value: object) -> str:
    """One attribute as its element; nothing where there is no value."""
    match value:
        case None:
            return ""
        case bool():
            kind, said = "boolean", str(value).lower()
        case int():
            kind, said = "int", str(value)
        case float():
            kind, said = "float", repr(value)
        case datetime():
            kind, said = "date", value.isoformat(timespec="microseconds") + ("" if value.tzinfo else "+00:00")
        case _:
            kind, said = "string", str(value)
    return f"<{kind} key={_quoted(key)} value={_quoted(said)}/>\n"


def _quoted(text: str) -> str:
    return quoteattr(text, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;", '"': "&quot;"})
