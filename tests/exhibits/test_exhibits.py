"""What every exhibit of every domain keeps to."""

from __future__ import annotations

import re

import pytest
from jinja2 import Environment, StrictUndefined

from lushan.domains import catalogue, domains
from lushan.exhibits.exhibit import Exhibit
from lushan.exhibits.points import heading
from lushan.runs.compute import sql, unbound
from lushan.runs.period import Period

EXHIBITS = [exhibit for domain in domains() for exhibit in domain.exhibits]
HAN = re.compile(r"[\u4e00-\u9fff]")
TAGS = re.compile(r"{%.*?%}|{{.*?}}")


def texts(exhibit: Exhibit) -> list[tuple[str, str]]:
    fields = [exhibit.label, *exhibit.fields, *([exhibit.remark] if exhibit.remark else [])]
    said = [exhibit.name, exhibit.title, exhibit.axis, exhibit.note, *(field.title for field in fields)]
    said += [word for field in fields for _, word in field.words]
    return [(TAGS.sub("", text.zh), TAGS.sub("", text.en)) for text in said]


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.id)
def test_it_gives_the_columns_that_it_shows(exhibit: Exhibit) -> None:
    contracts = catalogue().contracts
    tables = tuple(unbound(contracts[read.table]) for read in exhibit.reads)
    made = exhibit.expression(tables, Period.parse("2023-02"))
    wanted = [exhibit.label.column, *(field.column for field in exhibit.fields)]
    wanted += [
        name for name in (exhibit.attention, exhibit.shade, exhibit.remark.column if exhibit.remark else "") if name
    ]
    assert set(wanted) <= set(made.columns)
    assert "ORDER BY" in sql(made)
    assert exhibit.about.endswith(".")


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.id)
def test_it_speaks_both_languages(exhibit: Exhibit) -> None:
    assert exhibit.name.zh and exhibit.name.en and exhibit.title.zh and exhibit.title.en
    for zh, en in texts(exhibit):
        assert bool(zh) == bool(en)
        assert not HAN.search(en)
        assert not zh or HAN.search(zh) or re.fullmatch(r"P\d\d", zh)


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.id)
def test_its_heads_name_a_unit_once(exhibit: Exhibit) -> None:
    for field in (exhibit.label, *exhibit.fields):
        assert max(heading(field, "zh").count("（"), heading(field, "en").count("(")) <= 1


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.id)
def test_its_words_hold_no_numerals(exhibit: Exhibit) -> None:
    assert not re.search(r"\d", TAGS.sub("", exhibit.title.zh + exhibit.title.en))


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.id)
def test_its_title_binds_figures_that_are_defined(exhibit: Exhibit) -> None:
    metrics, domain = catalogue().metrics, exhibit.id.split(".")[0]
    for title in (exhibit.title.zh, exhibit.title.en):
        Environment(undefined=StrictUndefined).parse(title)
        bound = re.findall(rf"\b{domain}\.(\w+)(?:\.by\('(\w+)'\)|(\['))?", title)
        assert bound
        for name, cut, value in bound:
            cuts = metrics[f"{domain}.{name}"].by
            assert not cut or (cut,) in cuts
            assert not value or cuts
            assert not value or "'].exists" in title  # a bank may have no such line or system


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.id)
def test_it_keeps_to_four_hues_and_one_unit(exhibit: Exhibit) -> None:
    if exhibit.kind == "table":
        return
    hues = [field.hue for field in exhibit.drawn]
    assert exhibit.kind == "gantt" or len(hues) == len(set(hues))
    assert len({field.unit for field in exhibit.drawn}) == 1
    assert exhibit.axis.zh or len(exhibit.drawn) == 1 or exhibit.kind == "gantt"


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.id)
def test_it_shows_nothing_confidential(exhibit: Exhibit) -> None:
    contracts = catalogue().contracts
    hidden = {
        column.name
        for read in exhibit.reads
        for column in contracts[read.table].columns
        if column.sensitivity in ("confidential", "restricted")
    }
    assert hidden.isdisjoint({exhibit.label.column, *(field.column for field in exhibit.fields)})
