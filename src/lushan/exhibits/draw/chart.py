"""What a chart is drawn from: an exhibit's points, for one language and one width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lushan.exhibits.exhibit import Exhibit, Field
from lushan.exhibits.format import Writable, write_short
from lushan.exhibits.points import Point, number, say
from lushan.words import Language

#: Charts at least this wide have room for names beside their marks, and readers with a pointer.
WIDE = 480.0


@dataclass(frozen=True)
class Chart:
    """An exhibit about to be drawn."""

    exhibit: Exhibit
    points: tuple[Point, ...]
    language: Language
    width: float

    @property
    def wide(self) -> bool:
        """Whether it is drawn for a wide page."""
        return self.width >= WIDE

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that are measured."""
        return self.exhibit.drawn

    def shown(self, how: str) -> tuple[Field, ...]:
        """The fields that are shown in one way."""
        return tuple(field for field in self.exhibit.fields if field.shown == how)

    def value(self, point: Point, field: Field) -> Writable:
        """What a point holds in a field."""
        return point.values[self.exhibit.fields.index(field)]

    def number(self, point: Point, field: Field) -> float | None:
        """A point's place on the axis of a field."""
        return number(self.value(point, field))

    def numbers(self, fields: Iterable[Field]) -> list[float]:
        """Every value that some fields hold."""
        wanted = tuple(fields)
        found = (self.number(point, field) for field in wanted for point in self.points)
        return [value for value in found if value is not None]

    def write(self, point: Point, field: Field) -> str:
        """A point's value as written beside its mark."""
        return say(field, self.value(point, field), self.language)

    def tip(self, point: Point, field: Field) -> str:
        """A mark in words."""
        return f"{point.label} {field.title.say(self.language)} {self.write(point, field)}"

    def short(self, value: float) -> str:
        """A value as the axis writes it."""
        return write_short(value, self.fields[0].unit, self.language)

    @property
    def whole(self) -> bool:
        """Whether only whole numbers make sense on its axis."""
        return all(field.unit == "count" and not field.decimals for field in self.fields)
