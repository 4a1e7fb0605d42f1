"""``lushan check``: a workspace by its contracts, month after month; files by rules alone; endings for pipelines."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
from click.testing import CliRunner, Result

from lushan.cli import main

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
