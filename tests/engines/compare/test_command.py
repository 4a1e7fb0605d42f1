"""`lushan compare`: addresses, exit codes, jobs, and what is printed."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from golden import check_golden
from lushan.cli import main
from lushan.domains import catalogue
from lushan.warehouse import Warehouse
from lushan.workspace import Workspace
from tables import contract, publish

LOANS: list[dict[str, Any]] = [
    {"id": 1, "org": "总行", "balance": Decimal("100.00"), "note": ""},
    {"id": 2, "org": "一支行", "balance": Decimal("20.50"), "note": None},
    {"id": 3, "org": "二支行", "balance": Decimal("7.00"), "note": "展期"},
]
OTHERS = [LOANS[0], LOANS[1] | {"balance": Decimal("20.51"), "note": ""}, LOANS[2] | {"id": 4}]
SCHEMA = pa.schema([("id", pa.int64()), ("org", pa.string()), ("balance", pa.decimal128(18, 2)), ("note", pa.string())])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two tables that differ, in which commands are called."""
    monkeypatch.chdir(tmp_path)
    pq.write_table(pa.Table.from_pylist(LOANS, schema=SCHEMA), "old.parquet")
    pq.write_table(pa.Table.from_pylist(OTHERS, schema=SCHEMA), "new.parquet")
    return tmp_path


def compare(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["compare", *arguments])


def test_exit_codes_tell_same_from_different_and_refused(here: Path) -> None:
    assert compare("old.parquet", "old.parquet", "--key", "id").exit_code == 0
    assert compare("old.parquet", "new.parquet", "--key", "id").exit_code == 3
    assert compare("old.parquet", "none.parquet", "--key", "id").exit_code == 1
    assert compare("old.parquet").exit_code == 2
    assert compare("old.parquet", "new.parquet", "--key", "id", "--tolerance", "balance").exit_code == 2
    assert compare("old.parquet", "new.parquet", "--job", "x.yaml").exit_code == 2


def test_what_differs_is_printed(here: Path) -> None:
    check_golden("compare/differ.txt", compare("old.parquet", "new.parquet", "--key", "id").output)
    check_golden("compare/rows.txt", compare("old.parquet", "new.parquet").output)


def test_json_and_files_hold_all_of_it(here: Path) -> None:
    options = ("--key", "id", "--json", "--failing", "rows.parquet", "--html", "page.html")
    said = json.loads(compare("old.parquet", "new.parquet", *options).stdout)
    assert (said["missing"], said["extra"], said["changed"], said["same"]) == (1, 1, 1, False)
    assert [c["name"] for c in said["columns"] if c["changed"]] == ["balance", "note"]
    assert [row["difference"] for row in pq.read_table("rows.parquet").to_pylist()] == ["changed", "missing", "extra"]
    page = Path("page.html").read_text(encoding="utf-8")
    assert "两侧不同" in page
    assert not re.search(r'(src|href)="', page), "the page needs nothing else"
    text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)
    ours = re.sub(r"old\.parquet|new\.parquet|\b(id|org|balance|note|BIGINT|VARCHAR|DECIMAL)\b", "", text)
    assert not re.search(r"[A-Za-z]{3,}", ours), "a Chinese page has no English string"
    compare("old.parquet", "new.parquet", *options, "--language", "en")
    english = re.sub(
        r"<style>.*?</style>|<td>.*?</td>", "", Path("page.html").read_text(encoding="utf-8"), flags=re.DOTALL
    )
    assert not re.search(r"[\u4e00-\u9fff]", english), "an English page has no Chinese string"


def test_two_versions_of_a_table_are_compared_by_the_parts_that_changed(here: Path) -> None:
    workspace = Workspace.create(here / "bank")
    table = contract("try.loan", "id:integer!", "balance:decimal(18,2)", "at:date", period="at")
    warehouse = Warehouse(workspace.warehouse)
    months = {
        m: [{"id": n * 100 + m, "balance": Decimal(n), "at": f"2023-{m:02}-01"} for n in range(50)] for m in (1, 2, 3)
    }
    rows = {f"2023-{m:02}": [row | {"at": pa.scalar(row["at"]).cast(pa.date32()).as_py()} for row in held]
            for m, held in months.items()}  # fmt: skip
    first = publish(warehouse, table, rows)
    rows["2023-03"][0]["balance"] = Decimal("99.00")
    second = publish(warehouse, table, {"2023-03": rows["2023-03"]})
    left, right = (f"bank:try.loan@{snapshot.version}" for snapshot in (first, second))
    result = compare(left, right, "--key", "id", "--json", "--keep", "kept.parquet")
    said = json.loads(result.stdout)
    assert (said["changed"], said["left_rows"]) == (1, 150)
    assert said["rows_hashed"] == [150, 50], "what both versions share is hashed once"
    assert compare("bank:try.loan", right, "--key", "id").exit_code == 0
    assert "no table" in compare("bank:try.loam", right, "--key", "id").output


JOBS = """\
jobs:
  - name: 借据
    left: {table: old.parquet, query: "SELECT id, org, balance AS amount FROM source"}
    right: "duckdb:///bank.duckdb#loan"
    key: [id]
    map: {amount: balance}
    ignore: [org]
    tolerances: {amount: 0.01}
    keep: loan.kept
  - name: 批次
    left: old.parquet
    right: old.parquet
    key: [id]
  - name: 缺表
    left: old.parquet
    right: none.parquet
"""


def test_a_file_of_jobs_verifies_them_all(here: Path) -> None:
    Path("jobs.yaml").write_text(JOBS, encoding="utf-8")
    with duckdb.connect("bank.duckdb") as connection:
        connection.execute("CREATE TABLE loan AS SELECT id, balance FROM 'new.parquet' WHERE id < 3")
    result = compare("--job", "jobs.yaml", "--json", "--html", "page.html")
    said = {job["name"]: job for job in json.loads(result.stdout)}
    assert result.exit_code == 3
    assert (said["借据"]["missing"], said["借据"]["changed"], said["借据"]["extra"]) == (1, 0, 0)
    assert said["批次"]["same"]
    assert said["缺表"]["error"]["found"] == "there is no such file"
    assert Path("loan.kept").exists()
    assert "未能比对" in Path("page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "was", "now"),
    [
        ("tolerance", "amount: 0.01", "amount: a bit"),
        ("twice", "name: 批次", "name: 借据"),
        ("word", "key: [id]", "keys: [id]"),
        ("side", "left: old.parquet", "left: {query: SELECT 1}"),
    ],
)
def test_a_wrong_job_is_shown_and_underlined(here: Path, name: str, was: str, now: str) -> None:
    Path("jobs.yaml").write_text(JOBS.replace(was, now, 1), encoding="utf-8")
    check_golden(f"compare/job_{name}.txt", compare("--job", "jobs.yaml").output)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("loans", "this is not the address of a table"),
        ("sqlite:///nothing.sqlite#loan", "this file is not there"),
        ("duckdb:///nothing.duckdb#loan", "this file is not there"),
        ("postgresql://reader:${NO_SUCH_PASSWORD}@core/bank#loan", "the environment has no NO_SUCH_PASSWORD"),
        ("postgresql://reader:secret@core/bank", "the address names no table"),
        ("postgresql://reader:secret@127.0.0.1:1/bank#loan", "refused or is gone"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_without_its_password(here: Path, address: str, message: str) -> None:
    said = compare(address, "old.parquet", "--key", "id")
    assert said.exit_code == 1
    assert message in said.output
    assert "secret" not in said.output


def test_what_a_contract_calls_confidential_is_not_shown(here: Path) -> None:
    sheet = catalogue().contracts["delivery.timesheet"]
    warehouse = Warehouse(Workspace.create(here / "bank").warehouse)
    row = {
        "entry_id": "1",
        "worked_on": date(2023, 4, 3),
        "person_id": "张三",
        "employer": "own",
        "department": "科技部",
    }
    first = publish(warehouse, sheet, {"2023-04": [row]})
    publish(warehouse, sheet, {"2023-04": [row | {"person_id": "李四", "department": "风险部"}]})
    result = compare(f"bank:{sheet.id}@{first.version}", f"bank:{sheet.id}", "--key", "entry_id", "--json")
    assert result.exit_code == 3
    (said,) = json.loads(result.stdout)["sample"]
    assert (said["person_id_left"], said["person_id_right"], said["department_right"]) == ("●●●", "●●●", "风险部")
    sides = (f"bank:{sheet.id}@{first.version}", f"bank:{sheet.id}")
    compare(*sides, "--key", "entry_id", "--failing", "rows.parquet", "--html", "page.html")
    (written,) = pq.read_table("rows.parquet").to_pylist()
    assert (written["entry_id"], written["person_id_left"], written["department_right"]) == ("1", "●●●", "风险部")
    assert "张三" not in Path("page.html").read_text(encoding="utf-8")
    compare(*sides, "--key", "person_id", "--failing", "rows.parquet")
    assert {row["person_id"] for row in pq.read_table("rows.parquet").to_pylist()} == {"张三", "李四"}, "a key stays"
