"""Ridgelines: series one behind another, the nearest lowest and darkest; the mountain of a cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lushan.exhibits.draw.canvas import Canvas, Place, n
from lushan.exhibits.draw.text import text_width
from lushan.exhibits.exhibit import Hue

#: The parts of the height that are sky above the farthest ridge, and that the highest peak rises by.
SKY, RISE = 0.08, 0.24
#: How dark the farthest and the nearest ridge are at their crest.
FAR, NEAR = 0.38, 0.95
#: How deep under its crest the lines of a ridge's rock lie; they are drawn, not measured.
STRATA = (0.014, 0.034, 0.062)
MARGIN = 14.0


@dataclass(frozen=True)
class Ridge:
    """A series of the month as a ridge, each scaled to its own least and greatest value.

    ``href`` is where its name leads: the trace of what it is made of.
    """

    name: str
    values: tuple[float | None, ...]
    hue: Hue = "green"
    href: str = ""


def ridge(
    ridges: Sequence[Ridge], width: float, height: float, *, title: str, description: str = "", named: bool = True
) -> str:
    """Series as ridges of a mountain, the first farthest away, each fading into mist at its foot.

    Args:
        ridges: from the farthest to the nearest; one with no two values is left out.
        width: of the drawing.
        height: of the drawing.
        title: what the drawing is called.
        description: what a reader would see in it; without one, the ridges' names.
        named: whether each ridge bears its name.
    """
    canvas = Canvas(width, height, tips=False)
    standing = [one for one in ridges if sum(value is not None for value in one.values) > 1]
    crests = [_crest(one, place, len(standing), width, height) for place, one in enumerate(standing)]
    for place, (one, crest) in enumerate(zip(standing, crests, strict=True)):
        mist = f"mist-{n(width)}-{n(height)}-{place}"
        share = place / max(1, len(standing) - 1)
        canvas.fade(mist, f"hue-{one.hue}", FAR + (NEAR - FAR) * share)
        line = smooth(crest)
        hill = f"{line}L{n(width)} {n(height)}L0 {n(height)}Z"
        canvas.path(hill, "ground")
        canvas.path(hill, "hill", fill=f"url(#{mist})")
        for number, depth in enumerate(STRATA, 1):
            canvas.path(smooth(_under(crest, depth * height)), f"stratum stratum-{number} hue-{one.hue}")
        canvas.path(line, f"crest hue-{one.hue}")
    if named:
        for one, crest in zip(standing, crests, strict=True):
            _name(canvas, one, crest)
    return canvas.svg(title, description or "; ".join(one.name for one in standing), "ridge")


def smooth(course: Sequence[Place]) -> str:
    """A curve through places, from left to right, that rises and falls only where they do.

    Tangents are those of Fritsch and Carlson, Monotone Piecewise Cubic Interpolation, SIAM J. Numer. Anal. 17 (1980).

    >>> smooth([(0, 0), (3, 3), (6, 0)])
    'M0 0C1 1 2 3 3 3C4 3 5 1 6 0'
    """
    slopes = [(to_y - y) / (to_x - x) for (x, y), (to_x, to_y) in pairwise(course)]
    inner = [2 * a * b / (a + b) if a * b > 0 else 0.0 for a, b in pairwise(slopes)]
    tangents = [slopes[0], *inner, slopes[-1]]
    parts = [f"M{n(course[0][0])} {n(course[0][1])}"]
    for place, ((x, y), (to_x, to_y)) in enumerate(pairwise(course)):
        third = (to_x - x) / 3
        leaving, coming = y + tangents[place] * third, to_y - tangents[place + 1] * third
        parts.append(f"C{n(x + third)} {n(leaving)} {n(to_x - third)} {n(coming)} {n(to_x)} {n(to_y)}")
    return "".join(parts)


def _crest(one: Ridge, place: int, count: int, width: float, height: float) -> list[Place]:
    """Where a ridge's values stand: its own range, on a foot that is lower the nearer it is."""
    known = [(number, value) for number, value in enumerate(one.values) if value is not None]
    low, high = min(value for _, value in known), max(value for _, value in known)
    foot = height * (SKY + RISE) + height * (1 - SKY - RISE) * place / count
    rise = height * RISE * (0.75 + 0.25 / (place + 1))
    step = width / (known[-1][0] - known[0][0])

    def at(value: float) -> float:
        return foot - rise * ((value - low) / (high - low) if high > low else 0.5)

    return [((number - known[0][0]) * step, at(value)) for number, value in known]


def _under(crest: Sequence[Place], depth: float) -> list[Place]:
    """A line under a crest, deeper where the crest is high."""
    top, foot = min(y for _, y in crest), max(y for _, y in crest)
    return [(x, y + depth * (1 + (foot - y) / max(foot - top, 1.0))) for x, y in crest]


def _name(canvas: Canvas, one: Ridge, crest: Sequence[Place]) -> None:
    """Write a ridge's name over its crest, as far right as it stands clear of the others."""
    wide = text_width(one.name)
    right = canvas.width - MARGIN
    while right - wide >= MARGIN:
        over = min(y for x, y in [*crest, *_between(crest, right - wide, right)] if right - wide <= x <= right)
        if canvas.try_text(one.name, right, over - 8, "end", "ridge-name", one.href):
            return
        right -= 24
    canvas.try_text(one.name, MARGIN, crest[0][1] + 18, "start", "ridge-name", one.href)


def _between(crest: Sequence[Place], *edges: float) -> list[Place]:
    """The places of a crest over some edges."""
    found = []
    for edge in edges:
        for (x, y), (to_x, to_y) in pairwise(crest):
            if x <= edge <= to_x:
                found.append((edge, y + (to_y - y) * (edge - x) / (to_x - x)))
    return found
