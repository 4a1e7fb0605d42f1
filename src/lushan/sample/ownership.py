"""The world of shares, offices and kinship around the sample bank, with exactly so many related parties planted in it.

Whoever is planted is planted for one reason; beside them stand those who come near and are none: holders of 4.99 %,
companies held by exactly half, minor children, relatives of relatives, firms that only the state has in common.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

import numpy as np
import pyarrow as pa

from lushan.sample import targets
from lushan.sample.bank import BRANCHES, names
from lushan.sample.chance import Sample

BANK = "ZT000000"
WORDS = "恒隆宏泰瑞丰华盛金鼎东方庐峰鄱湖赣江星辰天成嘉禾德信和源永兴万顺众合远航博雅景盛锦绣长青"
TRADES = ("实业", "贸易", "置业", "建设", "科技", "物流", "医药", "农业", "能源", "文旅", "投资", "材料")
APRIL = date(2023, 4, 10)
#: Ended within twelve months of the end of April, before them, and just after those of the end of March.
ENDED, LONG_AGO, LATELY = date(2022, 11, 30), date(2021, 6, 30), date(2022, 4, 15)


@dataclass
class World:
    """The tables as they grow, and whom they make related under the default rules."""

    rng: np.random.Generator
    rows: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    related: set[str] = field(default_factory=set)
    _used: set[str] = field(default_factory=set)

    def add(self, table: str, key: str, **row: object) -> None:
        """A row, numbered in its table."""
        rows = self.rows.setdefault(table, [])
        dates = {"from_on": date(2018, 1, 1), "to_on": None, "document": None}
        rows.append({key: f"{table[0].upper()}{len(rows) + 1:06}", **dates, **row} if key else row)

    def party(self, kind: str, name: str = "", related: bool = False, **more: object) -> str:
        """A party, and whether it is a related one; its id."""
        number = len(self.rows.get("party", ()))
        id = f"ZT{number:06}"
        person = kind == "person"
        born = np.datetime64("1955-01-01") + int(self.rng.integers(0, 14_000))
        founded = np.datetime64("1995-01-01") + int(self.rng.integers(0, 9_000))
        day = (born if person else founded).item()
        code = f"3604{number % 99:02}{day:%Y%m%d}{number % 1000:03}X" if person else f"91360400MA{number:07}K"
        row: dict[str, object] = {
            "party_id": id,
            "name": name or (names(self.rng, 1)[0] if person else self._company()),
            "kind": kind,
            "id_type": "居民身份证" if person else "统一社会信用代码",
            "id_number": code,
            "born_on": day,
            "phone": f"139{number:08}",
            "address": f"九江市浔阳路{number}号",
            "industry": None if person else TRADES[number % len(TRADES)],
            "place": None if person else "江西九江",
            "capital": None if person else f"{int(self.rng.integers(1, 5000)) * 10_000}.00",
        }
        self.rows.setdefault("party", []).append(row | more)
        if related:
            self.related.add(id)
        return id

    def _company(self) -> str:
        while True:
            city = BRANCHES[int(self.rng.integers(len(BRANCHES)))]
            word = "".join(self.rng.choice(list(WORDS), 2))
            name = f"{city}{word}{TRADES[int(self.rng.integers(len(TRADES)))]}有限公司"
            if name not in self._used:
                self._used.add(name)
                return name

    def hold(self, holder: str, owned: str, share: str, **more: object) -> None:
        """A shareholding in percent."""
        row = {"holder_id": holder, "owned_id": owned, "share": share, "votes": None}
        self.add("holding", "holding_id", **row | more)

    def office(self, person: str, org: str, role: str, **more: object) -> None:
        """An office."""
        blank = {"branch": None, "nominated_by": None, "post": None}
        self.add("office", "office_id", **{**blank, "person_id": person, "org_id": org, "role": role, **more})

    def kin(self, person: str, relative: str, kind: str, **more: object) -> None:
        """A relative: what he is to the person."""
        self.add("kinship", "kinship_id", person_id=person, relative_id=relative, kind=kind, **more)

    def agree(self, number: str, party: str, kind: str, other: str | None = None) -> None:
        """A party to an agreement."""
        dated = {"from_on": date(2020, 1, 1), "to_on": None, "document": f"协议{number}"}
        row = {"agreement_id": number, "party_id": party, "kind": kind, "other_id": other, "part": None}
        self.add("agreement", "", **row, **dated)


@cache
def world(sample: Sample) -> World:
    """The whole world; the number of near relatives is what the planted number of related parties leaves."""
    made = World(sample.chance("risk.ownership"))
    made.party("own", "匡庐银行股份有限公司")
    core = _people(made)
    holders = _holders(made)
    _groups(made, holders)
    own = _own_companies(made)
    _companies_of(made, core)
    _come_and_gone(made)
    _near_misses(made, core, holders)
    _relatives(made, core)
    _broken(made)
    _boards(made, core, holders, own)
    return made


def _people(made: World) -> list[str]:
    """The board, the managers and those who may approve: the bank's own people."""
    core = []
    for number in range(targets.BOARD):
        person = made.party("person", related=True)
        role = "director" if number < targets.BOARD * 2 // 3 else "supervisor"
        made.office(person, BANK, role, document="任职资格批复")
        core.append(person)
    for branch in ("", *(f"{at:02}00" for at in range(1, len(BRANCHES) + 1))):
        for _ in range(targets.BRANCH_MANAGERS if branch else 9):
            person = made.party("person", related=True)
            made.office(person, BANK, "senior_manager", branch=branch or None, document="任职资格批复")
            core.append(person)
    for number in range(targets.AUTHORISED + 400):
        approves = number < targets.AUTHORISED
        person = made.party("person", related=approves)
        authority = ("large_credit", "large_credit", "asset_transfer", "other_core")[number % 4] if approves else "none"
        post = {"branch": f"{number % len(BRANCHES) + 1:02}00", "post": "审批岗" if approves else "柜员"}
        made.add("own_staff", "staff_id", person_id=person, authority=authority, **post)
        if approves:
            core.append(person)
    return core


def _holders(made: World) -> list[str]:
    """Those who hold the bank: exactly 5 %, more, less with a seat, and two who only together have enough."""
    held = ("15.300000", "12.000000", "9.960000", "6.500000", "5.000000", "7.250000")
    holders = []
    for share in held:
        holder = made.party("company", related=True)
        made.hold(holder, BANK, share, document="股东名册", funds="自有资金", pledged="0.000000")
        holders.append(holder)
    state = made.party("state", "九江市国有资产监督管理委员会", related=True)
    made.hold(state, holders[0], "100.000000")
    controller = made.party("person", related=True)
    middle = made.party("company", related=True)  # half of it makes 5 % and more of the bank in the end
    made.hold(controller, middle, "90.000000")
    made.hold(middle, holders[1], "65.000000")
    seated = made.party("company", related=True)
    made.hold(seated, BANK, "2.000000", document="股东名册")
    sent = made.party("person", related=True)
    made.office(sent, BANK, "director", nominated_by=seated, document="提名函")
    pair = [made.party("company", related=True) for _ in range(2)]
    for party in pair:
        made.hold(party, BANK, "2.600000", document="股东名册")
        made.agree("YZ0001", party, "concert")
    alone = made.party("person", related=True)
    made.hold(alone, BANK, "5.010000", document="股东名册")
    obeyed = made.party("company", related=True)  # who obeys one by agreement does as he says
    made.agree("KZ0001", holders[3], "control", obeyed)
    made.hold(made.party("person"), obeyed, "100.000000", votes="0.000000")
    return [*holders, middle, seated, *pair]


def _groups(made: World, holders: list[str]) -> None:
    """What the holders control: five levels, pyramids of 40 % and 11 %, loops; and who runs them."""
    for number, holder in enumerate(holders):
        for role in ("director", "director", "director", "supervisor", "senior_manager"):
            made.office(made.party("person", related=True), holder, role)
        for _ in range(30):
            above = holder
            for level in range(1 + number % 3):
                company = made.party("company", related=True)
                made.hold(above, company, f"{60 - 2 * level}.000000")
                made.hold(made.party("person"), company, f"{40 + 2 * level}.000000")
                above = company
        first, second = (made.party("company", related=True) for _ in range(2))
        made.hold(holder, first, "55.000000")
        made.hold(first, second, "40.000000")
        made.hold(holder, second, "11.000000")
        made.hold(second, first, "10.000000")  # and back


def _own_companies(made: World) -> list[str]:
    """What the bank controls and influences."""
    own = []
    for share in ("51.000000", "55.000000", "20.000000", "30.000000"):
        company = made.party("company", related=True)
        made.hold(BANK, company, share, document="投资协议")
        own.append(company)
    return own


def _companies_of(made: World, core: list[str]) -> None:
    """Companies that the bank's own people control, some through another."""
    for number, person in enumerate(core[:180]):
        company = made.party("company", related=True)
        made.hold(person, company, "51.000000")
        if number % 3 == 0:
            below = made.party("company", related=True)
            made.hold(company, below, "70.000000")


def _come_and_gone(made: World) -> None:
    """Who left within twelve months, who comes by agreement, who came in April, and who left too long ago."""
    for number in range(24):
        person = made.party("person", related=True)
        made.office(person, BANK, "supervisor", to_on=ENDED, document="辞任公告")
        made.kin(person, made.party("person", related=True), "spouse")
        if number % 4 == 0:
            made.hold(person, made.party("company", related=True), "80.000000")
    for _ in range(3):
        coming = {"from_on": date(2023, 9, 1), "document": "股东大会决议"}
        made.office(made.party("person", related=True), BANK, "director", **coming)
    for _ in range(6):
        person = made.party("person", related=True)
        made.office(person, BANK, "director", from_on=APRIL)
        made.kin(person, made.party("person", related=True), "spouse", from_on=APRIL)
    for gone in (LATELY, LONG_AGO):
        for _ in range(5):
            person = made.party("person")
            made.office(person, BANK, "supervisor", to_on=gone, document="辞任公告")


def _near_misses(made: World, core: list[str], holders: list[str]) -> None:
    """Those who come near to being related and are not, under the default rules."""
    for share in ("4.990000", "4.000000", "3.500000"):
        holder = made.party("company")
        made.hold(holder, BANK, share, document="股东名册")
        made.hold(holder, made.party("company"), "100.000000")
    state = next(str(row["party_id"]) for row in made.rows["party"] if row["kind"] == "state")
    for _ in range(40):  # the state controls them too, and that is all
        made.hold(state, made.party("company"), "100.000000")
    for person in core[180:260]:
        made.hold(person, made.party("company"), "50.000000")  # half is no majority
        made.hold(person, made.party("company"), "30.000000")
    for holder in holders:
        for _ in range(6):
            made.hold(holder, made.party("company"), "25.000000")  # influence by those of 7(2) is 8(4): may
    for person in core[:150]:
        made.kin(person, made.party("person", born_on=date(2010, 6, 1)), "child")
        made.kin(person, made.party("person"), "spouse_parent")


def _relatives(made: World, core: list[str]) -> None:
    """Near relatives in the number that is left, and relatives of theirs, who are not."""
    left = targets.RELATED_PARTIES - len(made.related)
    kinds = ("spouse", "parent", "parent", "sibling", "child")
    for number in range(left):
        relative = made.party("person", related=True)
        person, kind = core[number % len(core)], kinds[number // len(core) % len(kinds)]
        if kind == "child":
            made.rows["party"][-1]["born_on"] = date(1998, 3, 1)
        made.kin(person, relative, kind)
        if number % 10 == 0:
            made.kin(relative, made.party("person"), "sibling")


def _broken(made: World) -> None:
    """What is wrong in the tables, far from the bank: more than all, oneself, the end before the beginning, no name."""
    over, nameless = made.party("company"), made.party("company", name=" ")
    for share in ("60.000000", "55.000000"):
        made.hold(made.party("person"), over, share)
    made.hold(nameless, nameless, "10.000000")
    first, second = made.party("company"), made.party("company")
    made.hold(first, second, "100.000000")
    made.hold(second, first, "100.000000")
    person = made.party("person")
    made.kin(person, person, "parent")
    made.office(person, over, "director", from_on=date(2023, 2, 1), to_on=date(2022, 2, 1))


def _boards(made: World, core: list[str], holders: list[str], own: list[str]) -> None:
    """Who ties companies together: the bank's directors on the boards of its companies, and holders' in their groups.

    All of them are related already, and an office there makes nobody so; nor does the bank's agreement to control a
    company, of which it has 30 %, together with a holder: it has influence there and the holder has 5 % already.
    """
    for number, company in enumerate(own):
        for person in core[2 * number : 2 * number + 3]:  # the last of them sits on the board of the next one too
            made.office(person, company, "director", document="董事会决议")
    held: dict[str, list[str]] = {}
    for row in made.rows["holding"]:
        held.setdefault(str(row["holder_id"]), []).append(str(row["owned_id"]))
    for holder in holders:
        boards = [str(row["person_id"]) for row in made.rows["office"] if row["org_id"] == holder]
        for company, role in zip(held[holder][1:4], ("director", "director", "supervisor"), strict=True):
            made.office(boards[0], company, role, document="股东会决议")
        made.office(boards[1], held[holder][1], "director", document="股东会决议")
    for party in (BANK, holders[4]):
        made.agree("GK0001", party, "joint", own[-1])


def table_of(name: str) -> Callable[[Sample], Iterator[pa.Table]]:
    """A table of the world, as a source is written."""

    def rows(sample: Sample) -> Iterator[pa.Table]:
        listed = world(sample).rows[name]
        columns = list(dict.fromkeys(column for row in listed for column in row))
        yield pa.table({column: pa.array([row.get(column) for row in listed]) for column in columns})

    return rows
