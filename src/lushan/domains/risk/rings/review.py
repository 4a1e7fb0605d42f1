"""Who must look at which account, and why; what of the data could not be used; how far the features have moved."""

from __future__ import annotations

from datetime import timedelta

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from ibis.expr import types as ir

from lushan.domains.risk.rings.labels import standing
from lushan.domains.risk.rings.scores import CODE
from lushan.domains.risk.rings.transfers import TRANSFERS, Transfers
from lushan.engines.graph.detect import FEWEST
from lushan.engines.graph.drift import stability
from lushan.engines.graph.flow import COLUMNS
from lushan.runs.computed import Rows
from lushan.runs.model import Read, computed, model
from lushan.runs.period import Period

#: Who reviews an account that belongs to no branch.
HEAD_OFFICE = "0000"


@model("risk.ring_review", reads=("risk.ring_score", "risk.ring_member", "risk.account"))
def ring_review(
    scores: ir.Table, members: ir.Table, accounts: ir.Table, period: Period, *, review_days: int = 5
) -> ir.Table:
    """The accounts that reached the threshold: each goes to the branch that keeps it, the likeliest first.

    Args:
        review_days: how many days after the month's end a review is due.
    """
    marked = scores.filter(scores.marked)
    inside = members.select("account", "ring", "role", "steps")
    joined = marked.left_join(inside, "account").drop("account_right")
    joined = joined.left_join(accounts.select("account", "org_id"), "account").drop("account_right")
    percent = ibis.least((joined.score * 100).round(0).cast("int64"), 99).cast("string")  # nothing is certain
    in_ring = joined.ring.notnull()
    zh = ibis.literal("与已知黑样本资金往来相似的概率 ") + percent + "%"
    en = percent + "% likely to belong with known bad accounts"
    return joined.select(
        key="account",
        owner=ibis.coalesce(joined.org_id, HEAD_OFFICE),
        reason_zh=in_ring.ifelse(zh + "，属团伙 " + joined.ring.fill_null(""), zh),
        reason_en=in_ring.ifelse(en + "; in ring " + joined.ring.fill_null(""), en),
        due_on=ibis.literal(period.last + timedelta(days=review_days)),
        weight="score",
        ring="ring",
    )


@computed("risk.ring_finding", reads=(TRANSFERS, "risk.known_bad"), code=CODE)
def ring_finding(transfers: Rows, known_bad: Rows, period: Period) -> pa.Table:
    """What of the transfers and of the known bad accounts could not be used: nothing goes away in silence."""
    graph = Transfers.of(transfers, period).graph
    rows = [{"code": one.code, "rows": one.count, "example": one.example} for one in graph.findings]
    listed = known_bad.fetch(standing(known_bad.table, period).order_by("account"))["account"]
    later = known_bad.fetch(known_bad.table.filter(known_bad.table.marked_on > period.last).order_by("account"))
    strange = listed.filter(pc.invert(pc.is_in(listed, graph.ids.cast(listed.type))))
    used = len(listed) - len(strange)

    def found(code: str, count: int, example: str | None = None) -> None:
        if count:
            rows.append({"code": code, "rows": count, "example": example})

    found("known_bad_without_transfers", len(strange), strange[0].as_py() if len(strange) else None)
    found("marked_after_period", len(later), later["account"][0].as_py() if len(later) else None)
    found("no_known_bad" if not used else "few_known_bad", max(FEWEST - used, 0))
    table = pa.Table.from_pylist(rows, pa.schema({"code": pa.string(), "rows": pa.int64(), "example": pa.string()}))
    return table.append_column("period", pa.array([str(period)] * len(table), pa.string()))


@computed(
    "risk.ring_drift",
    reads=(Read("risk.account_flow", back=1), Read("risk.ring_score", back=1)),
    code=("lushan.engines.graph.drift",),
)
def ring_drift(account_flow: Rows, scores: Rows, period: Period) -> pa.Table:
    """How far the accounts' features and their scores have moved since the month before."""
    flows = account_flow.fetch(account_flow.table.order_by("account"))
    scored = scores.fetch(scores.table.order_by("account"))
    rows = []
    for feature, table in [*((name, flows) for name in COLUMNS), ("score", scored), ("spread", scored)]:
        now, before = (
            table.filter(pc.equal(table["period"], str(month)))[feature].cast(pa.float64()).to_numpy()
            for month in (period, period - 1)
        )
        if len(before):
            moved = stability(before.astype(np.float64), now.astype(np.float64))
            rows.append({"feature": feature, "psi": moved, "accounts": len(now), "accounts_before": len(before)})
    columns = {"feature": pa.string(), "psi": pa.float64(), "accounts": pa.int64(), "accounts_before": pa.int64()}
    table = pa.Table.from_pylist(rows, pa.schema(columns))
    return table.append_column("period", pa.array([str(period)] * len(table), pa.string()))
