"""Compare two tables, wherever they lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lushan.engines.compare.cut import Cut, choose, leading
from lushan.engines.compare.desk import Desk, reading
from lushan.engines.compare.field import Pair
from lushan.engines.compare.kept import Kept
from lushan.engines.compare.match import SHOWN, Matched, Rows, match, told
from lushan.engines.compare.pairing import Pairing, pair_columns
from lushan.engines.compare.probe import unhashed
from lushan.engines.compare.questions import Questions, quoted
from lushan.engines.compare.result import ColumnResult, Comparison
from lushan.engines.compare.segments import Differing, chunks, differing_segments, elsewhere
from lushan.engines.compare.side import Side, Source, Sums
from lushan.engines.compare.terms import Terms

NO_ROWS = pa.schema([("difference", pa.string()), ("columns", pa.list_(pa.string()))]).empty_table()


def compare(
    left: Source,
    right: Source,
    terms: Terms,
    *,
    keep: Path | None = None,
    failing: Path | None = None,
    cover: Callable[[pa.Table], pa.Table] = lambda rows: rows,
    memory: str = "2GB",
    folder: Path | None = None,
) -> Comparison:
    """Compare two tables.

    Each side cuts its rows into the same segments and hashes them where they lie. Only rows of segments whose
    checksums differ are fetched, and compared value by value.

    Args:
        terms: by which key, which columns, how exactly.
        keep: a file in which checksums are kept, so that the next comparison reads only what has changed.
        failing: a Parquet file to write all rows that differ to.
        cover: what is done to rows that differ before anyone is shown them, in the sample or in the file.
        memory: how much the comparison may hold before it uses the disk.
        folder: where it puts what does not fit; the system's folder for temporary files without it.

    Raises:
        LushanError: a side cannot be read, or the terms do not fit the tables. What was hashed until then is kept.
    """
    with Desk(memory, folder) as desk, left.open(desk) as one, right.open(desk) as other:
        paired = pair_columns(one.fields(), other.fields(), terms, (left.name, right.name))
        kept = Kept.read(keep)
        asked = _questions(one, other, paired, kept, terms.zone)
        if keep is None:
            asked = unhashed(desk, (one, other), asked)
        sums = [side.sums(each, kept.parts, kept.keep) for side, each in zip((one, other), asked, strict=True)]
        shared = sums[0].keys() & sums[1].keys()
        differing, segments = differing_segments(desk, sums, shared)
        outcomes = _still_so(differing, kept.outcomes(asked) if failing is None else {})
        looked_at = [each for each in differing if each not in outcomes]
        sample = NO_ROWS
        try:
            with _writing(failing, cover) as write, reading(f"{left.name} and {right.name}"):
                for chunk in chunks(looked_at, asked[0].cut):
                    rows = _fetched(desk, (one, other), asked, sums, shared, chunk)
                    matched, unequal = match(desk, rows)
                    if write is not None:
                        write(desk.stream(told(rows, unequal)))
                    if sample.num_rows < SHOWN and matched:
                        first = desk.arrow(f"{told(rows, unequal)} LIMIT {SHOWN - sample.num_rows}")
                        sample = pa.concat_tables([sample, first]) if sample.num_rows else first
                    outcomes |= {each: matched.get(each.segment, Matched()) for each in chunk}
        finally:
            kept.settle(sums[0].keys() | sums[1].keys(), asked, outcomes)
        total = sum(outcomes.values(), Matched())
        return _result(
            (left.name, right.name),
            paired,
            sums,
            total,
            cover(sample),
            (segments, sum(found != Matched() for found in outcomes.values())),
        )


def _fetched(
    desk: Desk,
    sides: tuple[Side, Side],
    asked: tuple[Questions, Questions],
    sums: Sequence[Mapping[str, Sums]],
    shared: Set[str],
    chunk: Sequence[Differing],
) -> Rows:
    """The rows of some segments, on the desk."""
    segments = [each.segment for each in chunk]
    desk.lay("differing", pa.table({"segment": pa.array(segments, pa.int64())}))
    left, right = (
        side.rows(questions, segments, shared | elsewhere(found, segments))
        for side, questions, found in zip(sides, asked, sums, strict=True)
    )
    counts = sum(each.left[0] for each in chunk), sum(each.right[0] for each in chunk)
    return Rows(left, right, counts, asked[0].pairs, asked[0].named, asked[0].texts)


def _still_so(differing: Sequence[Differing], known: Mapping[Differing, Matched]) -> dict[Differing, Matched]:
    """What is known of segments that are still the same, without the first: they are looked at, to show some rows."""
    shown, outcomes = 0, {}
    for each in differing:
        if each in known:
            found = known[each]
            if found == Matched() or shown >= SHOWN:
                outcomes[each] = found
            shown += found.missing + found.extra + found.changed
    return outcomes


def _questions(one: Side, other: Side, paired: Pairing, kept: Kept, zone: str) -> tuple[Questions, Questions]:
    """What each side is asked: the same, each in its own words."""
    texts = not (one.own and other.own)
    mirrored = tuple(pair.mirrored for pair in paired.pairs)
    ordered = bool(paired.key) and leading(paired.pairs[0], "") is not None
    name = "|".join([str(ordered), *(f"{pair.name}:{pair.kind}" for pair in paired.pairs[: paired.key])])
    cut = kept.cuts.get(name) or _cut(one, other, paired)
    kept.cuts[name] = cut
    return (
        Questions(paired.pairs, paired.key, cut, one.speech, texts, zone),
        Questions(mirrored, paired.key, cut, other.speech, texts, zone),
    )


def _cut(one: Side, other: Side, paired: Pairing) -> Cut:
    first = paired.pairs[0] if paired.key else None
    columns = (quoted(first.left.name), quoted(first.right.name)) if first else ("", "")
    extents = [
        side.extent(leading(first, column) if first else None)
        for side, column in zip((one, other), columns, strict=True)
    ]
    ends = [end for extent in extents for end in (extent.low, extent.high) if end is not None]
    rows = max(extent.rows for extent in extents)
    return choose((min(ends), max(ends)) if ends else None, rows, alone=paired.key == 1)


@contextmanager
def _writing(
    path: Path | None, cover: Callable[[pa.Table], pa.Table]
) -> Iterator[Callable[[pa.RecordBatchReader], None] | None]:
    """A function that adds rows to a Parquet file; the file is there when all of them are."""
    if path is None:
        yield None
        return
    writer: list[pq.ParquetWriter] = []
    draft = path.with_name(path.name + ".new")

    def write(rows: pa.RecordBatchReader) -> None:
        for batch in rows:
            covered = cover(pa.Table.from_batches([batch]))
            if not writer:
                writer.append(pq.ParquetWriter(draft, covered.schema, compression="zstd"))
            writer[0].write_table(covered)

    try:
        yield write
        if not writer:
            pq.write_table(NO_ROWS, draft)
        for opened in writer:
            opened.close()
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _result(
    names: tuple[str, str],
    paired: Pairing,
    sums: Sequence[Mapping[str, Sums]],
    matched: Matched,
    sample: pa.Table,
    segments: tuple[int, int],
) -> Comparison:
    changed = [0] * paired.key + list(matched.changed_by or [0] * (len(paired.pairs) - paired.key))
    rows = [sum(pc.sum(found.table["row_count"]).as_py() or 0 for found in side.values()) for side in sums]
    fresh = [sum(found.fresh for found in side.values()) for side in sums]
    columns = (
        ColumnResult(
            pair.name, pair.left.declared, pair.right.declared, _said(pair), n < paired.key, pair.tolerance, count
        )
        for n, (pair, count) in enumerate(zip(paired.pairs, changed, strict=True))
    )
    return Comparison(
        left=names[0],
        right=names[1],
        key=tuple(pair.name for pair in paired.pairs[: paired.key]),
        columns=tuple(columns),
        left_only=paired.left_only,
        right_only=paired.right_only,
        left_rows=rows[0],
        right_rows=rows[1],
        missing=matched.missing,
        extra=matched.extra,
        changed=matched.changed,
        repeated_keys=matched.repeated,
        segments=segments,
        hashed=(fresh[0], fresh[1]),
        sample=sample,
    )


def _said(pair: Pair) -> str:
    return "text" if pair.kind == "untyped" else pair.kind
