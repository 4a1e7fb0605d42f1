"""Volvo IT's public log: its edition is published, and its figures equal a computation that knows no product code."""

from __future__ import annotations

import csv
import gzip
import importlib.util
import io
import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pyarrow.parquet as pq
import pytest

from lushan.domains import catalogue
from lushan.runs.session import Session
from lushan.runs.trace import all_figures, figure_rows
from lushan.workspace import Workspace

EXAMPLE = Path(__file__).parents[2] / "examples" / "volvo_it"
XES = "{http://www.xes-standard.org/}"
STOCKHOLM = ZoneInfo("Europe/Stockholm")
BUSIEST = 10

pytestmark = [pytest.mark.shared, pytest.mark.xdist_group("volvo")]


@dataclass(frozen=True)
class Incident:
    """An incident as the XML tells it."""

    number: str
    product: str
    line: str
    received: datetime
    accepted: datetime
    solved: datetime | None
    cancelled: datetime | None

    @property
    def left(self) -> date | None:
        """The day on which nobody had to look after it any more."""
        ends = [moment.date() for moment in (self.solved, self.cancelled) if moment]
        return min(ends) if ends else None

    @property
    def days(self) -> float:
        """From the day somebody took it up to the day service was restored."""
        assert self.solved
        return (self.solved.timestamp() - self.accepted.timestamp()) / 86400


def incidents(log: Path) -> list[Incident]:
    """Every incident of the log, read with the standard library alone."""
    with gzip.open(log) as file:
        return [incident(trace) for trace in ElementTree.parse(file).iter(f"{XES}trace")]


def incident(trace: ElementTree.Element) -> Incident:
    number = next(child.get("value", "") for child in trace if child.get("key") == "concept:name")
    events = [{item.get("key"): item.get("value", "") for item in event} for event in trace.iter(f"{XES}event")]
    known = [event for event in events if event["concept:name"] != "Unmatched"]

    def moments(*states: str) -> list[datetime]:
        return [
            datetime.fromisoformat(event["time:timestamp"]).astimezone(STOCKHOLM)
            for event in known
            if not states or event["lifecycle:transition"] in states
        ]

    received = min(moments())
    return Incident(
        number=number,
        product=events[0]["product"],
        line=events[0]["organization involved"],
        received=received,
        accepted=min(moments("In Progress", "Assigned"), default=received),
        solved=max(moments("Resolved", "In Call"), default=None),
        cancelled=min(moments("Cancelled"), default=None),
    )


def in_month(moment: datetime | None, month: str) -> bool:
    return moment is not None and f"{moment:%Y-%m}" == month


def open_after(one: Incident, last: date) -> bool:
    return one.received.date() <= last and (one.left is None or one.left > last)


def quantile(values: Iterable[float], share: float) -> float:
    """The value below which a share of the others lies, interpolated between neighbours."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


@pytest.fixture(scope="module")
def log(shared: Path) -> list[Incident]:
    return incidents(shared / "tickets" / "bpic2013_incidents.xes.gz")


@pytest.fixture(scope="module")
def example() -> ModuleType:
    spec = importlib.util.spec_from_file_location("volvo_it", EXAMPLE / "run.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def volvo(example: ModuleType, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, carried out as its user would."""
    root = tmp_path_factory.mktemp("volvo") / "bank"
    example.main(str(root), str(shared / "tickets" / "bpic2013_incidents.xes.gz"))
    return root


@pytest.fixture(scope="module")
def session(volvo: Path) -> Session:
    return Session(Workspace.open(volvo), catalogue())


def lushan(*arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "lushan", *arguments], check=True, capture_output=True, text=True
    ).stdout


def test_every_incident_lands_and_what_says_nothing_is_kept_apart(session: Session) -> None:
    assert session.warehouse.snapshot("delivery.ticket").rows == 7554
    assert session.warehouse.snapshot("delivery.ticket_event").rows == 65533 - 5
    files = [str(file) for file in session.warehouse.snapshot("quarantine.delivery__ticket_event").files]
    assert pq.ParquetDataset(files).read(["value"])["value"].to_pylist() == ["Unmatched/Unmatched"] * 5


def test_the_figures_of_the_month_are_those_of_the_log(volvo: Path, log: list[Incident]) -> None:
    figures = json.loads(lushan("figures", str(volvo), "--period", "2012-05", "--json"))
    received = [one for one in log if in_month(one.received, "2012-05")]
    solved = [one for one in log if in_month(one.solved, "2012-05")]
    assert figures["delivery.received"] == len(received)
    assert figures["delivery.released"] == len(solved)
    assert figures["delivery.throughput"] == round(len(solved) / len(received), 3)
    assert figures["delivery.backlog"] == sum(open_after(one, date(2012, 5, 31)) for one in log)
    assert figures["delivery.backlog[2012-04]"] == sum(open_after(one, date(2012, 4, 30)) for one in log)
    assert figures["delivery.voided"] == sum(in_month(one.cancelled, "2012-05") for one in log)
    for name, share in (("median", 0.5), ("p85", 0.85), ("p95", 0.95)):
        assert figures[f"delivery.cycle_{name}"] == round(quantile((one.days for one in solved), share), 1)


def test_each_product_and_line_has_the_figures_of_its_own_incidents(session: Session, log: list[Incident]) -> None:
    """Every figure of a product, with the number of rows that it says made it."""
    may, last = "2012-05", date(2012, 5, 31)
    groups: dict[tuple[str, str], list[Incident]] = defaultdict(list)
    for one in log:
        groups["system", one.product].append(one)
        groups["line", one.line].append(one)
    picks: dict[str, Any] = {
        "delivery.received": lambda one: in_month(one.received, may),
        "delivery.released": lambda one: in_month(one.solved, may),
        "delivery.backlog": lambda one: open_after(one, last),
        "delivery.cycle_median": lambda one: in_month(one.solved, may),
    }
    seen = Counter()
    for value in all_figures(session, session.period(may)):
        if value.metric in picks and value.cut in (("system",), ("line",)) and str(value.period) == may:
            mine = [one for one in groups[value.cut[0], value.dims[0]] if picks[value.metric](one)]
            expected: float = len(mine)
            if value.metric == "delivery.cycle_median":
                expected = quantile((one.days for one in mine), 0.5)
            assert value.rows == len(mine), value
            assert value.number is not None
            assert float(value.number) == pytest.approx(expected, abs=1e-6), value
            seen[value.metric, value.cut] += 1
    products = {one.product for one in log if in_month(one.solved, may)}
    assert seen["delivery.released", ("system",)] == len(products)


def test_the_busiest_products_are_traced_to_the_incidents_of_the_log(session: Session, log: list[Incident]) -> None:
    solved = Counter(one.product for one in log if in_month(one.solved, "2012-05"))
    for value in all_figures(session, session.period("2012-05")):
        if value.metric == "delivery.released" and value.cut == ("system",) and str(value.period) == "2012-05":
            product = value.dims[0]
            if product in dict(solved.most_common(BUSIEST)):
                rows = figure_rows(session, value)
                numbers = {one.number for one in log if one.product == product and in_month(one.solved, "2012-05")}
                assert value.number == Decimal(len(numbers)) == rows.num_rows
                assert set(rows["ticket_id"].to_pylist()) == numbers


def test_a_figure_is_traced_by_command_to_rows_without_names(volvo: Path, log: list[Incident]) -> None:
    printed = lushan("trace", str(volvo), "delivery.received[PROD424]", "--period", "2012-05", "--csv")
    rows = list(csv.DictReader(io.StringIO(printed)))
    expected = {one.number for one in log if one.product == "PROD424" and in_month(one.received, "2012-05")}
    assert {row["ticket_id"] for row in rows} == expected


def test_the_edition_shows_the_busiest_products_each_with_its_trace(volvo: Path, log: list[Incident]) -> None:
    folder = volvo / "editions" / "2012-05"
    figures = json.loads((folder / "edition.json").read_text(encoding="utf-8"))["figures"]
    received = Counter(one.product for one in log if in_month(one.received, "2012-05"))
    solved = Counter(one.product for one in log if in_month(one.solved, "2012-05"))
    for product, count in solved.most_common(BUSIEST):
        for metric, expected in (("released", count), ("received", received[product])):
            figure = figures[f"delivery.{metric}[{product}]"]
            assert (figure["value"], figure["rows"]) == (expected, expected)
            assert (folder / "trace" / f"{figure['code']}.html").exists()
    for page in ("index.html", "en/index.html"):
        assert all(product in (folder / page).read_text(encoding="utf-8") for product, _ in solved.most_common(BUSIEST))
    assert (folder / "edition.pdf").read_bytes().startswith(b"%PDF")
