"""Stories' templates: what they may ask, how figures are written, and what is refused with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import check_golden
from lushan.errors import LushanError
from lushan.magazine.markdown import Reader
from lushan.magazine.render import Ink, numeral, render
from lushan.magazine.shelf import Shelf
from stories import told

WRONG = {
    "a numeral": "本月上线\n共 400 个任务单",
    "a full-width numeral": "本月上线\n\n共４００个",
    "a numeral as an expression": "本月上线 {{ 400 }} 个",
    "a numeral in a string": '一\n二\n{{ "400 个" }}',
    "a numeral in a macro": "{% macro n() %}共 7 个{% endmacro %}\n{{ n() }}",
    "a count": '共 {{ delivery.received.by("line") | length }} 条线',
    "an unknown metric": "新增\n\n{{ delivery.recieved }} 个",
    "an unknown cut": '新增 {{ delivery.received["企业"] }} 个',
    "a figure that is not there": "作废 {{ delivery.voided }} 个",
    "a condition on what is not there": "{% if delivery.voided > 1 %}多{% endif %}",
    "an unknown domain": "{{ treasury.volume }}",
    "an unknown filter": "{{ delivery.received | nice }}",
    "an open tag": "一\n{% if delivery.received > 1 %}多",
    "an attribute": "{{ delivery.received.__class__ }}",
    "a hidden attribute": "{{ delivery.received._shelf }}",
    "the metric": "{{ delivery.received._metric.value }}",
    "the globals": "{{ cycler.__init__.__globals__ }}",
    "a string's attributes": '{{ "{0.__class__}".format(delivery.received) }}',
    "a change of a list": '{% set x = [] %}{{ x.append("a") }}',
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_refused_with_its_line(name: str, shelf: Shelf) -> None:
    with pytest.raises(LushanError) as refusal:
        render(WRONG[name], shelf, "zh", Ink(), where="story_releases.zh.md", first=7)
    check_golden(f"magazine/refused/{name.replace(' ', '_')}.txt", f"{refusal.value}\n")


def test_figures_print_as_their_metric_says_in_each_language(shelf: Shelf) -> None:
    text = (
        "{{ delivery.received }} {{ delivery.received.before }} {{ delivery.throughput }} "
        "{{ delivery.ux_solved_rate }} {{ operations.mobile_dau_peak_day }} {{ delivery.received.change }} "
        '{{ period }} {{ period.month }} {{ period.before }} {{ "2023-04-07" | day }} {{ quoted("22") }}'
    )
    assert told(text, shelf, "zh") == (
        "397 451 1.008 78.15% 4月17日 下降 12.0% 2023年4月 4月 2023年3月 4月7日 22"
    )  # fmt: skip
    assert told(text, shelf, "en") == (
        "397 451 1.008 78.15% 17 April down 12.0% April 2023 April March 2023 7 April 22"
    )


def test_figures_of_a_cut_come_in_order_and_are_said_in_the_language(shelf: Shelf) -> None:
    text = (
        '{% for line in delivery.received.by("line") | sort(reverse=true) %}{{ line.dims[0] }} {{ line }} {% endfor %}'
    )
    assert told(text, shelf, "zh") == "零售 92 企金 40"
    assert told(text, shelf, "en") == "Retail 92 Corporate 40"
    looked_up = '{% set line = delivery.received.by("line")[0] %}{{ delivery.released[line.dims[0]] }}'
    assert told(looked_up, shelf, "en") == "36"


def test_figures_compare_with_numbers_and_with_each_other(shelf: Shelf) -> None:
    text = (
        "{% if delivery.throughput > 1 and delivery.released > delivery.received %}more{% endif %}"
        "{% if delivery.throughput == 1 %} same{% endif %}"
        "{% if delivery.voided.exists %} voided{% endif %}"
        '{% if operations.mobile_dau_peak_day == "2023-04-17" %} day{% endif %}'
    )
    assert told(text, shelf, "en") == "more day"
    least = '{% set lines = delivery.throughput.by("line") | sort %}{{ lines[0] }} {{ lines[1] }}'
    assert told(least, shelf, "zh") == "— 0.900"  # a figure without a value is less than any
    ahead = '{% for line in delivery.throughput.by("line") | select("ge", 1) %}{{ line.dims[0] }}{% endfor %}'
    assert told(ahead, shelf, "zh") == "零售"


def test_what_comes_from_data_is_no_markdown(shelf: Shelf) -> None:
    text = '{% for line in delivery.throughput.by("line") if line < 0 %}**{{ line.dims[0] }}**{% endfor %}'
    ink = Ink()
    reader = Reader(ink, shelf.period, "zh", "story")
    blocks, _ = reader.read(render(text, shelf, "zh", ink, where="story"))
    assert blocks == [{"paragraph": [{"strong": ["a*b<i>[x](http://y)"]}]}]


def test_an_article_that_quotes_may_type_numerals(shelf: Shelf) -> None:
    assert told("4月19日，{{ 7 }} 人", shelf, "zh", free=True) == "4月19日，7 人"


@given(st.text(alphabet="上线个，。\n -*0１²①7a[](){}^", max_size=40))
def test_no_digit_of_a_text_goes_unseen(text: str) -> None:
    """A plain oracle: digits outside link targets, names of notes and the numbers of a list."""
    import re

    plain = re.sub(r"\]\([^)]*\)|\[\^[^\]]*\]", "", text)
    plain = re.sub(r"(?m)^[ \t]*[0-9１7²①]{1,3}[.)] ", "", plain)
    if not any(letter.isdigit() for letter in text):
        assert numeral(text) is None
    if any(letter.isdigit() for letter in plain):
        assert numeral(text) is not None
