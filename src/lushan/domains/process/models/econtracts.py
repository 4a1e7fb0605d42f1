"""E-contracts: how far each has come, what its signatures say, and where it stands still."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.names import normal
from lushan.domains.process.working import DAY_SECONDS, between, working
from lushan.runs.clock import local_date
from lushan.runs.model import model
from lushan.runs.period import Period

#: The desks, in the order in which a contract goes from one to the next.
MILESTONES = (
    "applied", "department", "legal", "procurement", "seal_authority", "invited", "vendor_signed", "bank_sealed",
    "archived",
)  # fmt: skip
PROCUREMENT = MILESTONES.index("procurement")
#: What a signature may fail by, the first that holds.
FINDINGS = ("name", "unknown", "revoked", "expired", "hash")


def rank(milestone: ir.StringValue) -> ir.IntegerValue:
    """A milestone's place in the order."""
    return ibis.cases(*((milestone == name, place) for place, name in enumerate(MILESTONES)), else_=-1)


@model("process.seal_check", reads=("process.signature", "process.econtract", "process.certificate"))
def seal_check(signatures: ir.Table, contracts: ir.Table, certificates: ir.Table, period: Period) -> ir.Table:
    """Each signature: its seal and its certificate's subject must be the party that the contract names, the
    certificate valid on that day, and the file the draft that was approved.

    A certificate that is revoked later was good; names are compared without widths, blanks and kinds of brackets.
    """
    named = contracts.select("flow_id", "bank_name", "party", "draft_hash")
    known = certificates.rename(known_id="certificate_id")
    rows = signatures.inner_join(named, "flow_id")
    rows = rows.left_join(known, rows.certificate_id == known.known_id)
    rows = rows.mutate(
        signed_on=local_date(rows.signed_at, period.zone),
        expected=ibis.ifelse(rows.side == "bank", rows.bank_name, rows.party),
    )
    tries = ibis.window(group_by=["flow_id", "side"], order_by=["signed_at", "signature_id"])
    rows = rows.mutate(
        seal_differs=normal(rows.seal_name) != normal(rows.expected),
        subject_differs=(normal(rows.subject) != normal(rows.expected)).fill_null(False),
        unknown=rows.known_id.isnull(),
        expired=((rows.signed_on < rows.valid_from) | (rows.signed_on > rows.valid_to)).fill_null(False),
        revoked=(rows.revoked_on <= rows.signed_on).fill_null(False),
        altered=rows.signed_hash != rows.draft_hash,
        attempt=ibis.row_number().over(tries) + 1,
    )
    holds = (rows.seal_differs | rows.subject_differs, rows.unknown, rows.revoked, rows.expired, rows.altered)
    finding = ibis.cases(*zip(holds, FINDINGS, strict=True), else_="passed")
    return rows.mutate(finding=finding, passed=finding == "passed")


def moved(steps: ir.Table, period: Period) -> ir.Table:
    """The moves of contracts up to a period's end."""
    return steps.filter(steps["at"] < ibis.literal(period.end))


@model(
    "process.econtract_flow",
    reads=("process.econtract", "process.econtract_step", "process.seal_check", "bank.calendar"),
)
def econtract_flow(
    contracts: ir.Table,
    steps: ir.Table,
    checks: ir.Table,
    calendar: ir.Table,
    period: Period,
    *,
    stalled_days: int = 5,
) -> ir.Table:
    """Every contract applied for up to a period's end: its last milestone, its returns, and whether it stands still.

    One that stands still does so for what its last signature failed by; else its vendor or a desk has to move.

    Args:
        stalled_days: how many working days without a move are too many.
    """
    end = ibis.literal(period.end)
    moves = moved(steps, period)
    late = (moves.action == "return") & (rank(moves.milestone) > PROCUREMENT)
    order = ibis.window(group_by="flow_id", order_by=["at", "seq"])
    newest = moves.aggregate(as_of=moves["at"].max())
    counts = moves.group_by(counted_id="flow_id").aggregate(
        moved_at=moves["at"].max(),
        returns=moves.count(where=moves.action == "return"),
        returns_late=moves.count(where=late),
        resends=moves.count(where=moves.action == "resend"),
        archived_at=moves["at"].max(where=(moves.milestone == "archived") & (moves.action == "pass")),
    )
    lasts = moves.mutate(nth=ibis.row_number().over(order), many=moves.count().over(ibis.window(group_by="flow_id")))
    lasts = lasts.filter(lasts.nth == lasts.many - 1).select("milestone", last_id="flow_id")
    signed = checks.filter(checks.signed_at < end)
    tries = ibis.window(group_by="flow_id", order_by=[ibis.desc("signed_at"), ibis.desc("signature_id")])
    failed = signed.mutate(nth=ibis.row_number().over(tries)).filter(_.nth == 0, ~_.passed)
    failed = failed.select("finding", failed_id="flow_id")

    rows = contracts.filter(contracts.applied_at < end)
    rows = rows.inner_join(counts, rows.flow_id == counts.counted_id)
    rows = rows.inner_join(lasts, rows.flow_id == lasts.last_id)
    rows = rows.left_join(failed, rows.flow_id == failed.failed_id).cross_join(newest)
    rows = working(calendar, period).read(
        rows, applied_tick="applied_at", archived_tick="archived_at", moved_tick="moved_at", now_tick="as_of"
    )
    open_ = rows.archived_at.isnull()
    idle = ibis.ifelse(open_, between(rows.moved_tick, rows.now_tick), ibis.null())
    still = (idle > stalled_days * DAY_SECONDS).fill_null(False)
    waits_for = ibis.ifelse(rows.milestone == "invited", "vendor", "desk")
    return rows.mutate(
        idle_days=idle / DAY_SECONDS,
        stalled=still,
        reason=ibis.ifelse(still, ibis.coalesce(rows.finding, waits_for), ibis.null()),
        cycle_seconds=between(rows.applied_tick, rows.archived_tick),
    )


@model("process.econtract_leg", reads=("process.econtract_step", "bank.calendar"))
def econtract_leg(steps: ir.Table, calendar: ir.Table, period: Period) -> ir.Table:
    """Each move of a contract in a period, and the working time since the move before it."""
    order = ibis.window(group_by="flow_id", order_by=["at", "seq"])
    moves = moved(steps, period)
    moves = moves.mutate(before_at=moves["at"].lag().over(order))
    moves = moves.filter(moves["at"] >= ibis.literal(period.start))
    read = working(calendar, period).read(moves, at_tick="at", before_tick="before_at")
    return read.mutate(seconds=between(read.before_tick, read.at_tick))
