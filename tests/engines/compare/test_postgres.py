"""PostgreSQL beside files: values say the same in both, whatever they are, and only what changed is hashed again."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from compared_plainly import Row, compare_plainly
from hypothesis import given, settings
from hypothesis import strategies as st
from test_oracle import KEYS, PHASES, SCHEMA, TOLERANCES, counts, put, tables

from golden import check_golden
from lushan.engines.compare import Database, Files, Terms, compare
from lushan.engines.compare.segments import differing_segments
from lushan.errors import LushanError
from postgres import PASSWORD, programs, serving

pytestmark = [pytest.mark.postgres, pytest.mark.xdist_group("postgres_compare")]

COLUMNS = 'id bigint, name text, "on" date, amount numeric(18,2), rate double precision, at timestamp, late boolean, note text'  # noqa: E501


@dataclass(frozen=True)
class Bank:
    """A database of the tests' own."""

    url: str
    connection: Any

    def table(self, name: str, columns: str, rows: list[tuple[Any, ...]]) -> Database:
        self.say(f"DROP TABLE IF EXISTS {name} CASCADE; CREATE TABLE {name} ({columns})")
        with self.connection.cursor() as cursor:
            marks = ", ".join(["%s"] * (columns.count(",") + 1 - columns.count("(18,")))
            cursor.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
        return Database(f"postgresql://bank#{name}", self.url, name)

    def say(self, statement: str) -> None:
        self.connection.execute(statement)


@pytest.fixture(scope="module")
def bank() -> Iterator[Bank]:
    if (bin := programs()) is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    psycopg = pytest.importorskip("psycopg")
    with serving(bin) as server:
        url = server.url(PASSWORD).replace("postgresql://", "postgresql+psycopg://")
        with psycopg.connect(server.url(PASSWORD), autocommit=True) as connection:
            yield Bank(url, connection)


def of_postgres(row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in SCHEMA.names)


@given(pair=tables(), key=KEYS, near=st.booleans())
@settings(max_examples=20, deadline=None, phases=PHASES)
def test_a_database_and_files_are_compared_as_plain_python_does(
    bank: Bank, pair: tuple[list[Row], list[Row]], key: tuple[str, ...], near: bool,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:  # fmt: skip
    folder = tmp_path_factory.mktemp("postgres")
    there = bank.table("oracle", COLUMNS, [of_postgres(row) for row in pair[0]])
    here = put(folder, "right", pair[1])
    tolerances = TOLERANCES if near and key else {}
    values = [name for name in SCHEMA.names if name not in key]
    expected = compare_plainly(*pair, key, values, tolerances)
    result = compare(there, here, Terms(key, tolerances=tuple(tolerances.items())))
    assert counts(result) == {
        "missing": expected.missing, "extra": expected.extra, "changed": expected.changed, "by": expected.changed_by,
    }  # fmt: skip


WHEN = datetime(2023, 4, 1, 8, 30, 15, 120000, tzinfo=UTC)
VALUES: dict[str, tuple[str, pa.DataType, list[Any]]] = {
    "whole": ("bigint", pa.int64(), [0, -1, 2**63 - 1, -(2**63), None]),
    "small": ("smallint", pa.int32(), [0, -32768, 32767, 7, None]),
    "money": (
        "numeric(18,2)",
        pa.decimal128(20, 4),
        [Decimal("0.00"), Decimal("-0.01"), Decimal("9999999999999999.99"), Decimal("100.10"), None],
    ),
    "loose": (
        "numeric",
        pa.decimal128(18, 2),
        [Decimal("0"), Decimal("-0.10"), Decimal("1E+3"), Decimal("100.10"), None],
    ),
    "as_text": ("text", pa.int64(), ["0", "-1", "12", "007", None]),
    "rate": ("double precision", pa.float64(), [0.1 + 0.2, -0.0, 1e15, 1e-5, 123456789.125]),
    "odd": ("double precision", pa.float64(), [math.nan, math.inf, -math.inf, 1e300, 5e-324]),
    "single": ("real", pa.float32(), [0.1, 1.0, 16777216.0, -2.5, None]),
    "money_as_float": (
        "numeric(18,2)",
        pa.float64(),
        [Decimal("0.10"), Decimal("-5.00"), Decimal("1234567.89"), Decimal("0"), None],
    ),
    "yes": ("boolean", pa.bool_(), [True, False, None, True, False]),
    "day": ("date", pa.date32(), [date(2023, 4, 1), date(1, 1, 1), date(9999, 12, 31), date(1969, 12, 31), None]),
    "moment": (
        "timestamp",
        pa.timestamp("us"),
        [WHEN.replace(tzinfo=None), datetime(1900, 1, 1), datetime(2023, 4, 1, 0, 0, 0, 1), None, None],
    ),
    "instant": (
        "timestamptz",
        pa.timestamp("us", "UTC"),
        [WHEN, datetime(2023, 10, 29, 1, tzinfo=UTC), None, WHEN, WHEN],
    ),
    "day_as_moment": (
        "date",
        pa.timestamp("us"),
        [date(2023, 4, 1), date(2000, 2, 29), None, date(1970, 1, 1), date(2024, 2, 29)],
    ),
    "text": ("text", pa.string(), ["", None, "庐山Ａ１", " 空 格 ", 'a,"b"\n\'|:-\\N\x1f']),
    "code": ("varchar(40)", pa.string(), ["0101", "ａｂｃ", "N", "-", "é"]),
    "padded": ("char(6)", pa.string(), ["企金", "a", "", None, "123456"]),
    "raw": ("bytea", pa.binary(), [b"", b"\x00\xff", None, "庐山".encode(), b"-"]),
}


def of_arrow(value: Any, type: pa.DataType) -> Any:
    """A value of PostgreSQL as the file's type holds it."""
    if value is None:
        return None
    if pa.types.is_timestamp(type) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    if pa.types.is_floating(type):
        return float(value)
    return int(value) if pa.types.is_integer(type) else value


def test_every_type_of_value_hashes_the_same_in_both(
    bank: Bank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Segments whose hashes differ are fetched, and may prove to hold the same: that is seen on the way."""
    fetched: list[int] = []

    def watched(*given: Any) -> Any:
        found = differing_segments(*given)
        fetched.append(len(found[0]))
        return found

    monkeypatch.setattr(import_module("lushan.engines.compare.compare"), "differing_segments", watched)
    columns = ", ".join(["id integer", *(f"{name} {declared}" for name, (declared, _, _) in VALUES.items())])
    bank.say(f"DROP TABLE IF EXISTS kinds; CREATE TABLE kinds ({columns})")
    with bank.connection.cursor() as cursor:
        for number in range(5):
            row = [number, *(values[number] for _, _, values in VALUES.values())]
            cursor.execute(f"INSERT INTO kinds VALUES ({', '.join(['%s'] * len(row))})", row)
    held = {"id": pa.array(range(5), pa.int64())} | {
        name: pa.array([of_arrow(value, type) for value in values], type) for name, (_, type, values) in VALUES.items()
    }
    pq.write_table(pa.table(held), tmp_path / "kinds.parquet")
    there, here = Database("bank#kinds", bank.url, "kinds"), Files.at(str(tmp_path / "kinds.parquet"))
    said = []
    for name, (declared, type, _) in VALUES.items():
        result = compare(there, here, Terms(("id",), columns=(name,)))
        kind = result.columns[1].compared_as
        told = "another hash" if fetched.pop() else "same hash"
        told += "" if result.same else f", differs: {result.sample.to_pylist()}"
        said.append(f"{name:<15} {declared:<17} {type!s:<22} {kind:<8} {told}\n")
    check_golden("compare/values.txt", "".join(said))


def test_text_keys_of_any_alphabet_find_their_partners(bank: Bank, tmp_path: Path) -> None:
    """Segments of text are cut by hash, so the databases' orders of text do not matter."""
    keys = [f"{name}{number:03}" for name in ("企金", "零售", "Ａ", "a", "_", "é") for number in range(700)]
    there = bank.table(
        "named", "name text, part integer, amount numeric(18,2)", [(k, 1, n) for n, k in enumerate(keys)]
    )
    rows = [{"name": key, "part": 1, "amount": Decimal(n)} for n, key in enumerate(keys)]
    rows[5]["amount"], rows[4000]["name"] = Decimal("5.01"), "é新"
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "named.parquet")
    here = Files.at(str(tmp_path / "named.parquet"))
    result = compare(there, here, Terms(("name", "part")))
    assert (result.missing, result.extra, result.changed) == (1, 1, 1)
    assert result.segments[1] < result.segments[0] == 4
    assert compare(there, here, Terms(("name", "part"), tolerances=(("amount", Decimal("0.01")),))).changed == 0


def test_only_segments_that_changed_are_hashed_again(bank: Bank, tmp_path: Path) -> None:
    rows = [(n, f"客户{n}", n) for n in range(20_000)]
    there = bank.table("growing", "id integer, name text, amount numeric(18,2)", rows)
    bank.say("ALTER TABLE growing ADD PRIMARY KEY (id)")
    held = {"id": [n for n, _, _ in rows], "name": [name for _, name, _ in rows],
            "amount": pa.array([Decimal(n) for n, _, _ in rows], pa.decimal128(18, 2))}  # fmt: skip
    pq.write_table(pa.table(held), tmp_path / "here.parquet")
    here, terms, keep = Files.at(str(tmp_path / "here.parquet")), Terms(("id",)), tmp_path / "kept.parquet"
    first = compare(there, here, terms, keep=keep)
    assert first.same
    assert first.hashed == (20_000, 20_000)
    assert compare(there, here, terms, keep=keep).hashed == (0, 0)
    bank.say("UPDATE growing SET amount = amount + 1 WHERE id = 77")
    bank.say("DELETE FROM growing WHERE id = 9000")
    bank.say("INSERT INTO growing VALUES (20001, '新', 0)")
    bank.say("VACUUM FREEZE growing")
    again = compare(there, here, terms, keep=keep)
    assert (again.missing, again.extra, again.changed) == (1, 1, 1)
    assert 0 < again.hashed[0] < 10_000
    assert again.hashed[1] == 0


def test_a_query_and_a_view_are_compared_too(bank: Bank, tmp_path: Path) -> None:
    bank.table("base", "id integer, amount numeric(18,2)", [(n, n) for n in range(10)])
    bank.say("CREATE VIEW half AS SELECT * FROM base WHERE id < 5")
    view = Database("bank#half", bank.url, "half")
    query = Database("bank, query", bank.url, query="SELECT id, amount FROM base WHERE id < 5;")
    assert compare(view, query, Terms(("id",)), keep=tmp_path / "kept").same


def test_a_dropped_connection_loses_nothing(bank: Bank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server ends our connection between two statements; what was hashed before is not hashed again."""
    from lushan.engines.compare import postgres as side

    monkeypatch.setattr(side, "AT_ONCE", 4_096)
    rows = [(n, n) for n in range(20_000)]
    there = bank.table("dropping", "id integer, amount numeric(18,2)", rows)
    held = {"id": [n for n, _ in rows], "amount": pa.array([Decimal(n) for n, _ in rows], pa.decimal128(18, 2))}
    pq.write_table(pa.table(held), tmp_path / "here.parquet")
    here, terms, keep = Files.at(str(tmp_path / "here.parquet")), Terms(("id",)), tmp_path / "kept.parquet"
    asked = side.Postgres._ask
    hashed = 0

    def ask(self: side.Postgres, query: str) -> list[Any]:
        nonlocal hashed
        hashed += "checksum" in query
        if hashed == 3:
            bank.say("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                     "WHERE pid <> pg_backend_pid() AND state = 'idle in transaction'")  # fmt: skip
        return asked(self, query)

    with monkeypatch.context() as patched:
        patched.setattr(side.Postgres, "_ask", ask)
        with pytest.raises(LushanError) as dropped:
            compare(there, here, terms, keep=keep)
    assert dropped.value.where == "postgresql://bank#dropping"
    assert "refused or is gone" in dropped.value.found
    result = compare(there, here, terms, keep=keep)
    assert result.same
    assert 0 < result.hashed[0] < 15_000


def test_a_table_that_is_not_there_is_named(bank: Bank, tmp_path: Path) -> None:
    here = put(tmp_path, "here", [])
    with pytest.raises(LushanError, match="no table nothing"):
        compare(Database("bank#nothing", bank.url, "nothing"), here, Terms(("id",)))
    with pytest.raises(LushanError, match="refused or is gone"):
        compare(Database("bank#nothing", "postgresql+psycopg://127.0.0.1:1/x", "nothing"), here, Terms(("id",)))


STEP = st.one_of(
    st.tuples(st.just("UPDATE moving SET amount = amount + 1 WHERE id = {}"), st.integers(0, 40)),
    st.tuples(st.just("DELETE FROM moving WHERE id = {}"), st.integers(0, 40)),
    st.tuples(st.just("INSERT INTO moving VALUES ({}, 0)"), st.integers(0, 60)),
    st.tuples(st.just("VACUUM FREEZE moving --{}"), st.just(0)),
    st.tuples(st.just("VACUUM FULL moving --{}"), st.just(0)),
    st.tuples(st.just("UPDATE moving SET id = id + 1 WHERE id > {}"), st.integers(0, 40)),
)


@given(days=st.lists(st.lists(STEP, max_size=3), min_size=1, max_size=4))
@settings(max_examples=8, deadline=None, phases=PHASES)
def test_what_is_kept_of_a_moving_table_never_hides_a_difference(
    bank: Bank, days: list[list[tuple[str, int]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Day after day with what was kept says what a comparison from nothing says."""
    folder = tmp_path_factory.mktemp("moving")
    there = bank.table("moving", "id integer, amount numeric(18,2)", [(n, n) for n in range(41)])
    rows = {"id": range(41), "amount": pa.array([Decimal(n) for n in range(41)], pa.decimal128(18, 2))}
    pq.write_table(pa.table(rows), folder / "here.parquet")
    here, terms = Files.at(str(folder / "here.parquet")), Terms(("id",))
    for day in [[], *days]:
        for statement, number in day:
            bank.say(statement.format(number))
        assert counts(compare(there, here, terms, keep=folder / "kept")) == counts(compare(there, here, terms))


def test_types_that_only_one_side_knows_are_compared_as_text(bank: Bank, tmp_path: Path) -> None:
    made = (
        "SELECT 1 AS id, gen_random_uuid() AS serial, time '08:30:00' AS at, 1200::numeric(5,-2) AS about, "
        "'{1,2}'::int[] AS list"
    )
    bank.say(f"DROP TABLE IF EXISTS strange; CREATE TABLE strange AS {made}")
    row = bank.connection.execute("SELECT id, serial::text, at, about, list::text FROM strange").fetchone()
    names = ("id", "serial", "at", "about", "list")
    pq.write_table(pa.Table.from_pylist([dict(zip(names, row, strict=True))]), tmp_path / "strange.parquet")
    here = Files.at(str(tmp_path / "strange.parquet"))
    result = compare(Database("bank#strange", bank.url, "strange"), here, Terms(("id",)))
    assert result.same, result.sample.to_pylist()


def test_rows_of_one_key_are_partners_in_the_order_of_their_values_and_not_of_their_text(
    bank: Bank, tmp_path: Path
) -> None:
    there = bank.table("repeated", "name text, rank integer, mark text", [("甲", -2, "x"), ("甲", 1, "y")])
    rows = [{"name": "甲", "rank": -3, "mark": "x"}, {"name": "甲", "rank": -1, "mark": "y"}]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "repeated.parquet")
    result = compare(there, Files.at(str(tmp_path / "repeated.parquet")), Terms(("name",)))
    assert {column.name: column.changed for column in result.columns} == {"name": 0, "rank": 2, "mark": 0}
    assert result.repeated_keys
