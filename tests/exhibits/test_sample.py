"""Every exhibit of the sample bank's edition: it has rows, and what is drawn of them stays inside and apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawings import covered, outside, read
from lushan.domains import domains
from lushan.exhibits.alternative import EMPTY, alternative
from lushan.exhibits.draw import draw
from lushan.exhibits.exhibit import Exhibit
from lushan.exhibits.rows import exhibit_rows
from lushan.exhibits.table import table
from lushan.runs.session import Session
from lushan.words import LANGUAGES
from workspaces import open_session


@pytest.fixture(scope="module")
def session(sample_bank: Path) -> Session:
    return open_session(sample_bank)


@pytest.mark.parametrize(
    "exhibit", [e for domain in domains() for e in domain.exhibits], ids=lambda exhibit: exhibit.id
)
def test_shown(session: Session, exhibit: Exhibit) -> None:
    rows = exhibit_rows(session, exhibit, session.period("2023-04"))
    assert rows.num_rows
    for language in LANGUAGES:
        assert len(table(exhibit, rows, language).rows) == rows.num_rows
        assert EMPTY.say(language) not in alternative(exhibit, rows, language)
        for width in (340, 720) if exhibit.kind != "table" else ():
            root = read(draw(exhibit, rows, language, width))
            assert not outside(root)
            assert not covered(root)


def test_the_same_rows_each_time(session: Session) -> None:
    (exhibit,) = (e for domain in domains() for e in domain.exhibits if e.id == "delivery.throughput_by_line")
    april = session.period("2023-04")
    assert exhibit_rows(session, exhibit, april).equals(exhibit_rows(session, exhibit, april))
