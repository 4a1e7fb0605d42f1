"""Each way in which a source can be wrong: one clear message, and nothing that was there changes."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lushan.contracts import Rule
from shop import GOOD, ORDER, Refused, Shop, write_csv

MANY = [GOOD | {"order_id": f"AB{number % 10000:04}", "line_no": str(number // 10000 + 1)} for number in range(40_000)]
HEAD, ROW = ",".join(GOOD) + "\n", ",".join(GOOD.values()) + "\n"


def plain(folder: Path) -> bytes:
    return write_csv(folder / "plain", MANY).read_bytes()


def workbook(folder: Path, *rows: list[str | None]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "plain")
    return (folder / "plain").read_bytes()


def parquet(folder: Path) -> bytes:
    pq.write_table(pa.Table.from_pylist(MANY), folder / "plain")
    return (folder / "plain").read_bytes()


def json_lines(folder: Path) -> bytes:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in MANY).encode()


def log(folder: Path) -> bytes:
    trace = '<trace><string key="order_id" value="AB0001"/><event><string key="state" value="01"/></event></trace>'
    return f"<log>{trace * 2000}</log>".encode()


def cut(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def damaged(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes(64) + data[middle + 64 :]


def encoded(*parts: str | bytes, by: str = "utf-8") -> bytes:
    return b"".join(part.encode(by) if isinstance(part, str) else part for part in parts)


Content = Callable[[Path], bytes | str]

#: A name for the case, the file's ending, and what is in it.
SOURCES: dict[str, tuple[str, Content]] = {
    "cut_csv_in_a_row": ("csv", lambda f: plain(f)[:-40]),
    "cut_csv_in_quotes": ("csv", lambda f: HEAD + ROW * 3 + ROW.replace("任务", '"任务')),
    "cut_csv_in_the_header": ("csv", lambda f: 'order_id,"line_no\n' + ROW),
    "cut_csv_packed": ("csv.gz", lambda f: cut(gzip.compress(plain(f)))),
    "cut_csv_packed_by_its_end": ("csv.gz", lambda f: gzip.compress(plain(f))[:-4]),
    "damaged_csv_packed": ("csv.gz", lambda f: damaged(gzip.compress(plain(f)))),
    "not_packed": ("csv.gz", plain),
    "cut_excel": ("xlsx", lambda f: cut(workbook(f, list(GOOD), list(GOOD.values())))),
    "damaged_excel": ("xlsx", lambda f: damaged(workbook(f, list(GOOD), *[list(GOOD.values())] * 99))),
    "cut_parquet": ("parquet", lambda f: cut(parquet(f))),
    "cut_json_lines": ("jsonl", lambda f: cut(json_lines(f))),
    "cut_json_lines_packed": ("jsonl.gz", lambda f: cut(gzip.compress(json_lines(f)))),
    "cut_log": ("xes", lambda f: cut(log(f))),
    "cut_log_packed": ("xes.gz", lambda f: cut(gzip.compress(log(f)))),
    "encoding_of_a_byte_far_in": ("csv", lambda f: encoded(HEAD, ROW * 40_000, b"AB\xd6\xd0", ROW)),
    "encoding_of_a_byte_far_into_gb18030": ("csv", lambda f: encoded(HEAD, ROW * 150_000, b"\xff", ROW, by="gb18030")),
    "encoding_neither": ("csv", lambda f: encoded(b"\xff\xfe", HEAD, by="utf-16-le")),
    "column_missing": ("csv", lambda f: plain(f).replace(b"state", b"status")),
    "columns_two_of_a_name": ("csv", lambda f: HEAD.replace("serial", "Title") + ROW),
    "columns_two_of_a_name_in_excel": ("xlsx", lambda f: workbook(f, ["title", "state", "title"], ["a", "b", "c"])),
    "column_without_a_name": ("csv", lambda f: HEAD.replace("serial", "") + ROW),
    "column_without_a_name_in_excel": ("xlsx", lambda f: workbook(f, ["title", None, "state"], ["a", "b", "c"])),
    "row_too_long": ("csv", lambda f: HEAD + ROW + ROW.replace("任务", "任,务")),
    "row_with_a_stray_quote": ("csv", lambda f: HEAD + ROW + ROW.replace("任务", '"任"务')),
    "lines_that_end_differently": ("csv", lambda f: (HEAD + ROW).replace("\n", "\r\n") + ROW),
    "line_not_json": ("jsonl", lambda f: '{"order_id": "AB0001"}\nAB0002\n'),
    "empty": ("csv", lambda f: ""),
    "header_only": ("csv", lambda f: HEAD),
    "header_only_in_excel": ("xlsx", lambda f: workbook(f, list(GOOD))),
    "no_header": ("csv", lambda f: "\n" + HEAD + ROW),
    "nothing_in_excel": ("xlsx", workbook),
    "nothing_in_json_lines": ("jsonl", lambda f: "\n\n"),
    "lines_of_lists": ("jsonl", lambda f: '["AB0001", 1]\n'),
    "nothing_in_a_log": ("xes", lambda f: "<log></log>"),
    "kind_unknown": ("pdf", lambda f: "%PDF"),
    "kind_of_another_log": ("xes", lambda f: "<html><body/></html>"),
    "no_row_keeps_the_contract": ("csv", lambda f: HEAD + ROW.replace("2023-04-01", "20230401") * 8),
}

#: The same where a mapping says what is not so.
MAPPED: dict[str, tuple[str, Content, str]] = {
    "encoding_named_wrong": ("csv", lambda f: encoded(HEAD, ROW, by="gb18030"), "encoding: utf-8"),
    "encoding_of_the_header": ("csv", lambda f: encoded("标题,", HEAD, by="gb18030"), "encoding: utf-8"),
    "encoding_cut_in_a_character": ("csv", lambda f: encoded(HEAD, ROW, "任", by="gb18030")[:-1], "encoding: gb18030"),
    "encoding_of_json_lines": ("jsonl", lambda f: encoded('{"title": "任务"}', by="gb18030"), "encoding: utf-8"),
    "delimiter_named_wrong": ("csv", lambda f: HEAD + ROW, 'delimiter: ";"'),
    "sheet_unknown": ("xlsx", lambda f: workbook(f, list(GOOD)), "sheet: 订单"),
}


def put(folder: Path, ending: str, content: bytes | str) -> Path:
    source = folder / f"orders.{ending}"
    source.write_bytes(content.encode() if isinstance(content, str) else content)
    return source


@pytest.mark.parametrize("name", SOURCES)
def test_a_wrong_source_is_refused(name: str, refused: Refused, shop: Shop) -> None:
    ending, content = SOURCES[name]
    refused(f"source_{name}", put(shop.folder, ending, content(shop.folder)))


@pytest.mark.parametrize("name", MAPPED)
def test_a_source_that_is_not_as_its_mapping_says_is_refused(name: str, refused: Refused, shop: Shop) -> None:
    ending, content, mapping = MAPPED[name]
    refused(f"source_{name}", put(shop.folder, ending, content(shop.folder)), mapping)


def test_a_source_that_is_not_there(refused: Refused, shop: Shop) -> None:
    refused("source_absent", shop.folder / "none.csv")
    refused("source_a_folder", shop.warehouse.root)
    (shop.folder / "orders").write_text(HEAD + ROW, encoding="utf-8")
    refused("source_of_no_kind", shop.folder / "orders")


def test_strict_names_the_first_rows_and_what_is_wrong_with_them(refused: Refused, shop: Shop) -> None:
    """An unknown code, a day that no calendar has, and a row that only as a whole is wrong, among them."""
    wrong = [
        GOOD | {"state": "03"},
        GOOD | {"order_id": "AB0009", "ordered_on": "20230231"},
        GOOD,
        GOOD | {"order_id": "AB0003", "ordered_on": "2023-04-05"},
        GOOD | {"order_id": "AB0004", "title": "任务单甲乙丙丁", "branch": "009"},
        GOOD | {"order_id": "AB0005", "branch": "009"},
    ]
    refused("source_strict", write_csv(shop.folder / "orders.csv", wrong), strict=True)


def test_a_reference_to_a_table_that_was_never_landed(refused: Refused, shop: Shop) -> None:
    elsewhere = Rule("branch.reference", "reference", "branch", refers_to="shop.region.region_id")
    rules = tuple(elsewhere if rule.id == elsewhere.id else rule for rule in ORDER.rules)
    source = write_csv(shop.folder / "orders.csv", [GOOD])
    refused("source_refers_to_nothing", source, under=shop.under(replace(ORDER, rules=rules)))


def test_a_source_that_may_not_be_read(refused: Refused, shop: Shop) -> None:
    if os.getuid() == 0:
        pytest.skip("root may read everything")
    source = write_csv(shop.folder / "orders.csv", [GOOD])
    source.chmod(0)
    refused("source_forbidden", source)


def test_less_memory_than_a_row_group_needs(refused: Refused, shop: Shop) -> None:
    source = shop.folder / "orders.csv"
    source.write_bytes(plain(shop.folder))
    refused("source_needs_more_memory", source, memory="4MB")
