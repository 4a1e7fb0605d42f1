"""EAST's tables as the indicators read them: loans, deposits and the ledger, in yuan, by branch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.governance.filing import of_month
from lushan.runs.period import Period

#: Amounts and rates are multiplied as one type, and amounts in yuan keep the rate's decimals.
FACTOR, YUAN = "decimal(28, 8)", "decimal(30, 10)"
OPEN = "99991231"
ENDED = ("核销", "转让", "结清")
NOTES = {"governance.east_personal_note": "person", "governance.east_corporate_note": "company"}
#: A county's region ends in 21 or more, a city's districts come before (GB/T 2260).
COUNTIES_FROM = 21


def day(text: ir.StringValue) -> ir.DateValue:
    """The day that EAST's text says; none where it says none."""
    parts = (text.substr(0, 4), text.substr(4, 2), text.substr(6, 2))
    made: ir.DateValue = (parts[0] + "-" + parts[1] + "-" + parts[2]).try_cast("date")
    return made


@dataclass(frozen=True)
class East:
    """What is filed in a month.

    Args:
        all: the tables by name, those of notes with the months since the year before ended.
        hold: computes a relation that many indicators are cut from, and gives it back as a table.
    """

    all: Mapping[str, ir.Table]
    period: Period
    hold: Callable[[ir.Table], ir.Table] = lambda relation: relation

    @cached_property
    def now(self) -> dict[str, ir.Table]:
        """The tables of the month."""
        return of_month(self.all, self.period)

    def table(self, name: str) -> ir.Table:
        """One of the month's tables of EAST."""
        return self.now[f"governance.east_{name}"]

    @cached_property
    def _branches(self) -> ir.Table:
        """The branch that answers for each organisation; for others than sub-branches itself."""
        orgs = self.all["bank.organisation"]
        branch = ibis.ifelse(orgs.kind == "sub_branch", orgs.parent_id, orgs.org_id)
        return orgs.select(nbjgh="org_id", org_id=branch)

    @cached_property
    def _rates(self) -> ir.Table:
        """Yuan for one unit of each foreign currency at the end of the month."""
        rates = self.table("exchange_rate")
        last = rates.filter(rates.hlrq == f"{self.period.last:%Y%m%d}")
        return last.select(bz="wbbz", rate=(last.zbbsl / last.wbsl).cast(FACTOR))

    def worth(self, table: ir.Table, amount: str, currency: str = "bz") -> ir.Table:
        """Rows with their branch as ``org_id`` and an amount in yuan as ``amount``.

        An amount in a currency without a rate has no worth.
        """
        rows = table.rename(bz=currency) if currency != "bz" else table
        rows = rows.left_join(self._rates, "bz").drop("bz_right").left_join(self._branches, "nbjgh").drop("nbjgh_right")
        rate = ibis.ifelse(rows.bz == "CNY", ibis.literal(1, FACTOR), rows.rate)
        return rows.mutate(amount=(rows[amount].cast(FACTOR) * rate).cast(YUAN))

    @cached_property
    def notes(self) -> ir.Table:
        """All loan notes of the month, entrusted loans among them, with the days that each is overdue."""
        columns = (
            "nbjgh", "xdjjh", "khtybh", "xdywzl", "dkfflx", "bz", "dkye", "dkwjfl", "zqcs", "qbrq", "qxrq", "dktxhy",
            "sfhlwdk", "sflsdk", "sfsndk", "sfphxxwqydk", "dkzt", "cjrq",
        )  # fmt: skip
        both = [self.now[name].select(*columns, holder=ibis.literal(kind)) for name, kind in NOTES.items()]
        rows = self.worth(ibis.union(*both).mutate(item_id=_.xdjjh), "dkye")
        since = ibis.least(rows.qbrq, rows.qxrq)
        days = rows.cjrq.delta(day(since), unit="day")
        return self.hold(rows.mutate(overdue=ibis.ifelse(since == OPEN, 0, days).fill_null(0)))

    @cached_property
    def loans(self) -> ir.Table:
        """Loans of the bank's own money that are owed."""
        return self.notes.filter(~_.dkzt.isin(ENDED) & (_.xdywzl != "委托贷款"))

    @cached_property
    def overdue(self) -> ir.Table:
        """Loans whose principal or interest is overdue, with all that is owed of them."""
        return self.loans.filter(_.overdue > 0)

    @cached_property
    def non_performing(self) -> ir.Table:
        """Loans graded substandard, doubtful or loss."""
        return self.loans.filter(_.dkwjfl.isin(["次级", "可疑", "损失"]))

    @cached_property
    def fallen(self) -> ir.Table:
        """Non-performing loans that were pass or special mention when the year began."""
        began = Period(self.period.year - 1, 12, self.period.zone)
        before = ibis.union(*(of_month(self.all, began)[table].select("xdjjh", "dkwjfl") for table in NOTES))
        start = self.hold(before.filter(before.dkwjfl.isin(["正常", "关注"])).select("xdjjh"))
        return self.non_performing.semi_join(start, "xdjjh")

    @cached_property
    def deposits(self) -> ir.Table:
        """Deposit accounts that are not closed, those of other banks among them."""
        columns = ("nbjgh", "bz", "ckye", "bzjzhbz", "zhzt")
        people, companies = self.table("personal_deposit"), self.table("corporate_deposit")
        both = ibis.union(
            people.select(*columns, item_id="grckzh", kind="grckzhlx", holder=ibis.literal("person")),
            companies.select(*columns, item_id="dgckzh", kind="dgckzhlx", holder=ibis.literal("company")),
        )
        regions = self.table("institution").select("nbjgh", "xzqhdm")
        rows = self.worth(both.filter(_.zhzt != "销户"), "ckye").left_join(regions, "nbjgh").drop("nbjgh_right")
        return self.hold(
            rows.mutate(
                is_margin=rows.bzjzhbz == "是",
                in_county=(rows.xzqhdm.substr(4, 2).try_cast("int64") >= COUNTIES_FROM).fill_null(False),
            )
        )

    @cached_property
    def customer_deposits(self) -> ir.Table:
        """Deposits of persons and companies, without those of other banks."""
        return self.deposits.filter(_.kind != "同业存放款")

    @cached_property
    def mean_deposits(self) -> ir.Table:
        """Rows that add up to the mean of the month's daily deposits.

        A balance held all month counts whole; what a transaction of the month's day d added was missing on d − 1 of
        its n days, so it takes (d − 1) ÷ n of itself off.
        """
        days = self.period.days
        held = self.customer_deposits.select("org_id", "item_id", "amount")
        moved = self.worth(self._entries(), "jyje").semi_join(self._of_customers(), "item_id")
        signed = ibis.ifelse(moved.jyjdbz == "贷", -moved.amount, moved.amount)
        gone = moved.hxjyrq.substr(6, 2).try_cast("int64") - 1
        taken = (signed * gone).cast("float64") / days
        return ibis.union(held, self.hold(moved.select("org_id", "item_id", amount=taken.cast(YUAN))))

    def _of_customers(self) -> ir.Table:
        """The numbers of all deposit accounts of the month but those of other banks; what was closed counts too."""
        people, companies = self.table("personal_deposit"), self.table("corporate_deposit")
        return ibis.union(
            people.select(item_id="grckzh"),
            companies.filter(companies.dgckzhlx != "同业存放款").select(item_id="dgckzh"),
        ).distinct()

    def _entries(self) -> ir.Table:
        columns = ("nbjgh", "bz", "jyje", "jyjdbz", "hxjyrq")
        people, companies = self.table("personal_deposit_entry"), self.table("corporate_deposit_entry")
        return ibis.union(people.select(*columns, item_id="grckzh"), companies.select(*columns, item_id="dgckzh"))

    @cached_property
    def ledger(self) -> ir.Table:
        """The leaves of the general ledger with the class of each: debit above zero."""
        mapped, held = self.table("ledger_map"), self.table("ledger")
        parents = mapped.filter(mapped.kjkmjc > 1).select(kjkmbh="sjkmbh").distinct()
        leaves = held.anti_join(parents, "kjkmbh").mutate(balance=(_.qmjfye - _.qmdfye))
        classes = mapped.select("kjkmbh", kind="gsywdl").distinct()
        return self.hold(self.worth(leaves.inner_join(classes, "kjkmbh"), "balance"))

    def owed(self, *kinds: str) -> ir.Table:
        """The leaves of some classes, credit above zero."""
        return self.ledger.filter(_.kind.isin(list(kinds))).mutate(amount=-_.amount)

    @cached_property
    def small_loans(self) -> ir.Table:
        """Inclusive loans to small businesses."""
        return self.loans.filter(_.sfphxxwqydk == "是")

    @cached_property
    def write_offs(self) -> ir.Table:
        """What was written off this year up to the end of the month."""
        rows = self.worth(self.table("write_off"), "hxbj").mutate(item_id=_.jjh)
        return self.hold(rows.filter(rows.hxrq.substr(0, 4) == str(self.period.year)))

    @cached_property
    def collateral(self) -> ir.Table:
        """What is pledged and in force, by its kind."""
        rows = self.table("collateral")
        return self.hold(self.worth(rows.filter(rows.dbhtzt == "有效"), "yxrdjz").mutate(item_id=_.ypbh, cut=_.yplx))

    @cached_property
    def groups(self) -> ir.Table:
        """Groups of customers, each once, with what they have used."""
        rows = self.table("group_customer")
        each = rows.group_by("nbjgh", "jtbh", "bz").aggregate(jtyyed=rows.jtyyed.max())
        return self.hold(self.worth(each, "jtyyed").mutate(cut=_.jtbh))

    @cached_property
    def group_loans(self) -> ir.Table:
        """Loans to members of groups, by group."""
        members = self.hold(self.table("group_customer").select(khtybh="cykhtybh", cut="jtbh").distinct())
        return self.loans.inner_join(members, "khtybh")

    @cached_property
    def largest(self) -> ir.Table:
        """The customer who owes most, as one row."""
        each = self.loans.group_by("khtybh").aggregate(amount=_.amount.sum().cast(YUAN))
        return each.order_by(_.amount.desc(), "khtybh").limit(1)

    @cached_property
    def main_holders(self) -> ir.Table:
        """Shareholders with five percent or more, each as one."""
        rows = self.table("shareholder")
        held = rows.filter((rows.cgbl >= 5) & (rows.gdhglfzt == "有效"))
        return self.hold(held.select("gdhglfmc", "cgbl", holders=ibis.literal(1, "int64")))

    @cached_property
    def _items(self) -> ir.Table:
        rows = self.now["governance.one_table_item"].rename(nbjgh="org_id")
        return self.hold(self.worth(rows, "balance", currency="currency"))

    def items(self, kind: str) -> ir.Table:
        """The accounts or the notes of the one-table filing."""
        return self._items.filter(_.kind == kind)

    @cached_property
    def _cells(self) -> ir.Table:
        return self.hold(self.now["governance.report_1104"])

    def cells(self, report: str, *rows: str, column: str = "C") -> ir.Table:
        """Cells of a 1104 report as they were filed; without rows, those of all its rows."""
        table = self._cells
        found = table.filter((table.report == report) & (table.column_no == column))
        found = found.filter(found.row_no.isin(list(rows))) if rows else found
        return found.mutate(amount=found.value, cut=found.row_no)
