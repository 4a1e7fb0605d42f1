"""A drawing under way: shapes in order, and where text stands, so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape as escape_html
from itertools import pairwise
from typing import Literal

from lushan.exhibits.draw.text import ASCENT, DESCENT, SIZE, shorten, text_width

Anchor = Literal["start", "middle", "end"]
Place = tuple[float, float]

#: The least room between two texts on a line.
GAP = 4.0


@dataclass(frozen=True)
class Box:
    """A part of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether two parts share any place."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def text_box(text: str, x: float, y: float, anchor: Anchor, size: float = SIZE) -> Box:
    """The part of the drawing that a text takes; it stands on the line ``y``."""
    width = text_width(text, size)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return Box(left, y - ASCENT * size, left + width, y + DESCENT * size)


class Canvas:
    """A drawing of a given size, in the units that its letters are twelve high in.

    Args:
        width: of the drawing.
        height: of the drawing.
        tips: whether shapes carry words that a pointer brings up.
    """

    def __init__(self, width: float, height: float, tips: bool = True) -> None:
        self.width, self.height, self.tips = width, height, tips
        self.shapes: list[str] = []
        self.taken: list[Box] = []

    def rect(self, x: float, y: float, width: float, height: float, kind: str, tip: str = "") -> None:
        """A rectangle."""
        self._add("rect", kind, tip, x=x, y=y, width=max(width, 0.0), height=max(height, 0.0))

    def line(self, start: Place, end: Place, kind: str) -> None:
        """A straight line."""
        self._add("line", kind, x1=start[0], y1=start[1], x2=end[0], y2=end[1])

    def circle(self, x: float, y: float, radius: float, kind: str, tip: str = "") -> None:
        """A circle."""
        self._add("circle", kind, tip, cx=x, cy=y, r=radius)

    def path(self, course: str, kind: str, tip: str = "", fill: str = "", thick: float = 0) -> None:
        """A path, in SVG's own words."""
        own = {"fill": fill} if fill else {}
        thickness = {"stroke-width": thick} if thick else {}
        self._add("path", kind, tip, d=course, **own, **thickness)

    def link(self, href: str, kind: str, shapes: int) -> None:
        """Make a link of the shapes that were drawn last.

        Args:
            href: where it leads; nowhere, and nothing is done.
            kind: its class.
            shapes: how many.
        """
        if href and shapes:
            inner = "".join(self.shapes[-shapes:])
            self.shapes[-shapes:] = [f'<a class="{kind}" href="{escape_html(href)}">{inner}</a>']

    def fade(self, name: str, kind: str, opacity: float) -> None:
        """A fill that is densest above and fades into nothing below."""
        stops = "".join(
            f'<stop class="{kind}" offset="{n(offset)}" stop-opacity="{n(part)}"/>'
            for offset, part in ((0, opacity), (0.3, opacity * 0.45), (0.75, 0))
        )
        self.shapes.append(f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{stops}</linearGradient>')

    def flag(self, x: float, y: float) -> None:
        """The mark of what needs someone's attention: an exclamation in a disc, seen without its colour too."""
        self.circle(x, y, 6, "attention flag")
        self.path(f"M{n(x)} {n(y - 3.4)}v4M{n(x)} {n(y + 2.6)}v0.8", "flag-sign")
        self.taken.append(Box(x - 7, y - 7, x + 7, y + 7))

    def text(self, text: str, x: float, y: float, anchor: Anchor = "start", kind: str = "label", href: str = "") -> Box:
        """A text that must be there, moved inside the drawing, and shortened where the drawing is too narrow."""
        text = shorten(text, self.width)
        x = self._inside(text, x, anchor)
        box = text_box(text, x, y, anchor)
        if text:
            shape = f'<text class="{kind}" x="{n(x)}" y="{n(y)}"{_anchored(anchor)}>{escape(text)}</text>'
            self.shapes.append(f'<a href="{escape_html(href)}">{shape}</a>' if href else shape)
            self.taken.append(box)
        return box

    def try_text(
        self,
        text: str,
        x: float,
        y: float,
        anchor: Anchor = "start",
        kind: str = "label",
        href: str = "",
        ground: bool = False,
    ) -> bool:
        """A text that is left out where it would cover another, or leave the drawing above or below.

        Args:
            ground: whether what lies under it is covered, such as the line that it is written on.
        """
        x = self._inside(text, x, anchor)
        box = text_box(text, x, y, anchor)
        wide = Box(box.left - GAP, box.top, box.right + GAP, box.bottom)
        if box.left < 0 or box.top < 0 or box.bottom > self.height or any(map(wide.overlaps, self.taken)):
            return False
        if ground:
            self.rect(box.left - 1, box.top, box.right - box.left + 2, box.bottom - box.top, "ground")
        self.text(text, x, y, anchor, kind, href)
        return True

    def _inside(self, text: str, x: float, anchor: Anchor) -> float:
        """Where a text stands once neither its beginning nor its end leaves the drawing."""
        box = text_box(text, x, 0, anchor)
        return x + max(0.0, -box.left) - max(0.0, box.right - self.width)

    def avoid(self, course: Iterable[Place]) -> None:
        """Keep optional text away from a line through these places."""
        places = list(course)
        for (x, y), (to_x, to_y) in pairwise(places):
            steps = max(1, int(max(abs(to_x - x), abs(to_y - y)) / 6))
            for step in range(steps + 1):
                at_x, at_y = x + (to_x - x) * step / steps, y + (to_y - y) * step / steps
                self.taken.append(Box(at_x - 2, at_y - 2, at_x + 2, at_y + 2))

    def svg(self, title: str, description: str, kind: str) -> str:
        """The drawing, with the words that stand for it where it cannot be seen."""
        size = f'width="{n(self.width)}" height="{n(self.height)}" viewBox="0 0 {n(self.width)} {n(self.height)}"'
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="exhibit {kind}" {size} font-size="{n(SIZE)}" role="img">'
        )
        words = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
        return "\n".join([head, words, *self.shapes, "</svg>"]) + "\n"

    def _add(self, tag: str, kind: str, tip: str = "", **places: float | str) -> None:
        held = " ".join(f'{name}="{value if isinstance(value, str) else n(value)}"' for name, value in places.items())
        end = f"><title>{escape(tip)}</title></{tag}>" if tip and self.tips else "/>"
        self.shapes.append(f'<{tag} class="{kind}" {held}{end}')


def _anchored(anchor: Anchor) -> str:
    return "" if anchor == "start" else f' text-anchor="{anchor}"'


def escape(text: str) -> str:
    """Text as XML holds it; what cannot be printed is a space.

    >>> escape("A<B\\x00")
    'A&lt;B '
    """
    return escape_html("".join(letter if letter.isprintable() else " " for letter in text), quote=False)


def n(number: float) -> str:
    """A number of a drawing, to a hundredth.

    >>> n(12.0), n(-0.001), n(3.14159)
    ('12', '0', '3.14')
    """
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
