"""Rendering a story's template: a sandbox in which every numeral is bound, said by the data, or quoted."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass, field
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, pass_context
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lushan.errors import LushanError
from lushan.magazine.bind import FIGURE_ASKS, MONTH_ASKS, Change, Figure, Month, Quoted, Said, bindings, day
from lushan.magazine.shelf import Shelf
from lushan.runs.figures import Value
from lushan.words import Language

#: What stands in a rendered text for something that was inserted, so that Markdown leaves it alone.
OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{OPEN}([a-z]+){CLOSE}")
#: Places in a story's text where digits are no numerals: targets of links, names of notes, numbers of a list.
FREE = re.compile(r"\]\([^)]*\)|\[\^[^\]]*\]|^[ \t]*\d{1,3}[.)](?= )", re.MULTILINE)

#: What Jinja calls a template that has no file.
NAME = "<template>"
MEND = "correct the template there"


Inserted = Value | Change | Quoted | str


@dataclass
class Ink:
    """What was inserted into a text, by the mark that stands for it."""

    inserted: list[Inserted] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    def mark(self, thing: Inserted, written: str) -> str:
        """A mark for something, holding no digit and nothing that Markdown knows."""
        self.inserted.append(thing)
        self.written.append(written)
        return OPEN + "".join(chr(ord("a") + int(digit)) for digit in str(len(self.inserted) - 1)) + CLOSE

    def find(self, letters: str) -> tuple[Inserted, str]:
        """What a mark stands for, and how it is written."""
        place = int("".join(str(ord(letter) - ord("a")) for letter in letters))
        return self.inserted[place], self.written[place]


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment in which templates may ask bound objects for what they offer, and nothing else."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may ask for an attribute."""
        if isinstance(obj, Figure):
            return attr in FIGURE_ASKS
        if isinstance(obj, Month):
            return attr in MONTH_ASKS
        if isinstance(obj, dict):
            return attr == "get"
        return isinstance(obj, LoopContext) and super().is_safe_attribute(obj, attr, value)


def render(
    text: str, shelf: Shelf, language: Language, ink: Ink, *, where: str, first: int = 1, free: bool = False
) -> str:
    """A template with marks for everything that was inserted.

    Args:
        text: Markdown with Jinja.
        shelf: the figures that it may bind.
        language: in which they are written.
        ink: takes what is inserted.
        where: the file, for messages.
        first: the line of the file that the text begins at.
        free: whether numerals may be typed by hand, as articles that quote do.

    Raises:
        LushanError: the template is wrong, a figure does not exist, or a numeral is typed by hand.
    """

    @pass_context  # so that it is called at run time only, when what is wrong has a line
    def insert(_context: Context, value: Any) -> str:
        if isinstance(value, Figure):
            return ink.mark(value.value, str(value))
        if isinstance(value, (Change, Quoted)):
            return ink.mark(value, str(value))
        if isinstance(value, (Said, Month)):
            return ink.mark(str(value), str(value))
        if not free and any(letter.isdigit() for letter in str(value)):
            raise typed()
        return str(value)

    sandbox = Sandbox(undefined=StrictUndefined, finalize=insert)
    sandbox.filters["day"] = lambda value: day(value, language)
    lines = text.split("\n")
    try:
        for line, kind, said in () if free else sandbox.lex(text):
            if kind == "data" and (offset := numeral(said)) is not None:
                raise _at(typed(), where, first, line + offset, lines)
        return sandbox.from_string(text).render(bindings(shelf, language))
    except TemplateSyntaxError as error:
        raise _at(LushanError(str(error.message), mend=MEND), where, first, error.lineno, lines) from error
    except Exception as error:  # a template can go wrong in every way that Python can
        if isinstance(error, LushanError) and error.where:
            raise
        line = max(frame.lineno or 1 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == NAME)
        raise _at(_told(error, shelf), where, first, line, lines) from error


def numeral(text: str) -> int | None:
    """How many lines down a text holds its first numeral; nothing where it holds none.

    >>> numeral("本月上线\\n共 400 个"), numeral("见 ![](delivery.latency_p99) 与注[^b2]")
    (1, None)
    """
    plain = FREE.sub(lambda match: "\0" * len(match[0]), text)
    for place, letter in enumerate(plain):
        if letter.isdigit():
            return text[:place].count("\n")
    return None


def typed() -> LushanError:
    """The refusal of a numeral that was typed by hand."""
    return LushanError(
        "a numeral is typed by hand",
        expected="a bound figure, such as {{ delivery.received }}",
        mend='bind the figure, or mark what is quoted from elsewhere: {{ quoted("22") }}',
    )


def _told(error: Exception, shelf: Shelf) -> LushanError:
    """What went wrong in a template, as a refusal."""
    if isinstance(error, LushanError):
        return error
    if isinstance(error, UndefinedError):
        return LushanError(str(error), expected=", ".join(bindings(shelf, "zh")), mend=MEND)
    return LushanError(f"{type(error).__name__}: {error}", mend=MEND)


def placed(error: LushanError, where: str, excerpt: str = "") -> LushanError:
    """A refusal with the place that it belongs to."""
    return type(error)(error.found, where=where, expected=error.expected, mend=error.mend, excerpt=excerpt)


def _at(error: LushanError, where: str, first: int, line: int, lines: list[str]) -> LushanError:
    """A refusal with its line of a story's file, and what stands there."""
    return placed(error, f"{where}, line {first + line - 1}", lines[line - 1].strip()[:120])
