"""The palette: legible, told apart by every eye, the same in print."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import combinations

import numpy as np
import pytest

from lushan.exhibits.style import DECLARED, for_print, print_style, stylesheet, tokens

CSS = (files("lushan.exhibits.style") / "tokens.css").read_text(encoding="utf-8")
BLOCKS = [dict(DECLARED.findall(block)) for block in re.findall(r"\{([^{}]*)\}", CSS)]
LIGHT, SYSTEM_DARK, CHOSEN_DARK = BLOCKS
THEMES = {"light": LIGHT, "dark": {**LIGHT, **CHOSEN_DARK}}
HUES = ("green", "blue", "ochre", "grey")

# Full protanopia and deuteranopia on linear RGB: Machado, Oliveira and Fernandes (2009), table 1.
SIGHTS = {
    "every colour": np.eye(3),
    "no red": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "no green": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
# Linear RGB to CIE XYZ under D65.
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    low, high = sorted(float(linear(colour) @ XYZ[1]) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(light: np.ndarray) -> np.ndarray:
    x, y, z = np.clip(XYZ @ light / (XYZ @ np.ones(3)), 0, None) ** (1 / 3)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("theme", THEMES)
def test_text_is_legible(theme: str) -> None:
    colours = THEMES[theme]
    for ground in ("paper", "paper-raised"):
        for text in ("ink", "ink-quiet", "vermilion"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("theme", THEMES)
def test_marks_stand_out_from_the_paper(theme: str) -> None:
    colours = THEMES[theme]
    assert {
        hue: contrast(colours[hue], colours["paper"]) for hue in HUES if contrast(colours[hue], colours["paper"]) < 2.2
    } == {}


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", THEMES)
def test_hues_are_told_apart(theme: str, sight: str) -> None:
    seen = {hue: lab(SIGHTS[sight] @ linear(THEMES[theme][hue])) for hue in (*HUES, "vermilion")}
    near = {
        (one, other): round(float(np.linalg.norm(seen[one] - seen[other])))
        for one, other in combinations(seen, 2)
        if np.linalg.norm(seen[one] - seen[other]) < 15
    }
    assert near == {}


def test_the_dark_theme_is_written_twice_alike() -> None:
    assert SYSTEM_DARK == CHOSEN_DARK


def test_there_are_five_sizes() -> None:
    assert [name for name in tokens() if name.startswith("size-")] == [f"size-{number}" for number in range(1, 6)]


def test_print_needs_no_variables() -> None:
    assert "var(" in stylesheet()
    assert "var(" not in print_style()
    assert tokens()["green"] in print_style()


def test_a_drawing_for_print_carries_its_style() -> None:
    svg = for_print('<svg xmlns="http://www.w3.org/2000/svg" class="exhibit bar"><text>企金</text></svg>')
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" class="exhibit bar">\n<style>')
    assert svg.endswith("</style><text>企金</text></svg>")
