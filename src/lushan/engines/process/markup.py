"""The tags of an XML text as arrays, found all at once: what an element and its first two attributes say.

An XES file is a million small elements of two attributes each. A parser that calls back for each of them spends its
time on calling; the places of ``<``, ``>`` and quotes tell as much, for neither ``<`` nor another quote can stand in an
attribute.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Places = NDArray[np.int64]
QUOTED = re.compile(rb"\"[^\"]*\"|'([^']*)'")
TURNED = re.compile(rb"(value=\"[^\"]*\")\s+(key=\"[^\"]*\")")
HEAD = re.compile(r"(/?)(?:[\w.-]+:)?([\w.-]+)\s*(?:([\w.:-]+)\s*=\s*(?:\"([^\"]*)\"\s*(?:([\w.:-]+)\s*=\s*)?)?)?/?\s*")
#: What begins like a tag and is none, and how it ends.
UNSEEN = {b"<!--": b"-->", b"<![C": b"]]>", b"<!DO": b">"}


class NotMarkup(Exception):
    """The text is no well-formed XML of the kind that XES is."""


@dataclass(frozen=True)
class Head:
    """What a tag says before its second value: its name, its first attribute with its value, and its second's name.

    The name is without its prefix; that of a closing tag begins with ``/``.
    """

    name: str
    first: str
    value: str
    second: str

    @classmethod
    def of(cls, text: str) -> Head:
        """A head as it is written.

        >>> Head.of('x:string key="org:role" value=')
        Head(name='string', first='key', value='org:role', second='value')
        """
        found = HEAD.fullmatch(text)
        if found is None:
            raise NotMarkup(f"<{text[:40]} is no tag that is known")
        return cls(found[1] + found[2], found[3] or "", found[4] or "", found[5] or "")


@dataclass(frozen=True)
class Tags:
    """All tags of a text, in order.

    Args:
        text: in UTF-8.
        starts: where each tag's ``<`` is.
        ends: where each tag's ``>`` is.
        quotes: where all quotes are, and where the text ends.
        first: for each tag, how many quotes lie before it; one more at the end.
    """

    text: bytes
    starts: Places
    ends: Places
    quotes: Places
    first: Places

    @classmethod
    def of(cls, text: bytes) -> Tags:
        """The tags of a text, without comments and instructions, attributes in double quotes and keys before values.

        Raises:
            NotMarkup: a tag or a quote is not closed, or what stands in a tag cannot be read.

        >>> Tags.of(b"<?xml version='1.0'?><log><!-- old --><string value='b' key='a'/></log>").text
        b'<log><string key="a" value="b"/></log>'
        """
        signs = np.frombuffer(text, np.uint8)
        starts, quotes, closings = (np.flatnonzero(signs == ord(sign)) for sign in '<">')
        quotes = np.append(quotes, [len(text)] * 3)  # so that what has no quote has a place to end at
        others = starts[np.isin(np.take(signs, starts + 1, mode="clip"), list(b"!?"))]
        if len(others):
            return cls.of(_without(text, others.tolist()))
        first = np.append(np.searchsorted(quotes, starts), len(quotes) - 3)
        counts = np.diff(first)
        last = np.where(counts > 0, quotes[first[1:] - 1], starts)
        after = np.searchsorted(closings, last)
        if np.any(counts % 2) or np.any(after >= len(closings)):
            raise NotMarkup("a tag or a quote is not closed")
        tags = cls(text, starts, closings[after], quotes, first)
        if any("'" in head for head in tags._written[1]):
            return cls.of(QUOTED.sub(_double_quoted, text))
        if any(head.second == "key" for head in tags.heads):
            return cls.of(TURNED.sub(rb"\2 \1", text))
        return tags

    @cached_property
    def self_closing(self) -> NDArray[np.bool_]:
        """Which tags are elements without content."""
        closed: NDArray[np.bool_] = np.frombuffer(self.text, np.uint8)[self.ends - 1] == ord("/")
        return closed

    @property
    def codes(self) -> Places:
        """The number of each tag's head."""
        return self._written[0]

    @cached_property
    def heads(self) -> list[Head]:
        """The different heads, by their numbers."""
        return [Head.of(text) for text in self._written[1]]

    @cached_property
    def _written(self) -> tuple[Places, Sequence[str]]:
        """The number of each tag's head, and the different heads as they are written: up to the third quote."""
        third = self.quotes[self.first[:-1] + 2]
        encoded = self._slices(self.starts + 1, np.minimum(third, self.ends)).dictionary_encode()
        return encoded.indices.to_numpy(), encoded.dictionary.to_pylist()

    def values(self, tags: Places) -> pa.Array:
        """What some tags have between their third and their fourth quote."""
        places = self.first[tags]
        return self._slices(self.quotes[places + 2] + 1, self.quotes[places + 3])

    def _slices(self, starts: Places, ends: Places) -> pa.Array:
        """Pieces of the text that follow one another, as strings: every second piece of the text cut at all places."""
        cuts = np.empty(2 * len(starts) + 1, np.int32)
        cuts[0] = 0
        cuts[1::2], cuts[2::2] = starts, ends
        pieces = pa.Array.from_buffers(
            pa.string(), 2 * len(starts), [None, pa.py_buffer(cuts), pa.py_buffer(self.text)]
        )
        return pieces.take(pa.array(np.arange(1, 2 * len(starts), 2)))


def _without(text: bytes, others: Sequence[int]) -> bytes:
    """The text without what begins at some places and is no tag."""
    kept, done = [], 0
    for start in others:
        if start < done:
            continue  # within one that is left out already
        closing = UNSEEN.get(text[start : start + 4], b"?>")
        end = text.find(closing, start)
        if end < 0:
            raise NotMarkup(f"{text[start : start + 4].decode(errors='replace')} is not closed")
        kept.append(text[done:start])
        done = end + len(closing)
    return b"".join([*kept, text[done:]])


def _double_quoted(found: re.Match[bytes]) -> bytes:
    return found[0] if found[1] is None else b'"' + found[1].replace(b'"', b"&quot;") + b'"'
