"""Tables that must agree with each other, put side by side, so that rules can ask it of each row."""

from __future__ import annotations

from collections.abc import Mapping

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.governance.filing import of_month
from lushan.runs.period import Period

MONEY = "decimal(20, 2)"
ZERO = ibis.literal(0, MONEY)
ACCOUNT = ("nbjgh", "mxkmbh", "bz")


def agreements(tables: Mapping[str, ir.Table], period: Period) -> dict[str, ir.Table]:
    """The relations that rules ask beside the tables that are filed, by the names that rules use.

    Args:
        tables: all that is filed, the carried tables with the month before.
    """
    now, before = of_month(tables, period), of_month(tables, period - 1)
    return {
        "governance.east_party": parties(now),
        "governance.east_note": notes(now).select("xdjjh"),
        "governance.ledger_agreement": ledger(now, before),
        "governance.account_agreement": accounts(now, before),
        "governance.grade_agreement": grades(now, before),
    }


def parties(now: Mapping[str, ir.Table]) -> ir.Table:
    """Customers of both kinds, by number and name."""
    people, companies = now["governance.east_personal_customer"], now["governance.east_corporate_customer"]
    return ibis.union(people.select("khtybh", khmc="khxm"), companies.select("khtybh", "khmc"))


def notes(tables: Mapping[str, ir.Table]) -> ir.Table:
    """Loan notes of both kinds, with their grades."""
    names = ("xdjjh", "dkwjfl")
    return ibis.union(*(tables[f"governance.east_{kind}_note"].select(*names) for kind in ("personal", "corporate")))


def ledger(now: Mapping[str, ir.Table], before: Mapping[str, ir.Table]) -> ir.Table:
    """Each leaf account of an organisation in a currency: what its sub-ledgers hold, and what the ledger holds.

    Debit is above zero. ``opening`` and ``closed_before`` are null where the month before was not filed.
    """
    held = now["governance.east_ledger"]
    whole = held.select(
        "nbjgh",
        "bz",
        mxkmbh="kjkmbh",
        ledger=(held.qmjfye - held.qmdfye).cast(MONEY),
        opening=(held.qcjfye - held.qcdfye).cast(MONEY),
    )
    parents = now["governance.east_ledger_map"].filter(_.kjkmjc > 1).select(mxkmbh="sjkmbh").distinct()
    leaves = whole.anti_join(parents, "mxkmbh")
    details = ibis.union(*_details(now)).group_by(*ACCOUNT).aggregate(subledger=_.amount.sum().cast(MONEY))
    # a leaf that only one side has holds nothing on the other
    sides = ibis.union(
        leaves.select(*ACCOUNT, "ledger", subledger=ZERO), details.select(*ACCOUNT, ledger=ZERO, subledger="subledger")
    )
    both = sides.group_by(*ACCOUNT).aggregate(
        ledger=_.ledger.sum().cast(MONEY), subledger=_.subledger.sum().cast(MONEY)
    )
    last = before["governance.east_ledger"]
    closed = last.select("nbjgh", "bz", mxkmbh="kjkmbh", closed_before=(last.qmjfye - last.qmdfye).cast(MONEY))
    carried = leaves.select(*ACCOUNT, "opening").left_join(closed, ACCOUNT).select(*ACCOUNT, "opening", "closed_before")
    return both.left_join(carried, ACCOUNT).select(*ACCOUNT, "ledger", "subledger", "opening", "closed_before")


def _details(now: Mapping[str, ir.Table]) -> list[ir.Table]:
    """The amounts of all sub-ledgers, debit above zero."""
    deposits = [
        table.select(*ACCOUNT, amount=(-table.ckye).cast(MONEY))
        for table in (now["governance.east_personal_deposit"], now["governance.east_corporate_deposit"])
    ]
    loans = [
        table.select(*ACCOUNT, amount=table.dkye.cast(MONEY))
        for table in (now["governance.east_personal_credit"], now["governance.east_corporate_credit"])
    ]
    own = now["governance.east_internal_account"]
    return [*deposits, *loans, own.select(*ACCOUNT, amount=(own.jfye - own.dfye).cast(MONEY))]


def accounts(now: Mapping[str, ir.Table], before: Mapping[str, ir.Table]) -> ir.Table:
    """Each deposit account: its balances before and now, what moved it, and the balance after its last transaction."""
    names = ("account", "bz")
    held = ibis.union(*(_deposits(now, kind).select(*names, "nbjgh", closing="ckye") for kind in DEPOSITS))
    was = ibis.union(*(_deposits(before, kind).select(*names, opening="ckye") for kind in DEPOSITS))
    entries = ibis.union(*(_entries(now, kind) for kind in DEPOSITS))
    moved = entries.group_by(*names).aggregate(moved=_.moved.sum().cast(MONEY), last_balance=_.zhye.argmax(_.moment))
    joined = held.left_join(was, names).select(*names, "nbjgh", "closing", "opening")
    found = joined.left_join(moved, names)
    return found.select(*names, "nbjgh", "closing", "opening", "last_balance", moved=found.moved.fill_null(ZERO))


DEPOSITS = {"personal": "grckzh", "corporate": "dgckzh"}


def _deposits(tables: Mapping[str, ir.Table], kind: str) -> ir.Table:
    table = tables[f"governance.east_{kind}_deposit"]
    return table.select("nbjgh", "bz", "ckye", account=table[DEPOSITS[kind]])


def _entries(tables: Mapping[str, ir.Table], kind: str) -> ir.Table:
    table = tables[f"governance.east_{kind}_deposit_entry"]
    signed = ibis.ifelse(table.jyjdbz == "贷", table.jyje, -table.jyje)
    moment = table.hxjyrq + table.hxjysj + table.jyxlh
    return table.select("bz", "zhye", account=table[DEPOSITS[kind]], moved=signed.cast(MONEY), moment=moment)


def grades(now: Mapping[str, ir.Table], before: Mapping[str, ir.Table]) -> ir.Table:
    """Each change of a grade, beside the grades that the note had before and has now."""
    changes = now["governance.east_class_change"].select("nbjgh", "xdjjh", former="ywjfl", new="xwjfl")
    was, held = (notes(tables).group_by("xdjjh").aggregate(grade=_.dkwjfl.max()) for tables in (before, now))
    found = changes.left_join(was.select("xdjjh", before="grade"), "xdjjh").drop("xdjjh_right")
    return found.left_join(held.select("xdjjh", now="grade"), "xdjjh").drop("xdjjh_right")
