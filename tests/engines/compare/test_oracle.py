"""Two tables of files, against the same comparison row by row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from compared_plainly import Row, compare_plainly
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lushan.engines.compare import Comparison, Files, Terms, compare
from lushan.errors import LushanError

SCHEMA = pa.schema(
    [("id", pa.int64()), ("name", pa.string()), ("on", pa.date32()), ("amount", pa.decimal128(18, 2)),
     ("rate", pa.float64()), ("at", pa.timestamp("us")), ("late", pa.bool_()), ("note", pa.string())]
)  # fmt: skip
TEXTS = ["", " ", "a", "Ａ", "企金", "企金|", "-", "N", "1:a", "ａ\x1f", "企\n金", "'\""]
FLOATS = [0.0, -0.0, 1.0, 1.005, 1.01, -1.0, 1e-7, 1e22, float("nan"), float("inf"), float("-inf")]
ROW = st.fixed_dictionaries(
    {
        "id": st.one_of(st.none(), st.integers(-3, 6), st.sampled_from([2**62, -(2**62)])),
        "name": st.sampled_from(TEXTS[:6]),
        "on": st.sampled_from([None, date(2023, 4, 1), date(2023, 4, 2), date(1969, 12, 31)]),
        "amount": st.one_of(
            st.none(), st.sampled_from(["0.00", "0.01", "0.02", "0.03", "-0.01", "99.99"]).map(Decimal)
        ),
        "rate": st.one_of(st.none(), st.sampled_from(FLOATS)),
        "at": st.one_of(st.none(), st.integers(0, 3).map(lambda n: datetime(2023, 4, 1) + timedelta(seconds=n))),
        "late": st.sampled_from([None, True, False]),
        "note": st.one_of(st.none(), st.sampled_from(TEXTS)),
    }
)
#: Explaining a failure takes longer than finding it.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)
KEYS = st.sampled_from([("id",), ("name",), ("on", "id"), ("name", "id"), ("on",), ()])
TOLERANCES: dict[str, Decimal] = {"amount": Decimal("0.01"), "rate": Decimal("0.0078125"), "at": Decimal(1)}


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Row], list[Row]]:
    """Two tables with much in common: rows of the one, some of them changed or gone, in the other."""
    left = draw(st.lists(ROW, max_size=12))
    right = []
    for row in left:
        match draw(st.integers(0, 5)):
            case 0:
                continue
            case 1:
                right.append(draw(ROW) | {name: row[name] for name in ("id", "name", "on")})
            case 2:
                right += [row, row]
            case _:
                right.append(row)
    return left, right + draw(st.lists(ROW, max_size=3))


def put(folder: Path, name: str, rows: Sequence[Row], files: int = 1) -> Files:
    """Rows as Parquet files of a folder."""
    folder.joinpath(name).mkdir(parents=True, exist_ok=True)
    for old in folder.joinpath(name).iterdir():
        old.unlink()
    for number in range(files):
        part = [dict(row) for row in rows[number::files]]
        pq.write_table(pa.Table.from_pylist(part, schema=SCHEMA), folder / name / f"{number}.parquet")
    return Files.at(str(folder / name / "*.parquet"))


def counts(result: Comparison) -> dict[str, Any]:
    by = {column.name: column.changed for column in result.columns if not column.key}
    return {"missing": result.missing, "extra": result.extra, "changed": result.changed, "by": by if result.key else {}}


@given(pair=tables(), key=KEYS, near=st.booleans(), files=st.integers(1, 3))
@settings(max_examples=40, deadline=None, phases=PHASES)
def test_a_comparison_says_what_plain_python_says(
    pair: tuple[list[Row], list[Row]], key: tuple[str, ...], near: bool, files: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:  # fmt: skip
    folder = tmp_path_factory.mktemp("oracle")
    left, right = put(folder, "left", pair[0], files), put(folder, "right", pair[1])
    tolerances = TOLERANCES if near and key else {}
    terms = Terms(key, tolerances=tuple(tolerances.items()))
    there, back = compare(left, right, terms), compare(right, left, terms)
    values = [name for name in SCHEMA.names if name not in key]
    expected = compare_plainly(*pair, key, values, tolerances)
    assert counts(there) == {
        "missing": expected.missing, "extra": expected.extra, "changed": expected.changed, "by": expected.changed_by,
    }  # fmt: skip
    assert there.same == (expected.missing == expected.extra == expected.changed == 0)
    mirrored = counts(there) | {"missing": there.extra, "extra": there.missing}
    assert counts(back) == mirrored, "the other way round it is the same, mirrored"


@given(first=tables(), second=tables(), key=KEYS)
@settings(max_examples=15, deadline=None, phases=PHASES)
def test_kept_checksums_change_nothing_but_the_work(
    first: tuple[list[Row], list[Row]], second: tuple[list[Row], list[Row]], key: tuple[str, ...],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:  # fmt: skip
    folder = tmp_path_factory.mktemp("kept")
    terms, keep = Terms(key), folder / "kept.parquet"
    for number, (left, right) in enumerate((first, second, second)):
        if number < 2:
            sides = put(folder, f"left{number}", left, 3), put(folder, f"right{number}", right, 2)
        with_kept, without = compare(*sides, terms, keep=keep), compare(*sides, terms)
        assert counts(with_kept) == counts(without)
    assert with_kept.hashed == (0, 0)


def test_the_rows_that_differ_are_told(tmp_path: Path) -> None:
    rows: list[Row] = [
        dict(zip(SCHEMA.names, (n, "企金", None, Decimal(n), 0.5, None, True, None), strict=True)) for n in range(4)
    ]
    left = put(tmp_path, "left", rows[:3])
    right = put(tmp_path, "right", [rows[0] | {"amount": Decimal(7), "note": ""}, rows[1], rows[3]])
    failing = tmp_path / "failing.parquet"
    result = compare(left, right, Terms(("id",), columns=("amount", "note")), failing=failing)
    assert result.sample.to_pylist() == [
        {"difference": "changed", "columns": ["amount", "note"], "id": 0, "amount_left": Decimal(0),
         "amount_right": Decimal(7), "note_left": None, "note_right": ""},
        {"difference": "missing", "columns": [], "id": 2, "amount_left": Decimal(2), "amount_right": None,
         "note_left": None, "note_right": None},
        {"difference": "extra", "columns": [], "id": 3, "amount_left": None, "amount_right": Decimal(3),
         "note_left": None, "note_right": None},
    ]  # fmt: skip
    assert pq.read_table(failing).to_pylist() == result.sample.to_pylist()
    compare(left, left, Terms(("id",)), failing=failing)
    assert pq.read_table(failing).num_rows == 0


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        (Terms(("ID", "nmae")), "no column nmae(.|\n)*did you mean name"),
        (Terms(("id",), tolerances=(("note", Decimal(1)),)), "note is compared as text"),
        (Terms(("id",), tolerances=(("id", Decimal(1)),)), "a name has no tolerance"),
        (Terms((), tolerances=(("amount", Decimal(1)),)), "a name has no tolerance"),
        (Terms(("id",), tolerances=(("amount", Decimal(-1)),)), "above nought"),
        (Terms(("id",), renamed=(("amount", "balance"),)), "no column balance"),
    ],
)
def test_terms_that_do_not_fit_are_refused(terms: Terms, message: str, tmp_path: Path) -> None:
    side = put(tmp_path, "left", [])
    with pytest.raises(LushanError) as refused:
        compare(side, side, terms)
    import re

    assert re.search(message, str(refused.value))


@pytest.mark.parametrize("every", [1, 50, 100_000])
def test_where_most_segments_differ_rows_are_compared_without_being_hashed(tmp_path: Path, every: int) -> None:
    count = 600 * 1024
    loans = {"id": list(range(count)), "amount": [n % 997 for n in range(count)]}
    others = loans | {"amount": [n % 997 + (n % every == 7 % every) for n in range(count)]}
    for name, rows in (("left", loans), ("right", others)):
        pq.write_table(pa.table(rows), tmp_path / f"{name}.parquet")
    left, right = (Files.at(str(tmp_path / f"{name}.parquet")) for name in ("left", "right"))
    found, kept = (compare(left, right, Terms(("id",)), keep=keep) for keep in (None, tmp_path / "kept"))
    assert (found.hashed, kept.hashed) == ((0, 0) if every < 1000 else (count, count), (count, count))
    assert found.changed == len(range(7 % every, count, every))
    assert found.facts | {"rows_hashed": 0} == kept.facts | {"rows_hashed": 0}
    assert found.sample.equals(kept.sample)
