"""The same rows from every kind of source: the same table, and the same rows in quarantine."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import openpyxl
import psycopg
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from judge import CHINA, judge
from lushan.contracts import Column
from lushan.warehouse.landing import Landed
from lushan.words import Text
from postgres import Server
from shop import GOOD, Shop, write_csv

ROWS = [
    GOOD,
    GOOD | {"order_id": "AB0002", "title": '甲"乙', "amount": "", "serial": "s1"},
    GOOD | {"order_id": "AB0003", "title": "a,\nb;|\tc"[:6], "paid_at": "", "urgent": "true"},
    GOOD | {"order_id": "AB0004", "state": "03", "title": "任务单甲乙丙丁"},
    GOOD | {"order_id": "AB0005", "state": "作废", "amount": "9999999.99", "weight": "1.25", "ordered_on": "2023-05-01",
            "paid_at": "2023-05-01 00:00:00"},
    GOOD | {"order_id": "AB0006", "line_no": "100", "branch": "001", "serial": "s1"},
]  # fmt: skip


def csv_plain(folder: Path) -> Path:
    return write_csv(folder / "orders.csv", ROWS)


def recoded(encoding: str, name: str = "orders.csv", **how: Any) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        text = write_csv(folder / "plain", ROWS, **how).read_bytes().decode()
        data = text.encode(encoding)
        target = folder / name
        target.write_bytes(gzip.compress(data) if name.endswith((".gz", ".GZ")) else data)
        return target

    return write


def excel(folder: Path) -> Path:
    """As people keep it: numbers and days as Excel's own, blank rows and cells around, another sheet before it."""
    book = openpyxl.Workbook()
    book.active.title = "说明"
    sheet = book.create_sheet("订单")
    sheet.append([*GOOD, None])
    for number, row in enumerate(ROWS):
        if number == 2:
            sheet.append([])
        sheet.append([*native(row).values(), None])
    sheet.append([None])
    book.save(folder / "orders.xlsx")
    return folder / "orders.xlsx"


def native(row: dict[str, str]) -> dict[str, Any]:
    """A row as Python's own values, times in the bank's zone."""
    kinds: dict[str, Callable[[str], Any]] = {
        "line_no": int,
        "amount": float,
        "weight": float,
        "urgent": {"true": True, "no": False}.__getitem__,
        "ordered_on": date.fromisoformat,
        "paid_at": datetime.fromisoformat,
    }
    return {column: kinds.get(column, str)(text) if text else None for column, text in row.items()}


def parquet(folder: Path) -> Path:
    types = {"amount": pa.decimal128(18, 4), "state": pa.dictionary(pa.int32(), pa.string()), "line_no": pa.int32()}
    rows = [native(row) | {"amount": Decimal(row["amount"]) if row["amount"] else None} for row in ROWS]
    columns = {column: pa.array([row[column] for row in rows], types.get(column)) for column in GOOD}
    target = folder / "year=2023" / "orders[1].parquet"
    target.parent.mkdir()
    pq.write_table(pa.table(columns), target)
    return target


def parquet_in_utc(folder: Path) -> Path:
    """Moments in UTC, where the other kinds have the bank's own time without a zone."""
    rows = [native(row) for row in ROWS]
    columns = {column: pa.array([row[column] for row in rows]) for column in GOOD}
    moments = [moment and moment.replace(tzinfo=CHINA) for moment in columns["paid_at"].to_pylist()]
    columns["paid_at"] = pa.array(moments, pa.timestamp("us", tz="UTC"))
    pq.write_table(pa.table(columns), folder / "orders.parquet")
    return folder / "orders.parquet"


def json_lines(folder: Path) -> Path:
    rows = [native(row) for row in ROWS]
    lines = [json.dumps(row, ensure_ascii=False, default=lambda value: value.isoformat()) for row in rows]
    (folder / "orders.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / "orders.jsonl"


def json_lines_packed(folder: Path) -> Path:
    """Without the keys that have no value, and with blank lines."""
    rows = [{column: text for column, text in row.items() if text} for row in ROWS]
    text = "\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / "orders.jsonl.gz").write_bytes(gzip.compress(text.encode()))
    return folder / "orders.jsonl.gz"


def xes(folder: Path) -> Path:
    """A case for each row; half of its attributes are the case's, half its first event's."""
    kinds = {"line_no": "int", "weight": "float", "urgent": "boolean", "ordered_on": "date", "paid_at": "date"}

    def attributes(row: dict[str, str], columns: list[str]) -> str:
        return "".join(
            f'<{kinds.get(column, "string")} key="{column}" value={quoteattr(row[column], {chr(10): "&#10;"})}/>'
            for column in columns
        )

    columns = list(GOOD)
    traces = "".join(
        f"<trace>{attributes(row, columns[:6])}<event>{attributes(row, columns[6:])}</event><event/></trace>"
        for row in ROWS
    )
    text = f'<?xml version="1.0"?><log xmlns="http://www.xes-standard.org/"><string key="a" value="b"/>{traces}</log>'
    (folder / "orders.xes.gz").write_bytes(gzip.compress(text.encode()))
    return folder / "orders.xes.gz"


CASES = "rows: cases\ncolumns:\n" + "".join(f'  {column}: "case:{column}"\n' for column in list(GOOD)[:6])

KINDS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "csv": (csv_plain, ""),
    "csv with a BOM": (recoded("utf-8-sig"), ""),
    "csv in GB18030": (recoded("gb18030"), ""),
    "csv in GB18030, named": (recoded("gb18030", "orders.txt"), "encoding: GB18030\n"),
    "csv in UTF-16": (recoded("utf-16"), "encoding: utf-16\n"),
    "csv packed": (recoded("utf-8", "orders.csv.gz"), ""),
    "csv in GB18030 packed": (recoded("gb18030", "ORDERS.CSV.GZ"), ""),
    "csv with lines of DOS": (recoded("utf-8", lineterminator="\r\n"), ""),
    "csv all in quotes": (recoded("utf-8", quoting=1), ""),
    "csv with semicolons": (recoded("utf-8", delimiter=";"), ""),
    "csv with tabs": (recoded("utf-8", "orders.tsv", delimiter="\t"), ""),
    "csv with bars, named": (recoded("utf-8", delimiter="|"), 'delimiter: "|"\n'),
    "csv with the end of text": (recoded("utf-8", "orders.asc", delimiter="\x03"), 'delimiter: "\\x03"\n'),
    "csv in a name of signs": (recoded("utf-8", "orders [a*?] 'x'.csv"), ""),
    "excel": (excel, "sheet: 订单\n"),
    "parquet": (parquet, ""),
    "parquet in UTC": (parquet_in_utc, ""),
    "json lines": (json_lines, ""),
    "json lines packed": (json_lines_packed, ""),
    "xes": (xes, CASES),
}


def check(shop: Shop, landed: Landed) -> None:
    kept, broken = judge(ROWS)
    assert [row["order_id"] for row in kept] == ["AB0001", "AB0002", "AB0003", "AB0005"]
    assert shop.rows() == kept
    assert shop.quarantine() == broken
    assert (landed.rows, landed.quarantined, landed.periods) == (4, 2, ("2023-04", "2023-05"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_gives_the_same_table(kind: str, shop: Shop) -> None:
    write, mapping = KINDS[kind]
    check(shop, shop.land(write(shop.folder), mapping))


def test_delimiters_of_several_characters(shop: Shop) -> None:
    """Core systems part columns by signs that no value holds."""
    source = shop.folder / "orders.txt"
    lines = [
        "|@|".join(GOOD),
        "|@|".join(GOOD.values()),
        "|@|".join((GOOD | {"order_id": "AB0002", "title": "a|@b"}).values()),
    ]
    source.write_text("\n".join(lines), encoding="utf-8")
    assert shop.land(source, 'delimiter: "|@|"\n').rows == 2
    assert [row["title"] for row in shop.rows()] == ["任务", "a|@b"]


def test_a_query_on_sqlite(shop: Shop) -> None:
    file = shop.folder / "core.db"
    with sqlite3.connect(file) as connection:
        connection.execute(f"CREATE TABLE orders ({', '.join(GOOD)})")
        for row in ROWS:
            values = [value.isoformat(" ") if isinstance(value, datetime) else value for value in native(row).values()]
            connection.execute(f"INSERT INTO orders VALUES ({', '.join('?' * len(GOOD))})", values)
    before = file.read_bytes()
    url, query = f"sqlite:///{file}", "query: SELECT * FROM orders WHERE order_id LIKE 'AB%' ORDER BY rowid\n"
    check(shop, shop.land(url, query))
    assert file.read_bytes() == before
    assert shop.land(url, query).unchanged


@pytest.mark.postgres
def test_a_query_on_postgresql(shop: Shop, postgres: Server) -> None:
    with psycopg.connect(postgres.url(postgres.password), autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS orders")
        connection.execute(
            "CREATE TABLE orders (at serial, order_id text, line_no int, serial text, state char(6), title text, "
            "amount numeric(12,4), weight float8, urgent boolean, ordered_on date, paid_at timestamp, branch text)"
        )
        for row in ROWS:
            values = list(native(row).values())
            connection.execute(
                f"INSERT INTO orders ({', '.join(GOOD)}) VALUES ({', '.join(['%s'] * len(GOOD))})", values
            )
    mapping = "query: |\n  SELECT * FROM orders -- 100% of them :all\n  WHERE order_id LIKE 'AB%' ORDER BY at\n"
    landed = shop.land(postgres.url(), mapping)
    check(shop, landed)
    assert postgres.password not in repr(landed)
    assert shop.land(postgres.url(), mapping).unchanged


LOG = """\
<log xes.version="1.0">
  <trace><string key="concept:name" value="c1"/>
    <event><string key="concept:name" value="受理"/>
      <date key="time:timestamp" value="2023-04-01T00:00:00+02:00"/></event>
    <event><string key="concept:name" value="投产"/>
      <date key="time:timestamp" value="2023-04-02T00:00:00.5Z"/></event>
  </trace>
  <trace><string key="concept:name" value="c2"/></trace>
</log>
"""
EVENTS = """\
columns:
  case_id: "case:concept:name"
  event: "concept:name"
  at: "time:timestamp"
  events: "case:events"
"""


def test_a_log_gives_its_events_or_its_cases(shop: Shop) -> None:
    title = Text("列", "Column")
    types = {"case_id": "string", "event": "string", "at": "timestamp", "events": "integer", "place": "integer"}
    columns = tuple(Column(name, sort, title) for name, sort in types.items())
    events = shop.under(replace(shop.contract, id="shop.event", period="", rules=(), columns=columns))
    log = shop.folder / "log.xes"
    log.write_text(LOG, encoding="utf-8")
    assert events.land(log, EVENTS + '  place: "event:index"\n').rows == 2
    assert [tuple(row.values()) for row in events.rows("shop.event")] == [
        ("c1", "受理", datetime(2023, 3, 31, 22, tzinfo=UTC), 2, 0),
        ("c1", "投产", datetime(2023, 4, 2, 0, 0, 0, 500_000, tzinfo=UTC), 2, 1),
    ]
    assert events.land(log, "rows: cases\n" + EVENTS).rows == 2
    assert [(row["case_id"], row["event"], row["events"]) for row in events.rows("shop.event")] == [
        ("c1", "受理", 2),
        ("c2", None, 0),
    ]
