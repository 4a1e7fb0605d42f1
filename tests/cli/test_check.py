"""``lushan check``: a workspace by its contracts, month after month; files by rules alone; endings for pipelines."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow.parquet as pq
from click.testing import CliRunner, Result

from lushan.cli import main
from lushan.contracts.contract import MASK
from lushan.domains import catalogue
from lushan.warehouse import Warehouse
from lushan.workspace import Workspace
from tables import put

RULES = """\
table: client
rules:
  - {id: name, kind: not_blank, columns: [name], zh: 姓名不得为空白, en: A client has a name}
  - {id: code, kind: unique, columns: [code]}
  - {id: age, kind: within, columns: [age], minimum: 0, maximum: 120, severity: warning}
"""


def told(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def write_client(folder: Path, rows: str) -> tuple[str, str]:
    (folder / "client.csv").write_text(f"code,name,age\n{rows}", encoding="utf-8")
    (folder / "rules.yaml").write_text(RULES, encoding="utf-8")
    return str(folder / "client.csv"), str(folder / "rules.yaml")


def test_a_file_is_checked_by_rules_alone(tmp_path: Path) -> None:
    file, rules = write_client(tmp_path, "1,甲,30\n2,　,40\n2,丙,140\n")
    failing, page = tmp_path / "rows.parquet", tmp_path / "report.html"
    ended = told(file, "--rules", rules, "--failing", str(failing), "--html", str(page), "--json")
    assert ended.exit_code == 3
    found = json.loads(ended.output)
    assert not found["passed"]
    assert [(row["rule"], row["failed"]) for row in found["rules"]] == [("name", 1), ("code", 2), ("age", 1)]
    rows = pq.read_table(failing).to_pylist()
    assert [(row["rule"], row["key"], row["value"]) for row in rows] == [
        ("name", "2", "　"), ("code", "2", "2"), ("code", "3", "2"), ("age", "3", "140"),
    ]  # fmt: skip
    shown = page.read_text(encoding="utf-8")
    assert "姓名不得为空白" in shown and "A client has a name" not in shown
    assert "http" not in shown, "the report needs nothing else"


def test_a_warning_does_not_stop_a_pipeline(tmp_path: Path) -> None:
    file, rules = write_client(tmp_path, "1,甲,30\n2,乙,140\n")
    ended = told(file, "--rules", rules)
    assert ended.exit_code == 0, ended.output
    assert "1 warning" in ended.output


def test_a_workspace_is_checked_by_its_contracts_and_rules(sample_copy: Path, tmp_path: Path) -> None:
    rules = tmp_path / "more.yaml"
    rules.write_text(
        "table: delivery.ticket\nrules:\n"
        "  - {id: volume, kind: volume, change: 10}\n"
        "  - {id: named, kind: not_null, columns: [tikcet_id]}\n",
        encoding="utf-8",
    )
    asked = (str(sample_copy), "--table", "delivery.ticket", "--period", "2023-04", "--rules", str(rules), "--json")
    ended = told(*asked)
    assert ended.exit_code == 3, ended.output
    found = {row["rule"]: row for row in json.loads(ended.output)["rules"]}
    assert found["named"]["status"] == "fault" and "did you mean ticket_id?" in found["named"]["fault"]
    assert found["volume"]["measure"] is not None, "it is held against the month before"
    others = [row for name, row in found.items() if name != "named"]
    assert others and all(row["status"] == "passed" for row in others), [r for r in others if r["status"] != "passed"]
    assert told(*asked).output == ended.output, "the kept results say the same"


def test_the_sample_banks_tables_keep_their_contracts(sample_copy: Path) -> None:
    ended = told(str(sample_copy), "--json")
    found = json.loads(ended.output)["rules"]
    assert found and not [row for row in found if row["status"] != "passed"], [
        (row["rule"], row["status"], row["failed"], row["fault"]) for row in found if row["status"] != "passed"
    ]


def test_what_a_contract_refers_to_is_known_from_every_month(tmp_path: Path) -> None:
    root = tmp_path / "bank"
    warehouse, known = Warehouse(Workspace.create(root).warehouse), catalogue().contracts
    began, went_on = (datetime(2023, month, 3, tzinfo=UTC) for month in (3, 4))
    instance = {"instance_id": "old", "type_id": "loan", "department": "零售", "initiator_id": "1", "state": "running"}
    put(warehouse, known["process.instance"], [instance | {"started_at": began, "urgent": False}])
    step = {"seq": 1, "node": "审批", "department": "零售", "arrived_at": went_on}
    put(warehouse, known["process.step"], [step | {"instance_id": id} for id in ("old", "lost")])
    ended = told(str(root), "--table", "process.step", "--period", "2023-04", "--json")
    failed = {row["rule"]: row["failed"] for row in json.loads(ended.output)["rules"] if row["failed"]}
    assert failed == {"process.step.instance_id.reference": 1}, "only the one that stands in no month"


def test_values_that_a_contract_calls_confidential_are_not_shown(tmp_path: Path) -> None:
    root, failing, page = tmp_path / "bank", tmp_path / "rows.parquet", tmp_path / "page.html"
    sheet = catalogue().contracts["delivery.timesheet"]
    row = {"entry_id": "7", "worked_on": date(2023, 4, 3), "person_id": "张三", "employer": "own", "department": "科技"}
    put(Warehouse(Workspace.create(root).warehouse), sheet, [row])
    rules = tmp_path / "more.yaml"
    rules.write_text(
        "table: delivery.timesheet\nrules:\n"
        "  - {id: person, kind: in_list, columns: [person_id], values: [李四]}\n"
        "  - {id: both, kind: row, expression: person_id = department}\n"
        "  - {id: department, kind: in_list, columns: [department], values: [零售]}\n",
        encoding="utf-8",
    )
    told(str(root), "--table", sheet.id, "--rules", str(rules), "--failing", str(failing), "--html", str(page))
    found = {row["rule"]: (row["key"], row["value"]) for row in pq.read_table(failing).to_pylist()}
    assert found["person"] == ("7", MASK) and found["both"] == ("7", MASK)
    assert found["department"] == ("7", "科技")
    assert "张三" not in page.read_text(encoding="utf-8")
