"""The boards of China's listed companies: what the example finds equals a computation that knows no product code."""

from __future__ import annotations

import csv
import gzip
import importlib.util
from collections import Counter, defaultdict
from itertools import combinations, pairwise
from pathlib import Path
from types import ModuleType

import pytest

from lushan.cli import main
from lushan.domains import catalogue
from lushan.domains.risk.related.knowledge import Knowledge
from lushan.runs.session import Session
from lushan.runs.trace import all_figures
from lushan.workspace import Workspace

EXAMPLE = Path(__file__).parents[2] / "examples" / "listed_companies"

pytestmark = [pytest.mark.shared, pytest.mark.xdist_group("boards")]


def module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("listed_companies", EXAMPLE / "run.py")
    assert spec and spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def boards(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Session:
    example = module()
    root = tmp_path_factory.mktemp("boards") / "boards"
    example.prepare(root, shared / "companies")
    for step in example.steps(str(root))[:2]:
        main(step, standalone_mode=False)
    return Session(Workspace.open(root), catalogue())


@pytest.fixture(scope="module")
def seats(shared: Path) -> dict[str, set[str]]:
    """The companies on whose boards each person sits, from the file by the standard library alone."""
    found: dict[str, set[str]] = defaultdict(set)
    with gzip.open(shared / "companies" / "executive_stock.csv.gz", "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row[":START_ID(Executive)"]].add(row[":END_ID(Stock)"])
    return found


def test_the_persons_who_tie_companies_together_are_those_of_the_file(
    boards: Session, seats: dict[str, set[str]]
) -> None:
    period = boards.period(module().PERIOD)
    figures = {value.id(period): value.number for value in all_figures(boards, period)}
    several = [companies for companies in seats.values() if len(companies) > 1]
    assert figures["risk.board_ties"] == len(several)
    for count, persons in Counter(len(companies) for companies in several).items():
        assert figures[f"risk.board_ties[{count}]"] == persons
    pairs = Counter(pair for companies in several for pair in combinations(sorted(companies), 2))
    assert figures["risk.interlocks"] == len(pairs)
    for shared, number in Counter(pairs.values()).items():
        assert figures[f"risk.interlocks[{shared}]"] == number


def test_the_shortest_evidence_between_two_companies_is_as_short_as_a_plain_search_finds(
    boards: Session, seats: dict[str, set[str]]
) -> None:
    known = Knowledge.of(boards, boards.period(module().PERIOD).last)
    members: dict[str, set[str]] = defaultdict(set)
    for person, companies in seats.items():
        for company in companies:
            members[company].add(person)

    def far(one: str, other: str) -> int | None:
        reached, edge, steps = {one}, {one}, 0
        while edge and other not in reached:
            edge = {n for node in edge for n in seats.get(node, set()) | members.get(node, set())} - reached
            reached |= edge
            steps += 1
        return steps if other in reached else None

    companies = sorted(members)[::300]
    for one, other in pairwise(companies):
        assert (len(known.path(one, other).edges) or None) == far(one, other)


def test_the_busiest_person_is_found_by_name_with_all_boards(boards: Session, seats: dict[str, set[str]]) -> None:
    known = Knowledge.of(boards, boards.period(module().PERIOD).last)
    busiest = max(seats, key=lambda person: len(seats[person]))
    assert [entity.id for entity in known.find(known.entity(known.place(busiest)).name)] == [busiest]
    part = known.around(busiest)
    assert {edge.end for edge in part.edges} == seats[busiest]


def test_a_world_without_a_bank_says_so_and_lists_nobody(boards: Session) -> None:
    period = boards.period(module().PERIOD)
    figures = {value.id(period): value.number for value in all_figures(boards, period)}
    assert figures["risk.related_parties"] == 0
    assert figures["risk.ownership_findings"] == 1
