"""Reading XES event logs (IEEE 1849), plain or compressed, as a table of events."""

from __future__ import annotations

import codecs
import gzip
import html
import re
import zlib
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lushan.engines.process.markup import NotMarkup, Places, Tags
from lushan.errors import LushanError

#: How many bytes are looked at together, and how many such pieces at once.
PIECE, WORKERS = 1 << 22, 2
#: Within how many bytes a log must have begun.
HEADER = 1 << 24
TYPES = {
    "string": pa.string(),
    "id": pa.string(),
    "date": pa.timestamp("us", "UTC"),
    "int": pa.int64(),
    "float": pa.float64(),
    "boolean": pa.bool_(),
}
DECLARED = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([\w.-]+)")
ROOT = re.compile(rb"<((?:[\w.-]+:)?)log[\s>]")
MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16", codecs.BOM_UTF8: "utf-8-sig"}


@dataclass(frozen=True)
class Attributes:
    """The attributes of some elements: a text column for each key, and the kinds of XES that it was written as."""

    columns: dict[str, pa.Array]
    kinds: dict[str, frozenset[str]]


#: A piece of text, and whether it is the last; how many events it has, and their attributes.
Piece = tuple[bytes, bool]
Read = tuple[int, Attributes]


def read_xes(path: Path) -> pa.Table:
    """A log's events, each with its case's attributes.

    Columns are the log's own keys; those of cases begin with ``case:``, and ``event:index`` is an event's place in its
    case, from 0 on. A column has the type of its attributes, or is text where they differ; instants are in UTC. What an
    element lacks is empty. Attributes inside of attributes, and what a log says of itself, are passed over.

    Raises:
        LushanError: the file is not XES, or was cut short.
    """
    try:
        with _opened(path) as file, ThreadPoolExecutor(WORKERS) as pool:
            return _typed(list(_ahead(pool, _pieces(file))))
    except (EOFError, zlib.error) as error:
        found, mend = f"the log cannot be read to its end: {error}", "the file was cut short: ask for it again"
    except (NotMarkup, UnicodeDecodeError, gzip.BadGzipFile, pa.ArrowInvalid) as error:
        found, mend = f"this is not XES: {error}", "see that it is the right file, and whole"
    raise LushanError(found, where=str(path), expected="an event log as IEEE 1849 describes it", mend=mend)


def _opened(path: Path) -> IO[bytes]:
    """The file as a stream of UTF-8."""
    with path.open("rb") as raw:
        zipped = raw.read(2) == b"\x1f\x8b"

    def opened() -> IO[bytes]:
        return gzip.open(path) if zipped else path.open("rb")  # type: ignore[return-value]

    with opened() as file:
        begins = file.read(200)
    declared = DECLARED.search(begins)
    encoding = next((name for mark, name in MARKS.items() if begins.startswith(mark)), "")
    encoding = encoding or (declared[1].decode() if declared else "utf-8")
    if encoding.lower() in ("utf-8", "ascii", "us-ascii"):
        return opened()
    return codecs.EncodedFile(opened(), "utf-8", encoding)


def _pieces(file: IO[bytes]) -> Iterator[Piece]:
    """The text in pieces that end with a case, each within a log element; the last one is marked."""
    held = file.read(PIECE)
    while (root := ROOT.search(held)) is None and len(held) < HEADER and (more := file.read(PIECE)):
        held += more
    if root is None:
        raise NotMarkup("there is no log in it")
    end = b"</" + root[1] + b"trace>"
    while more := file.read(PIECE):
        cut = held.rfind(end) + len(end)
        if cut >= len(end):
            yield held[:cut], False
            held = b"<log>" + held[cut:]
        held += more
    yield held, True


def _ahead(pool: ThreadPoolExecutor, pieces: Iterator[Piece]) -> Iterator[Read]:
    """The events of all pieces in order; a few pieces are looked at at once."""
    under_way: deque[Future[Read]] = deque()
    for piece in pieces:
        under_way.append(pool.submit(_events, piece))
        if len(under_way) > WORKERS:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


def _events(piece: Piece) -> Read:
    """How many events a piece has, and their attributes with those of their cases."""
    text, is_last = piece
    tags = Tags.of(text)
    codes, names = tags.codes, [head.name for head in tags.heads]
    closing = np.array([name.startswith("/") for name in names])[codes]
    change = np.where(closing, -1, np.where(tags.self_closing, 0, 1))
    depth = np.cumsum(change)
    if len(depth) == 0 or depth[-1] != (0 if is_last else 1):
        raise NotMarkup("its elements are not closed: it may have been cut short")
    level = np.where(closing, -1, depth - change)
    is_event, is_trace, is_attribute = (np.isin(names, kind)[codes] for kind in ("event", "trace", list(TYPES)))
    first, second = np.flatnonzero(level == 1), np.flatnonzero(level == 2)
    traces, events = first[is_trace[first]], second[is_event[second]]
    events = events[is_trace[_parents(first, events)]]
    case_of = np.searchsorted(traces, events) - 1
    of_events = np.flatnonzero(is_attribute & (level == 3))
    of_cases = np.flatnonzero(is_attribute & (level == 2))
    mine = _attributes(tags, of_events, _parents(second, of_events), events)
    theirs = _attributes(tags, of_cases, _parents(first, of_cases), traces)
    begins = np.searchsorted(events, traces)
    columns = {f"case:{key}": column.take(pa.array(case_of)) for key, column in theirs.columns.items()}
    kinds = {f"case:{key}": kind for key, kind in theirs.kinds.items()}
    place = pa.array(np.arange(len(events)) - begins[case_of] if len(events) else np.array([], np.int64))
    columns |= mine.columns | {"event:index": place}
    return len(events), Attributes(columns, kinds | mine.kinds | {"event:index": frozenset({"int"})})


def _parents(outer: Places, tags: Places) -> Places:
    """The element of the next outer level that each tag stands in."""
    return outer[np.searchsorted(outer, tags) - 1] if len(outer) else tags


def _attributes(tags: Tags, mine: Places, parents: Places, owners: Places) -> Attributes:
    """The attributes that stand in some elements, a value of each key for each element."""
    owner = np.searchsorted(owners, parents)
    owned = np.take(owners, owner, mode="clip") == parents if len(owners) else np.zeros(len(mine), bool)
    mine, owner = mine[owned], owner[owned]
    codes = tags.codes[mine]
    of_key: dict[str, list[int]] = {}
    for code in np.unique(codes).tolist():
        head = tags.heads[code]
        if (head.first, head.second) != ("key", "value"):
            raise NotMarkup(f"<{head.name}> has no key or no value")
        of_key.setdefault(html.unescape(head.value), []).append(code)
    values = tags.values(mine)
    order = np.argsort(codes, kind="stable")
    ends = np.searchsorted(codes[order], np.arange(len(tags.heads)), side="right").tolist()
    columns, kinds = {}, {}
    for key, heads in of_key.items():
        index = np.full(len(owners), -1)
        for code in heads:
            chosen = order[ends[code - 1] if code else 0 : ends[code]]
            index[owner[chosen]] = chosen
        columns[key] = _unescaped(values.take(pa.array(index, mask=index < 0)))
        kinds[key] = frozenset(tags.heads[code].name for code in heads)
    return Attributes(columns, kinds)


def _unescaped(texts: pa.Array) -> pa.Array:
    """Texts with their references resolved and their white space as blanks."""
    texts.validate(full=True)
    if not pc.any(pc.match_substring_regex(texts, "[&\t\r\n]")).as_py():
        return texts
    encoded = texts.dictionary_encode()
    plain_texts = [html.unescape(re.sub("\r\n|[\t\r\n]", " ", text)) for text in encoded.dictionary.to_pylist()]
    return pa.array(plain_texts, pa.string()).take(encoded.indices)


def _typed(pieces: list[Read]) -> pa.Table:
    """The pieces as one table, each column with the type that its attributes have in common."""
    names = dict.fromkeys(name for _, part in pieces for name in part.columns)
    columns = {}
    for name in names:
        kinds = frozenset[str]().union(*(part.kinds.get(name, frozenset()) for _, part in pieces))
        parts = [part.columns.get(name, pa.nulls(rows, pa.string())) for rows, part in pieces]
        wanted = TYPES[next(iter(kinds))] if len(kinds) == 1 else pa.string()
        columns[name] = pa.chunked_array([_cast(part, wanted) for part in parts], wanted)
    return pa.table(columns)


def _cast(texts: pa.Array, wanted: pa.DataType) -> pa.Array:
    """Texts as values of a type; what cannot be read as one is empty."""
    if texts.type == wanted:
        return texts
    try:
        return texts.cast(wanted)
    except pa.ArrowInvalid:
        read = {text: _value(text, wanted) for text in texts.unique().drop_null().to_pylist()}
        return pa.array([read.get(text) for text in texts.to_pylist()], wanted)


def _value(text: str, wanted: pa.DataType) -> object:
    try:
        if pa.types.is_timestamp(wanted):
            moment = datetime.fromisoformat(text)
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return pa.scalar(text).cast(wanted).as_py()
    except (ValueError, pa.ArrowInvalid):
        return None
