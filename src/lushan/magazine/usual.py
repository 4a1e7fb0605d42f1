"""The usual range of a figure: what the earlier months that the warehouse holds have shown."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from itertools import pairwise

from lushan.runs.figures import figure_contract
from lushan.runs.period import Period
from lushan.runs.session import Session

#: How many earlier months make a range.
LEAST = 6


def usual_ranges(session: Session, metrics: Collection[str], period: Period) -> dict[str, tuple[Decimal, Decimal]]:
    """The least and the greatest value of metrics in the months before a period.

    A metric of which fewer than six earlier months are held has none; nor has one that has only ever risen or
    only ever fallen, such as a count to date.
    """
    ranges: dict[str, tuple[Decimal, Decimal]] = {}
    for domain in sorted({metric.split(".")[0] for metric in metrics}):
        mine = [metric for metric in metrics if metric.split(".")[0] == domain]
        for metric, months in _history(session, domain, mine, period).items():
            values = [months[month] for month in sorted(months)]
            steps = {later > earlier for earlier, later in pairwise(values) if later != earlier}
            if len(values) >= LEAST and len(steps) != 1:
                ranges[metric] = min(values), max(values)
    return ranges


def _history(session: Session, domain: str, metrics: Collection[str], period: Period) -> dict[str, dict[str, Decimal]]:
    """The values of metrics as a whole by month, as the latest run of up to the period gave them."""
    contract = figure_contract(domain)
    snapshot = session.snapshot(contract.id)
    if snapshot is None:
        return {}
    table = session.compute.table(contract, snapshot)
    whole = table.filter(
        table.metric.isin(list(metrics)), table.cut == "[]", table.of_period < str(period),
        table.period <= str(period), table.value.notnull(),
    )  # fmt: skip
    history: dict[str, dict[str, Decimal]] = {}
    for row in session.compute.fetch(whole.order_by("period").select("metric", "of_period", "value")).to_pylist():
        history.setdefault(row["metric"], {})[row["of_period"]] = row["value"]
    return history
