"""What DuckDB says when a source fails it, said of the source."""

from __future__ import annotations

import errno
import re

import duckdb

from lushan.errors import LushanError

AGAIN = "make room and land it again; nothing was changed"
CUT = "the file was cut short or damaged: ask for it again"
UNQUOTED = "a value holds the delimiter and has no quotes: ask for the file again"


def refused(source: str, error: duckdb.Error | OSError) -> LushanError:
    """The message for a source that DuckDB could not read to its end, or could not keep.

    What it says while it hands over rows arrives as an OSError, of which only the words are its own.
    """
    said = str(error)
    line = re.search(r"on Line: (\d+)", said)
    where = f"{source}:{line[1]}" if line else source
    if said.startswith("Out of Memory Error"):
        return LushanError(
            "it needs more memory than it may use", where=source, mend="raise memory under [compute] in lushan.toml"
        )
    if re.search("No space left|File too large|quota exceeded", said):
        return LushanError("the disk is full", where=source, mend=AGAIN)
    if counts := re.search(r"Expected Number of Columns: (\d+) Found: (\d+)", said):
        expected, found = map(int, counts.groups())
        return LushanError(
            f"the row has {found} columns, the header {expected}",
            where=where,
            mend=CUT if found < expected else UNQUOTED,
        )
    if "unterminated quote" in said:
        return LushanError("a quote is opened and does not close where the value ends", where=where, mend=CUT)
    if "invalid state" in said:
        return LushanError(
            "its lines end in different ways, or text follows a closing quote",
            where=where,
            mend="ask for the file again",
        )
    if "magic bytes" in said:
        return LushanError("its end is not that of a Parquet file", where=source, mend=CUT)
    if malformed := re.search(r"Malformed JSON .*at byte (\d+) in line (\d+): (.*?)\.? *$", said, re.MULTILINE):
        where = f"{source}:{int(malformed[2]) - 1}:{malformed[1]}"  # DuckDB counts these lines from 2
        if "UTF-8" not in malformed[3]:
            return LushanError(f"this is not JSON: {malformed[3]}", where=where, mend=CUT)
    if re.search("utf-?8|unicode", said, re.IGNORECASE):
        return LushanError(
            "a byte is not UTF-8", where=where, mend="name the encoding in the mapping: encoding: gb18030"
        )
    if re.match("(Conversion|Out of Range) Error", said) or "Could not parse string" in said:
        return LushanError(
            f"an expression fails on one of its rows: {_first(said)}",
            where=source,
            mend="write try_cast or try_strptime in it, and a rule for what then stays empty",
        )
    return LushanError(f"it cannot be read: {_first(said)}", where=where, mend=CUT)


def refused_by_disk(source: str, error: OSError) -> LushanError:
    """The message for a file that could not be read or written."""
    if error.errno is None:
        return refused(source, error)
    if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
        return LushanError("the disk is full", where=source, mend=AGAIN)
    return LushanError(
        f"{error.filename or 'a file'}: {error.strerror or error}",
        where=source,
        mend="see that it may be read, and the workspace written",
    )


def _first(said: str) -> str:
    """The first line of what DuckDB said, without the paths of files that were there for the landing alone."""
    line = re.sub(r"^.*?Error: ", "", said.strip().splitlines()[0])
    return re.sub(r"(in|file) (file )?['\"]\S*/_staging/\S*['\"],? ?", "", line)
