"""Databases that refuse, and passwords, which no message shows."""

from __future__ import annotations

import json
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from lushan.errors import LushanError
from lushan.secrets import safe
from postgres import PASSWORD, Server
from shop import Refused, Shop

QUERY = "query: SELECT * FROM orders\n"


def refusal_of(shop: Shop, url: str, query: str = "SELECT * FROM orders") -> str:
    """What is said of a database whose port differs from run to run."""
    before = shop.state()
    with pytest.raises(LushanError) as refusal:
        shop.land(url, f"query: {query}\n")
    assert shop.state() == before
    return str(refusal.value)


def core(folder: Path) -> str:
    """A database in a file, with one table."""
    with sqlite3.connect(folder / "core.db") as connection:
        connection.execute("CREATE TABLE orders (order_id)")
        connection.execute("INSERT INTO orders VALUES ('AB0001')")
    return f"sqlite:///{folder}/core.db"


def test_a_file_that_is_no_database_or_is_not_there(refused: Refused, shop: Shop) -> None:
    refused("database_absent", f"sqlite:///{shop.folder}/none.db", QUERY)
    assert not (shop.folder / "none.db").exists()
    (shop.folder / "text.db").write_text("order_id\n" * 1000, encoding="utf-8")
    refused("database_not_one", f"sqlite:///{shop.folder}/text.db", QUERY)


def test_a_query_that_the_database_refuses(refused: Refused, shop: Shop) -> None:
    url = core(shop.folder)
    refused("database_query_missing", url)
    refused("database_query_wrong", url, "query: SELEKT 1\n")
    refused("database_table_absent", url, "query: SELECT * FROM tickets\n")
    refused("database_two_columns_of_a_name", url, "query: SELECT order_id, order_id FROM orders\n")
    refused("database_no_rows", url, "query: SELECT * FROM orders WHERE order_id = ''\n")
    refused("database_column_missing", url, QUERY)


def test_a_query_that_would_change_the_database(refused: Refused, shop: Shop) -> None:
    url = core(shop.folder)
    for name, query in {
        "delete": "DELETE FROM orders RETURNING order_id",
        "drop": "DROP TABLE orders",
    }.items():
        refused(f"database_{name}", url, f"query: {query}\n")
    with sqlite3.connect(shop.folder / "core.db") as connection:
        assert connection.execute("SELECT * FROM orders").fetchall() == [("AB0001",)]


def test_urls_that_lead_nowhere(refused: Refused, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANK_PASSWORD", PASSWORD)
    refused("database_kind_unknown", "nosuchdb://reader:${BANK_PASSWORD}@core/bank", QUERY)
    refused("database_driver_missing", "oracle://reader:${BANK_PASSWORD}@core/bank", QUERY)
    refused("database_url_wrong", "postgresql://reader:${BANK_PASSWORD}@core:port/bank", QUERY)
    refused("database_password_with_a_sign", "postgresql://reader:s3cret@x@core/bank", QUERY)
    refused("database_environment_empty", "postgresql://reader:${NO_SUCH_NAME}@core/bank", QUERY)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        error = refusal_of(shop, f"postgresql://reader:${{BANK_PASSWORD}}@127.0.0.1:{port}/bank")
    assert "Connection refused" in error
    assert PASSWORD not in error


@pytest.mark.postgres
def test_postgresql_refuses_and_is_only_read(shop: Shop, postgres: Server) -> None:
    with psycopg.connect(postgres.url(postgres.password), autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS tickets")
        connection.execute("CREATE TABLE tickets AS SELECT 'AB0001' AS order_id")
        said = [
            refusal_of(shop, postgres.url("wrong-令牌")),
            *(
                refusal_of(shop, postgres.url(), query)
                for query in (
                    "SELECT * FROM nothing",
                    "SELECT 1/0 AS order_id",
                    "WITH gone AS (DELETE FROM tickets RETURNING *) SELECT * FROM gone",
                    "SELECT nextval('counter')",
                )
            ),
        ]
        assert connection.execute("SELECT * FROM tickets").fetchall() == [("AB0001",)]
    assert "password authentication failed" in said[0]
    assert 'relation "nothing" does not exist' in said[1]
    assert "division by zero" in said[2]
    for message in said:
        assert postgres.password not in message
        assert "wrong-令牌" not in message
        assert "bank:…@127.0.0.1" in message
        assert "\n  mend: " in message


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://reader:s3cret@db/bank",
        "postgresql://:s3cret@db/bank",
        "postgresql://reader:s3cret@s3cret@db/bank",
        "postgresql://reader:s3cret/s3cret:s3cret@db/bank",
        "postgresql://db/bank?user=reader&password=s3cret&sslmode=require",
        "postgresql://db/bank?PASSWORD=s3cret",
    ],
)
def test_a_url_is_shown_without_its_password(url: str) -> None:
    shown = safe(url)
    assert "s3cret" not in shown
    assert shown.startswith("postgresql://")
    assert "db/bank" in shown
    assert safe(shown) == shown


@pytest.mark.postgres
def test_the_command_shows_no_password_and_the_journal_keeps_none(tmp_path: Path, postgres: Server) -> None:
    """Not on the terminal, not in JSON, not in any file of the workspace; neither when it lands nor when it fails."""
    bank = tmp_path / "bank"
    query = tmp_path / "project.map.yaml"

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-m", "lushan", *words], capture_output=True, text=True, check=False)

    assert run("init", str(bank)).returncode == 0
    query.write_text("query: SELECT '001' AS org_id, '总行' AS name, 'x' AS kind\n", encoding="utf-8")
    url = postgres.url(postgres.password)
    said = [
        run("land", str(bank), url, "--as", "bank.organisation", "--map", str(query), *more)
        for more in ([], ["--json"])
    ]
    assert [ended.returncode for ended in said] == [1, 1]
    assert json.loads(said[1].stdout)["error"]["where"]
    everything = b"".join(path.read_bytes() for path in bank.rglob("*") if path.is_file())
    for place in (*(ended.stdout + ended.stderr for ended in said), everything.decode("utf-8", "replace")):
        assert postgres.password not in place
        assert "Traceback" not in place
