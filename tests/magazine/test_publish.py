"""Publishing: an edition is frozen, comes whole or not at all, and is corrected only beside itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lushan.errors import LushanError
from lushan.magazine.edition import assemble
from lushan.magazine.publish import pinned_versions, publish
from lushan.runs.run import run
from lushan.warehouse.landing import land
from stories import APRIL, TOUR, land_tickets
from workspaces import open_session

FILES = ("index.html", "en/index.html", "edition.pdf", "edition.en.pdf", "edition.json", "assets/edition.css")
MAKE = """
import sys
from pathlib import Path
from workspaces import open_session
from lushan.magazine.publish import publish
from stories import APRIL
session = open_session(Path(sys.argv[1]))
print("begun", flush=True)
publish(session, APRIL)
"""


def change_tickets(bank: Path) -> None:
    """Land the tickets again without the first, and run the month."""
    lines = (TOUR / "tickets.csv").read_bytes().splitlines(keepends=True)
    changed = bank / "tickets.csv"
    changed.write_bytes(b"".join([*lines[:1], *lines[2:]]))
    land_tickets(bank, changed, TOUR / "steps.csv")


def received(edition: Path) -> int:
    told = json.loads((edition / "edition.json").read_text(encoding="utf-8"))
    return int(told["figures"]["delivery.received"]["rows"])


def all_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_an_edition_is_whole(bank: Path) -> None:
    edition = publish(open_session(bank), APRIL)
    assert edition == bank / "editions" / "2023-04"
    assert not [name for name in FILES if not (edition / name).is_file()]


def test_what_is_published_stays_when_its_data_change(bank: Path) -> None:
    edition = publish(open_session(bank), APRIL)
    frozen = all_of(edition)
    change_tickets(bank)
    again = publish(open_session(bank), APRIL)
    assert again == edition
    assert (edition / "edition.json").read_bytes() == frozen["edition.json"]
    assert {name: data for name, data in all_of(edition).items() if "trace" not in name} == {
        name: data for name, data in frozen.items() if "trace" not in name
    }


def test_a_correction_stands_beside(bank: Path) -> None:
    first = publish(open_session(bank), APRIL)
    frozen = all_of(first)
    before = received(first)
    change_tickets(bank)
    second = publish(open_session(bank), APRIL, revise=True)
    assert second == bank / "editions" / "2023-04-r2"
    assert all_of(first) == frozen
    assert received(second) != before or (second / "edition.json").read_bytes() != frozen["edition.json"]
    assert "第 1 次修订" in (second / "index.html").read_text(encoding="utf-8")
    assert publish(open_session(bank), APRIL) == second  # again: the newest revision
    third = publish(open_session(bank), APRIL, revise=True)
    assert third.name == "2023-04-r3"


def test_versions_behind_editions_are_kept(bank: Path) -> None:
    session = open_session(bank)
    edition = publish(session, APRIL)
    kept = pinned_versions(session.workspace)
    assert kept["delivery.ticket"] == kept["delivery.ticket_life"] == {0}
    change_tickets(bank)
    publish(open_session(bank), APRIL, revise=True)
    kept = pinned_versions(session.workspace)
    assert kept["delivery.ticket"] == kept["delivery.figure"] == {0, 1}
    open_session(bank).warehouse.expire(kept, after_hours=0)
    for folder in (edition, bank / "editions" / "2023-04-r2"):
        shutil.rmtree(bank / "editions" / "other", ignore_errors=True)
        assert folder.is_dir()
    shutil.rmtree(bank / "editions" / "2023-04-r2")
    assert publish(open_session(bank), APRIL) == edition


def test_a_table_that_came_later_is_not_read(bank: Path) -> None:
    """An edition whose bank had not landed a table is made again without it."""
    session = open_session(bank)
    head = "---\npart: 3\norder: 1\ntitle: 揭榜\n---\n"
    (bank / "stories" / "bids.zh.md").write_text(f"{head}课题\n\n![](delivery.bids)\n", encoding="utf-8")
    edition = publish(session, APRIL)
    frozen = (edition / "edition.json").read_bytes()
    bids = bank / "bids.csv"
    bids.write_text("topic_id,title,round,stage,published_on\nT1,提速,1,published,2023-04-12\n", encoding="utf-8")
    later = open_session(bank)
    land(later.warehouse, later.contract("delivery.bid"), str(bids))
    run(later, APRIL)
    assert assemble(open_session(bank), APRIL)["exhibits"]["delivery.bids"]["rows"]["rows"]
    publish(open_session(bank), APRIL)
    assert (edition / "edition.json").read_bytes() == frozen


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("守住当前节奏", "加快节奏", "story releases"),
        ("delivery.flow_by_day", "delivery.flow_by_month", "story releases"),
        ("delivery.throughput]", "delivery.backlog]", "story releases"),
    ],
)
def test_a_changed_story_does_not_change_what_is_published(old: str, new: str, what: str, bank: Path) -> None:
    edition = publish(open_session(bank), APRIL)
    frozen = all_of(edition)
    for path in (bank / "stories").glob("*.md"):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(LushanError) as refusal:
        publish(open_session(bank), APRIL)
    assert refusal.value.found == f"it is published, and would be another now: {what} differs"
    assert "--revise" in refusal.value.mend
    assert all_of(edition) == frozen


def test_an_edition_that_cannot_be_read_is_told_of(bank: Path) -> None:
    session = open_session(bank)
    edition = publish(session, APRIL)
    (edition / "edition.json").write_text("{", encoding="utf-8")
    for refused in (lambda: publish(session, APRIL), lambda: pinned_versions(session.workspace)):
        with pytest.raises(LushanError, match="this edition cannot be read") as refusal:
            refused()
        assert refusal.value.where == str(edition / "edition.json")


def test_a_disk_that_refuses_leaves_nothing(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lushan.magazine.publish.write_print", full)
    with pytest.raises(LushanError, match="No space left on device"):
        publish(open_session(bank), APRIL)
    assert not list((bank / "editions").glob("2*"))
    monkeypatch.undo()
    assert publish(open_session(bank), APRIL).is_dir()


def test_killed_while_it_is_made_it_leaves_no_half_edition(bank: Path) -> None:
    """Whatever the moment, a reader finds a whole edition or none; the next publication is the same as ever."""
    edition = bank / "editions" / "2023-04"
    process, begun = in_a_process(bank), time.monotonic()
    assert process.wait(120) == 0
    took, whole = time.monotonic() - begun, all_of(edition)
    killed = 0
    for moment in (0.2, 0.5, 0.8):
        shutil.rmtree(edition)
        process = in_a_process(bank)
        try:
            process.wait(took * moment)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            killed += 1
        assert not edition.exists() or set(all_of(edition)) == set(whole)
        if not edition.exists():
            publish(open_session(bank), APRIL)
        assert (edition / "edition.json").read_bytes() == whole["edition.json"]
        assert {path.name for path in edition.parent.iterdir()} <= {"2023-04", ".lock"}
    assert killed


def in_a_process(bank: Path) -> subprocess.Popen[str]:
    """A publication in a process of its own, which has begun."""
    path = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    process = subprocess.Popen(
        [sys.executable, "-c", MAKE, str(bank)], stdout=subprocess.PIPE, text=True, env=path
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process
