"""Landing as a user does it: what a terminal shows, what a program reads, and how each command ends."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from golden import check_golden
from lushan.cli import main
from lushan.workspace import Workspace

HEAD = "ticket_id,title,line,class,system,department,committed_on,effort_days\n"
GOOD = "T1,标题,企金,routine,核心,信息部,2023-04-01,1.5\n"
BAD = "T2,标题,企金,urgent,核心,信息部,20230231,-1\n"


def lushan(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def tickets(tmp_path: Path) -> Path:
    source = tmp_path / "tickets.csv"
    source.write_text(HEAD + GOOD + BAD, encoding="utf-8")
    return source


def test_a_source_lands_and_what_was_wrong_is_shown(workspace: Workspace, tickets: Path) -> None:
    words = ("land", workspace.root, tickets, "--as", "delivery.ticket")
    landed, again = lushan(*words), lushan(*words)
    assert (landed.exit_code, again.exit_code) == (0, 0)
    told = lushan("quarantine", workspace.root, "delivery.ticket")
    nothing = lushan("quarantine", workspace.root, "delivery.project")
    check_golden("landing/land.txt", landed.output + again.output + told.output + nothing.output)


def test_a_program_reads_the_same(workspace: Workspace, tickets: Path) -> None:
    landed = json.loads(lushan("land", workspace.root, tickets, "--as", "delivery.ticket", "--json").stdout)
    assert [(one["table"], one["rows"], one["quarantined"], one["unchanged"]) for one in landed] == [
        ("delivery.ticket", 1, 1, False)
    ]
    assert landed[0]["broken"] == {"class.codes": 1, "committed_on.type": 1, "effort_days.range": 1}
    told = json.loads(lushan("quarantine", workspace.root, "delivery.ticket", "--json").stdout)
    rows = list(csv.DictReader(io.StringIO(lushan("quarantine", workspace.root, "delivery.ticket", "--csv").stdout)))
    assert [{**one, "row": str(one["row"])} for one in told] == rows
    assert [(one["file"], one["row"], one["rule"], one["column"], one["value"]) for one in told] == [
        ("tickets.csv", 2, "codes", "class", "urgent"),
        ("tickets.csv", 2, "type", "committed_on", "20230231"),
        ("tickets.csv", 2, "range", "effort_days", "-1"),
    ]


def test_strict_ends_with_the_code_of_a_refusal(workspace: Workspace, tickets: Path) -> None:
    refused = lushan("land", workspace.root, tickets, "--as", "delivery.ticket", "--strict")
    assert refused.exit_code == 1
    assert "1 of 2 rows break the contract" in refused.stderr
    assert "row 2  committed_on  type  20230231" in refused.stderr
    read = lushan("land", workspace.root, tickets, "--as", "delivery.ticket", "--strict", "--json")
    assert read.exit_code == 1
    assert json.loads(read.stdout)["error"]["found"] == "1 of 2 rows break the contract"


def test_a_list_of_sources_lands_in_its_order(workspace: Workspace, tickets: Path) -> None:
    events = "ticket_id,seq,at,step,actor\nT1,1,2023-04-01 09:00:00,received,张三\nT9,1,2023-04-01 09:00:00,x,李四\n"
    (workspace.sources / "tickets.csv").write_bytes(tickets.read_bytes())
    (workspace.sources / "events.csv").write_text(events, encoding="utf-8")
    (workspace.sources / "sources.yaml").write_text(
        "- {file: tickets.csv, as: delivery.ticket}\n- {file: events.csv, as: delivery.ticket_event}\n",
        encoding="utf-8",
    )
    landed, again = lushan("land", workspace.root), lushan("land", workspace.root)
    assert (landed.exit_code, again.exit_code) == (0, 0)
    check_golden("landing/land_all.txt", landed.output + again.output)


WRONG = {
    "no_list": ("{bank}",),
    "no_contract": ("{bank}", "{tickets}", "--as", "delivery.tikket"),
    "no_mapping": ("{bank}", "{tickets}", "--as", "delivery.ticket", "--map", "{bank}/none.map.yaml"),
    "no_workspace": ("{bank}/none", "{tickets}", "--as", "delivery.ticket"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_command_is_refused_with_its_mend(name: str, workspace: Workspace, tickets: Path) -> None:
    words = [word.format(bank=workspace.root, tickets=tickets) for word in WRONG[name]]
    refused = lushan("land", *words)
    assert refused.exit_code == 1
    assert not refused.stdout
    said = refused.stderr.replace(str(workspace.root), "bank").replace(str(tickets), "tickets.csv")
    lines = [line for line in said.splitlines() if "bank.calendar" not in line]  # the list of contracts grows
    check_golden(f"landing/wrong_{name}.txt", "\n".join(lines) + "\n")


def test_a_source_without_its_contract_is_wrong_usage(workspace: Workspace, tickets: Path) -> None:
    refused = lushan("land", workspace.root, tickets)
    assert refused.exit_code == 2
    assert "--as delivery.ticket" in refused.stderr


def test_the_journal_keeps_counts_and_no_values(workspace: Workspace, tickets: Path) -> None:
    lushan("land", workspace.root, tickets, "--as", "delivery.ticket")
    journal = b"".join(path.read_bytes() for path in workspace.root.glob("state.db*"))
    assert b"committed_on.type" in journal
    assert b"20230231" not in journal
