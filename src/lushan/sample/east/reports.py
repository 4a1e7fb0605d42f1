"""The 1104 reports of the sample bank, added up from its accounts and loans and not from what EAST files of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from lushan.sample.chance import Sample
from lushan.sample.east.accounts import deposits
from lushan.sample.east.calendar import COLLECTED, day_text, month_end, rate
from lushan.sample.east.credit import pledged
from lushan.sample.east.customers import INDUSTRIES, Company, Person
from lushan.sample.east.filing import Row
from lushan.sample.east.ledger import ACCOUNTS, balances
from lushan.sample.east.loans import Note, notes
from lushan.sample.east.parties import HOLDERS, MAIN_HOLDER, groups, used_by
from lushan.sample.east.places import places

FEN_A_TEN_THOUSAND = 1_000_000
CURRENCIES = {"A": "rmb", "B": "foreign", "C": "all"}
LEGAL_PERSON = "0000"
GRADES = {"正常": "1.1", "关注": "1.2", "次级": "1.3", "可疑": "1.4", "损失": "1.5"}
NON_PERFORMING = ("次级", "可疑", "损失")
DEMAND = ("个人活期存款", "单位活期存款")
TIME = ("定期", "通知", "结构性")
#: Cells that are filed as nought where there is nothing: the head office has none of its own.
NEVER_EMPTY = (
    "G01:8", "G01:30", "G01:35", "G01_I:委托贷款", "G01_II:1.1", "G01_II:1.2", "G01_II:1.3", "G01_II:1.4", "G01_II:1.5",
    "G01_II:2", "G01_III:结构性存款", "G01_VI:1", "G03:核销", "G09_I:1", "G11_I:4", "G11_I:4.1", "G11_I:5.5", "G11_I:6",
    "G12:3", "G12:4", "G21:3.5.1", "G53_VI:1.1", "S67:个人住房贷款", "S68:1", "S71_I:1", "S71_II:1", "G01_VII:2.1",
    "G13:居住用房地产",
)  # fmt: skip
RELATED_CREDIT = Decimal("3125.40")

#: What a branch filed that is not so, in ten thousand yuan, by collection: found and mended one after the other.
SLIPS: dict[int, dict[tuple[str, str, str, str], str]] = {
    0: {
        ("G01", "26", "C", "0300"): "860.00",
        ("G01_VII", "2.3", "C", "0100"): "512.50",
        ("G11_I", "5.5", "C", "0200"): "120.00",
        ("S71_I", "1", "C", "0900"): "-230.00",
    },
    1: {
        ("G01", "26", "C", "0300"): "860.00",
        ("G01_VII", "2.3", "C", "0100"): "512.50",
        ("S71_I", "1", "C", "0900"): "-230.00",
    },
    2: {("S71_I", "1", "C", "0900"): "-230.00"},
    3: {("G13", "居住用房地产", "C", "0100"): "1.20", ("G01_IX", "1", "C", "0100"): "3.00"},
}


@dataclass
class Sheet:
    """The cells of all reports of one collection: fen of yuan by report, row, column and branch."""

    place: int
    cells: defaultdict[tuple[str, str, str, str], Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, cell: str, branch: str, fen: int | Decimal, currency: str = "CNY") -> None:
        """Add an amount to a cell, ``report:row``, in its own column of the currency and in that of all."""
        report, row = cell.split(":")
        worth = fen * rate(currency, self.place)
        self.cells[report, row, "C", branch] += worth
        if report in ("G01", "G01_II"):
            self.cells[report, row, "A" if currency == "CNY" else "B", branch] += worth


def report_1104(sample: Sample) -> Iterator[Row]:
    """The cells of the reports of every collection."""
    for place, day in enumerate(COLLECTED):
        slips = SLIPS.get(place, {})
        cells = _sheet(sample, place).cells
        for key in sorted(cells.keys() | slips.keys()):
            value = (cells[key] / FEN_A_TEN_THOUSAND).quantize(Decimal("0.01"), ROUND_HALF_UP)
            yield _cell(key, value + Decimal(slips.get(key, 0)), day_text(day))
        for (report, row, column), value, unit in _of_the_whole(sample, place):
            yield _cell((report, row, column, LEGAL_PERSON), value, day_text(day), "legal_person", unit)


def _cell(
    key: tuple[str, str, str, str], value: Decimal, day: str, scope: str = "branch", unit: str = "ten_thousand_yuan"
) -> Row:
    report, row, column, org = key
    return {
        "as_of": f"{day[:4]}-{day[4:6]}-{day[6:]}", "report": report, "row_no": row, "column_no": column,
        "org_id": org, "scope": scope, "currency": CURRENCIES[column], "value": str(value), "unit": unit,
    }  # fmt: skip


def _sheet(sample: Sample, place: int) -> Sheet:
    sheet = Sheet(place)
    for cell in NEVER_EMPTY:
        sheet.add(cell, LEGAL_PERSON, 0)
    _ledger(sheet, sample)
    _deposits(sheet, sample)
    for note in notes(sample):
        if note.written_off <= place:
            written_off = note.balance(note.written_off - 1)
            sheet.add("G03:核销", note.borrower.place.branch, written_off, note.currency)
        if note.listed(place):
            _note(sheet, note)
    for note, kind, worth in pledged(sample, place):
        sheet.add(f"G13:{kind}", note.borrower.place.branch, worth, note.currency)
    return sheet


def _ledger(sheet: Sheet, sample: Sample) -> None:
    for (org, leaf, currency), amount in balances(sample, sheet.place).items():
        account, branch = ACCOUNTS[leaf], f"{org[:2]}00"
        if account.kind == "资产":
            sheet.add("G01:25", branch, amount, currency)
        if account.kind == "负债":
            sheet.add("G01:49", branch, -amount, currency)
        if account.kind in ("负债", "所有者权益"):
            sheet.add("G01:60", branch, -amount, currency)


def _deposits(sheet: Sheet, sample: Sample) -> None:
    county = {place.org_id: place.in_county for place in places()}
    for deposit in deposits(sample):
        home, kind, balance = deposit.owner.place, deposit.kind, deposit.balances[sheet.place + 1]

        def add(cell: str, amount: int | Decimal = balance) -> None:
            sheet.add(cell, home.branch, amount, deposit.currency)  # noqa: B023

        if kind == "同业存放款":
            add("G01:30")
            continue
        add("G01:61")
        add("G01:35" if deposit.is_margin else "G01:27" if isinstance(deposit.owner, Person) else "G01:26")
        if kind in DEMAND:
            add("G21:3.5.2")
        if any(word in kind for word in TIME):
            add("G21:3.5.1")
        if "结构性" in kind:
            add("G01_III:结构性存款")
        if county[home.org_id]:
            add("G53_VI:1.1")
        days = (month_end(sheet.place) - month_end(sheet.place - 1)).days
        after = sum(move.amount * (move.day - month_end(sheet.place - 1)).days for move in deposit.moves[sheet.place])
        moved = sum(move.amount for move in deposit.moves[sheet.place])
        add("G01_IX:1", balance - (Decimal(after - moved) / days))


def _note(sheet: Sheet, note: Note) -> None:
    place, borrower = sheet.place, note.borrower

    def add(cell: str, amount: int = note.balance(place)) -> None:
        sheet.add(cell, borrower.place.branch, amount, note.currency)

    if note.kind == "委托贷款":
        add("G01_I:委托贷款")
    if not note.owed(place):
        return
    grade = note.grade(place)
    add("G01:62")
    add(f"G01_II:{GRADES[grade]}")
    if grade in NON_PERFORMING:
        add("G01_II:2")
        if note.listed(0) and note.grade(0) in ("正常", "关注"):
            add(f"G12:{3 + (note.grade(0) == '关注')}")
    if (days := note.days_overdue(place)) > 0:
        add("G11_I:4")
        if days > 90:
            add("G11_I:4.1")
    if note.how == "重组贷款":
        add("G11_I:5.5")
    if note.extensions:
        add("G11_I:6")
    if isinstance(borrower, Company):
        add(f"G01_VII:2.{1 + INDUSTRIES.index(borrower.industry)}")
    else:
        add("G01_VII:2.21")
        if note.kind == "住房按揭贷款":
            add("S67:个人住房贷款")
    if note.kind == "票据贴现":
        add("G01:8")
    if note.kind == "垫款":
        add("G01_VI:1")
    for flag, cell in (("sfsndk", "S71_II:1"), ("sflsdk", "S68:1"), ("sfhlwdk", "G09_I:1"), ("sfphxxwqydk", "S71_I:1")):
        if flag in note.flags:
            add(cell)


def _of_the_whole(sample: Sample, place: int) -> Iterator[tuple[tuple[str, str, str], Decimal, str]]:
    """What does not add up over branches: rates, the largest, and the bank's own shareholders."""
    owed = [note for note in notes(sample) if note.owed(place)]
    worth = {note.number: note.balance(place) * rate(note.currency, place) for note in owed}
    bad = sum((worth[note.number] for note in owed if note.grade(place) in NON_PERFORMING), Decimal(0))
    share = (100 * bad / sum(worth.values(), Decimal(0))).quantize(Decimal("0.01"), ROUND_HALF_UP)
    yield ("G01_II", "3", "C"), share, "percent"
    used = used_by(sample, place)
    yield ("G14_I", "1", "C"), _ten_thousands(max(used.values())), "ten_thousand_yuan"
    for number, _, members in groups(sample):
        yield ("G14_II", number, "C"), _ten_thousands(sum(used.get(m.number, 0) for m in members)), "ten_thousand_yuan"
    main = [share for _, _, share in HOLDERS if share >= MAIN_HOLDER]
    yield ("G07", "户数", "C"), Decimal(len(main)), "count"
    yield ("G07", "持股比例", "C"), Decimal(sum(main)) / 100, "percent"
    yield ("G15", "O", "C"), RELATED_CREDIT, "ten_thousand_yuan"


def _ten_thousands(fen: int) -> Decimal:
    return (Decimal(fen) / FEN_A_TEN_THOUSAND).quantize(Decimal("0.01"), ROUND_HALF_UP)


def one_table(sample: Sample) -> Iterator[Row]:
    """What 一表通 files of each account and note: the same money, one row each."""
    for place, day in enumerate(COLLECTED):
        for deposit in deposits(sample):
            if deposit.listed(place):
                yield _item(
                    day_text(day), "deposit", deposit.number, deposit.owner, deposit.kind, deposit.currency,
                    deposit.balances[place + 1],
                )  # fmt: skip
        for note in notes(sample):
            if note.listed(place):
                yield _item(
                    day_text(day), "loan", note.number, note.borrower, note.kind, note.currency, note.balance(place)
                )


def _item(day: str, kind: str, number: str, owner: Person | Company, product: str, currency: str, fen: int) -> Row:
    return {
        "as_of": f"{day[:4]}-{day[4:6]}-{day[6:]}", "kind": kind, "item_id": number,
        "org_id": owner.place.org_id, "holder": "person" if isinstance(owner, Person) else "company",
        "product": product, "currency": currency, "balance": str(Decimal(fen).scaleb(-2)),
    }  # fmt: skip
