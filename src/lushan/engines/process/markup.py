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
import pyarrow.compute as pc
from numpy.typing import NDArray

Places = NDArray[np.int64]
QUOTED = re.compile(rb"\"[^\"]*\"|'([^']*)'")
HEAD = re.compile(r"(/?)(?:[\w.-]+:)?([\w.-]+)\s*(?:([\w.:-]+)\s*=\s*)?/?\s*")
#: What begins like a tag and is none, and how it ends.
UNSEEN = {b"<!--": b"-->", b"<![C": b"]]>", b"<!DO": b">"}


class NotMarkup(Exception):
    """The text is no well-formed XML of the kind that XES is."""


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
        """The tags of a text, without comments and instructions, their attributes in double quotes.

        Raises:
            NotMarkup: a tag or a quote is not closed.

        >>> Tags.of(b"<?xml version='1.0'?><log><!-- old --><string key='a' value='b'/></log>").text
        b'<log><string key="a" value="b"/></log>'
        """
        signs = np.frombuffer(text, np.uint8)
        starts, quotes, closings = (np.flatnonzero(signs == ord(sign)) for sign in '<">')
        quotes = np.append(quotes, len(text))  # so that what has no quote has a place to end at
        others = starts[np.isin(np.take(signs, starts + 1, mode="clip"), list(b"!?"))]
        if len(others):
            return cls.of(_without(text, others.tolist()))
        first = np.append(np.searchsorted(quotes, starts), len(quotes) - 1)
        counts = np.diff(first)
        last = np.where(counts > 0, quotes[first[1:] - 1], starts)
        after = np.searchsorted(closings, last)
        if np.any(counts % 2) or np.any(after >= len(closings)):
            raise NotMarkup("a tag or a quote is not closed")
        tags = cls(text, starts, closings[after], quotes, first)
        if b"'" in b"".join(head.encode() for head in tags.heads[1]):
            return cls.of(QUOTED.sub(_double_quoted, text))
        return tags

    @cached_property
    def counts(self) -> Places:
        """How many quotes each tag has."""
        return np.diff(self.first)

    @cached_property
    def self_closing(self) -> NDArray[np.bool_]:
        """Which tags are elements without content."""
        closed: NDArray[np.bool_] = np.frombuffer(self.text, np.uint8)[self.ends - 1] == ord("/")
        return closed

    @cached_property
    def heads(self) -> tuple[Places, Sequence[str]]:
        """The number of each tag's head, which is what stands before its first quote; and the different heads."""
        until = np.where(self.counts > 0, self.quotes[self.first[:-1]], self.ends)
        return _encoded(self._slices(self.starts + 1, until))

    @cached_property
    def names(self) -> list[str]:
        """The name of the element that each head is of, without its prefix; those of closing tags begin with ``/``."""
        return [_head(head)[0] for head in self.heads[1]]

    def attributes(self, tags: Places) -> tuple[pa.Array, pa.Array]:
        """The first two attributes of some tags, as `key` and `value`; they may stand in either order.

        Raises:
            NotMarkup: a tag has not two attributes, or others.
        """
        if np.any(self.counts[tags] < 4):
            raise NotMarkup("an attribute has no key or no value")
        places = self.first[tags]
        opened, closed, again, ended = (self.quotes[places + step] for step in range(4))
        codes, heads = self.heads
        between, seconds = _encoded(self._slices(closed + 1, again))
        is_key = np.array([_head(head)[1] == "key" for head in heads])[codes[tags]]
        is_value = np.array([_head(f"x {second}")[1] == "value" for second in seconds])[between]
        forward = is_key & is_value
        if np.any(is_key != is_value):
            raise NotMarkup("an attribute has no key or no value")
        one, other = self._slices(opened + 1, closed), self._slices(again + 1, ended)
        if np.all(forward):
            return one, other
        mask = pa.array(forward)
        return pc.if_else(mask, one, other), pc.if_else(mask, other, one)

    def _slices(self, starts: Places, ends: Places) -> pa.Array:
        """Pieces of the text that follow one another, as strings: every second piece of the text cut at all places."""
        cuts = np.empty(2 * len(starts) + 1, np.int32)
        cuts[0] = 0
        cuts[1::2], cuts[2::2] = starts, ends
        pieces = pa.Array.from_buffers(
            pa.string(), 2 * len(starts), [None, pa.py_buffer(cuts), pa.py_buffer(self.text)]
        )
        return pieces.take(pa.array(np.arange(1, 2 * len(starts), 2)))


def _encoded(texts: pa.Array) -> tuple[Places, Sequence[str]]:
    encoded = texts.dictionary_encode()
    return encoded.indices.to_numpy(), encoded.dictionary.to_pylist()


def _head(text: str) -> tuple[str, str]:
    """The name of an element and of its first attribute."""
    found = HEAD.fullmatch(text)
    if found is None:
        raise NotMarkup(f"<{text[:40]} is no tag that is known")
    return found[1] + found[2], found[3] or ""


def _without(text: bytes, others: Sequence[int]) -> bytes:
    """The text without what begins at some places and is no tag."""
    kept, done = [], 0
    for start in others:
        if start < done:
            continue  # within one that is left out already
        closing = UNSEEN.get(text[start : start + 4], b"?>")
        end = text.find(closing, start)
        if end < 0:
            raise NotMarkup(f"{text[start : start + 4].decode()} is not closed")
        kept.append(text[done:start])
        done = end + len(closing)
    return b"".join([*kept, text[done:]])


def _double_quoted(found: re.Match[bytes]) -> bytes:
    return found[0] if found[1] is None else b'"' + found[1].replace(b'"', b"&quot;") + b'"'
