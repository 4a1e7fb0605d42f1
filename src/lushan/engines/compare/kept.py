"""Checksums kept in a file, so that the next comparison costs only what has changed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lushan.engines.compare.cut import Cut
from lushan.engines.compare.match import Matched
from lushan.engines.compare.questions import Questions
from lushan.engines.compare.segments import Differing
from lushan.engines.compare.side import SUMS, Sums
from lushan.errors import LushanError

SCHEMA = pa.schema([("part", pa.string()), *SUMS, ("outcome", pa.list_(pa.int64()))])
NOTE = b"lushan.compare"


@dataclass
class Kept:
    """What comparisons keep for the next: how tables were cut into segments, and the checksums of their parts.

    A part's name says what it is of and how it was hashed, so what is kept never stands for something else.

    Args:
        path: the Parquet file; nothing is kept without one.
        cuts: for each kind of key, how tables are cut by it.
        asked: what was asked of the sides when they were last compared.
        found: what came of it in segments that differed.
    """

    path: Path | None
    cuts: dict[str, Cut] = field(default_factory=dict)
    parts: dict[str, Sums] = field(default_factory=dict)
    asked: str = ""
    found: dict[Differing, Matched] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path | None) -> Kept:
        """What is kept in a file; nothing, where it is not there yet.

        Raises:
            LushanError: the file holds something else.
        """
        if path is None or not path.exists():
            return cls(path)
        try:
            table = pq.read_table(path)
            note = json.loads(table.schema.metadata[NOTE])
            table = table.cast(SCHEMA)
        except (pa.ArrowException, KeyError, TypeError, ValueError) as error:
            raise LushanError(
                "this is not a file that an earlier comparison kept", where=str(path),
                mend="name another file, or remove it: the comparison then computes all of it",
            ) from error  # fmt: skip
        parts = {
            name: Sums(table.filter(pc.equal(table["part"], name)).select(SUMS.names), seen)
            for name, seen in note["seen"].items()
        }
        outcomes = table.filter(pc.is_valid(table["outcome"]))["outcome"].to_pylist()
        cuts = {key: Cut(*cut) for key, cut in note["cuts"].items()}
        return cls(path, cuts, parts, note["asked"], dict(map(_outcome, outcomes)))

    def keep(self, sums: Mapping[str, Sums]) -> None:
        """Keep the checksums of parts at once, so that nothing is lost if the next step fails."""
        self.parts.update(sums)
        self._write()

    def outcomes(self, asked: Sequence[Questions]) -> dict[Differing, Matched]:
        """What is known of segments that differ, if the same was asked of the sides."""
        return self.found if self.asked == _digest(asked) else {}

    def settle(self, names: Set[str], asked: Sequence[Questions], found: dict[Differing, Matched]) -> None:
        """Keep what came of a comparison, and forget what its tables no longer have.

        Args:
            names: the parts that they have.
        """
        settled = {name: sums for name, sums in self.parts.items() if name in names}
        if (self.asked, self.found, self.parts.keys()) != (_digest(asked), found, settled.keys()):
            self.asked, self.found, self.parts = _digest(asked), found, settled
            self._write()

    def _write(self) -> None:
        if self.path is None:
            return
        tables = [
            found.table.add_column(0, SCHEMA.field("part"), pa.array([name] * found.table.num_rows, pa.string()))
            for name, found in self.parts.items()
        ]
        tables.append(pa.table({"outcome": pa.array(map(_written, self.found.items()), SCHEMA.field("outcome").type)}))
        note = {
            "cuts": {key: [cut.bits, cut.ways] for key, cut in self.cuts.items()},
            "seen": {name: sums.seen for name, sums in self.parts.items()},
            "asked": self.asked,
        }
        table = pa.concat_tables([SCHEMA.empty_table(), *tables], promote_options="default")
        draft = self.path.with_name(self.path.name + ".new")
        try:
            pq.write_table(table.replace_schema_metadata({NOTE: json.dumps(note)}), draft, compression="zstd")
            draft.replace(self.path)
        except OSError as error:
            raise LushanError(
                f"the disk refused: {error}", where=str(self.path), mend="make room, or keep it elsewhere"
            ) from error


def _digest(asked: Sequence[Questions]) -> str:
    return " ".join(each.digest() for each in asked)


def _written(known: tuple[Differing, Matched]) -> list[int]:
    differing, found = known
    counts = (found.missing, found.extra, found.changed, int(found.repeated), *found.changed_by)
    return [differing.segment, *differing.left, *differing.right, *counts]


def _outcome(written: list[int]) -> tuple[Differing, Matched]:
    segment, n, s, m, t, missing, extra, changed, repeated, *by = written
    return Differing(segment, (n, s), (m, t)), Matched(missing, extra, changed, tuple(by), bool(repeated))
