"""The figures that lead: those that the newest edition draws large."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lushan.workbench.editions import Edition
from lushan.workbench.figure import Shown

MOST = 6


def lead_figures(edition: Edition | None, figures: list[Shown]) -> list[Shown]:
    """The first figures that an edition's stories draw large; without an edition, none."""
    held = {shown.id: shown for shown in figures}
    named = dict.fromkeys(_ids(edition.said)) if edition else {}
    return [held[name] for name in named if name in held][:MOST]


def _ids(told: Any) -> Iterator[str]:
    """The ids under each ``figures`` of an edition's stories, in order."""
    for part in told.get("parts", ()):
        for story in part.get("stories", ()):
            yield from (figure if isinstance(figure, str) else figure["id"] for figure in story.get("figures", ()))
