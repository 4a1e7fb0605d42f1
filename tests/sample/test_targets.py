"""What the sample plans is what the ordinary definitions find in its rows."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from lushan.runs.trace import all_figures
from lushan.sample import targets
from lushan.sample.bank import LINES
from lushan.sample.projects import PROJECTS
from lushan.sample.robots import NEWEST, SCENARIOS
from workspaces import open_session

APRIL, MARCH = "2023-04", "2023-03"


def planned() -> dict[str, float | str]:
    """The figures that the plan states outright, by name."""
    figures: dict[str, float | str] = {
        "delivery.backlog_carried": targets.CARRIED,
        "delivery.received_ytd": sum(targets.RECEIVED.values()),
        "delivery.voided_to_date[企金]": targets.VOIDED_CORPORATE,
        "delivery.projects_live": len(PROJECTS["live"]),
        "delivery.projects_on_plan": len(PROJECTS["on_plan"]),
        "delivery.projects_stopped": len(PROJECTS["stopped"]),
        "delivery.investment_share[信息科技部]": targets.TECHNOLOGY_SHARE,
        "delivery.ux_issues": targets.UX_RAISED,
        "delivery.ux_solved": targets.UX_SOLVED,
        "delivery.ux_systems": targets.UX_SYSTEMS,
        "operations.batch_minutes_mean": targets.CORE_BATCH_MINUTES,
        f"operations.batch_minutes[{targets.CORE_BATCH_LONG[0]}]": targets.CORE_BATCH_LONG[1],
        f"operations.report_batch_finished[{targets.REPORTS_LATE[0]}]": targets.REPORTS_LATE[1],
        "operations.access_accounts": sum(targets.ACCOUNTS.values()),
        "operations.access_business_users": targets.ACCOUNTS["business"],
        "operations.access_it_users": targets.ACCOUNTS["technology"],
        "operations.access_resources": targets.ACCESS_RESOURCES,
        "operations.access_cities": targets.ACCESS_CITIES,
        "operations.access_dau": targets.ACCESS_DAILY,
        "operations.dr_defects_cleared": targets.DEFECTS_CLEARED,
        "operations.dr_defects_open": targets.DEFECTS_OPEN,
        "operations.dr_incidents": 0,
        "process.econtract_flows": targets.ECONTRACTS,
        "process.econtract_stalled": 1,
        "process.econtract_returns_after_procurement": 0,
        "process.robot_scenarios": len(SCENARIOS) + 1,
        f"process.robot_cases[{NEWEST}]": targets.ROBOT_CASES,
        f"process.robot_minutes_before[{NEWEST}]": targets.ROBOT_MINUTES[0],
        f"process.robot_minutes_after[{NEWEST}]": targets.ROBOT_MINUTES[1],
    }
    for day, counts in targets.WINDOWS.items():
        figures[f"delivery.window_released[{day}]"] = sum(counts)
        for kind, count in zip(("routine", "technical", "project"), counts, strict=True):
            figures[f"delivery.window_released[{day},{kind}]"] = count
    for month, suffix in ((APRIL, ""), (MARCH, MARCH)):
        figures |= _of_month(month, suffix)
    return figures


def _of_month(month: str, suffix: str) -> dict[str, float | str]:
    def name(metric: str, *dims: str) -> str:
        words = [*dims, *filter(None, [suffix])]
        return f"{metric}[{','.join(words)}]" if words else metric

    volume, peak = targets.CORE[month]
    mean, most, most_on, fewest, fewest_on = targets.MOBILE[month]
    meetings, topics, before, within = targets.REVIEWS[month]
    found: dict[str, float | str] = {
        name("delivery.received"): targets.RECEIVED[month],
        name("delivery.released"): sum(targets.RELEASED[month]),
        name("delivery.review_meetings"): meetings,
        name("delivery.review_topics"): topics,
        name("delivery.review_advice_preliminary"): before,
        name("delivery.review_advice_formal"): within,
        name("operations.core_volume"): round(volume / (30 if month == APRIL else 31)),
        name("operations.core_peak"): peak,
        name("operations.credit_latency_ms"): targets.CREDIT_LATENCY_MS[month],
        name("operations.mobile_dau_mean"): mean,
        name("operations.mobile_dau_peak"): most,
        name("operations.mobile_dau_min"): fewest,
        name("operations.mobile_dau_peak_day"): most_on,
        name("operations.mobile_dau_min_day"): fewest_on,
        name("operations.access_logins", "武汉"): targets.WUHAN_CONNECTIONS[month],
    }
    for line in LINES:
        if line in targets.RECEIVED_BY_LINE[month]:
            found[name("delivery.received", line)] = targets.RECEIVED_BY_LINE[month][line]
            found[name("delivery.released", line)] = targets.RELEASED_BY_LINE[month][line]
    return found


@pytest.fixture(scope="module")
def found(sample_bank: Path) -> Mapping[str, Decimal | str | None]:
    """What the definitions find."""
    session = open_session(sample_bank)
    april = session.period(APRIL)
    return {v.id(april): v.text if v.number is None else v.number for v in all_figures(session, april)}


@pytest.mark.parametrize(("figure", "value"), planned().items())
def test_the_plan_is_met(figure: str, value: float | str, found: Mapping[str, Decimal | str | None]) -> None:
    number = found[figure]
    if isinstance(number, Decimal):
        places = Decimal(1).scaleb(Decimal(str(value)).as_tuple().exponent)  # type: ignore[arg-type]
        assert number.quantize(places, ROUND_HALF_UP) == Decimal(str(value))
    else:
        assert number == value
