"""The edition's style: its palette, its sizes of type and how its charts look, on a screen and in print."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

VARIABLE = re.compile(r"var\(--([a-z0-9-]+)\)")
DECLARED = re.compile(r"--([a-z0-9-]+):\s*([^;]+);")


def stylesheet() -> str:
    """What a page needs to show exhibits: the tokens, and how charts are painted with them."""
    return _read("tokens.css") + _read("exhibit.css")


@cache
def tokens() -> dict[str, str]:
    """The tokens of the light edition, by name, as print uses them.

    >>> tokens()["paper"]
    '#faf7f0'
    """
    light = _read("tokens.css").split("}")[0]
    return dict(DECLARED.findall(light))


@cache
def print_style() -> str:
    """How charts are painted where there are no variables: every token replaced by its light value."""
    css = re.sub(r"/\*.*?\*/", "", _read("exhibit.css"), flags=re.DOTALL)
    return VARIABLE.sub(lambda match: tokens()[match[1]], css)


def for_print(svg: str) -> str:
    """A drawing that carries its own style, for printers that know no style sheet of a page.

    Args:
        svg: a drawing of `lushan.exhibits.draw`.
    """
    head, _, rest = svg.partition(">")
    return f"{head}>\n<style>{print_style()}</style>{rest}"


def _read(name: str) -> str:
    return (files(__name__) / name).read_text(encoding="utf-8")
