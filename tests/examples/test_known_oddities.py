"""The rules of ``examples/known_oddities`` find what these public files are known for, and what its README says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from lushan.cli import main

FOLDER = Path(__file__).parents[2] / "examples" / "known_oddities"
pytestmark = pytest.mark.shared


def found(rules: str, *files: Path, text: bool = False) -> dict[str, tuple[int, int]]:
    """What each rule finds: rows that break it, and documented ones."""
    more = ["--text"] if text else []
    ended = CliRunner().invoke(main, ["check", *map(str, files), "--rules", str(FOLDER / rules), "--json", *more])
    rows = json.loads(ended.output)["rules"]
    assert not [row["fault"] for row in rows if row["fault"]]
    return {row["rule"]: (row["failed"], row["exempt"]) for row in rows}


def counted(sql: str) -> int:
    row = duckdb.sql(sql).fetchone()
    assert row
    return int(row[0])


def in_readme(rule: str) -> list[int]:
    """The numbers that the README's line of a rule says."""
    (line,) = [
        line for line in (FOLDER / "README.md").read_text("utf-8").splitlines() if re.match(rf"\| .*`{rule}`", line)
    ]
    return [int(number.replace(",", "")) for number in re.findall(r"[\d,]*\d", line.split("|")[2])]


def test_the_berka_bank(shared: Path) -> None:
    folder = shared / "bank_berka"
    files = [*sorted(folder.glob("*.asc")), folder / "trans.asc.gz"]
    oddities = found("berka.rules.yaml", *files, text=True)
    client, trans = f"read_csv('{folder}/client.asc')", f"read_csv('{folder}/trans.asc.gz', ignore_errors = true)"
    women = counted(f"SELECT count(*) FROM {client} WHERE birth_number // 100 % 100 > 50")
    assert oddities["client.birth"] == (women, 0) and oddities["client.birth.documented"] == (0, women)
    assert oddities["trans.type"][0] == counted(f"SELECT count(*) FROM {trans} WHERE type = 'VYBER'") + 1
    assert oddities["trans.balance"][0] == counted(f"SELECT count(*) FROM {trans} WHERE balance < 0")
    assert oddities["district.crimes"] == oddities["district.unemployment"] == oddities["trans.amount"] == (1, 0)
    for rule in ("client.birth", "trans.type", "trans.balance", "card.issued", "loan.unpaid", "trans.purpose"):
        assert in_readme(rule)[0] == oddities[rule][0], rule
    sound = {rule for rule, (failed, _) in oddities.items() if not failed}
    assert sound >= {"disp.owner", "card.disposition", "account.district", "loan.payments", "trans.account"}


def test_bank_marketing(shared: Path) -> None:
    file = shared / "marketing" / "bank-full.csv.gz"
    oddities = found("bank_marketing.rules.yaml", file)
    rows = f"read_csv('{file}')"
    never = counted(f"SELECT count(*) FROM {rows} WHERE pdays = -1")
    assert oddities["pdays"] == (never, 0) and oddities["poutcome"] == (5, never)
    for rule, condition in {
        "duration": "duration = 0",
        "previous": "previous > 50",
        "campaign": "campaign > 50",
    }.items():
        assert oddities[rule] == (counted(f"SELECT count(*) FROM {rows} WHERE {condition}"), 0)
    for rule in ("pdays", "duration", "previous", "campaign", "contact", "retired"):
        assert in_readme(rule)[0] == oddities[rule][0], rule
