"""YAML that remembers where each thing stands, so that a fault can be shown and underlined."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from lushan.errors import LushanError

#: libyaml reads many times quicker; what it refuses is read again by Python's loader, which says better why.
QUICK = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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

    @property
    def written(self) -> str:
        """A single value as it is written: ``01`` does not become 1 here, nor ``no`` false.

        Raises:
            LushanError: it is a list or a mapping.
        """
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.fault("this should be a single value")
        return str(self.node.value)

    @property
    def is_mapping(self) -> bool:
        """Whether it holds names with values."""
        return isinstance(self.node, yaml.MappingNode)

    def get(self, name: str) -> Place | None:
        """The value under a key, if there is one."""
        for key, value in self.pairs():
            if key.written == name:
                return value
        return None

    def need(self, name: str, expected: str = "") -> Place:
        """The value under a key.

        Raises:
            LushanError: it is not there, or is empty.
        """
        found = self.get(name)
        if found is None:
            raise self.fault(f"{name} is missing here", expected=expected, mend=f"add {name}:")
        if found.node.value == "":
            raise found.fault(f"{name} is empty", expected=expected, mend=f"write something after {name}:")
        return found

    def pairs(self) -> Iterator[tuple[Place, Place]]:
        """The keys and values of a mapping.

        Raises:
            LushanError: it is not a mapping, or a key stands twice.
        """
        if not self.is_mapping:
            raise self.fault("this should hold names with values", expected="lines of the form name: value")
        seen: set[str] = set()
        for key, value in self.node.value:
            place = Place(self.path, self.text, key)
            if place.written in seen:
                raise place.fault(f"{place.written} stands here a second time", mend="remove one of the two")
            seen.add(place.written)
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

    def list_of(self, name: str) -> list[Place]:
        """The members of the list under a key; none, when the key is not there.

        Raises:
            LushanError: it is not a list.
        """
        found = self.get(name)
        return list(found.items()) if found else []

    def text_of(self, name: str, default: str | None = None) -> str:
        """The text under a key.

        Raises:
            LushanError: it is not there, or is empty, and there is no default; or it is not a single value.
        """
        found = self.need(name) if default is None else self.get(name)
        return found.written if found else str(default)

    def flag(self, name: str) -> bool:
        """Whether a key says true.

        Raises:
            LushanError: it says neither true nor false.
        """
        found = self.get(name)
        if found is None:
            return False
        if found.node.tag != "tag:yaml.org,2002:bool":
            raise found.fault(f"{name} should be true or false")
        return bool(found.value)

    def only(self, known: Iterable[str]) -> None:
        """See that a mapping has no keys but these.

        Raises:
            LushanError: it has another.
        """
        names = sorted(known)
        for key, _ in self.pairs():
            if key.written not in names:
                raise key.unknown("key", names)

    def one_of(self, names: Iterable[str], what: str) -> str:
        """The value, which must be one of these.

        Raises:
            LushanError: it is another.
        """
        if self.written not in (known := sorted(names)):
            raise self.unknown(what, known)
        return self.written

    def unknown(self, what: str, known: list[str], name: str = "") -> LushanError:
        """The message for a name that nothing bears, with the nearest that something does."""
        near = get_close_matches(name or self.written, known, 1)
        return self.fault(
            f"there is no {what} {name or self.written!r}",
            expected=", ".join(known),
            mend=f"did you mean {near[0]}?" if near else "",
        )

    def word_at(self, offset: int) -> Place:
        """The word that begins so many characters into a single value; the whole of one that fills more lines."""
        start, end = self.node.start_mark, self.node.end_mark
        text = self.written
        stands = self._line(start.line).find(text, start.column)
        word = re.compile(r"\w+|\S").match(text, max(offset, 0))
        if stands < 0 or word is None:
            return self
        first = yaml.Mark(start.name, start.index, start.line, stands + word.start(), None, 0)
        last = yaml.Mark(end.name, end.index, start.line, stands + word.end(), None, 0)
        return Place(self.path, self.text, yaml.ScalarNode(self.node.tag, word[0], first, last))

    def fault(self, found: str, *, expected: str = "", mend: str = "") -> LushanError:
        """A refusal that shows this place, its line underlined."""
        start, end = self.node.start_mark, self.node.end_mark
        line = self._line(start.line)
        stop = end.column if end.line == start.line else len(line.rstrip())
        return LushanError(
            found,
            where=f"{self.path}:{start.line + 1}:{start.column + 1}",
            excerpt=_underlined(start.line, line, start.column, stop),
            expected=expected,
            mend=mend,
        )

    def _line(self, number: int) -> str:
        lines = self.text.splitlines()
        return lines[number] if number < len(lines) else ""


def vocabulary(words: str) -> frozenset[str]:
    """Words that may stand somewhere, written as a line of them."""
    return frozenset(words.split())


def read_yaml(path: Path) -> Place:
    """A YAML file's one document.

    Raises:
        LushanError: the file is not there, is not UTF-8, or is not YAML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, IsADirectoryError):
        raise LushanError("this file is not there", where=str(path), mend="see that the path is right") from None
    except UnicodeDecodeError as error:
        raise LushanError(
            f"byte {error.start} is not UTF-8", where=str(path), mend="save the file as UTF-8 and try again"
        ) from None
    try:
        node = yaml.compose(text, Loader=QUICK)
    except yaml.YAMLError:
        node = _compose(path, text)
    if node is None:
        raise LushanError("this file is empty", where=str(path), mend="write what it should hold, or remove it")
    return Place(path, text, node)


def _compose(path: Path, text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        said = ", ".join(filter(None, (error.context, error.problem)))
        raise _not_yaml(path, text, said, _inside(text, error.problem_mark, error.context_mark)) from None
    except yaml.reader.ReaderError as error:
        line, column = text[: error.position].count("\n"), error.position - text.rfind("\n", 0, error.position) - 1
        mark = yaml.Mark("", error.position, line, column, None, 0)
        raise _not_yaml(path, text, f"the character U+{error.character:04X} may not stand in it", mark) from None


def _inside(text: str, *marks: yaml.Mark | None) -> yaml.Mark | None:
    """The first of some marks that has a line of the text to stand in."""
    lines = len(text.splitlines())
    return next((mark for mark in marks if mark is not None and mark.line < lines), None)


def _not_yaml(path: Path, text: str, said: str, mark: yaml.Mark | None) -> LushanError:
    return LushanError(
        f"this is not YAML: {said}",
        where=f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path),
        excerpt=_underlined(mark.line, text.splitlines()[mark.line], mark.column, mark.column + 1) if mark else "",
        mend="look at the indentation and the quotes there",
    )


def _underlined(number: int, line: str, start: int, stop: int) -> str:
    """A line with its number, and under it marks from one column to another."""
    margin = f"{number + 1:>4} | "
    line = "".join(c if c.isprintable() else " " for c in line)
    marks = " " * (len(margin) + width(line[:start])) + "^" * max(1, width(line[start:stop]))
    return f"{margin}{line}\n{marks}"


def width(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> width("line"), width("条线"), width("Ａ、"), width("é")
    (4, 4, 4, 1)
    """
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
