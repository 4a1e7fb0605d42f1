"""The encoding of a text file: found from its bytes, and changed to UTF-8 where it is another."""

from __future__ import annotations

import codecs
import gzip
from pathlib import Path
from typing import IO

from lushan.errors import LushanError

SAMPLE = 1 << 20
BLOCK = 1 << 22
KNOWN = ("utf-8", "gb18030")


def open_bytes(path: Path) -> IO[bytes]:
    """A file's bytes, unpacked where it is gzip."""
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")  # type: ignore[return-value]


def encoding_of(path: Path, named: str = "") -> str:
    """The encoding of a file: the one that is named, or UTF-8 or GB18030 as its first bytes show.

    Raises:
        LushanError: neither fits, or the name is of no encoding.
    """
    if named:
        try:
            return codecs.lookup(named).name
        except LookupError:
            raise LushanError(
                f"{named!r} is no encoding",
                where=str(path),
                expected="utf-8, gb18030, …",
                mend="correct encoding: in the mapping",
            ) from None
    with open_bytes(path) as file:
        sample = file.read(SAMPLE)
    for name in KNOWN:
        decoder = codecs.getincrementaldecoder(name)()
        try:
            decoder.decode(sample, final=len(sample) < SAMPLE)
        except UnicodeDecodeError:
            continue
        return name
    raise LushanError(
        "the bytes are neither UTF-8 nor GB18030", where=str(path), mend="name the encoding in the mapping: encoding: …"
    )


def as_utf8(path: Path, encoding: str, folder: Path) -> Path:
    """The file itself when it is UTF-8, else a copy of it in UTF-8.

    Raises:
        LushanError: a byte of it does not belong to the encoding.
    """
    if encoding == "utf-8":
        return path
    target = folder / f"{path.name.removesuffix('.gz')}.utf8"
    decoder = codecs.getincrementaldecoder(encoding)()
    done = 0
    with open_bytes(path) as source, target.open("w", encoding="utf-8", newline="") as out:
        while block := source.read(BLOCK):
            try:
                out.write(decoder.decode(block))
            except UnicodeDecodeError as error:
                raise wrong_byte(path, done + error.start, encoding) from None
            done += len(block)
        try:
            out.write(decoder.decode(b"", final=True))
        except UnicodeDecodeError:
            raise wrong_byte(path, done, encoding) from None
    return target


def wrong_byte(path: Path, at: int, encoding: str) -> LushanError:
    """The message for a byte that an encoding has no character for."""
    return LushanError(
        f"byte {at} is not {encoding.upper()}",
        where=str(path),
        mend="name the right encoding in the mapping (encoding: gb18030), or ask for the file again",
    )
