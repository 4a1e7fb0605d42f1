"""The sample bank's April 2023 against the figures that the source document prints."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from lushan.runs.figures import Value
from lushan.runs.trace import all_figures
from workspaces import open_session

REFERENCE = Path(__file__).parents[2].parent / "shared" / "reference" / "figures_2023_04.json"
DOMAINS = ("delivery", "governance", "operations", "process", "risk.related_parties")
LATER = ("delivery.settled_contracts", "delivery.settlement_hours_saved")  # the settlement desk's

if REFERENCE.exists():
    PRINTED = [
        figure
        for figure in json.loads(REFERENCE.read_text(encoding="utf-8"))["figures"]
        if figure["id"].startswith(DOMAINS) and figure["id"] not in LATER
    ]
else:
    PRINTED = [pytest.param({"id": ""}, marks=pytest.mark.skip(f"the reference is not there: {REFERENCE}"))]


@pytest.fixture(scope="module")
def figures(sample_bank: Path) -> Mapping[str, Value]:
    """The figures of April 2023, by their names."""
    session = open_session(sample_bank)
    april = session.period("2023-04")
    return {value.id(april): value for value in all_figures(session, april)}


@pytest.mark.shared
@pytest.mark.parametrize("printed", PRINTED, ids=lambda figure: figure["id"])
def test_the_printed_figure_comes_from_the_rows(printed: dict[str, Any], figures: Mapping[str, Value]) -> None:
    found = figures[printed["id"]]
    if isinstance(printed["value"], str):
        assert found.text == printed["value"]
    else:
        places = Decimal(1).scaleb(-printed.get("decimals", 0))
        assert found.number is not None
        assert found.number.quantize(places, ROUND_HALF_UP) == Decimal(str(printed["value"]))
        assert found.rows > 0 or printed["value"] == 0


@pytest.mark.parametrize(
    ("figure", "day"),
    [
        ("operations.mobile_dau_peak_day", "2023-04-17"),
        ("operations.mobile_dau_min_day", "2023-04-30"),
        ("operations.batch_longest_day", "2023-04-07"),
    ],
)
def test_what_was_most_or_least_was_so_on_its_day(figure: str, day: str, figures: Mapping[str, Value]) -> None:
    assert figures[figure].text == day


def test_the_late_reports_are_traced_link_by_link_to_the_adjustment_of_credit(sample_bank: Path) -> None:
    session = open_session(sample_bank)
    contract = session.contract("operations.batch_cause")
    rows = session.compute.fetch(session.compute.table(contract, session.snapshot(contract.id))).to_pylist()
    april = [row for row in rows if row["job"] == "报表批量" and row["period"] == "2023-04"]
    chain = sorted(april, key=lambda row: -row["distance"])
    assert [row["link"] for row in chain] == ["信贷调账", "同业批量", "总账批量", "数据仓库供数", "报表批量"]
    assert [row["first_late"] for row in chain] == [True, False, False, False, False]
    assert {str(row["run_on"]) for row in chain} == {"2023-04-01"}
