"""What related parties owe, and what they deal in: customers matched, credit net of deductions, limits, deals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import ibis
import pyarrow as pa
from ibis.expr import types as ir

from lushan.engines.graph.matching import Identity, Match, match, plain_name
from lushan.runs.computed import Rows
from lushan.runs.judgement import latest
from lushan.runs.model import Read, computed, model
from lushan.runs.period import Period

#: What people are asked, and what they say.
SUBJECT, SAME = "risk.party_match", "same"
OFFICE = "关联交易办公室"
MATCHES = pa.schema(
    [("customer_id", pa.string()), ("party_id", pa.string()), ("score", pa.float64()), ("status", pa.string()),
     ("reason_zh", pa.string()), ("reason_en", pa.string())]
)  # fmt: skip


@computed(
    "risk.customer_party",
    reads=("risk.related_party", "risk.party", "risk.credit_customer", "bank.judgement"),
    code=("lushan.engines.graph.matching",),
)
def customer_party(related: Rows, party: Rows, customer: Rows, judgement: Rows, *, least: float = 0.6) -> pa.Table:
    """Which credit customer is which related party: by number, by a person's word, or proposed by a score.

    Args:
        least: the score from which on a person is asked.
    """
    listed = related.table.select("party_id")
    parties = party.fetch(party.table.semi_join(listed, "party_id").order_by("party_id")).to_pylist()
    said = latest(judgement.table, SUBJECT).select("key", "verdict", "judged_by")
    judged = {row["key"]: row for row in judgement.fetch(said).to_pylist()}
    index = defaultdict(list)
    for row in parties:
        for key in _keys(row):
            index[key].append(row)
    rows = []
    for one in customer.fetch(customer.table.order_by("customer_id")).to_pylist():
        candidates = {row["party_id"]: row for key in _keys(one) for row in index[key] if _alike(one, row)}
        for id, other in sorted(candidates.items()):
            found = match(_identity(one), _identity(other))
            verdict = judged.get(f"{one['customer_id']}~{id}")
            if found.score >= least or verdict:
                rows.append(_match(one["customer_id"], id, found, verdict))
    return pa.Table.from_pylist(rows, schema=MATCHES)


def _match(customer: str, party: str, found: Match, verdict: Mapping[str, Any] | None) -> dict[str, Any]:
    zh, en = found.said("zh"), found.said("en")
    if found.score == 1.0 and len(found.seen) == 1:
        status = "exact"
    elif verdict is None:
        status = "proposed"
    else:
        status = "confirmed" if verdict["verdict"] == SAME else "refused"
        zh, en = f"{zh}；{verdict['judged_by']} 判定", f"{en}; judged by {verdict['judged_by']}"
    return dict(zip(MATCHES.names, (customer, party, found.score, status, zh, en), strict=True))


def _keys(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What two records must have one of in common to be compared at all."""
    if row["name"]:
        yield "name", plain_name(row["name"])
    for column in ("id_number", "phone"):
        if row[column]:
            yield column, row[column]


def _alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool((one["kind"] == "person") == (other["kind"] == "person"))


def _identity(row: Mapping[str, Any]) -> Identity:
    return Identity(row["name"] or "", row["id_number"] or "", row["born_on"], row["phone"] or "", row["address"] or "")


def net_capital_on(capital: ir.Table, day: ir.DateValue) -> ir.DecimalScalar:
    """The net capital at the end of the last quarter that had ended by a day."""
    ended = capital.filter(capital.quarter_end <= day)
    return ended.amount.argmax(ended.quarter_end).as_scalar()


@model(
    "risk.related_exposure",
    reads=("risk.related_party", "risk.customer_party", "risk.credit_balance", "risk.net_capital"),
)
def related_exposure(
    related: ir.Table, matched: ir.Table, credit: ir.Table, capital: ir.Table, period: Period, *, limit: float = 0.10
) -> ir.Table:
    """The credit of each related party that owes, at the last day of the period that there is a balance of.

    Args:
        limit: the part of net capital that one related party may owe.
    """
    mine = matched.filter(matched.status.isin(("exact", "confirmed"))).select("customer_id", "party_id")
    of_period = credit.filter(credit.period == str(period))
    last = of_period.filter(of_period.as_of == of_period.as_of.max())
    owed = (
        last.inner_join(mine, "customer_id")
        .group_by("party_id")
        .aggregate(
            customers=last.customer_id.nunique(),
            balance=(last.balance + last.off_balance).sum(),
            deducted=(last.margin + last.certificates + last.bonds).sum(),
        )
    )
    parties = related.select("party_id", "name", "kind")
    joined = owed.inner_join(parties, "party_id")
    joined = joined.mutate(
        net=ibis.greatest(joined.balance - joined.deducted, 0),
        net_capital=net_capital_on(capital, ibis.literal(period.last)),
    )
    share = joined.net.cast("float64") / joined.net_capital.cast("float64")
    return joined.mutate(share=share, exceeded=(share > limit).fill_null(False))


@model(
    "risk.related_deal",
    reads=("risk.related_party", "risk.customer_party", Read("risk.deal", back=11), "risk.net_capital"),
)
def related_deal(
    related: ir.Table, matched: ir.Table, deals: ir.Table, capital: ir.Table, period: Period,
    *, single: float = 0.01, cumulative: float = 0.05, further: float = 0.01,
    person_small: int = 500_000, company_small: int = 5_000_000,
) -> ir.Table:  # fmt: skip
    """Deals with related parties since January, and which are major against net capital at the last quarter's end.

    A deal is major by itself, or when it takes what was dealt with the party in the year to the cumulative limit, or
    past each further step beyond it.

    Args:
        single: the part of net capital from which on one deal is major.
        cumulative: the part from which on all deals with one party are.
        further: each further part after which they are again.
        person_small: the yuan up to which a deal with a person needs no procedure unless it is major.
        company_small: the same of organisations.
    """
    mine = matched.filter(matched.status.isin(("exact", "confirmed"))).select("customer_id", "party_id")
    year = deals.filter(deals.on.between(ibis.literal(period.first.replace(month=1)), ibis.literal(period.last)))
    known = year.inner_join(mine, "customer_id").inner_join(
        related.select("party_id", "name", party_kind="kind"), "party_id"
    )
    held = known.left_join(capital, capital.quarter_end < known.on)
    newest = held.mutate(
        newest=ibis.row_number().over(ibis.window(group_by=["deal_id", "party_id"], order_by=ibis.desc("quarter_end")))
    )
    rows = newest.filter(newest.newest == 0).rename(net_capital="amount_right")
    so_far = rows.amount.sum().over(
        ibis.window(group_by="party_id", order_by=["on", "deal_id"], preceding=None, following=0)
    )
    rows = rows.mutate(so_far=so_far)
    base = rows.net_capital.cast("float64")
    part, after, before = (
        value.cast("float64") / base for value in (rows.amount, rows.so_far, rows.so_far - rows.amount)
    )
    steps_after, steps_before = (((value - cumulative) / further + 1e-9).floor() for value in (after, before))
    reason = ibis.cases(
        (part >= single, "single"),
        ((after >= cumulative) & (before < cumulative), "cumulative"),
        ((after >= cumulative) & (steps_after > steps_before), "further"),
        else_="general",
    )
    small = ibis.ifelse(rows.party_kind == "person", person_small, company_small)
    return rows.mutate(reason=reason, major=reason != "general", exempt=(reason == "general") & (rows.amount <= small))


@model("risk.related_change", reads=Read("risk.related_party", back=1))
def related_change(listed: ir.Table, period: Period) -> ir.Table:
    """Who came to the list since the month before, who left it, and whose clauses are others."""
    now = listed.filter(listed.period == str(period)).select("party_id", "name", "kind", after="clauses")
    then = listed.filter(listed.period == str(period - 1)).select("party_id", "name", "kind", before="clauses")
    both = now.outer_join(then, "party_id")
    moved = both.filter(both.before.isnull() | both.after.isnull() | (both.before != both.after))
    return moved.select(
        "before",
        "after",
        party_id=ibis.coalesce(moved.party_id, moved.party_id_right),
        name=ibis.coalesce(moved.name, moved.name_right),
        kind=ibis.coalesce(moved.kind, moved.kind_right),
        change=ibis.cases((moved.before.isnull(), "added"), (moved.after.isnull(), "removed"), else_="changed"),
    )


@model("risk.match_to_confirm", reads=("risk.customer_party", "risk.credit_customer"))
def match_to_confirm(matched: ir.Table, customers: ir.Table, period: Period) -> ir.Table:
    """The customers that may be related parties, the likeliest first: each until a person has said so or not."""
    asked = matched.filter(matched.status == "proposed")
    rows = asked.inner_join(customers.select("customer_id", "name"), "customer_id")
    part = (rows.score * 100).round().cast("int64").cast("string")
    zh = rows.name + "（" + rows.customer_id + "）疑为关联方 " + rows.party_id
    en = rows.name + " (" + rows.customer_id + ") may be the related party " + rows.party_id
    return rows.select(
        key=rows.customer_id + "~" + rows.party_id,
        owner=ibis.literal(OFFICE),
        reason_zh=zh + "，得分 " + part + "：" + rows.reason_zh,
        reason_en=en + ", score " + part + ": " + rows.reason_en,
        due_on=ibis.literal((period + 1).first.replace(day=10)),
        weight=rows.score,
    )


@model("risk.limit_exceeded", reads=("risk.related_exposure", "risk.related_group"))
def limit_exceeded(exposures: ir.Table, groups: ir.Table, period: Period, *, all_limit: float = 0.50) -> ir.Table:
    """Related parties, groups and the whole whose credit is over its limit: each is to be brought back or reported.

    Args:
        all_limit: the part of net capital that all related parties together may owe.
    """

    def asked(rows: ir.Table, key: ir.Value, zh: ir.Value, en: ir.Value) -> ir.Table:
        part = (rows.share * 10_000).round().cast("int64")
        said = (part // 100).cast("string") + "." + (part % 100).cast("string").lpad(2, "0") + "%"
        return rows.select(
            key=key,
            owner=ibis.literal(OFFICE),
            reason_zh=zh + "授信净额占资本净额 " + said + "，超过限额",
            reason_en=en + " owes " + said + " of net capital, over the limit",
            due_on=ibis.literal((period + 1).first.replace(day=5)),
            weight=rows.share,
        )

    one = exposures.filter(exposures.exceeded)
    many = groups.filter(groups.exceeded & (groups.members > 1))
    total = exposures.aggregate(share=exposures.net.sum().cast("float64") / exposures.net_capital.max().cast("float64"))
    total = total.filter(total.share > all_limit)
    name = ibis.coalesce(one.name, one.party_id)
    return ibis.union(
        asked(one, "party:" + one.party_id, "关联方 " + name + " ", "related party " + name),
        asked(many, "group:" + many.group_id, "关联集团 " + many.group_id + " ", "the group of " + many.group_id),
        asked(total, ibis.literal("all"), ibis.literal("全部关联方"), ibis.literal("related parties together")),
    )
