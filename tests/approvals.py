"""Random approvals, e-contracts and robots: logs that make little sense and keep every rule of their contracts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

Row = dict[str, Any]
SINCE = datetime(2023, 1, 20, 1, tzinfo=UTC)
UNTIL = datetime(2023, 5, 10, tzinfo=UTC)
TYPES = {"报销": True, "用印": False, "外事": True}
NODES = ("负责人", "会审", "领导", "登记")
DEPARTMENTS = ("财务部", "办公室", "科技部")
PEOPLE = [f"H{number}" for number in range(1, 8)]
DECISIONS = ("agree",) * 12 + ("return",) * 3 + ("reject", "transfer", "transfer", "cosign")


def calendar() -> list[Row]:
    """Every day from 2022 to the middle of 2023: Monday to Friday is worked, but for three days in April."""
    days = [date(2022, 12, 1) + timedelta(days=number) for number in range(200)]
    free = {date(2023, 4, 5), date(2023, 5, 1)}
    return [{"day": d, "is_workday": d == date(2023, 4, 23) or (d.weekday() < 5 and d not in free)} for d in days]


def office(random: Random, count: int) -> dict[str, list[Row]]:
    """Types, nodes, people, absences, and so many approvals with their steps."""
    types = [
        {"type_id": f"T{place}", "name": name, "owner": "办公室", "amount_bearing": bears, "opened_on": None}
        for place, (name, bears) in enumerate(TYPES.items())
    ]
    nodes = [
        {"type_id": kind["type_id"], "node": node, "place": place + 1, "optional": random.random() < 0.3,
         "sla_minutes": random.choice((60, 480, 900))}
        for kind in types
        for place, node in enumerate(NODES[: random.randrange(2, 5)])
    ]  # fmt: skip
    people = [
        {"handler_id": id, "name": f"员工{id}", "department": random.choice(DEPARTMENTS),
         "joined_on": None, "left_on": random.choice((None, None, None, date(2023, 4, 11)))}
        for id in PEOPLE
    ]  # fmt: skip
    first = date(2023, 3, 20)
    absences = [
        {"handler_id": id, "from_on": start, "to_on": start + timedelta(days=random.randrange(6)), "kind": "leave",
         "delegate_id": random.choice((None, *PEOPLE))}
        for id in PEOPLE
        for start in sorted(random.sample([first + timedelta(days=n) for n in range(0, 42, 7)], 2))
    ]  # fmt: skip
    instances: list[Row] = []
    steps: list[Row] = []
    for number in range(count):
        instance, its = approval(random, number, types, nodes)
        instances.append(instance)
        steps += its
    return {
        "process.type": types,
        "process.node": nodes,
        "process.handler": people,
        "process.absence": absences,
        "process.instance": instances,
        "process.step": steps,
    }


def approval(random: Random, number: int, types: list[Row], nodes: list[Row]) -> tuple[Row, list[Row]]:
    """One approval and its steps, each of which arrives when the one before it was decided."""
    kind = random.choice(types[:2])
    path = [node["node"] for node in nodes if node["type_id"] == kind["type_id"]]
    at = SINCE + timedelta(seconds=random.randrange(100 * 86_400))
    instance = {
        "instance_id": f"I{number:04}", "type_id": kind["type_id"], "title": f"申请{number}",
        "department": random.choice(DEPARTMENTS), "initiator_id": random.choice(PEOPLE), "started_at": at,
        "ended_at": None, "state": "running", "urgent": random.random() < 0.2, "amount": None,
    }  # fmt: skip
    steps: list[Row] = []
    node = path[0]
    while at < UNTIL and len(steps) < 12:
        step = task(random, instance["instance_id"], len(steps), random.choice((node, node, node, "抽查")), at)
        steps.append(step)
        fate = random.random()
        if fate < 0.1:
            break
        if fate < 0.16:
            urged = at + timedelta(seconds=random.randrange(40_000))
            steps.append(act(random, instance, len(steps), step["node"], urged, "urge"))
        if fate > 0.97:
            steps.append(act(random, instance, len(steps), step["node"], at, "withdraw"))
            instance |= {"state": random.choice(("withdrawn", "aborted")), "ended_at": at}
            break
        action = decide(random, step, path)
        at = step["decided_at"]
        place = path.index(node)
        if action == "reject" or (action == "agree" and place + 1 == len(path)):
            instance |= {"state": "approved" if action == "agree" else "rejected", "ended_at": at}
            break
        node = path[place + 1] if action == "agree" else step["returned_to"] or node
    return instance, steps


def task(random: Random, instance_id: str, seq: int, node: str, at: datetime) -> Row:
    """A step that has come and is not decided."""
    opened = random.random() < 0.7
    return {
        "instance_id": instance_id, "seq": seq, "node": node, "department": random.choice(DEPARTMENTS),
        "handler_id": random.choice((None, *PEOPLE, *PEOPLE)), "arrived_at": at,
        "opened_at": at + timedelta(seconds=random.randrange(90_000)) if opened else None,
        "decided_at": None, "action": None, "returned_to": None, "reason": None, "channel": None,
        "on_behalf_of": random.choice((None,) * 9 + ("H1",)),
    }  # fmt: skip


def decide(random: Random, step: Row, path: list[str]) -> str:
    """Decide a step."""
    action = random.choice(DECISIONS)
    wait = random.choice((2, 4, 6, 4000, 30_000, 90_000, 400_000))
    step |= {
        "decided_at": (step["opened_at"] or step["arrived_at"]) + timedelta(seconds=random.randrange(wait)),
        "action": action,
        "channel": random.choice(("desktop", "mobile")),
    }
    if action == "return":
        step |= {"returned_to": random.choice(path), "reason": random.choice(("missing_attachment", "other"))}
    return action


def act(random: Random, instance: Row, seq: int, node: str, at: datetime, action: str) -> Row:
    """What the initiator does beside the steps."""
    return {
        "instance_id": instance["instance_id"], "seq": seq, "node": node, "department": random.choice(DEPARTMENTS),
        "handler_id": instance["initiator_id"], "arrived_at": at, "opened_at": at, "decided_at": at, "action": action,
        "returned_to": None, "reason": None, "channel": "desktop", "on_behalf_of": None,
    }  # fmt: skip


def appeals(random: Random, count: int) -> list[Row]:
    """What departments and people said of being on the black list, some of them more than once."""
    subjects = [*(f"department/{name}" for name in DEPARTMENTS), *(f"person/{id}" for id in PEOPLE)]
    return [
        {"judgement_id": 1000 + number, "subject": "process.answer",
         "key": f"{random.choice(('2023-03', '2023-04'))}/{random.choice(subjects)}",
         "verdict": random.choice(("accepted", "appealed")), "note": None, "judged_by": "李雷",
         "judged_at": UNTIL + timedelta(hours=random.randrange(99))}
        for number in range(count)
    ]  # fmt: skip


MILESTONES = (
    "applied", "department", "legal", "procurement", "seal_authority", "invited", "vendor_signed", "bank_sealed",
    "archived",
)  # fmt: skip
PARTIES = ("甲数据（江西）有限公司", "甲数据(江西)有限公司", "乙软件有限公司")


def signing(random: Random, count: int) -> dict[str, list[Row]]:
    """E-contracts, their moves, signatures and certificates."""
    certificates = [
        {"certificate_id": f"C{number}", "subject": random.choice((*PARTIES, "我行")), "issuer": "认证中心",
         "valid_from": date(2022, 1, 1), "valid_to": random.choice((date(2023, 4, 1), date(2025, 1, 1))),
         "revoked_on": random.choice((None, None, date(2023, 4, 10)))}
        for number in range(6)
    ]  # fmt: skip
    contracts: list[Row] = []
    moves: list[Row] = []
    signatures: list[Row] = []
    for number in range(count):
        at = SINCE + timedelta(seconds=random.randrange(100 * 86_400))
        contracts.append(
            {"flow_id": f"F{number}", "contract_no": str(number), "title": None, "department": "科技部",
             "bank_name": "我行", "party": random.choice(PARTIES), "applied_at": at, "online": random.random() < 0.8,
             "pages": random.randrange(1, 40), "draft_hash": "a" * 64, "archive_due_on": at.date() + timedelta(days=9)}
        )  # fmt: skip
        for seq, milestone in enumerate(MILESTONES[: random.randrange(1, 10)]):
            action = "pass" if seq == 0 else random.choice(("pass",) * 8 + ("return", "resend"))
            back = "department" if action == "return" else None
            moves.append(
                {"flow_id": f"F{number}", "seq": seq, "milestone": milestone, "at": at, "action": action,
                 "returned_to": back}
            )  # fmt: skip
            at += timedelta(seconds=random.randrange(3 * 86_400))
        signatures += [
            {"signature_id": f"S{number}-{nth}", "flow_id": f"F{number}", "side": random.choice(("bank", "vendor")),
             "seal_name": random.choice((*PARTIES, "我行")), "certificate_id": f"C{random.randrange(8)}",
             "signed_at": at + timedelta(seconds=nth), "signed_hash": random.choice("aaab") * 64, "seal_no": None}
            for nth in range(random.randrange(4))
        ]  # fmt: skip
    return {
        "process.econtract": contracts,
        "process.econtract_step": moves,
        "process.signature": signatures,
        "process.certificate": certificates,
    }


def machines(random: Random, count: int) -> dict[str, list[Row]]:
    """Robots, scenarios and runs."""
    robots = [
        {"robot_id": f"R{n}", "hours_a_day": Decimal("8.50"), "since_on": date(2022, 1, n + 1), "until_on": None}
        for n in range(3)
    ]
    scenarios = [
        {"scenario_id": f"C{n}", "name": f"场景{n}", "title": f"场景{n}", "department": random.choice(DEPARTMENTS),
         "live_on": date(2023, n + 1, 3), "retired_on": None, "minutes_before": Decimal(random.randrange(900)) / 100,
         "monthly_cost": Decimal(random.randrange(1, 90_000)) / 100}
        for n in range(4)
    ]  # fmt: skip
    return {
        "process.robot": robots,
        "process.robot_scenario": scenarios,
        "process.robot_run": list(runs(random, count)),
    }


def runs(random: Random, count: int) -> Iterator[Row]:
    """Some runs, a quarter of them failed."""
    for number in range(count):
        queued = SINCE + timedelta(seconds=random.randrange(110 * 86_400))
        started = queued + timedelta(seconds=random.randrange(900))
        ended = started + timedelta(seconds=random.randrange(1, 9000))
        failed = random.random() < 0.25
        yield {
            "run_id": f"X{number}", "scenario_id": f"C{random.randrange(4)}", "robot_id": f"R{random.randrange(3)}",
            "queued_at": queued, "started_at": started, "ended_at": ended, "cases": random.randrange(30),
            "manual_cases": random.randrange(3), "wrong_cases": random.randrange(2),
            "result": "failure" if failed else "success",
            "cause": random.choice(("login", "timeout")) if failed else None,
            "recovered_at": ended + timedelta(seconds=random.randrange(4000)) if failed else None,
            "logged": random.random() < 0.9,
        }  # fmt: skip
