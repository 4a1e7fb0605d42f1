"""XES event logs as rows: one for each event, or one for each case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, ParseError, iterparse

from lushan.errors import LushanError

VALUES = ("string", "date", "int", "float", "boolean", "id")


def read_xes(file: IO[bytes], rows: str, where: str) -> Iterator[dict[str, str]]:
    """The rows of a log, read as a stream.

    Args:
        rows: ``events`` gives each event with its case's attributes as ``case:*`` and its place in the case
            as ``event:index``; ``cases`` gives each case with its first event's attributes.

    Raises:
        LushanError: the file is not XES, or was cut short.
    """
    try:
        parsed = iterparse(file, events=("start", "end"))
        _, root = next(parsed)
        if _tag(root) != "log":
            raise LushanError(f"this is not XES, but <{_tag(root)}>", where=where, mend="see that it is the right file")
        for step, element in parsed:
            if step == "end" and _tag(element) == "trace":
                yield from _case(element, rows)
                root.clear()  # what has been read is let go
    except ParseError as error:
        raise LushanError(
            f"the log cannot be read to its end: {error}", where=where, mend="the file was cut short: ask for it again"
        ) from None


def _case(trace: Element, rows: str) -> Iterator[dict[str, str]]:
    case = {f"case:{key}": value for key, value in _attributes(trace).items()}
    events = [child for child in trace if _tag(child) == "event"]
    case["case:events"] = str(len(events))
    if rows == "cases":
        yield {**case, **(_attributes(events[0]) if events else {})}
        return
    for index, event in enumerate(events):
        yield {**case, **_attributes(event), "event:index": str(index)}


def _attributes(element: Element) -> dict[str, str]:
    return {child.get("key", ""): child.get("value", "") for child in element if _tag(child) in VALUES}


def _tag(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1]
