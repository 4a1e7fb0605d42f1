"""Matching people and companies without a number in common: what it says, and that a name alone is never enough."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lushan.engines.graph.matching import Identity, match

ASKED = 0.6
identities = st.builds(
    Identity,
    name=st.sampled_from(
        ("", "张三", "张 三", "李四", "恒隆实业有限公司", "恒隆实业（集团）股份有限公司", "恒隆贸易有限公司")
    ),
    number=st.sampled_from(("", "360402197001010011", "360402197001010101", "91360400MA0000001K")),
    born=st.sampled_from((None, date(1970, 1, 1), date(1970, 5, 1), date(1980, 1, 1))),
    phone=st.sampled_from(("", "13900000001", "+86 139 0000 0001", "13900000002")),
    address=st.sampled_from(("", "九江市浔阳路1号", "南昌市")),
)


@given(identities, identities)
def test_a_match_is_a_score_that_explains_itself_the_same_both_ways(one: Identity, other: Identity) -> None:
    found = match(one, other)
    assert 0.0 <= found.score <= 1.0
    assert found == match(other, one)
    assert bool(found.seen) or found.score == 0.0
    assert all(seen.said.zh and seen.said.en for seen in found.seen)


@given(st.text(min_size=1, max_size=20))
def test_a_name_alone_is_never_enough_to_ask(name: str) -> None:
    assert match(Identity(name), Identity(name)).score < ASKED


def test_numbers_decide_alone() -> None:
    assert match(Identity("张三", "1101"), Identity("李四", "11 01")).score == 1.0
    alike = Identity("张三", "1101", date(1970, 1, 1), "13900000001", "九江")
    assert match(alike, Identity("张三", "2202", date(1970, 1, 1), "13900000001", "九江")).score == 0.0


def test_two_digits_exchanged_are_told_as_a_slip() -> None:
    found = match(Identity("张三", "360402197001010011"), Identity("张三", "360402197001010101"))
    assert "证件号码仅有两位颠倒" in found.said("zh")
    assert found.score >= ASKED


def test_forms_brackets_and_widths_do_not_make_another_company() -> None:
    one = Identity("恒隆实业有限公司", phone="0792-8888888")
    found = match(one, Identity("恒隆实业（集团）股份有限公司", phone="07928888888"))
    assert found.said("en") == "the same name; the same telephone"
    assert found.score >= ASKED


def test_another_day_of_birth_speaks_against() -> None:
    same, other = Identity("张三", born=date(1970, 1, 1)), Identity("张三", born=date(1985, 3, 2), phone="1")
    assert match(same, other).score < match(Identity("张三"), Identity("张三")).score
