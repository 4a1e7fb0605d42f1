"""Drawings read back: where their text and their marks are, measured apart from the code that placed them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

from lushan.exhibits.draw.text import ASCENT, DESCENT, text_width

SVG = "{http://www.w3.org/2000/svg}"
#: Places are written to a hundredth.
SLACK = 0.02


@dataclass(frozen=True)
class Words:
    """A text of a drawing and the part of it that it takes."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def read(svg: str) -> ElementTree.Element:
    """A drawing as a tree."""
    return ElementTree.fromstring(svg)


def words(root: ElementTree.Element) -> list[Words]:
    """Every text that is seen in a drawing."""
    size = float(root.get("font-size", "0"))
    found = []
    for text in root.iter(f"{SVG}text"):
        content = text.text or ""
        x, y, width = float(text.get("x", "0")), float(text.get("y", "0")), text_width(content, size)
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[text.get("text-anchor", "start")]
        found.append(Words(content, left, y - ASCENT * size, left + width, y + DESCENT * size))
    return found


def size(root: ElementTree.Element) -> tuple[float, float]:
    """How wide and how high a drawing is."""
    _, _, width, height = (float(part) for part in root.get("viewBox", "").split())
    return width, height


def outside(root: ElementTree.Element) -> list[object]:
    """The texts and shapes that leave a drawing."""
    width, height = size(root)

    def leaves(left: float, top: float, right: float, bottom: float) -> bool:
        return left < -SLACK or top < -SLACK or right > width + SLACK or bottom > height + SLACK

    found: list[object] = [text for text in words(root) if leaves(text.left, text.top, text.right, text.bottom)]
    for rect in root.iter(f"{SVG}rect"):
        x, y, across, down = (float(rect.get(name, "0")) for name in ("x", "y", "width", "height"))
        if leaves(x, y, x + across, y + down):
            found.append(rect.attrib)
    for circle in root.iter(f"{SVG}circle"):
        x, y, radius = (float(circle.get(name, "0")) for name in ("cx", "cy", "r"))
        if leaves(x - radius, y - radius, x + radius, y + radius):
            found.append(circle.attrib)
    return found


def covered(root: ElementTree.Element) -> list[tuple[str, str]]:
    """The pairs of texts that cover each other."""
    return [
        (one.text, other.text)
        for one, other in combinations(words(root), 2)
        if one.left + SLACK < other.right
        and other.left + SLACK < one.right
        and one.top + SLACK < other.bottom
        and other.top + SLACK < one.bottom
    ]


def marks(root: ElementTree.Element, kind: str = "mark") -> list[ElementTree.Element]:
    """The shapes of a drawing that carry a class."""
    return [shape for shape in root.iter() if kind in shape.get("class", "").split()]
