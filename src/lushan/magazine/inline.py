"""Lines of an edition as HTML and as plain text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from lushan.magazine.markdown import Inline
from lushan.words import Language


def as_text(line: Sequence[Inline]) -> str:
    """A line as plain text, without its notes.

    >>> as_text(["上线 ", {"figure": "delivery.released", "text": "400"}, " 个", {"note": 1}])
    '上线 400 个'
    """
    return "".join(piece if isinstance(piece, str) else _inner(piece) for piece in line)


def _inner(piece: Mapping[str, Any]) -> str:
    for kind in ("strong", "emphasis", "link"):
        if kind in piece:
            return as_text(piece[kind])
    return str(piece.get("text", piece.get("quoted", piece.get("code", " " if "break" in piece else ""))))


class Lines:
    """Writes lines as HTML: figures become links to their traces, notes links to what they say."""

    def __init__(self, figures: Mapping[str, Any], language: Language) -> None:
        self.figures, self.language = figures, language

    def html(self, line: Sequence[Inline], story: str = "") -> Markup:
        """A line as HTML.

        Args:
            line: the line.
            story: the anchor of the story that it stands in, for its notes.
        """
        return Markup("").join(escape(piece) if isinstance(piece, str) else self._piece(piece, story) for piece in line)

    def _piece(self, piece: Mapping[str, Any], story: str) -> Markup:
        if name := piece.get("figure") or piece.get("change"):
            figure = self.figures[name]
            title = f"{figure['label'][self.language]} · {figure['code']}"
            return Markup('<a class="fig" href="trace/{}.html" title="{}">{}</a>').format(
                figure["code"], title, piece["text"]
            )
        if "note" in piece:
            mark = Markup('<sup class="note"><a href="#{0}-note-{1}" id="{0}-ref-{1}">{1}</a></sup>')
            return mark.format(story, piece["note"])
        if "link" in piece:
            return Markup('<a href="{}" rel="noopener">{}</a>').format(piece["href"], self.html(piece["link"], story))
        if "strong" in piece:
            return Markup("<strong>{}</strong>").format(self.html(piece["strong"], story))
        if "emphasis" in piece:
            return Markup("<em>{}</em>").format(self.html(piece["emphasis"], story))
        if "code" in piece:
            return Markup("<code>{}</code>").format(piece["code"])
        return Markup("<br>") if "break" in piece else escape(piece["quoted"])
