"""Whether two records are the same person or organisation: small comparisons that each say what they saw.

Never by name alone: a name that is the same is worth less than what a person is asked about.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lushan.words import Text

#: What companies are called besides their names, and what stands between them.
FORMS = re.compile(r"(股份有限公司|有限责任公司|有限公司|股份公司|集团|公司|\(.*?\)|[\s·•,.，。\-—_])")


@dataclass(frozen=True)
class Identity:
    """What a system knows of somebody; what it does not know is empty."""

    name: str = ""
    number: str = ""
    born: date | None = None
    phone: str = ""
    address: str = ""


@dataclass(frozen=True)
class Seen:
    """What a comparison saw: from -1 (speaks against) to 1 (speaks for), and in words."""

    value: float
    said: Text


@dataclass(frozen=True)
class Match:
    """How much two records are the same, 0 to 1, and all that was seen."""

    score: float
    seen: tuple[Seen, ...]

    def said(self, language: str) -> str:
        """Why, in one line."""
        return ("；" if language == "zh" else "; ").join(
            seen.said.zh if language == "zh" else seen.said.en for seen in self.seen
        )


def plain_name(name: str) -> str:
    """A name without its legal form, brackets, spaces and width.

    >>> plain_name("九江（庐山）实业有限公司"), plain_name("Ａ Ｂ股份有限公司")
    ('九江实业', 'ab')
    """
    return FORMS.sub("", unicodedata.normalize("NFKC", name)).lower() or name


def same_number(one: Identity, other: Identity) -> Seen | None:
    """Whether the identity numbers are the same; one slip of the pen is told apart from another number."""
    a, b = (re.sub(r"\W", "", unicodedata.normalize("NFKC", side.number)).upper() for side in (one, other))
    if not a or not b:
        return None
    if a == b:
        return Seen(1.0, Text("证件号码相同", "the same identity number"))
    if len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) <= 2 and sorted(a) == sorted(b):
        return Seen(0.3, Text("证件号码仅有两位颠倒", "identity numbers with two digits exchanged"))
    return Seen(-1.0, Text("证件号码不同", "different identity numbers"))


def same_name(one: Identity, other: Identity) -> Seen | None:
    """Whether the names are the same, or share most of their pairs of characters."""
    a, b = plain_name(one.name), plain_name(other.name)
    if not a or not b:
        return None
    if a == b:
        return Seen(1.0, Text("名称相同", "the same name"))
    pairs = [{text[at : at + 2] for at in range(len(text) - 1)} or {text} for text in (a, b)]
    common = len(pairs[0] & pairs[1]) / len(pairs[0] | pairs[1])
    if common < 0.4:
        return Seen(-1.0, Text("名称不同", "different names"))
    part = f"{common:.0%}"
    return Seen(common, Text(f"名称相近（字对重合 {part}）", f"similar names ({part} of pairs of characters)"))


def same_birth(one: Identity, other: Identity) -> Seen | None:
    """Whether they were born or founded on the same day, or at least in the same year."""
    if one.born is None or other.born is None:
        return None
    if one.born == other.born:
        return Seen(1.0, Text("出生或成立日相同", "born or founded on the same day"))
    if one.born.year == other.born.year:
        return Seen(0.2, Text("出生或成立于同年", "born or founded in the same year"))
    return Seen(-1.0, Text("出生或成立日不同", "born or founded on different days"))


def same_phone(one: Identity, other: Identity) -> Seen | None:
    """Whether they have the same telephone; people change theirs, so that another speaks little against."""
    a, b = (re.sub(r"\D", "", side.phone)[-11:] for side in (one, other))
    if not a or not b:
        return None
    if a == b:
        return Seen(1.0, Text("电话相同", "the same telephone"))
    return Seen(-0.1, Text("电话不同", "different telephones"))


def same_address(one: Identity, other: Identity) -> Seen | None:
    """Whether they live or sit at the same address."""
    a, b = (re.sub(r"\s", "", unicodedata.normalize("NFKC", side.address)) for side in (one, other))
    if not a or not b:
        return None
    if a == b:
        return Seen(1.0, Text("地址相同", "the same address"))
    return Seen(-0.1, Text("地址不同", "different addresses"))


#: Each comparison, and what it is worth; what cannot be compared is worth nothing.
WEIGHTS: tuple[tuple[Callable[[Identity, Identity], Seen | None], float], ...] = (
    (same_name, 0.45),
    (same_birth, 0.25),
    (same_phone, 0.25),
    (same_address, 0.15),
)


def match(one: Identity, other: Identity) -> Match:
    """How much two records are the same.

    An identity number that both have decides alone, unless it looks like a slip of the pen. The rest is weighed and
    added up; what is not known adds nothing.

    >>> found = match(Identity("张三", born=date(1970, 1, 1)), Identity("张 三", born=date(1970, 1, 1), phone="1"))
    >>> found.score, found.said("zh")
    (0.7, '名称相同；出生或成立日相同')
    >>> match(Identity("张三", "1"), Identity("张三", "2")).score
    0.0
    """
    number = same_number(one, other)
    if number is not None and abs(number.value) == 1.0:
        return Match(max(number.value, 0.0), (number,))
    seen = [(number, 0.5)] if number else []
    seen += [(found, weight) for compare, weight in WEIGHTS if (found := compare(one, other))]
    score = sum(found.value * weight for found, weight in seen)
    return Match(round(min(max(score, 0.0), 1.0), 4), tuple(found for found, _ in seen))
