"""What is filed by the sample bank: the faults that are planted are found, no more and no fewer, and told to rows."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from lushan.cli import main
from lushan.command import DONE, IN_PART, REFUSED
from lushan.domains.governance import checks, reconciliation
from lushan.domains.governance.indicators import INDICATORS, verdict
from lushan.domains.governance.rules import CLASSES, class_of, rules
from lushan.runs.computed import Rows
from lushan.runs.session import Session
from lushan.sample.chance import Sample
from lushan.sample.dirt import soiled
from lushan.sample.east.faults import FAULTS, HALVED, LAST, Planted, planted
from lushan.sample.east.tables import TABLES
from lushan.sample.files import write_file
from lushan.sample.sources import SOURCES
from lushan.sample.write import mapping_of
from lushan.warehouse.landing import land, read_mapping
from lushan.workspace import Workspace
from workspaces import BANK, built_once, open_session

MARCH = "2023-03"
FAULTY = Sample(seed=11, scale=0.5, faults=True)


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """What a bank files, faults of every class in it, landed and not yet run."""
    return open_session(built_once(tmp_path_factory, "faulty_bank", build))


def build(root: Path) -> None:
    workspace = Workspace.create(root, BANK)
    session = open_session(root)
    for source in SOURCES:
        if source.contract.startswith(("governance.", "bank.")):
            path, contract = workspace.sources / source.file, session.contract(source.contract)
            write_file(path, soiled(FAULTY, source.contract, source.rows(FAULTY)), source.encoding)
            mapping = None
            if source.mapped:
                (workspace.sources / source.mapping).write_bytes(mapping_of(source))
                mapping = read_mapping(workspace.sources / source.mapping, contract)
            land(session.warehouse, contract, str(path), mapping, zone=workspace.zone)


def rows(session: Session, reads: tuple[reconciliation.Read, ...]) -> tuple[Rows, ...]:
    return tuple(Rows(table, session.compute.fetch) for table in session.bound(reads, session.period(MARCH)))


def known() -> set[Planted]:
    """What tests know to be wrong in the last collection."""
    return {found for table, filed in TABLES.items() for found in planted(table, filed(FAULTY, LAST), FAULTY, LAST)}


def test_the_planted_faults_are_found_and_no_others(faulty: Session) -> None:
    march = faulty.period(MARCH)
    counted = checks.rule_result.function(*rows(faulty, checks.READS), period=march)
    found = checks.failures(rows(faulty, checks.READS), counted, march).to_pylist()
    filed = [row for row in found if class_of(row["rule"]) != "master"]
    assert {Planted(LAST, row["rule"], row["key"], row["exempt"]) for row in filed} == known()
    assert Counter(row["rule"] for row in found if not row["exempt"]) == Counter(
        {row["rule"]: row["failed"] for row in counted.to_pylist() if row["failed"]}
    )
    assert not [row["fault"] for row in counted.to_pylist() if row["fault"]]


def test_faults_of_every_class_are_planted() -> None:
    classes = Counter(class_of(found.rule) for found in known())
    assert set(classes) == {"not_null", "length", "field", "relation", "cross"}
    assert {rule for fault in (*FAULTS, HALVED) for rule in fault.breaks} == {found.rule for found in known()}


def test_every_rule_can_be_read_and_belongs_to_a_class() -> None:
    assert not [rule.id for rule in rules() if rule.name == ""]
    assert len({rule.id for rule in rules()}) == len(rules())
    assert {class_of(rule.id) for rule in rules()} == set(CLASSES.values())
    assert all(rule.message.zh and rule.message.en and rule.owner and rule.key for rule in rules())


def test_a_difference_is_told_by_branch_and_by_row(faulty: Session) -> None:
    loans = [cross for cross in INDICATORS if cross.id == "loans"]
    found = reconciliation.reconciled(rows(faulty, reconciliation.READS), faulty.period(MARCH), loans, 50)
    assert verdict(loans[0], found.results) == "differs"
    (known_row,) = (wrong for wrong in known() if wrong.rule in HALVED.breaks)
    org, note = known_row.key.split("|")
    by_row = [gap for gap in found.gaps if gap["by"] == "item_id"]
    assert [gap["part"] for gap in by_row] == [note]
    by_branch = [gap for gap in found.gaps if gap["by"] == "org_id" and gap["right"] == "1104"]
    assert by_branch[0]["part"] == f"{org[:2]}00"
    assert by_branch[0]["difference"] == pytest.approx(-by_row[0]["difference"], abs=Decimal("0.01"))


def test_only_what_the_halved_balance_belongs_to_differs(faulty: Session) -> None:
    found = reconciliation.reconciled(rows(faulty, reconciliation.READS), faulty.period(MARCH), INDICATORS, 0)
    said = {cross.id: verdict(cross, found.results) for cross in INDICATORS}
    touched = {"loans", "loans_rmb", "pass", "non_performing", "industries", "small_business", "largest_customer"}
    assert {name for name, status in said.items() if status == "differs"} <= touched | {"groups"}
    assert [name for name, status in said.items() if status == "unavailable"] == ["related_parties"]


def test_the_command_tells_what_differs_and_ends_with_three(faulty: Session, tmp_path: Path) -> None:
    root, parts, page = str(faulty.workspace.root), tmp_path / "rows.parquet", tmp_path / "report.html"
    asked = ["reconcile", root, "--period", MARCH, "--indicator", "loans", "--indicator", "savings"]
    shown = CliRunner().invoke(main, [*asked, "--failing", str(parts), "--html", str(page)])
    assert shown.exit_code == IN_PART
    assert "1 of 2 indicators pass; 1 differ, 0 cannot be extracted" in shown.output
    assert "item_id" in set(pq.read_table(parts)["by"].to_pylist())
    assert "各项贷款" in page.read_text(encoding="utf-8")
    assert "http" not in page.read_text(encoding="utf-8")
    told = json.loads(CliRunner().invoke(main, [*asked, "--json"]).output)
    assert {row["indicator"] for row in told["indicators"]} == {"loans", "savings"}


def test_the_command_ends_well_where_nothing_differs_and_refuses_what_is_not_there(faulty: Session) -> None:
    root = str(faulty.workspace.root)
    assert CliRunner().invoke(main, ["reconcile", root, "--period", MARCH, "--indicator", "savings"]).exit_code == DONE
    for wrong in (["--period", "2023-05"], ["--period", MARCH, "--indicator", "loan"]):
        assert CliRunner().invoke(main, ["reconcile", root, *wrong]).exit_code == REFUSED


def test_a_table_that_is_named_is_checked_by_the_rules_of_its_domain(faulty: Session) -> None:
    table = "governance.east_collateral"
    asked = ["check", str(faulty.workspace.root), "--table", table, "--period", MARCH, "--history", "0", "--json"]
    ended = CliRunner().invoke(main, asked)
    assert ended.exit_code == IN_PART
    failed = {rule["rule"] for rule in json.loads(ended.output)["rules"] if rule["failed"]}
    assert failed == {"F-603-YPMC", "B-603-YDYJZ"}
