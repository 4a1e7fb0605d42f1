"""YAML that remembers where each thing stands, so that a fault can be shown and underlined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from lushan.errors import LushanError


@dataclass(frozen=True)
class Place:
    """A value in a YAML file, and where it stands."""

    path: Path
    text: str
    node: yaml.Node

    @property
    def value(self) -> Any:
        """The plain value: text, number, boolean, list or dict."""
        return yaml.SafeLoader("").construct_document(self.node)

    def get(self, name: str) -> Place | None:
        """The value under a key, if there is one."""
        for key, value in self.pairs():
            if key.value == name:
                return value
        return None

    def pairs(self) -> Iterator[tuple[Place, Place]]:
        """The keys and values of a mapping.

        Raises:
            LushanError: it is not a mapping, or a key stands twice.
        """
        if not isinstance(self.node, yaml.MappingNode):
            raise self.fault("this should hold names with values", expected="lines of the form name: value")
        seen: set[str] = set()
        for key, value in self.node.value:
            place = Place(self.path, self.text, key)
            if key.value in seen:
                raise place.fault(f"{key.value} stands here a second time", mend="remove one of the two")
            seen.add(key.value)
            yield place, Place(self.path, self.text, value)

    def items(self) -> Iterator[Place]:
        """The members of a list.

        Raises:
            LushanError: it is not a list.
        """
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.fault("this should be a list", expected="lines that begin with a dash")
        for node in self.node.value:
            yield Place(self.path, self.text, node)

    def text_of(self, name: str, default: str | None = None) -> str:
        """The text under a key.

        Raises:
            LushanError: it is not there and there is no default, or it is not text.
        """
        found = self.get(name)
        if found is None:
            if default is not None:
                return default
            raise self.fault(f"{name} is missing here", mend=f"add {name}:")
        if not isinstance(found.node, yaml.ScalarNode):
            raise found.fault(f"{name} should be a single value")
        return str(found.node.value)

    def flag(self, name: str) -> bool:
        """Whether a key says true."""
        found = self.get(name)
        if found is None:
            return False
        if not isinstance(found.value, bool):
            raise found.fault(f"{name} should be true or false", expected="true or false")
        return bool(found.value)

    def only(self, known: Iterable[str]) -> None:
        """See that a mapping has no keys but these.

        Raises:
            LushanError: it has another.
        """
        names = sorted(known)
        for key, _ in self.pairs():
            if key.value not in names:
                raise key.unknown("key", names)

    def one_of(self, names: Iterable[str], what: str) -> str:
        """The value, which must be one of these.

        Raises:
            LushanError: it is another.
        """
        if str(self.value) not in (known := sorted(names)):
            raise self.unknown(what, known)
        return str(self.value)

    def unknown(self, what: str, known: list[str]) -> LushanError:
        """The message for a name that nothing bears, with the nearest that something does."""
        near = get_close_matches(str(self.value), known, 1)
        return self.fault(
            f"there is no {what} {self.value!r}",
            expected=", ".join(known),
            mend=f"did you mean {near[0]}?" if near else "",
        )

    def fault(self, found: str, *, expected: str = "", mend: str = "") -> LushanError:
        """A refusal that shows this place, its line underlined."""
        start, end = self.node.start_mark, self.node.end_mark
        line = self.text.splitlines()[start.line] if self.text else ""
        stop = end.column if end.line == start.line else len(line.rstrip())
        number = f"{start.line + 1:>4} | "
        underline = " " * (len(number) + _width(line[: start.column])) + "^" * max(1, _width(line[start.column : stop]))
        return LushanError(
            found,
            where=f"{self.path}:{start.line + 1}:{start.column + 1}",
            excerpt=f"{number}{line}\n{underline}",
            expected=expected,
            mend=mend,
        )


def read_yaml(path: Path) -> Place:
    """A YAML file's one document.

    Raises:
        LushanError: the file is not there, is not UTF-8, or is not YAML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise LushanError("this file is not there", where=str(path), mend="see that the path is right") from None
    except UnicodeDecodeError as error:
        raise LushanError(
            f"byte {error.start} is not UTF-8", where=str(path), mend="save the file as UTF-8 and try again"
        ) from None
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise LushanError(
            f"this is not YAML: {error.problem}",
            where=f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path),
            excerpt=_excerpt(text, mark),
            mend="look at the indentation and the quotes there",
        ) from None
    if node is None:
        raise LushanError("this file is empty", where=str(path), mend="write what it should hold, or remove it")
    return Place(path, text, node)


def _excerpt(text: str, mark: yaml.Mark | None) -> str:
    lines = text.splitlines()
    if mark is None or mark.line >= len(lines):
        return ""
    number = f"{mark.line + 1:>4} | "
    return f"{number}{lines[mark.line]}\n{' ' * (len(number) + _width(lines[mark.line][: mark.column]))}^"


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: Chinese characters take two."""
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)
