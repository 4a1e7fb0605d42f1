"""E-contracts in plain Python, move by move."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict

from oracles import day_of
from oracles.working import END, START, WORKING_DAY, workdays, worked
from tables import Row

MILESTONES = (
    "applied", "department", "legal", "procurement", "seal_authority", "invited", "vendor_signed", "bank_sealed",
    "archived",
)  # fmt: skip


def normal(name: str) -> str:
    """A name in half width and capitals, with round brackets and without blanks."""
    narrow = "".join(unicodedata.normalize("NFKC", name).split()).upper()
    return "".join("(" if letter in "【〔[{〈" else ")" if letter in "】〕]}〉" else letter for letter in narrow)


def seal_check(signatures: list[Row], contracts: list[Row], certificates: list[Row]) -> list[Row]:
    flows = {row["flow_id"]: row for row in contracts}
    held = {row["certificate_id"]: row for row in certificates}
    tries: Counter[tuple[str, str]] = Counter()
    made = []
    for row in sorted(signatures, key=lambda row: (row["signed_at"], row["signature_id"])):
        flow, certificate, on = flows[row["flow_id"]], held.get(row["certificate_id"]), day_of(row["signed_at"])
        expected = flow["bank_name"] if row["side"] == "bank" else flow["party"]
        revoked_on = certificate and certificate["revoked_on"]
        tries[row["flow_id"], row["side"]] += 1
        found = {
            "seal_differs": normal(row["seal_name"]) != normal(expected),
            "subject_differs": certificate is not None and normal(certificate["subject"]) != normal(expected),
            "unknown": certificate is None,
            "revoked": revoked_on is not None and revoked_on <= on,
            "expired": certificate is not None and not certificate["valid_from"] <= on <= certificate["valid_to"],
            "altered": row["signed_hash"] != flow["draft_hash"],
        }
        first = next((what for what, holds in found.items() if holds), None)
        named = {None: "passed", "seal_differs": "name", "subject_differs": "name", "altered": "hash"}
        made.append({
            **row, **found, "expected": expected, "subject": certificate and certificate["subject"], "signed_on": on,
            "attempt": tries[row["flow_id"], row["side"]], "finding": named.get(first, first), "passed": not first,
        })  # fmt: skip
    return made


def moves_of(steps: list[Row]) -> dict[str, list[Row]]:
    """The moves of each contract up to the end of April, in order."""
    of: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(steps, key=lambda row: (row["at"], row["seq"])):
        if row["at"] < END:
            of[row["flow_id"]].append(row)
    return of


def econtract_flow(contracts: list[Row], steps: list[Row], checks: list[Row], calendar: list[Row]) -> list[Row]:
    days, moves, made = workdays(calendar), moves_of(steps), []
    as_of = max((row["at"] for mine in moves.values() for row in mine), default=None)
    for contract in contracts:
        mine = moves[contract["flow_id"]]
        if contract["applied_at"] >= END or not mine:
            continue
        last, returned = mine[-1], [row for row in mine if row["action"] == "return"]
        stored = [row["at"] for row in mine if row["milestone"] == "archived" and row["action"] == "pass"]
        archived = max(stored, default=None)
        signed = [row for row in checks if row["flow_id"] == contract["flow_id"] and row["signed_at"] < END]
        newest = max(signed, key=lambda row: (row["signed_at"], row["signature_id"]), default=None)
        idle = None if archived else worked(last["at"], as_of, days)
        still = idle is not None and idle > 5 * WORKING_DAY
        waits_for = "vendor" if last["milestone"] == "invited" else "desk"
        failed = newest["finding"] if newest and not newest["passed"] else None
        made.append({
            **contract, "archived_at": archived, "milestone": last["milestone"], "moved_at": last["at"],
            "idle_days": None if idle is None else idle / WORKING_DAY, "stalled": still,
            "reason": (failed or waits_for) if still else None, "returns": len(returned),
            "returns_late": sum(MILESTONES.index(row["milestone"]) > 3 for row in returned),
            "resends": sum(row["action"] == "resend" for row in mine),
            "cycle_seconds": worked(contract["applied_at"], archived, days),
        })  # fmt: skip
    return made


def econtract_leg(steps: list[Row], calendar: list[Row]) -> list[Row]:
    days = workdays(calendar)
    return [
        row | {"seconds": worked(before and before["at"], row["at"], days)}
        for mine in moves_of(steps).values()
        for before, row in zip([None, *mine], mine, strict=False)
        if row["at"] >= START
    ]
