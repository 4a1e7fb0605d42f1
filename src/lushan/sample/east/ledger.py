"""The general ledger of the sample bank: its chart of accounts, and balances that follow from deposits and loans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lushan.sample.chance import Sample
from lushan.sample.east.accounts import deposits
from lushan.sample.east.calendar import COLLECTED
from lushan.sample.east.loans import notes
from lushan.sample.east.places import Place, places

#: Fen that an organisation's ledger account holds in a currency: debit above zero, credit below.
Balances = dict[tuple[str, str, str], int]

HEAD_OFFICE = "0000"
OFF_BALANCE, BETWEEN_OFFICES, RESERVES, AT_BANKS = "7001", "3101", "1003", "1011"


@dataclass(frozen=True)
class Account:
    """An account of the chart: its parent, its side, its class, and the row of a 1104 report that it belongs to."""

    code: str
    name: str
    side: str
    kind: str
    row: str

    @property
    def parent(self) -> str:
        """The account above it; 0 above the first level."""
        return self.code[:4] if len(self.code) > 4 else "0"

    @property
    def level(self) -> int:
        """1 or 2."""
        return 1 + (len(self.code) > 4)


#: The chart: code, name, side, class, and row.
WRITTEN = """
1001 库存现金 借 资产 1现金
1003 存放中央银行款项 借 资产 3存放中央银行款项
1011 存放同业款项 借 资产 4存放同业款项
1132 应收利息 借 资产 5应收利息
1301 个人贷款 借 资产 6贷款
130101 个人住房贷款 借 资产 6贷款
130102 个人消费贷款 借 资产 6贷款
130103 个人经营性贷款 借 资产 6贷款
1303 对公贷款 借 资产 6贷款
130301 流动资金贷款 借 资产 6贷款
130302 固定资产贷款 借 资产 6贷款
130303 贸易融资 借 资产 7贸易融资
130304 贴现资产 借 资产 8贴现及买断式转贴现
130305 垫款 借 资产 9其他贷款
1304 贷款损失准备 贷 资产 24减:各项资产减值损失准备
1501 债券投资 借 资产 12投资
2001 单位存款 贷 负债 26单位存款
200101 单位活期存款 贷 负债 26单位存款
200102 单位定期存款 贷 负债 26单位存款
200103 单位通知存款 贷 负债 26单位存款
200104 单位保证金存款 贷 负债 35存入保证金
200105 单位结构性存款 贷 负债 26单位存款
200106 单位协定存款 贷 负债 26单位存款
2003 储蓄存款 贷 负债 27储蓄存款
200301 个人活期存款 贷 负债 27储蓄存款
200302 个人定期存款 贷 负债 27储蓄存款
200303 个人通知存款 贷 负债 27储蓄存款
200304 个人保证金存款 贷 负债 35存入保证金
200305 个人结构性存款 贷 负债 27储蓄存款
2011 同业存放款项 贷 负债 30同业存放款项
2241 其他应付款 贷 负债 41其他应付款
3101 系统内往来 借贷并列 资产负债共同 -
4001 实收资本 贷 所有者权益 51实收资本
4104 未分配利润 贷 所有者权益 59未分配利润
7001 委托贷款 借 表外 委托贷款
"""
CHART = tuple(Account(*line.split()) for line in WRITTEN.strip().splitlines())
ACCOUNTS = {account.code: account for account in CHART}


@lru_cache(maxsize=len(COLLECTED) + 1)
def balances(sample: Sample, place: int) -> Balances:
    """What every leaf of the chart holds at a collection, by organisation and currency.

    What an organisation's accounts lack to be even it owes the head office, whose reserves even out the whole.
    """
    found: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    lent: defaultdict[str, int] = defaultdict(int)
    held: defaultdict[str, int] = defaultdict(int)
    for note in notes(sample):
        org = note.borrower.place.org_id
        found[org, note.leaf, note.currency] += note.balance(place)
        if note.currency == "CNY" and note.leaf != OFF_BALANCE:
            lent[org] += note.balance(place)
    for deposit in deposits(sample):
        org, amount = deposit.owner.place.org_id, deposit.balances[place + 1]
        found[org, deposit.leaf, deposit.currency] -= amount
        if deposit.currency == "CNY":
            held[org] += amount
    for org in sorted(lent.keys() | held.keys()):
        found[org, "1001", "CNY"] += held[org] // 100
        found[org, "1132", "CNY"] += lent[org] // 300
        found[org, "1304", "CNY"] -= lent[org] // 40
        found[org, "2241", "CNY"] -= held[org] // 200
    _even_out(found)
    _head_office(found, sum(held.values()), place)
    return {key: amount for key, amount in sorted(found.items()) if amount}


def _even_out(found: defaultdict[tuple[str, str, str], int]) -> None:
    """Let each organisation owe the head office what its accounts lack, or have it there."""
    lacking: defaultdict[tuple[str, str], int] = defaultdict(int)
    for (org, leaf, currency), amount in found.items():
        if leaf != OFF_BALANCE:
            lacking[org, currency] -= amount
    for (org, currency), amount in lacking.items():
        found[org, BETWEEN_OFFICES, currency] += amount
        found[HEAD_OFFICE, BETWEEN_OFFICES, currency] -= amount


def _head_office(found: defaultdict[tuple[str, str, str], int], held: int, place: int) -> None:
    found[HEAD_OFFICE, "1501", "CNY"] += held * 8 // 100
    found[HEAD_OFFICE, AT_BANKS, "CNY"] += held * 4 // 100
    found[HEAD_OFFICE, "4001", "CNY"] -= 200_000_000_00
    found[HEAD_OFFICE, "4104", "CNY"] -= 36_000_000_00 + 1_850_000_00 * (place + 1)
    own = {key: amount for key, amount in found.items() if key[0] == HEAD_OFFICE}
    for currency, evens in (("CNY", RESERVES), ("USD", AT_BANKS)):
        found[HEAD_OFFICE, evens, currency] -= sum(amount for key, amount in own.items() if key[2] == currency)


def keepers() -> Iterator[Place]:
    """The organisations that keep a ledger: the head office, and every one that keeps accounts."""
    yield from (place for place in places() if place.keeps_accounts or place.org_id == HEAD_OFFICE)
