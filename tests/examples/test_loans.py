"""The Dutch bank's public log: its edition is published, and its figures equal a computation from the XML alone."""

from __future__ import annotations

import gzip
import importlib.util
import json
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import median
from types import ModuleType
from typing import Any
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "dutch_loans"
XES = "{http://www.xes-standard.org/}"
ZONE = ZoneInfo("Europe/Amsterdam")
MONTH = "2012-02"

pytestmark = pytest.mark.shared


@dataclass
class Application:
    number: str
    events: list[tuple[datetime, str, str]] = field(default_factory=list)

    @property
    def month(self) -> str:
        return self.events[0][0].astimezone(ZONE).strftime("%Y-%m")

    @property
    def outcome(self) -> str:
        names = {name for _, name, _ in self.events}
        ends = {"A_APPROVED": "accepted", "A_DECLINED": "declined", "A_CANCELLED": "cancelled"}
        return next((outcome for name, outcome in ends.items() if name in names), "open")

    @property
    def days(self) -> float:
        return (self.events[-1][0] - self.events[0][0]).total_seconds() / 86400

    def work(self) -> list[tuple[str, datetime, datetime | None, datetime | None]]:
        """Each piece of work: its name, and when it came, was begun and was done."""
        moments: dict[str, dict[str, list[datetime]]] = defaultdict(lambda: defaultdict(list))
        for at, name, transition in self.events:
            if name.startswith("W_"):
                moments[name][transition].append(at)
        found = []
        for name, times in moments.items():
            for nth in range(max(map(len, times.values()))):
                came, begun, done = (
                    times[kind][nth] if nth < len(times[kind]) else None for kind in ("SCHEDULE", "START", "COMPLETE")
                )
                found.append((begun or done or came, done, name, nth, came, begun))
        latest = datetime.max.replace(tzinfo=ZONE)
        found.sort(key=lambda step: (step[0], step[1] or latest, step[2], step[3]))
        told, before = [], None
        for since, done, name, _, came, begun in found:
            told.append((name, came or (min(before, since) if before else since), begun, done))
            before = done
        return told


def example() -> ModuleType:
    spec = importlib.util.spec_from_file_location("loans_run", EXAMPLE / "run.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def log(shared: Path) -> list[Application]:
    """The log by the standard library's parser."""
    found = []
    with gzip.open(shared / "processes" / "bpic2012.xes.gz") as file:
        for _, element in ElementTree.iterparse(file):
            if element.tag == f"{XES}trace":
                held = {each.get("key"): each.get("value") for each in element if each.tag != f"{XES}event"}
                application = Application(str(held["concept:name"]))
                for event in element.iter(f"{XES}event"):
                    told = {each.get("key"): each.get("value") or "" for each in event}
                    at = datetime.fromisoformat(told["time:timestamp"])
                    application.events.append((at, told["concept:name"], told["lifecycle:transition"]))
                application.events.sort(key=lambda event: event[0])
                found.append(application)
                element.clear()
    return found


@pytest.fixture(scope="module")
def figures(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """The figures of the edition's month, and the workspace in which it was published."""
    root = tmp_path_factory.mktemp("loans") / "loans"
    run = [sys.executable, str(EXAMPLE / "run.py"), str(root), str(shared / "processes" / "bpic2012.xes.gz")]
    subprocess.run(run, check=True, capture_output=True)
    environment = example().environment(root.parent / "known")
    asked = [sys.executable, "-m", "lushan", "figures", str(root), "--period", MONTH, "--json"]
    printed = subprocess.run(asked, env=environment, check=True, capture_output=True, text=True).stdout
    return json.loads(printed), root


def test_applications_and_how_they_ended(figures: tuple[dict[str, Any], Path], log: list[Application]) -> None:
    told, _ = figures
    mine = [each for each in log if each.month == MONTH]
    accepted = [each for each in mine if each.outcome == "accepted"]
    assert told["loans.applied"] == len(mine)
    for outcome in ("accepted", "declined", "cancelled", "open"):
        assert told[f"loans.applied[{outcome}]"] == sum(each.outcome == outcome for each in mine)
    assert told["loans.accepted_rate"] == round(len(accepted) / len(mine), 4)
    assert told["loans.accepted_days"] == round(median(each.days for each in accepted), 1)
    offers = sum(name == "O_CREATED" for each in accepted for _, name, _ in each.events)
    assert told["loans.accepted_offers"] == round(offers / len(accepted), 2)
    assert {each.outcome for each in log} == {"accepted", "declined", "cancelled", "open"}


def test_where_applications_wait(figures: tuple[dict[str, Any], Path], log: list[Application]) -> None:
    told, _ = figures
    steps = [step for each in log for step in each.work() if step[3] and _month(step[3]) == MONTH]
    assert told["loans.work"] == len(steps)
    for name in {name for name, *_ in steps}:
        mine = [step for step in steps if step[0] == name]
        dwell = [max((done - came).total_seconds(), 0) for _, came, _, done in mine if done]
        waits = [max((begun - came).total_seconds(), 0) for _, came, begun, _ in mine if begun]
        assert told[f"loans.dwell_median[{name}]"] == pytest.approx(median(dwell) / 3600, abs=0.051)
        assert told[f"loans.wait_share[{name}]"] == pytest.approx(sum(waits) / sum(dwell), abs=0.00006)


def test_what_changed_since_the_first_month(figures: tuple[dict[str, Any], Path], log: list[Application]) -> None:
    """By the medians of both months; the edition tells them in a table."""
    _, root = figures
    edition = (root / "editions" / MONTH / "en" / "index.html").read_text(encoding="utf-8")
    steps = [step for each in log for step in each.work() if step[3]]
    for month in ("2011-10", MONTH):
        calls = [
            (done - came).total_seconds() / 3600
            for name, came, _, done in steps
            if name == "W_Nabellen offertes" and done and _month(done) == month
        ]
        assert f"{median(calls):.1f}" in edition and f"{len(calls):,}" in edition
    assert "longer" in edition and "within chance" in edition


def test_the_edition_is_there_in_both_languages_and_in_print(figures: tuple[dict[str, Any], Path]) -> None:
    folder = figures[1] / "editions" / MONTH
    for page in ("index.html", "en/index.html"):
        assert 'class="exhibit map"' in (folder / page).read_text(encoding="utf-8")
    assert (folder / "edition.pdf").read_bytes().startswith(b"%PDF")


def _month(at: datetime) -> str:
    return at.astimezone(ZONE).strftime("%Y-%m")
