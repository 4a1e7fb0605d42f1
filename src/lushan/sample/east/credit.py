"""EAST's tables of credit: contracts, notes, guarantees, lines, write-offs and changes of grade (501 to 705)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from lushan.sample.chance import Sample
from lushan.sample.east.accounting import named
from lushan.sample.east.calendar import COLLECTED, OPEN, day_text, month_end
from lushan.sample.east.customers import Company, Person
from lushan.sample.east.filing import Row, money, yes
from lushan.sample.east.loans import Note, notes
from lushan.sample.east.parties import CREDIT_CODE, ID_CARD, used_by
from lushan.sample.east.places import staff

INTEREST_SHARE, INSTALMENT_SHARE, VALUE_SHARE = 250, 40, 60
FLAGS = ("sfhlwdk", "sflsdk", "sfsndk", "sfphxsndk", "sfphxxwqydk", "sfkjdk")
COLLATERAL = {"住房按揭贷款": "居住用房地产", "抵押": "商业用房地产", "质押": "金融质押品"}


def officers(sample: Sample) -> dict[str, str]:
    """The account manager of each organisation."""
    found: dict[str, str] = {}
    for worker in staff(sample):
        if worker.post == "GW002":
            found.setdefault(worker.place.org_id, worker.number)
    return found


def of(borrower: Person | Company) -> tuple[str, str]:
    """A borrower's kind of document and its number."""
    return (ID_CARD, borrower.identity) if isinstance(borrower, Person) else (CREDIT_CODE, borrower.code)


def contracts(sample: Sample, place: int) -> Iterator[Row]:
    """501: the contracts of what is owed, and of what ended since the collection before."""
    managers = officers(sample)
    for note in notes(sample):
        if note.listed(place):
            home = note.borrower.place
            yield {
                "jrxkzh": home.licence, "nbjgh": home.org_id, "khtybh": note.borrower.number,
                "khmc": note.borrower.name, "xdhth": note.contract, "zhth": note.contract,
                "htmc": f"{note.kind}合同", "xdywzl": note.kind, "bz": note.currency, "htje": money(note.amount),
                "htqsrq": day_text(note.granted), "htdqrq": day_text(note.due), "dblx": note.guarantee,
                "htdkyt": "经营周转" if isinstance(note.borrower, Company) else "个人用途",
                "khjlgh": managers[home.org_id], "htzt": "终结" if place == note.ends else "有效",
            }  # fmt: skip


def personal_notes(sample: Sample, place: int) -> Iterator[Row]:
    """503: the notes of persons."""
    managers = officers(sample)
    for note in notes(sample):
        if isinstance(note.borrower, Person) and note.listed(place):
            kind, number = of(note.borrower)
            yield {**_note(note, place, managers), "zjlb": kind, "zjhm": number}


def corporate_notes(sample: Sample, place: int) -> Iterator[Row]:
    """504: the notes of companies."""
    managers = officers(sample)
    for note in notes(sample):
        if isinstance(note.borrower, Company) and note.listed(place):
            yield _note(note, place, managers)


def _note(note: Note, place: int, managers: dict[str, str]) -> Row:
    borrower, home = note.borrower, note.borrower.place
    days, missed = note.days_overdue(place), 0
    since, principal, interest = OPEN, 0, 0
    if days and note.overdue_since:
        since, missed = day_text(note.overdue_since), 1 + days // 30
        principal = min(note.balance(place), note.amount // INSTALMENT_SHARE * missed)
        interest = note.balance(place) // INTEREST_SHARE * missed
    ended, yearly = place == note.ends, isinstance(borrower, Company)
    return {
        **home.filed_by, **named(note.leaf), "khtybh": borrower.number, "khmc": borrower.name,
        "xdhth": note.contract, "xdjjh": note.number, "dkfhzh": note.account, "xdywzl": note.kind,
        "dkfflx": note.how, "fkfs": "受托支付", "bz": note.currency, "dkje": money(note.amount),
        "dkye": money(note.balance(place)), "dkwjfl": note.grade(place), "zqs": "12", "dqqs": "6",
        "zqcs": str(note.extensions), "dkffrq": day_text(note.granted), "dkdqrq": day_text(note.due),
        "zjrq": day_text(COLLECTED[place]) if ended else OPEN, "qbje": money(principal), "qbrq": since,
        "bnqxye": money(interest if days <= 90 else 0), "bwqxye": money(interest if days > 90 else 0), "qxrq": since,
        "lxqkqs": str(missed), "ljqkqs": str(missed), "sbxdjjh": None, "dkrzzh": f"62{note.number[2:]:0>14}",
        "dkrzhm": borrower.name, "rzzhsshmc": home.name, "lllx": "LPR", "sjll": "4.650000",
        "hkfs": "按季" if yearly else "按月", "hkzh": f"62{note.number[2:]:0>14}", "hkzhsshmc": home.name,
        "jxfs": "按季结息" if yearly else "按月结息", "xqhkrq": OPEN if ended else next_due(COLLECTED[place]),
        "xqyhbj": money(0 if ended else note.amount // INSTALMENT_SHARE),
        "xqyhlx": money(0 if ended else note.balance(place) // INTEREST_SHARE), "jjdkyt": "合同约定用途",
        "dktxdq": home.region, "dktxhy": note.industry, **{flag: yes(flag in note.flags) for flag in FLAGS},
        "xdygh": managers[home.org_id], "dkzt": note.state(place),
    }  # fmt: skip


def next_due(day: date) -> str:
    """The day of the next instalment: the twentieth of the month after a month end.

    >>> next_due(date(2023, 3, 31))
    '20230420'
    """
    return day_text((day + timedelta(days=1)).replace(day=20))


def guarantees(sample: Sample, place: int) -> Iterator[Row]:
    """601: what secures contracts."""
    managers = officers(sample)
    for note in _secured(sample, place):
        home = note.borrower.place
        yield {
            "jrxkzh": home.licence, "nbjgh": home.org_id, "bdbhth": note.contract, "bdbywlx": "表内信贷",
            "dbhth": f"DB{note.contract[2:]}", "dbhtlx": "一般担保合同", "dblx": note.guarantee, "dbbz": note.currency,
            "dbje": money(note.amount), "dbqsrq": day_text(note.granted), "dbdqrq": day_text(note.due),
            "jbrgh": managers[home.org_id], "dbhtzt": "有效",
        }  # fmt: skip


def _secured(sample: Sample, place: int) -> Iterator[Note]:
    yield from (
        note for note in notes(sample) if note.listed(place) and place != note.ends and note.guarantee != "信用"
    )


def pledged(sample: Sample, place: int) -> Iterator[tuple[Note, str, int]]:
    """The notes that something is pledged for: with its kind, and its latest worth in fen of the note's currency."""
    for note in _secured(sample, place):
        if note.guarantee != "保证":
            kind = COLLATERAL.get(note.kind, COLLATERAL.get(note.guarantee, ""))
            yield note, kind, note.amount * 100 // VALUE_SHARE


def collateral(sample: Sample, place: int) -> Iterator[Row]:
    """603: what is pledged."""
    for note, kind, worth in pledged(sample, place):
        papers, number = of(note.borrower)
        home = note.borrower.place
        yield {
            "jrxkzh": home.licence, "nbjgh": home.org_id, "dbhth": f"DB{note.contract[2:]}",
            "ypbh": f"YP{note.number[2:]}", "yplx": kind, "ypmc": kind, "dzywzt": "正常", "bz": note.currency,
            "pgjz": money(worth), "yxrdjz": money(worth), "ydyjz": "0.00", "dzyl": f"{VALUE_SHARE}.00",
            "czqsw": "第一顺位", "ypsyrmc": note.borrower.name, "ypsyrzjlb": papers, "ypsyrzjhm": number,
            "zypzhm": None, "zypzqfjg": None, "qzdjhm": f"赣{home.region}第{note.number[2:]}号", "qzdjmj": None,
            "dbhtzt": "有效",
        }  # fmt: skip


def credit_lines(sample: Sample, place: int) -> Iterator[Row]:
    """701: the lines of those who borrow."""
    used = used_by(sample, place)
    borrowed: defaultdict[str, list[Note]] = defaultdict(list)
    for note in notes(sample):
        if note.listed(place):
            borrowed[note.borrower.number].append(note)
    managers = officers(sample)
    for number, owed in borrowed.items():
        borrower, first = owed[0].borrower, min(note.granted for note in owed)
        line = borrower.line if isinstance(borrower, Company) else sum(note.amount for note in owed)
        papers, identity = of(borrower)
        yield {
            "yhjgdm": None, "jrxkzh": borrower.place.licence, "nbjgh": borrower.place.org_id, "khtybh": number,
            "khmc": borrower.name, "khzjlb": papers, "khzjhm": identity, "sxxyh": f"SX{number}",
            "sxxymc": "授信协议", "edsqrq": day_text(first - timedelta(days=20)),
            "sxztzl": "单一法人" if isinstance(borrower, Company) else "个人", "sxzl": "循环额度",
            "sxed": money(line), "yyed": money(used.get(number, 0)), "bz": "CNY", "sxksrq": day_text(first),
            "sxdqrq": day_text(max(note.due for note in owed)), "sxjcyj": None, "sprgh": None,
            "jbrgh": managers[borrower.place.org_id], "sxzt": "有效",
        }  # fmt: skip


def write_offs(sample: Sample, place: int) -> Iterator[Row]:
    """702: what was written off this year."""
    for note in notes(sample):
        if note.written_off <= place:
            home, on = note.borrower.place, COLLECTED[note.written_off]
            yield {
                "jrxkzh": home.licence, "nbjgh": home.org_id, "khtybh": note.borrower.number,
                "khmc": note.borrower.name, "zclx": "贷款", "hth": note.contract, "jjh": note.number,
                "bz": note.currency, "hxbj": money(note.balance(note.written_off - 1)), "shbnlx": "0.00",
                "shbwlx": "0.00", "hxrq": day_text(on), "shbj": "0.00", "shlx": "0.00", "shrq": OPEN, "shbz": "否",
                "shygh": None, "hxzt": "有效",
            }  # fmt: skip


def class_changes(sample: Sample, place: int) -> Iterator[Row]:
    """705: the grades that changed since the collection before."""
    managers = officers(sample)
    for note in notes(sample):
        if place and note.listed(place) and note.listed(place - 1) and note.grade(place) != note.grade(place - 1):
            yield {
                **note.borrower.place.filed_by, "xdhth": note.contract, "xdjjh": note.number,
                "khtybh": note.borrower.number, "khmc": note.borrower.name, "tzrq": day_text(month_end(place)),
                "ywjfl": note.grade(place - 1), "xwjfl": note.grade(place), "bdyy": "逾期天数变化",
                "bdfs": "系统自动", "jbgyh": managers[note.borrower.place.org_id],
            }  # fmt: skip
