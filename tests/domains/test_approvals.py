"""Approvals: what is planted in the sample bank is found, and lists, reasons and signatures are right by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from approvals import calendar
from hand import rows_of
from lushan.domains.process.models.change import node_change
from lushan.domains.process.models.econtracts import econtract_flow, seal_check
from lushan.domains.process.models.robots import robot_use
from lushan.domains.process.models.standing import answer, standing
from lushan.domains.process.models.waiting import reminder, stalled
from lushan.runs.figures import Value
from lushan.runs.session import Session
from lushan.runs.trace import all_figures
from lushan.sample import approvals as planted
from lushan.sample.approval_types import FINANCE, IDLE, LEGAL
from lushan.sample.econtracts import RENAMED
from workspaces import open_session

APRIL = "2023-04"


@pytest.fixture(scope="module")
def session(sample_bank: Path) -> Session:
    return open_session(sample_bank)


@pytest.fixture(scope="module")
def figures(session: Session) -> Mapping[str, Value]:
    april = session.period(APRIL)
    return {value.id(april): value for value in all_figures(session, april) if value.metric.startswith("process.")}


def rows(session: Session, table: str, period: str = APRIL) -> list[dict[str, Any]]:
    held = session.compute.table(session.contract(table), session.snapshot(table))
    return [row for row in session.compute.fetch(held).to_pylist() if row.get("period", period) == period]


def worst(figures: Mapping[str, Value], metric: str) -> str:
    """The node at which a metric is largest."""
    of_nodes = [v for v in figures.values() if v.metric == metric and v.cut == ("node",) and str(v.period) == APRIL]
    return max(of_nodes, key=lambda value: value.number or 0).dims[0]


def test_the_bottleneck_is_found(figures: Mapping[str, Value]) -> None:
    assert worst(figures, "process.node_share") == FINANCE.name
    assert worst(figures, "process.dwell_median") == FINANCE.name


def test_the_node_that_sends_back_most_is_found(figures: Mapping[str, Value]) -> None:
    assert worst(figures, "process.node_return_rate") == LEGAL.name


def test_what_was_changed_in_april_is_told_from_chance(session: Session) -> None:
    sure = {row["node"]: row for row in rows(session, "process.node_change") if row["sure"]}
    assert planted.CHANGED in sure
    assert sure[planted.CHANGED]["hours_after"] < 0.8 * sure[planted.CHANGED]["hours_before"]
    assert len(sure) <= 3, "chance alone is called a change"


def test_every_approval_that_stands_still_is_found_with_its_reason(session: Session) -> None:
    found = {(row["reason"], row["department"]) for row in rows(session, "process.stalled")}
    assert found == set(planted.STALLED)


def test_processes_that_nobody_starts_are_found(figures: Mapping[str, Value]) -> None:
    assert figures["process.idle_types"].number == len(IDLE)


def test_the_slow_are_on_the_black_list_and_those_with_few_decisions_on_none(session: Session) -> None:
    departments = {row["subject"]: row for row in rows(session, "process.standing") if row["kind"] == "department"}
    assert departments[planted.SLOW]["listed"] == "black"
    assert departments[FINANCE.department]["listed"] == "black"
    assert departments[planted.TOO_FEW]["median_seconds"] > departments[planted.SLOW]["median_seconds"] / 2
    assert not departments[planted.TOO_FEW]["eligible"]
    assert departments[planted.TOO_FEW]["listed"] is None


def test_haste_is_found_where_it_was_planted(session: Session) -> None:
    hasty = [row for row in rows(session, "process.task") if row["instant"]]
    assert {row["node"] for row in hasty} == {FINANCE.name}
    assert len({row["handler_id"] for row in hasty}) <= 2, "he, and who stood in for him"


def test_the_worst_is_asked_for_first_and_of_someone_who_is_there(session: Session) -> None:
    due = sorted(rows(session, "process.reminder"), key=lambda row: -row["weight"])
    first = {row["department"] for row in due[: len(planted.STALLED)]}
    assert first == {department for _, department in planted.STALLED}
    unnamed = [row for row in due if row["department"] in ("吉安分行", "萍乡分行")]
    assert {"吉安分行", "萍乡分行"} <= {row["owner"] for row in unnamed}


def test_one_contract_stands_still_because_its_vendor_has_another_name(session: Session) -> None:
    (found,) = (row for row in rows(session, "process.econtract_flow") if row["stalled"])
    assert (found["party"], found["reason"], found["milestone"]) == (RENAMED[0], "name", "invited")


def test_april_differs_from_march_where_it_was_planted_to(session: Session) -> None:
    assert not [row for row in rows(session, "process.econtract_flow", "2023-03") if row["stalled"]]
    assert not rows(session, "process.stalled", "2023-03")


def task(number: int, **more: Any) -> dict[str, Any]:
    """A decided task of an hour."""
    return {
        "instance_id": f"I{number}", "seq": 0, "process": "用印", "node": "会审", "department": "财务部",
        "handler_id": "H1", "handler": "员工", "decided": True, "pending": False, "delegated": False, "away": False,
        "dwell_seconds": 3600, "overdue": False, "sent_back": False, "unread": False, "period": APRIL, **more,
    }  # fmt: skip


PEOPLE = [{"handler_id": id, "name": "员工", "department": "财务部"} for id in ("H1", "H2", "H3")]


def standings(tasks: list[dict[str, Any]], *judgements: dict[str, Any]) -> dict[str, dict[str, Any]]:
    made = rows_of(standing, APRIL, process__task=tasks, process__handler=PEOPLE, bank__judgement=list(judgements))
    return {row["subject"]: row for row in made}


def test_twenty_decisions_make_eligible_and_those_made_for_others_or_around_leave_do_not_count() -> None:
    tasks = [task(n, handler_id="H1") for n in range(20)]
    tasks += [task(20 + n, handler_id="H2", delegated=n == 0, away=n == 1) for n in range(21)]
    found = standings(tasks)
    assert (found["H1"]["decisions"], found["H1"]["eligible"]) == (20, True)
    assert (found["H2"]["decisions"], found["H2"]["eligible"]) == (19, False)
    assert found["H2"]["score"] is None
    assert found["H2"]["listed"] is None


def test_the_score_is_the_formula() -> None:
    quick = [task(n, handler_id="H1", overdue=n < 5, unread=n < 10) for n in range(20)]
    slow = [task(30 + n, handler_id="H2", dwell_seconds=7200, sent_back=n < 4) for n in range(20)]
    stuck = [task(60 + n, handler_id="H3", dwell_seconds=10**9 if n == 0 else 3000) for n in range(20)]
    found = standings(quick + slow + stuck)
    assert found["H1"]["score"] == pytest.approx(100 - 40 * 0.5 - 30 * 0.25 - 10 * 0.5)
    assert found["H2"]["score"] == pytest.approx(100 - 40 * 1 - 20 * 0.2)
    assert found["H3"]["score"] == pytest.approx(100), "one stuck case does not drag anybody down"
    assert [found[id]["listed"] for id in ("H3", "H1", "H2")] == ["red", None, "black"]


def test_more_decisions_make_surer() -> None:
    few = standings([task(n, overdue=n % 4 == 0) for n in range(20)])["H1"]
    many = standings([task(n, overdue=n % 4 == 0) for n in range(2000)])["H1"]
    assert many["margin"] < few["margin"] / 5
    assert (few["confidence"], many["confidence"]) == ("medium", "high")


def test_only_the_newest_verdict_is_an_appeal() -> None:
    def said(number: int, verdict: str) -> dict[str, Any]:
        at = datetime(2023, 5, number, tzinfo=UTC)
        return {"judgement_id": number, "subject": "process.answer", "key": f"{APRIL}/person/H1", "verdict": verdict,
                "judged_by": "甲", "judged_at": at}  # fmt: skip

    tasks = [task(n) for n in range(20)]
    assert standings(tasks, said(1, "accepted"), said(2, "appealed"))["H1"]["appealed"]
    assert not standings(tasks, said(1, "appealed"), said(2, "accepted"))["H1"]["appealed"]


def test_the_black_list_is_asked_to_answer() -> None:
    row = {"kind": "person", "subject": "H1", "name": "员工", "department": "财务部", "score": 43.25, "decisions": 30}
    made = rows_of(
        answer,
        APRIL,
        process__standing=[row | {"listed": "black", "period": APRIL}, row | {"listed": "red", "period": APRIL}],
    )
    assert [(r["key"], r["owner"], r["due_on"]) for r in made] == [(f"{APRIL}/person/H1", "员工", date(2023, 5, 10))]
    assert made[0]["weight"] == 56.75


def waiting(arrived: str, **more: Any) -> dict[str, Any]:
    at = datetime.fromisoformat(arrived).replace(tzinfo=UTC)
    return task(
        1, decided=False, pending=True, arrived_at=at, as_of=datetime(2023, 4, 28, 9, 30, tzinfo=UTC),
        backwards=False, **more,
    )  # fmt: skip


OPEN = [{"instance_id": "I1", "title": "申请", "urgent": False, "open": True, "period": APRIL}]


@pytest.mark.parametrize(
    ("more", "absence", "left", "reason"),
    [
        ({"handler_id": None, "handler": None}, None, None, "unassigned"),
        ({}, None, date(2023, 4, 20), "left"),
        ({}, {"delegate_id": None}, None, "away"),
        ({}, {"delegate_id": "H2"}, None, "unread"),
        ({"after": "return", "backwards": True}, None, None, "revising"),
        ({"opened_at": datetime(2023, 4, 18, tzinfo=UTC)}, None, None, "undecided"),
    ],
)
def test_why_it_stands_still(more: dict[str, Any], absence: dict[str, Any] | None, left: date, reason: str) -> None:
    people = [{"handler_id": "H1", "name": "员工", "department": "财务部", "left_on": left}]
    away = [{"handler_id": "H1", "from_on": date(2023, 4, 20), "to_on": date(2023, 5, 9), **(absence or {})}]
    made = rows_of(
        stalled,
        APRIL,
        process__task=[waiting("2023-04-17 02:00:00") | more],
        process__case=OPEN,
        process__handler=people,
        process__absence=away if absence else [],
        bank__calendar=calendar(),
    )
    assert [row["reason"] for row in made] == [reason]
    assert made[0]["idle_days"] > 9


def test_five_working_days_are_not_too_many() -> None:
    given = {"process__case": OPEN, "process__handler": PEOPLE, "process__absence": [], "bank__calendar": calendar()}
    made = [
        rows_of(stalled, APRIL, process__task=[waiting(since)], **given)
        for since in ("2023-04-23 09:30:00", "2023-04-23 05:00:00")
    ]
    assert [len(rows) for rows in made] == [0, 1], "23 April is worked"


def test_a_reminder_goes_to_who_stands_in_and_says_when_it_was_due() -> None:
    away = [{"handler_id": "H1", "from_on": date(2023, 4, 20), "to_on": date(2023, 5, 9), "delegate_id": "H2"}]
    people = [PEOPLE[0], {"handler_id": "H2", "name": "代办", "department": "财务部"}]
    (made,) = rows_of(
        reminder,
        APRIL,
        process__task=[waiting("2023-04-21 01:30:00", sla_seconds=8 * 3600) | {"dwell_seconds": 40 * 3600}],
        process__case=[OPEN[0] | {"urgent": True}],
        process__handler=people,
        process__absence=away,
        bank__calendar=calendar(),
    )
    assert (made["owner"], made["due_on"], made["overdue"]) == ("代办", date(2023, 4, 23), True)
    assert made["weight"] == 1.5 * 32
    assert made["reason_zh"] == "用印在会审已停留 40.0 个工作小时，已超过时限"


CONTRACT = {"flow_id": "F1", "bank_name": "庐山银行", "party": "甲数据（江西）有限公司", "draft_hash": "a" * 64}
CERTIFICATE = {
    "certificate_id": "C1", "subject": "甲数据(江西)有限公司", "valid_from": date(2022, 1, 1),
    "valid_to": date(2023, 12, 31),
}  # fmt: skip
SIGNATURE = {
    "signature_id": "S1", "flow_id": "F1", "side": "vendor", "seal_name": "甲数据（江西）有限公司",
    "certificate_id": "C1", "signed_at": datetime(2023, 4, 10, 2, tzinfo=UTC), "signed_hash": "a" * 64,
}  # fmt: skip


@pytest.mark.parametrize(
    ("signature", "certificate", "finding"),
    [
        ({}, {}, "passed"),
        ({"seal_name": "甲数据(江西) 有限公司"}, {}, "passed"),
        ({"seal_name": "甲数据〔江西〕有限公司"}, {"subject": "甲数据【江西】有限公司"}, "passed"),
        ({"seal_name": "甲数据（上海）有限公司"}, {}, "name"),
        ({}, {"subject": "乙数据（江西）有限公司"}, "name"),
        ({"certificate_id": "C9"}, {}, "unknown"),
        ({}, {"revoked_on": date(2023, 4, 10)}, "revoked"),
        ({}, {"revoked_on": date(2023, 4, 11)}, "passed"),
        ({}, {"valid_to": date(2023, 4, 9)}, "expired"),
        ({}, {"valid_to": date(2023, 4, 10)}, "passed"),
        ({}, {"valid_from": date(2023, 4, 11)}, "expired"),
        ({"signed_hash": "b" * 64}, {}, "hash"),
        ({"side": "bank", "seal_name": "庐山银行"}, {"subject": "庐 山 银 行"}, "passed"),
        ({"side": "bank"}, {}, "name"),
    ],
)
def test_a_signature_is_checked(signature: dict[str, Any], certificate: dict[str, Any], finding: str) -> None:
    (made,) = rows_of(
        seal_check,
        APRIL,
        process__signature=[SIGNATURE | signature],
        process__econtract=[CONTRACT],
        process__certificate=[CERTIFICATE | certificate],
    )
    assert made["finding"] == finding
    assert made["passed"] == (finding == "passed")


def test_full_width_letters_and_case_are_the_same_name() -> None:
    (made,) = rows_of(
        seal_check,
        APRIL,
        process__signature=[SIGNATURE | {"seal_name": "乙Ａbc有限公司"}],
        process__econtract=[CONTRACT | {"party": "乙abC有限公司"}],
        process__certificate=[CERTIFICATE | {"subject": "乙ABC　有限公司"}],
    )
    assert made["passed"]


def test_a_return_counts_as_late_only_after_the_procurement_office() -> None:
    def move(seq: int, milestone: str, action: str = "pass") -> dict[str, Any]:
        back = "department" if action == "return" else None
        return {"flow_id": "F1", "seq": seq, "milestone": milestone, "at": datetime(2023, 4, 3, 2, seq, tzinfo=UTC),
                "action": action, "returned_to": back}  # fmt: skip

    moves = [
        move(0, "applied"),
        move(1, "legal", "return"),
        move(2, "procurement", "return"),
        move(3, "invited", "return"),
    ]
    contract = CONTRACT | {"department": "科技部", "applied_at": datetime(2023, 4, 3, 2, tzinfo=UTC), "online": True}
    (made,) = rows_of(
        econtract_flow,
        APRIL,
        process__econtract=[contract],
        process__econtract_step=moves,
        process__seal_check=[],
        bank__calendar=calendar(),
    )
    assert (made["returns"], made["returns_late"], made["milestone"], made["stalled"]) == (3, 1, "invited", False)


def test_a_robot_saves_what_people_would_have_taken_less_its_own_time() -> None:
    at = datetime(2023, 4, 12, tzinfo=UTC)
    run = {"run_id": "X1", "scenario_id": "C1", "robot_id": "R1", "queued_at": at, "started_at": at, "cases": 15,
           "ended_at": at.replace(minute=22, second=30), "result": "success", "period": APRIL}  # fmt: skip
    scenario = {"scenario_id": "C1", "name": "权证", "department": "零售", "minutes_before": Decimal("15.00")}
    made = rows_of(
        robot_use,
        APRIL,
        process__robot_run=[run, run | {"run_id": "X2", "result": "failure", "cause": "login"}],
        process__robot_scenario=[scenario],
    )
    assert {row["run_id"]: row["saved_seconds"] for row in made} == {"X1": round(202.5 * 60), "X2": 0}


def test_a_change_by_chance_is_not_called_one() -> None:
    class Given:
        """Rows that a computed model reads."""

        def __init__(self, tasks: list[dict[str, Any]]) -> None:
            import ibis
            import pyarrow as pa

            self.table = ibis.memtable(pa.Table.from_pylist(tasks))

        def fetch(self, expression: Any) -> Any:
            return expression.to_pyarrow()

    def decisions(period: str, seconds: int) -> list[dict[str, Any]]:
        return [
            {"node": node, "decided": True, "dwell_seconds": n * (seconds if node == "会审" else 100), "period": period}
            for node in ("会审", "登记")
            for n in range(1, 60)
        ]

    from lushan.runs.period import Period

    given = Given(decisions("2023-03", 900) + decisions(APRIL, 300))
    made = {row["node"]: row for row in node_change.function(given, Period.parse(APRIL)).to_pylist()}
    assert made["会审"]["sure"]
    assert made["会审"]["hours_before"] == 3 * made["会审"]["hours_after"]
    assert not made["登记"]["sure"]
