"""Markdown as an edition's blocks: plain data, with figures, notes and exhibits in their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from lushan.errors import LushanError
from lushan.magazine.bind import Change, Quoted
from lushan.magazine.render import MARK, Ink, Inserted
from lushan.runs.figures import Value
from lushan.runs.period import Period
from lushan.words import Language, Text

#: A piece of a line: text, or a figure, a quotation, a note, a link, or text set apart.
Inline = str | dict[str, Any]
#: A paragraph, a list, a quotation, a heading, a table or an exhibit.
Block = dict[str, Any]

NOTE = re.compile(r"^\[\^(?P<name>[^\]\s]+)\]:[ \t]*(?P<text>.*(?:\n[ \t]+\S.*)*)$", re.MULTILINE)
REFERENCE = re.compile(r"\[\^(?P<name>[^\]\s]+)\]")
WIDE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]")
LINK = re.compile(r"(?i)https?://|[^:]*$")
#: The words that open the paragraph which says what will be done.
NEXT = Text("下一步", "Next")


class Reader:
    """Reads the rendered Markdown of one story in one language."""

    def __init__(self, ink: Ink, period: Period, language: Language, where: str) -> None:
        self.ink, self.period, self.language, self.where = ink, period, language, where
        self.exhibits: list[str] = []
        self.defined: dict[str, str] = {}
        self.order: list[str] = []

    def read(self, text: str) -> tuple[list[Block], list[list[Inline]]]:
        """The blocks of a text, and its notes in the order in which they are referred to.

        Raises:
            LushanError: it holds something that a story cannot.
        """
        for match in NOTE.finditer(text):
            self.defined[match["name"]] = "\n".join(line.strip() for line in match["text"].splitlines())
        blocks = [self._block(tokens) for tokens in _top(PARSER.parse(NOTE.sub("", text)))]
        notes = [self._line(PARSER.parseInline(self.defined[name])[0]) for name in self.order]
        if unused := sorted(set(self.defined) - set(self.order)):
            raise self._refused(f"no text refers to the note [^{unused[0]}]", "refer to it, or remove it")
        return blocks, notes

    def line(self, text: str) -> list[Inline]:
        """A single line, such as the title of an exhibit."""
        return self._line(PARSER.parseInline(text)[0])

    def _block(self, tokens: Sequence[Token]) -> Block:
        kind, inner = tokens[0].type, tokens[1:-1]
        if kind == "paragraph_open":
            return self._paragraph(inner[0])
        if kind == "heading_open":
            return {"heading": self._line(inner[0])}
        if kind in ("bullet_list_open", "ordered_list_open"):
            items = [self._item(item) for item in _top(inner)]
            return {"list": items, "ordered": kind == "ordered_list_open"}
        if kind == "blockquote_open":
            return {"quote": self._item(tokens)}
        if kind == "table_open":
            rows = [
                [self._line(cell[1]) for cell in _top(row[1:-1])] for part in _top(inner) for row in _top(part[1:-1])
            ]
            return {"table": rows[1:], "head": rows[0]}
        raise self._refused(
            f"it holds a {kind.removesuffix('_open')}", "write paragraphs, lists, quotations and tables"
        )

    def _item(self, tokens: Sequence[Token]) -> list[Inline]:
        """What a list's item or a quotation says: paragraphs and nothing else."""
        said: list[Inline] = []
        for block in _top(tokens[1:-1]):
            if block[0].type != "paragraph_open":
                raise self._refused("a list stands in a list, or something else that is no text", "write it apart")
            said += [*([{"break": True}] if said else []), *self._line(block[1])]
        return said

    def _paragraph(self, line: Token) -> Block:
        children = line.children or []
        if any(child.type == "image" for child in children):
            if len(children) > 1:
                raise self._refused("an exhibit stands in the middle of a text", "give it a line of its own")
            name = str(children[0].attrs["src"])
            self.exhibits.append(name)
            return {"exhibit": name}
        said = self._line(line)
        opens = said[0] if said and isinstance(said[0], dict) else {}
        first = opens.get("strong", [""])[0]
        is_next = isinstance(first, str) and first.startswith(NEXT.say(self.language))
        return {"next": said} if is_next else {"paragraph": said}

    def _line(self, line: Token) -> list[Inline]:
        stack: list[list[Inline]] = [[]]
        for child in line.children or []:
            if child.type == "text":
                stack[-1] += self._text(child.content)
            elif child.type == "code_inline":
                stack[-1].append({"code": child.content})
            elif child.type == "softbreak":
                stack[-1].append("\n")
            elif child.type == "hardbreak":
                stack[-1].append({"break": True})
            elif child.nesting == 1:
                stack[-1].append({"href": str(child.attrs["href"])} if child.type == "link_open" else {})
                stack.append([])
            elif child.nesting == -1:
                inner = stack.pop()
                name = {"strong_close": "strong", "em_close": "emphasis", "link_close": "link"}[child.type]
                opened = stack[-1].pop()
                assert isinstance(opened, dict)
                stack[-1].append({name: _joined(inner)} | opened)
            else:
                raise self._refused(f"a line holds a {child.type}", "write text, links and figures")
        return _joined(stack[0])

    def _text(self, text: str) -> list[Inline]:
        """Plain text, with what was inserted and what is referred to in its places."""
        said: list[Inline] = []
        for number, part in enumerate(MARK.split(text)):
            if number % 2:
                said.append(self._inserted(*self.ink.find(part)))
                continue
            for place, piece in enumerate(REFERENCE.split(part)):
                said.append({"note": self._note(piece)} if place % 2 else piece)
        return said

    def _inserted(self, thing: Inserted, written: str) -> Inline:
        if isinstance(thing, Value):
            return {"figure": thing.id(self.period), "text": written}
        if isinstance(thing, Change):
            return {"change": thing.value.id(self.period), "text": written}
        return {"quoted": written} if isinstance(thing, Quoted) else written

    def _note(self, name: str) -> int:
        if name not in self.defined:
            raise self._refused(f"there is no note [^{name}]", f"write it at the end: [^{name}]: …")
        if name not in self.order:
            self.order.append(name)
        return self.order.index(name) + 1

    def _refused(self, found: str, mend: str) -> LushanError:
        return LushanError(found, where=self.where, mend=mend)


def _parser() -> MarkdownIt:
    """The Markdown of stories: no HTML, no code blocks, no links but to the web and beside the page."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.disable(["entity", "code", "fence", "html_block", "html_inline", "autolink", "reference", "hr", "lheading"])
    parser.validateLink = lambda url: bool(LINK.match(url))  # type: ignore[method-assign]
    return parser


PARSER = _parser()


def _top(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """Tokens in groups, each a block from its opening to its closing."""
    groups, start, depth = [], 0, 0
    for place, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            groups.append(tokens[start : place + 1])
            start = place + 1
    return groups


def _joined(said: list[Inline]) -> list[Inline]:
    """Text put together; a line that ends in the source between two wide characters leaves no space."""
    joined: list[Inline] = []
    for piece in said:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        elif piece != "":
            joined.append(piece)
    wide = f"(?<={WIDE.pattern})\n|\n(?={WIDE.pattern})"
    return [re.sub(wide, "", piece).replace("\n", " ") if isinstance(piece, str) else piece for piece in joined]
