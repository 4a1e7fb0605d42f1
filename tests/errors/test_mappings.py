"""Each way in which a mapping can be wrong: a file in ``golden/mappings``, and beside it what is said of it.

Some faults show when the mapping is read, others when it meets its source, which is the same for all of them.
"""

from __future__ import annotations

import shutil

import pytest

from golden import GOLDEN, check_golden
from lushan.errors import LushanError
from lushan.warehouse.landing import land, read_mapping
from shop import GOOD, ORDER, Shop, write_csv

FOLDER = GOLDEN / "mappings"
CASES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
SOURCE = """\
order_id,line_no,state,标题,金额,ordered_on,下单日
AB0001,1,01,任务,1.50,2023-04-01,20230401
"""


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_mapping_is_refused_at_its_place(case: str, shop: Shop) -> None:
    shop.land(write_csv(shop.folder / "before.csv", [GOOD]))
    source = shop.folder / "orders.csv"
    source.write_text(SOURCE, encoding="utf-8")
    before = shop.state()
    with pytest.raises(LushanError) as refusal:
        land(shop.warehouse, ORDER, str(source), read_mapping(FOLDER / f"{case}.yaml", ORDER))
    said = str(refusal.value).replace(f"{FOLDER}/", "").replace(f"{shop.folder}/", "")
    check_golden(f"mappings/{case}.txt", said + "\n")
    assert shop.state() == before
    if not case.endswith("fails_on_a_row"):
        assert "^" in said


def test_every_message_has_its_case() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == CASES


def test_the_source_itself_lands(shop: Shop) -> None:
    """Otherwise the cases above would prove nothing."""
    source = shop.folder / "orders.csv"
    source.write_text(SOURCE, encoding="utf-8")
    assert shop.land(source).rows == 1


def test_no_file_but_the_source_can_be_read_even_past_the_checks(shop: Shop) -> None:
    """The lock behind the door: an expression that no reader has looked at meets a connection that reaches no file."""
    from dataclasses import replace

    from lushan.warehouse.landing.mapping import Field, Mapping

    secret = shop.folder / "secret.csv"
    secret.write_text("x\ns3cret\n", encoding="utf-8")
    source = write_csv(shop.folder / "orders.csv", [GOOD])
    for expression in (
        f"(SELECT content FROM read_text('{secret}'))",
        f"(SELECT any_value(x) FROM '{secret}')",
        f"(SELECT count(*) FROM glob('{shop.folder}/*'))",
        "(SELECT count(*) FROM read_text('https://example.com/'))",
    ):
        field = Field(expression=expression)
        with pytest.raises(LushanError) as refusal:
            land(shop.warehouse, replace(ORDER, rules=()), str(source), Mapping(columns={"title": field}))
        assert "s3cret" not in str(refusal.value)
        assert "disabled by configuration" in str(refusal.value)
    shutil.rmtree(shop.folder)
