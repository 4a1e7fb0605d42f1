"""Text files as plain UTF-8, whatever they were packed and encoded in."""

from __future__ import annotations

import codecs
import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from lushan.errors import LushanError

SAMPLE = 1 << 20
BLOCK = 1 << 22
KNOWN = ("utf-8", "gb18030")


@contextmanager
def open_bytes(path: Path) -> Iterator[IO[bytes]]:
    """A file's bytes, unpacked where it is gzip.

    Raises:
        LushanError: while they are read, the archive proves broken or cut short.
    """
    packed = path.suffix.lower() == ".gz"
    try:
        with gzip.open(path, "rb") if packed else path.open("rb") as file:
            yield file  # type: ignore[misc]
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise LushanError(
            f"the archive cannot be unpacked to its end: {error}",
            where=str(path),
            mend="the file was cut short or damaged on its way: ask for it again",
        ) from None


def plain_text(path: Path, encoding: str, folder: Path) -> Path:
    """A text file as plain UTF-8: a link in ``folder`` to the file itself, or a copy where it is anything else.

    DuckDB takes an archive that was cut short for a whole one, so archives are unpacked here.

    Args:
        encoding: the name of the encoding; empty where the bytes are to tell.

    Raises:
        LushanError: the archive is broken, or a byte does not belong to the encoding.
    """
    name = codecs.lookup(encoding).name if encoding else _told_by_bytes(path)
    target = folder / "source.txt"
    if name == "utf-8" and path.suffix.lower() != ".gz":
        target.symlink_to(path.absolute())
        return target
    decoder = codecs.getincrementaldecoder(name)()
    done = 0
    with open_bytes(path) as source, target.open("wb") as out:
        while block := source.read(BLOCK):
            waiting = len(decoder.getstate()[0])
            try:
                out.write(decoder.decode(block).encode())
            except UnicodeDecodeError as error:
                raise wrong_byte(path, done - waiting + error.start, name) from None
            done += len(block)
        try:
            out.write(decoder.decode(b"", final=True).encode())
        except UnicodeDecodeError:
            raise wrong_byte(path, done, name) from None
    return target


def _told_by_bytes(path: Path) -> str:
    """UTF-8 or GB18030, as the first bytes of a file show.

    Raises:
        LushanError: neither fits.
    """
    with open_bytes(path) as file:
        sample = file.read(SAMPLE)
    for name in KNOWN:
        try:
            codecs.getincrementaldecoder(name)().decode(sample, final=len(sample) < SAMPLE)
        except UnicodeDecodeError:
            continue
        return name
    raise LushanError(
        "the bytes are neither UTF-8 nor GB18030", where=str(path), mend="name the encoding in the mapping: encoding: …"
    )


def wrong_byte(path: Path, at: int, encoding: str) -> LushanError:
    """The message for a byte that an encoding has no character for."""
    return LushanError(
        f"byte {at} is not {encoding.upper()}",
        where=str(path),
        mend="name the right encoding in the mapping (encoding: gb18030), or ask for the file again",
    )
