"""EAST's tables of the ledger and of the accounts under it (401 to 411)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lushan.sample.chance import Sample
from lushan.sample.east.accounts import Deposit, deposits
from lushan.sample.east.calendar import COLLECTED, OPEN, day_text
from lushan.sample.east.customers import Company, Person
from lushan.sample.east.filing import Row, money, yes
from lushan.sample.east.ledger import ACCOUNTS, CHART, balances, keepers
from lushan.sample.east.loans import notes
from lushan.sample.east.parties import ID_CARD
from lushan.sample.east.places import places

#: Leaves that deposits and loans add up to; what the others hold stands in internal accounts.
OF_CUSTOMERS = ("13", "20", "7")
INTERNAL = tuple(a.code for a in CHART if a.code == "1304" or not a.code.startswith(OF_CUSTOMERS))
CHURN = 25


def named(leaf: str) -> dict[str, str]:
    """The two columns of a leaf account."""
    return {"mxkmbh": leaf, "mxkmmc": ACCOUNTS[leaf].name}


def ledger(sample: Sample, place: int) -> Iterator[Row]:
    """401: every account of every organisation, the leaves and what they add up to."""
    opening, closing = _with_parents(sample, place - 1), _with_parents(sample, place)
    by_org = {keeper.org_id: keeper for keeper in keepers()}
    for key in sorted(opening.keys() | closing.keys()):
        org, code, currency = key
        before, after = opening.get(key, 0), closing.get(key, 0)
        churn = abs(before) // CHURN
        yield {
            **by_org[org].filed_by, "kjkmbh": code, "kjkmmc": ACCOUNTS[code].name, "bz": currency,
            "qcjfye": money(max(before, 0)), "qcdfye": money(max(-before, 0)),
            "jffse": money(max(after - before, 0) + churn), "dffse": money(max(before - after, 0) + churn),
            "qmjfye": money(max(after, 0)), "qmdfye": money(max(-after, 0)), "bszq": "月",
            "kjrq": day_text(COLLECTED[place]),
        }  # fmt: skip


def _with_parents(sample: Sample, place: int) -> dict[tuple[str, str, str], int]:
    found: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    for (org, leaf, currency), amount in balances(sample, place).items():
        found[org, leaf, currency] += amount
        if ACCOUNTS[leaf].level > 1:
            found[org, ACCOUNTS[leaf].parent, currency] += amount
    return found


def ledger_map(_sample: Sample, _place: int) -> Iterator[Row]:
    """402: the chart, and the row of a 1104 report that each account belongs to."""
    head = places()[0]
    for account in CHART:
        parent = ACCOUNTS.get(account.parent)
        yield {
            **head.filed_by, "kjkmbh": account.code, "kjkmmc": account.name, "kjkmjc": str(account.level),
            "sjkmbh": account.parent, "sjkmmc": parent.name if parent else None, "kmjdbz": account.side,
            "gsywdl": account.kind, "gsywzl": None if account.row == "-" else account.row,
        }  # fmt: skip


def personal_deposits(sample: Sample, place: int) -> Iterator[Row]:
    """403: the deposits of persons."""
    for deposit in deposits(sample):
        if isinstance(deposit.owner, Person) and deposit.listed(place):
            yield _deposit(deposit, place, "grckzh", "grckzhlx")


def corporate_deposits(sample: Sample, place: int) -> Iterator[Row]:
    """405: the deposits of companies and banks."""
    for deposit in deposits(sample):
        if isinstance(deposit.owner, Company) and deposit.listed(place):
            yield _deposit(deposit, place, "dgckzh", "dgckzhlx")


def _deposit(deposit: Deposit, place: int, number: str, kind: str) -> Row:
    closed = deposit.closed is not None and deposit.closed <= COLLECTED[place]
    return {
        **deposit.owner.place.filed_by, **named(deposit.leaf), "khtybh": deposit.owner.number,
        "zhmc": deposit.owner.name, number: deposit.number, kind: deposit.kind, "bzjzhbz": yes(deposit.is_margin),
        "ll": f"{deposit.rate}0000", "bz": deposit.currency, "ckye": money(deposit.balances[place + 1]),
        "khrq": day_text(deposit.opened), "khgyh": "自动",
        "xhrq": day_text(deposit.closed) if deposit.closed and closed else OPEN,
        "scdhrq": day_text(deposit.last_moved(place)), "chlb": "人民币" if deposit.currency == "CNY" else "汇",
        "zhzt": "销户" if closed else "正常",
    }  # fmt: skip


def personal_entries(sample: Sample, place: int) -> Iterator[Row]:
    """404: what moved the deposits of persons."""
    agent: Row = {"dbrxm": None, "dbrzjlb": None, "dbrzjhm": None}
    for deposit in deposits(sample):
        if isinstance(deposit.owner, Person):
            papers: Row = {"zjlb": ID_CARD, "zjhm": deposit.owner.identity}
            yield from ({**row, **papers, **agent} for row in _entries(deposit, place, "grckzh"))


def corporate_entries(sample: Sample, place: int) -> Iterator[Row]:
    """406: what moved the deposits of companies and banks."""
    for deposit in deposits(sample):
        if isinstance(deposit.owner, Company):
            yield from _entries(deposit, place, "dgckzh")


def _entries(deposit: Deposit, place: int, number: str) -> Iterator[Row]:
    filed = deposit.owner.place.filed_by
    for move in deposit.moves[place]:
        yield {
            **filed, **named(deposit.leaf), "jyxlh": move.number, "ywbljgh": deposit.owner.place.org_id,
            "khtybh": deposit.owner.number, "zhmc": deposit.owner.name, number: deposit.number, "wbzh": deposit.number,
            "jylx": move.kind, "jyjdbz": "贷" if move.amount > 0 else "借", "hxjyrq": day_text(move.day),
            "hxjysj": move.time, "bz": deposit.currency, "jyje": money(abs(move.amount)), "zhye": money(move.after),
            "dfzh": None, "dfhm": None, "dfxh": None, "dfxm": None, "zy": move.kind, "fy": None, "cbmbz": "正常",
            "xzbz": "现" if move.kind in ("存现", "取现") else "转",
            "jyqd": "柜面" if move.kind in ("存现", "取现") else "手机银行", "ipdz": None, "macdz": None,
            "jygyh": None, "sqgyh": None,
        }  # fmt: skip


def internal_accounts(sample: Sample, place: int) -> Iterator[Row]:
    """407: what the bank holds on its own account."""
    by_org = {keeper.org_id: keeper for keeper in keepers()}
    for (org, leaf, currency), amount in balances(sample, place).items():
        if leaf in INTERNAL:
            yield {
                **by_org[org].filed_by, **named(leaf), "zhmc": f"{by_org[org].name}{ACCOUNTS[leaf].name}",
                "nbfhzzh": f"N{org}{leaf}{currency}", "bz": currency, "jdbz": ACCOUNTS[leaf].side,
                "jfye": money(max(amount, 0)), "dfye": money(max(-amount, 0)), "jxbz": "否", "jxfs": "不记利息",
                "ll": "0.000000", "khrq": "20080616", "xhrq": OPEN, "zhzt": "正常",
            }  # fmt: skip


def personal_credit(sample: Sample, place: int) -> Iterator[Row]:
    """409: the loan accounts of persons."""
    yield from _credit(sample, place, Person, "dkll")


def corporate_credit(sample: Sample, place: int) -> Iterator[Row]:
    """411: the loan accounts of companies."""
    yield from _credit(sample, place, Company, "sjll")


def _credit(sample: Sample, place: int, kind: type, rate: str) -> Iterator[Row]:
    for note in notes(sample):
        if isinstance(note.borrower, kind) and note.listed(place):
            ended = place == note.ends
            yield {
                **note.borrower.place.filed_by, **named(note.leaf), "khtybh": note.borrower.number,
                "zhmc": note.borrower.name, "dkfhzh": note.account, "xdhth": note.contract, "xdjjh": note.number,
                rate: "4.650000", "bz": note.currency, "dkje": money(note.amount), "dkye": money(note.balance(place)),
                "ffrq": day_text(note.granted), "dqrq": day_text(note.due), "khrq": day_text(note.granted),
                "xhrq": day_text(COLLECTED[place]) if ended else OPEN, "dkzt": note.state(place),
                "zhzt": "销户" if ended else "正常",
            }  # fmt: skip
