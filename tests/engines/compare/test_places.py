"""The places a table may lie in besides Parquet and PostgreSQL."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lushan.engines.compare import Database, DuckFile, Files, Terms, compare
from lushan.errors import LushanError

ROWS = [(1, "企金", "10.50", "2023-04-01", True), (2, "", "0.10", "2023-04-02", False), (3, None, "7.00", None, None)]
KEY = Terms(("id",))


@pytest.fixture
def places(tmp_path: Path) -> dict[str, Files | DuckFile | Database]:
    """One table in five places."""
    query = (
        "SELECT id::BIGINT AS id, name, amount::DECIMAL(18,2) AS amount, day::DATE AS day, late FROM (VALUES "
        "(1, '企金', '10.50', '2023-04-01', true), (2, '', '0.10', '2023-04-02', false), (3, NULL, '7.00', NULL, NULL)"
        ") t(id, name, amount, day, late)"
    )
    with duckdb.connect(str(tmp_path / "bank.duckdb")) as connection:
        connection.execute(f"CREATE SCHEMA core; CREATE TABLE core.loan AS {query}")
        connection.execute(f"COPY ({query}) TO '{tmp_path}/loan.parquet'")
        connection.execute(f"COPY ({query}) TO '{tmp_path}/loan.csv' (HEADER, FORCE_QUOTE (name))")
    with sqlite3.connect(tmp_path / "bank.sqlite") as lite:
        lite.execute("CREATE TABLE loan (id INTEGER, name VARCHAR(20), amount NUMERIC(18,2), day DATE, late BOOLEAN)")
        lite.executemany("INSERT INTO loan VALUES (?, ?, ?, ?, ?)", ROWS)
    lite.close()
    return {
        "parquet": Files.at(str(tmp_path / "loan.parquet")),
        "csv": Files.at(str(tmp_path / "loan.csv")),
        "duckdb": DuckFile("duckdb#core.loan", tmp_path / "bank.duckdb", "core.loan"),
        "sqlite": Database("sqlite#loan", f"sqlite:///{tmp_path}/bank.sqlite", "loan"),
        "query": Files.at(str(tmp_path / "loan.parquet"), "SELECT * FROM source WHERE id > 0"),
        "duckdb query": DuckFile("duckdb", tmp_path / "bank.duckdb", query="SELECT * FROM core.loan;"),
    }


@pytest.mark.parametrize("left", ["parquet", "csv", "duckdb", "sqlite", "query", "duckdb query"])
@pytest.mark.parametrize("right", ["csv", "sqlite", "duckdb"])
def test_a_table_is_the_same_wherever_it_lies(
    places: dict[str, Files | DuckFile | Database], left: str, right: str
) -> None:
    result = compare(places[left], places[right], KEY)
    assert result.same, result.sample.to_pylist()
    assert result.left_rows == result.right_rows == 3


def test_a_changed_file_of_a_database_is_read_again(tmp_path: Path, places: dict[str, Files | DuckFile]) -> None:
    keep = tmp_path / "kept"
    assert compare(places["duckdb"], places["parquet"], KEY, keep=keep).hashed == (3, 3)
    assert compare(places["duckdb"], places["parquet"], KEY, keep=keep).hashed == (0, 0)
    with duckdb.connect(str(tmp_path / "bank.duckdb")) as connection:
        connection.execute("UPDATE core.loan SET amount = 11 WHERE id = 1")
    result = compare(places["duckdb"], places["parquet"], KEY, keep=keep)
    assert (result.hashed, result.changed) == ((3, 0), 1)


def test_columns_of_other_names_and_columns_that_one_side_lacks(tmp_path: Path) -> None:
    left = pa.table(
        {"id": [1, 2], "balance": pa.array([Decimal("1.00"), None], pa.decimal128(18, 2)), "mark": ["a", "b"]}
    )
    right = pa.table({"ID": [1, 2], "bal": pa.array([1.0, 2.0]), "extra": [1, 1]})
    pq.write_table(left, tmp_path / "left.parquet")
    pq.write_table(right, tmp_path / "right.parquet")
    sides = Files.at(str(tmp_path / "left.parquet")), Files.at(str(tmp_path / "right.parquet"))
    result = compare(*sides, Terms(("id",), renamed=(("balance", "bal"),)))
    assert (result.left_only, result.right_only, result.changed, result.same) == (("mark",), ("extra",), 1, False)
    assert [column.compared_as for column in result.columns] == ["number", "float"]
    chosen = compare(*sides, Terms(("id",), columns=("balance",), renamed=(("balance", "bal"),)))
    assert (chosen.left_only, chosen.right_only) == ((), ())


def test_a_time_without_a_zone_is_read_in_the_zone_that_is_said(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    moment = pa.table({"id": [1], "at": pa.array([datetime(2023, 4, 1, 8)], pa.timestamp("us"))})
    instant = pa.table({"id": [1], "at": pa.array([datetime(2023, 4, 1, tzinfo=UTC)], pa.timestamp("us", "UTC"))})
    pq.write_table(moment, tmp_path / "left.parquet")
    pq.write_table(instant, tmp_path / "right.parquet")
    sides = Files.at(str(tmp_path / "left.parquet")), Files.at(str(tmp_path / "right.parquet"))
    assert not compare(*sides, KEY).same
    assert compare(*sides, Terms(("id",), zone="Asia/Shanghai")).same


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.parquet").write_text("no Parquet")
    (tmp_path / "words.csv").write_text("id,amount\n1,many\n", encoding="utf-8")
    pq.write_table(pa.table({"id": [1], "amount": [1]}), tmp_path / "fine.parquet")
    fine = Files.at(str(tmp_path / "fine.parquet"))
    with pytest.raises(LushanError, match=r"broken\.parquet"):
        compare(Files.at(str(tmp_path / "broken.parquet")), fine, KEY)
    with pytest.raises(LushanError, match="many"):
        compare(Files.at(str(tmp_path / "words.csv")), fine, KEY)
    with pytest.raises(LushanError, match="no such file"):
        Files.at(str(tmp_path / "nothing.parquet"))
    with pytest.raises(LushanError, match="not a file that an earlier comparison kept"):
        compare(fine, fine, KEY, keep=tmp_path / "fine.parquet")
    with pytest.raises(LushanError, match="no table nothing"):
        sqlite3.connect(tmp_path / "empty.sqlite").close()
        compare(Database("x", f"sqlite:///{tmp_path}/empty.sqlite", "nothing"), fine, KEY)
