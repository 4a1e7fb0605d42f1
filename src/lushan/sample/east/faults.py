"""The faults that are planted in what is filed: in one place, what is wrong with how many rows, and which rules see it.

Those that any bank has, fewer from collection to collection; and, where they are asked for, some of every class in the
last. Only tests know where they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lushan.sample.chance import Sample
from lushan.sample.east.filing import Row

Changes = Callable[[Row], Row]

#: The place of the last collection, in which faults that are asked for are planted.
LAST = 3
ASKED_FOR = 2
#: Faults of a table lie so many rows apart.
APART = 3


@dataclass(frozen=True)
class Fault:
    """Rows that break rules: good rows, changed.

    Args:
        table: by its name in `lushan.sample.east.tables`.
        change: the columns that are changed, from the row's own.
        breaks: for each rule that sees it the columns that name the row to that rule.
        only: the rows that it may be planted in, by the values of their columns.
        usual: in how many rows any bank has it, by collection.
        exempt: whether the row's remark documents it.
    """

    table: str
    change: Changes
    breaks: Mapping[str, tuple[str, ...]]
    only: Callable[[Row], bool] = lambda _: True
    usual: tuple[int, int, int, int] = (0, 0, 0, 0)
    exempt: bool = False

    def count(self, sample: Sample, place: int) -> int:
        """In how many rows of a collection it is planted."""
        return self.usual[place] + (ASKED_FOR if sample.faults and place == LAST else 0)


@dataclass(frozen=True)
class Planted:
    """A row that breaks a rule: known to tests."""

    place: int
    rule: str
    key: str
    exempt: bool


def puts(**values: str | None) -> Changes:
    """A change that puts values in columns."""
    return lambda _: dict(values)


def adds(column: str, yuan: str) -> Changes:
    """A change that adds to an amount."""
    return lambda row: {column: str(Decimal(row[column] or 0) + Decimal(yuan))}


def mistypes(column: str) -> Changes:
    """A change of a number's last sign, so that its check is wrong."""
    return lambda row: {column: f"{(row[column] or '')[:-1]}{'1' if (row[column] or '')[-1:] == '0' else '0'}"}


def has(**values: str) -> Callable[[Row], bool]:
    """Whether a row has these values."""
    return lambda row: all(row[name] == value for name, value in values.items())


NOTE, CUSTOMER, CONTRACT = ("nbjgh", "xdjjh"), ("nbjgh", "khtybh"), ("nbjgh", "xdhth")
ACCOUNT = ("nbjgh", "mxkmbh", "bz")
COLLATERAL = ("nbjgh", "dbhth", "ypbh")
STRANGER = "S999999"

FAULTS = (
    Fault("institution", puts(xzqhdm="36040"), {"L-101-XZQHDM": ("nbjgh",)}, has(jglb="管理机构")),
    Fault("employee", puts(gwmc="大堂经理"), {"R-102-GWBH": ("nbjgh", "gh")}, has(gwbh="GW003"), (4, 3, 2, 1)),
    Fault("personal_customer", mistypes("zjhm"), {"F-201-ZJHM": CUSTOMER}, has(xdkhbz="否"), (7, 5, 4, 2)),
    Fault(
        "personal_customer",
        lambda row: {**mistypes("zjhm")(row), "bbz": "外籍客户，证件为永久居留证"},
        {"F-201-ZJHM": CUSTOMER},
        has(xdkhbz="否"),
        (2, 2, 2, 2),
        exempt=True,
    ),
    Fault("personal_customer", puts(xb=None), {"N-201-XB": CUSTOMER}, usual=(6, 4, 1, 0)),
    Fault("corporate_customer", puts(qyfl=None), {"N-203-QYFL": CUSTOMER}, has(xdkhbz="是"), (9, 7, 3, 1)),
    Fault("corporate_customer", mistypes("zjhm"), {"F-203-ZJHM": CUSTOMER}, usual=(3, 2, 1, 0)),
    Fault("relation", puts(glrmc="佚名"), {"R-206-GLRKHTYBH": ("nbjgh", "khzjhm", "glrzjhm", "gxlx")}),
    Fault(
        "ledger",
        adds("qcjfye", "10.00"),
        {"B-401-QMYE": ("nbjgh", "kjkmbh", "bz", "bszq", "kjrq"), "T-401-QCYE": ("nbjgh", "kjkmbh", "bz")},
        has(kjkmbh="1001"),
    ),
    Fault("personal_deposit", puts(yhjgmc="匡庐银行"), {"R-403-YHJGMC": ("nbjgh", "grckzh", "bz")}, usual=(5, 3, 2, 1)),
    Fault(
        "personal_deposit_entry",
        puts(jyqd="传真"),
        {"V-404-JYQD": ("nbjgh", "jyxlh", "grckzh", "hxjyrq", "hxjysj")},
        usual=(4, 4, 2, 1),
    ),
    Fault(
        "personal_deposit_entry",
        adds("jyje", "1.00"),
        {"D-403-CKYE": ("nbjgh", "grckzh", "bz")},
        lambda row: row["jyje"] != row["zhye"] and row["zhye"] != "0.00",
    ),
    Fault(
        "corporate_deposit",
        puts(xhrq="20230315"),
        {"B-405-XHRQ": ("nbjgh", "dgckzh", "bz")},
        has(zhzt="正常"),
        (3, 2, 1, 0),
    ),
    Fault("internal_account", adds("jfye", "100.00"), {"S-401-QMYE": ACCOUNT}, has(mxkmbh="1001")),
    Fault("credit_contract", puts(htdqrq="20190101"), {"B-501-HTDQRQ": CONTRACT}, usual=(2, 1, 0, 0)),
    Fault("credit_contract", puts(htmc="流动资金借款合同" * 20), {"L-501-HTMC": CONTRACT}, usual=(3, 2, 1, 0)),
    Fault("personal_note", puts(khmc="佚名"), {"R-503-KHTYBH": NOTE}, usual=(6, 5, 2, 1)),
    Fault("personal_note", puts(qbje="5000.00"), {"B-503-QBRQ": NOTE}, has(qbrq="99991231", dkzt="正常"), (2, 1, 1, 0)),
    Fault("personal_note", puts(sfphxsndk="是"), {"B-503-SFPHXSNDK": NOTE}, has(sfsndk="否")),
    Fault("corporate_note", puts(fkfs=None), {"N-504-FKFS": NOTE}, usual=(4, 2, 1, 0)),
    Fault("corporate_note", puts(lllx="浮动"), {"V-504-LLLX": NOTE}, usual=(3, 2, 1, 1)),
    Fault("corporate_note", puts(dkffrq="20230231"), {"F-504-DKFFRQ": NOTE}, usual=(1, 1, 0, 0)),
    Fault("corporate_note", puts(xdygh=STRANGER), {"R-504-XDYGH": NOTE}, usual=(5, 4, 3, 1)),
    Fault(
        "corporate_note",
        puts(xdygh=STRANGER, bbz="线上自助贷款，无客户经理"),
        {"R-504-XDYGH": NOTE},
        usual=(2, 2, 2, 2),
        exempt=True,
    ),
    Fault("guarantee", puts(bdbhth="HT000000"), {"R-601-BDBHTH": ("nbjgh", "dbhth", "bdbhth")}),
    Fault("collateral", puts(ypmc="商业用\t房地产"), {"F-603-YPMC": COLLATERAL}, usual=(5, 4, 2, 0)),
    Fault("collateral", puts(ydyjz="100.00"), {"B-603-YDYJZ": COLLATERAL}),
)  # fmt: skip

#: A loan whose balance is filed as half of it, where faults are asked for: EAST, 1104 and the one-table filing part.
HALVED = Fault(
    "corporate_note",
    lambda row: {"dkye": str((Decimal(row["dkye"] or 0) / 2).quantize(Decimal("0.01")))},
    {"R-504-DKYE": NOTE},
    lambda row: row["dkzt"] == "正常" and row["bz"] == "CNY" and row["xdywzl"] == "流动资金贷款",
)


def faulty(table: str, rows: Iterable[Row], sample: Sample, place: int) -> Iterator[tuple[Row, Fault | None]]:
    """The rows of a collection, some of them changed, each with its fault."""
    known = [fault for fault in FAULTS if fault.table == table]
    left = [fault.count(sample, place) for fault in known]
    if sample.faults and place == LAST and table == HALVED.table:
        known, left = [*known, HALVED], [*left, 1]
    for number, row in enumerate(rows):
        waiting = [at for at, fault in enumerate(known) if left[at] and fault.only(row)] if number % APART == 0 else []
        if waiting:
            at = max(waiting, key=left.__getitem__)
            left[at] -= 1
            yield {**row, **known[at].change(row)}, known[at]
        else:
            yield row, None


def planted(table: str, rows: Iterable[Row], sample: Sample, place: int) -> Iterator[Planted]:
    """What breaks which rule in a collection of a table."""
    for row, fault in faulty(table, rows, sample, place):
        for rule, key in fault.breaks.items() if fault else ():
            yield Planted(place, rule, "|".join(row[name] or "" for name in key), fault.exempt)  # type: ignore[union-attr]
