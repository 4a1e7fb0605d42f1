"""Where the sample bank does business: its organisations with their licences, regions and staff."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lushan.sample.bank import BRANCHES, names
from lushan.sample.chance import Sample
from lushan.sample.east.codes import credit_code, identity_number

#: For each branch the region of its city's district and of a county that it serves.
REGIONS = (
    ("360403", "360424"), ("360103", "360124"), ("361102", "361124"), ("360902", "360924"), ("361002", "361024"),
    ("360702", "360724"), ("360802", "360824"), ("360502", "360521"), ("360302", "360321"), ("360202", "360222"),
    ("360602", "360681"), ("440103", "440118"), ("340102", "340121"),
)  # fmt: skip

#: A county's region ends in 21 or more; a city's districts come before.
COUNTIES_FROM = 21

#: Posts and what their holders do: the number, the kind, the name.
POSTS = (
    ("GW001", "管理岗", "支行行长"),
    ("GW002", "营销岗", "客户经理"),
    ("GW003", "操作岗", "柜员"),
    ("GW004", "操作岗", "综合柜员"),
    ("GW005", "管理岗", "分行行长"),
    ("GW006", "技术岗", "数据管理"),
)
ROLES = ("GW001", "GW002", "GW002", "GW003")


@dataclass(frozen=True)
class Place:
    """An organisation that files: the head office, a branch, or a sub-branch that keeps accounts."""

    org_id: str
    name: str
    licence: str
    region: str
    address: str
    keeps_accounts: bool

    @property
    def branch(self) -> str:
        """The branch that answers for it; the head office answers for itself."""
        return f"{self.org_id[:2]}00"

    @property
    def in_county(self) -> bool:
        """Whether it serves a county."""
        return int(self.region[4:]) >= COUNTIES_FROM

    @property
    def filed_by(self) -> dict[str, str]:
        """The three columns with which every table says whose row it is."""
        return {"jrxkzh": self.licence, "nbjgh": self.org_id, "yhjgmc": self.name}


@dataclass(frozen=True)
class Worker:
    """One of the staff of an organisation."""

    number: str
    name: str
    post: str
    place: Place
    identity: str
    since: str


def places() -> list[Place]:
    """The head office, and of each branch itself and two sub-branches, the second of them in a county."""
    found = [Place("0000", "匡庐银行总行", "B1000H236040001", "360403", "江西省九江市长虹大道1号", False)]
    for number, (city, regions) in enumerate(zip(BRANCHES, REGIONS, strict=True), 1):
        for desk, name in enumerate((f"{city}分行", f"{city}第1支行", f"{city}第2支行")):
            region = regions[desk == 2]
            licence = f"B1000S{region}{number:02}{desk}"
            address = f"{city}市人民路{number * 10 + desk}号"
            found.append(Place(f"{number:02}{desk:02}", name, licence, region, address, desk > 0))
    return found


def staff(sample: Sample) -> Iterator[Worker]:
    """The staff of each organisation that keeps accounts, and two of the head office."""
    rng = sample.chance("governance.east_employee")
    keeping = [place for place in places() if place.keeps_accounts]
    seats = [(place, post) for place in keeping for post in ROLES] + [(places()[0], "GW006")] * 2
    for number, ((place, post), name) in enumerate(zip(seats, names(rng, len(seats)), strict=True), 1):
        born = f"{1970 + int(rng.integers(0, 28))}{1 + int(rng.integers(0, 12)):02}{1 + int(rng.integers(0, 28)):02}"
        since = f"{2015 + int(rng.integers(0, 7))}{1 + int(rng.integers(0, 12)):02}01"
        yield Worker(f"S{number:06}", name, post, place, identity_number(place.region, born, number), since)


def licence_number(place: Place) -> str:
    """The business licence of an organisation."""
    return credit_code(place.region, 700_000_000 + int(place.org_id))


def pick(rng: np.random.Generator, items: tuple[str, ...], weights: tuple[float, ...]) -> str:
    """One of some texts by chance."""
    return items[int(rng.choice(len(items), p=np.array(weights) / sum(weights)))]
