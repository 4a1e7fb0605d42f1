"""The sample bank's customers, private and corporate."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lushan.sample.bank import names
from lushan.sample.chance import Sample
from lushan.sample.east.codes import credit_code, identity_number
from lushan.sample.east.places import Place, pick, places

PERSONS, COMPANIES, BANKS = 320, 150, 6

#: The sections of the classification of industries, as loans go to them.
INDUSTRIES = (
    "农、林、牧、渔业", "采矿业", "制造业", "电力、热力、燃气及水生产和供应业", "建筑业", "批发和零售业",
    "交通运输、仓储和邮政业", "住宿和餐饮业", "信息传输、软件和信息技术服务业", "金融业", "房地产业",
    "租赁和商务服务业", "科学研究和技术服务业", "水利、环境和公共设施管理业", "居民服务、修理和其他服务业", "教育",
    "卫生和社会工作", "文化、体育和娱乐业", "公共管理、社会保障和社会组织", "国际组织",
)  # fmt: skip
SHARES = (6, 3, 26, 4, 10, 20, 5, 4, 3, 0.01, 5, 7, 2, 3, 2, 1, 2, 1, 0.01, 0.01)
SIZES, SIZE_SHARES = ("大型企业", "中型企业", "小型企业", "微型企业"), (5, 20, 45, 30)
TRADES = ("实业", "商贸", "科技", "建材", "食品", "物流", "机械", "农业", "置业", "纺织")
WORDS = "鑫瑞恒通达盛宏泰隆华安康源丰茂裕诚信德"
DIVISION_OF_BANKS = ("昌江农村商业银行", "赣湘村镇银行", "浔阳农村商业银行", "鄱湖村镇银行", "信江银行", "袁河银行")


@dataclass(frozen=True)
class Person:
    """A private customer."""

    number: str
    name: str
    place: Place
    identity: str
    sex: str
    born: str
    farmer: bool
    borrows: bool


@dataclass(frozen=True)
class Company:
    """A corporate customer; ``line`` is its credit line in fen, 0 for one that does not borrow."""

    number: str
    name: str
    place: Place
    code: str
    industry: str
    size: str
    is_bank: bool
    legal: Person
    capital: int
    line: int

    @property
    def is_small(self) -> bool:
        """Whether its loans are inclusive: small or micro, with a line of at most ten million yuan."""
        return self.size in SIZES[2:] and 0 < self.line <= 10_000_000_00


@lru_cache(maxsize=1)
def customers(sample: Sample) -> tuple[tuple[Person, ...], tuple[Company, ...]]:
    """All customers: persons, and companies with the banks last."""
    keeping = [place for place in places() if place.keeps_accounts]
    people = _persons(sample, keeping)
    return people, _companies(sample, keeping, people)


def _persons(sample: Sample, keeping: list[Place]) -> tuple[Person, ...]:
    rng = sample.chance("governance.east_personal_customer")
    count = sample.size(PERSONS)
    found = []
    for number, name in enumerate(names(rng, count), 1):
        place = keeping[int(rng.integers(0, len(keeping)))]
        born = f"{1950 + int(rng.integers(0, 53))}{1 + int(rng.integers(0, 12)):02}{1 + int(rng.integers(0, 28)):02}"
        order = int(rng.integers(1, 999))
        identity = identity_number(place.region, born, order)
        farmer = place.in_county and rng.random() < 0.5
        borrows = rng.random() < 0.7
        sex = "男" if order % 2 else "女"
        found.append(Person(f"P{number:09}", name, place, identity, sex, born[:6], farmer, borrows))
    return tuple(found)


def _companies(sample: Sample, keeping: list[Place], people: tuple[Person, ...]) -> tuple[Company, ...]:
    rng = sample.chance("governance.east_corporate_customer")
    found = []
    count = sample.size(COMPANIES)
    for number in range(1, count + BANKS + 1):
        place = keeping[int(rng.integers(0, len(keeping)))]
        bank = number > count
        word = "".join(WORDS[int(place)] for place in rng.integers(0, len(WORDS), 2))
        city = place.name[:2]
        name = (
            f"{DIVISION_OF_BANKS[number - count - 1]}股份有限公司"
            if bank
            else f"{city}{word}{pick(rng, TRADES, (1,) * len(TRADES))}{number:03}有限公司"
        )
        size = "大型企业" if bank else pick(rng, SIZES, SIZE_SHARES)
        scale = {"大型企业": 40, "中型企业": 12, "小型企业": 4, "微型企业": 1}[size]
        line = 0 if bank or rng.random() < 0.15 else scale * int(rng.integers(10, 40)) * 100_000_00
        found.append(
            Company(
                number=f"C{number:09}",
                name=name,
                place=place,
                code=credit_code(place.region, 100_000_000 + number),
                industry="金融业" if bank else pick(rng, INDUSTRIES, SHARES),
                size=size,
                is_bank=bank,
                legal=people[int(rng.integers(0, len(people)))],
                capital=scale * int(rng.integers(5, 30)) * 100_000_00,
                line=line,
            )
        )
    return tuple(found)
