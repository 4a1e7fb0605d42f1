"""What a story binds: figures by their names, and the month, each written in the story's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import total_ordering
from typing import Any

from lushan.exhibits.format import say_change, write, write_day, write_month, write_period
from lushan.magazine.dims import say_dim
from lushan.magazine.shelf import Shelf
from lushan.runs.figures import Value
from lushan.runs.metric import Metric
from lushan.runs.period import Period
from lushan.words import Language

#: What a template may ask of a bound object; everything else is refused.
FIGURE_ASKS = frozenset({"dims", "exists", "before", "change", "number", "by"})
MONTH_ASKS = frozenset({"month", "year", "before"})


class Said(str):
    """Text that comes from data or from the edition itself, so that its digits were not typed by hand."""


class Dim(Said):
    """A value of a cut: it compares and looks up as the data have it, and is written as a reader says it."""

    written: str

    def __new__(cls, value: str, written: str) -> Dim:
        """A value, and how it is written."""
        made = super().__new__(cls, value)
        made.written = written
        return made

    def __str__(self) -> str:
        return self.written


class Quoted(Said):
    """A numeral that a story quotes from elsewhere."""


@total_ordering
class Figure:
    """A figure as a story sees it: it prints as its value, and compares as its number."""

    def __init__(self, shelf: Shelf, metric: Metric, dims: tuple[str, ...], at: Period, language: Language) -> None:
        self._shelf, self._metric, self._dims, self._at, self._language = shelf, metric, dims, at, language

    @property
    def dims(self) -> tuple[Said, ...]:
        """The values of its cut."""
        domain = self._metric.id.split(".")[0]
        return tuple(
            Dim(dim, say_dim(domain, column, dim, self._language))
            for column, dim in zip(self.value.cut, self._dims, strict=True)
        )

    @property
    def exists(self) -> bool:
        """Whether the period has it."""
        return self._found is not None

    @property
    def before(self) -> Figure:
        """The same figure of the month before."""
        return Figure(self._shelf, self._metric, self._dims, self._at - 1, self._language)

    @property
    def change(self) -> Change:
        """How it moved on the month before, in words."""
        before = self.before._found
        was = before.number if before else None
        return Change(self.value, say_change(was, self.number, self._metric.unit, self._language))

    @property
    def number(self) -> Decimal | None:
        """Its number; nothing for a text."""
        return self.value.number

    @property
    def value(self) -> Value:
        """The figure itself."""
        return self._shelf.get(self._metric.id, self._dims, self._at)

    def by(self, *cut: str) -> list[Figure]:
        """The figures of a cut, in the order of its values."""
        values = self._shelf.cuts.get((self._metric.id, cut), [])
        return [
            Figure(self._shelf, self._metric, value.dims, self._at, self._language)
            for value in sorted(values, key=lambda value: value.dims)
        ]

    def __getitem__(self, dims: str | tuple[str, ...]) -> Figure:
        words = tuple(map(_raw, dims)) if isinstance(dims, tuple) else (_raw(dims),)
        if words[0] in FIGURE_ASKS:  # a filter's attribute= asks for items first
            raise KeyError(words[0])
        return Figure(self._shelf, self._metric, words, self._at, self._language)

    def __str__(self) -> str:
        value = self.value
        shown = value.text if value.number is None else value.number
        return write(shown, self._metric.unit, self._metric.decimals, self._language)

    def __eq__(self, other: object) -> bool:
        return self.value.text == other if isinstance(other, str) else self._number == _number(other)

    def __lt__(self, other: Any) -> bool:
        return self._number < _number(other)

    def __hash__(self) -> int:
        return hash((self._metric.id, self._dims, self._at))

    @property
    def _number(self) -> Decimal:
        """Its number for comparing: a figure without one is less than any."""
        return Decimal("-Infinity") if self.number is None else self.number

    @property
    def _found(self) -> Value | None:
        return self._shelf.find(self._metric.id, self._dims, self._at)


@dataclass(frozen=True)
class Change:
    """How a figure moved, as words of a sentence."""

    value: Value
    words: str

    def __str__(self) -> str:
        return self.words


def _raw(dim: Any) -> str:
    """A value of a cut as the data have it."""
    return str.__str__(dim) if isinstance(dim, str) else str(dim)


def _number(thing: Any) -> Decimal:
    """What a figure is compared with: another, or a number."""
    return thing._number if isinstance(thing, Figure) else Decimal(str(thing))


class Namespace:
    """The metrics of one domain, by their names."""

    def __init__(self, shelf: Shelf, domain: str, language: Language) -> None:
        self._shelf, self._domain, self._language = shelf, domain, language

    def __getitem__(self, name: str) -> Figure:
        metric = self._shelf.metric(f"{self._domain}.{name}")
        return Figure(self._shelf, metric, (), self._shelf.period, self._language)


class Month:
    """The edition's month as a story writes it."""

    def __init__(self, period: Period, language: Language) -> None:
        self._period, self._language = period, language

    @property
    def month(self) -> Said:
        """The month without its year."""
        return Said(write_month(self._period, self._language))

    @property
    def year(self) -> Said:
        """The year."""
        return Said(f"{self._period.year}年" if self._language == "zh" else str(self._period.year))

    @property
    def before(self) -> Month:
        """The month before."""
        return Month(self._period - 1, self._language)

    def __str__(self) -> str:
        return write_period(self._period, self._language)


def bindings(shelf: Shelf, language: Language) -> dict[str, Any]:
    """Everything that a story may name."""
    domains = dict.fromkeys(name.split(".")[0] for name in shelf.metrics)
    bound: dict[str, Any] = {domain: Namespace(shelf, domain, language) for domain in domains}
    return bound | {"period": Month(shelf.period, language), "quoted": Quoted}


def day(text: str, language: Language) -> Said:
    """The filter that writes a day such as ``2023-04-07``.

    >>> day("2023-04-07", "zh"), day("2023-04-07", "en")
    ('4月7日', '7 April')
    """
    return Said(write_day(date.fromisoformat(_raw(text)), language))
