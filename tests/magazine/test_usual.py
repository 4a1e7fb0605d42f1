"""The usual range of a figure: at least six earlier months, and none where it only ever goes one way."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pyarrow.parquet as pq
import pytest

from lushan.magazine.figure import figure_data
from lushan.magazine.shelf import Shelf
from lushan.magazine.usual import usual_ranges
from lushan.runs.figures import figure_contract, figure_rows
from lushan.runs.session import Session
from lushan.warehouse import Draft
from lushan.workspace import Workspace
from stories import APRIL, value
from workspaces import open_session

METRIC = "delivery.received"


def bank_of(workspace: Workspace, months: Sequence[int]) -> Session:
    """A bank whose figure had these values in the months before April 2023, each found by a run of its own."""
    session, contract = open_session(workspace.root), figure_contract("delivery")
    for number, made in enumerate(months):
        month = APRIL - (len(months) - number)
        with session.warehouse.staging() as folder:
            file = folder / "figures.parquet"
            values = [value(METRIC, str(made), at=month), value(METRIC, "9999", "企金", at=month)]
            pq.write_table(figure_rows(values, month, contract), file)
            session.warehouse.publish(contract, [Draft(str(month), f"by hand {number}", (file,))], {})
    return session


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ([40, 50, 45, 60, 41, 44], (40, 60)),
        ([40, 50, 45, 60, 41], None),  # too few
        ([10, 20, 30, 40, 50, 60], None),  # only ever more
        ([60, 50, 40, 30, 20, 10], None),
        ([10, 20, 20, 40, 50, 60], None),
        ([7, 7, 7, 7, 7, 7], (7, 7)),
        ([10, 20, 30, 40, 50, 60, 59], (10, 60)),
    ],
)
def test_the_range_of_earlier_months(months: list[int], expected: tuple[int, int] | None, workspace: Workspace) -> None:
    found = usual_ranges(bank_of(workspace, months), [METRIC], APRIL)
    assert found.get(METRIC) == expected


@pytest.mark.parametrize(("now", "side"), [(39, "low"), (40, None), (60, None), (61, "high")])
def test_a_figure_out_of_its_range_is_marked(now: int, side: str | None, shelf: Shelf) -> None:
    ranges = {METRIC: (Decimal(40), Decimal(60))}
    data = figure_data(value(METRIC, str(now)), shelf, "DEFF3", ranges)
    assert data.get("unusual") == side
    assert ("usual" in data) == (side is not None)
    assert "unusual" not in figure_data(value(METRIC, "1", "企金"), shelf, "DDESZ", ranges)
