"""An edition as plain data: of a bank that has landed little, in full; and what stops it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import check_golden
from lushan.errors import LushanError
from lushan.magazine.code import short_ids
from lushan.magazine.edition import as_json, assemble
from lushan.magazine.html import Press, environment
from lushan.magazine.plain import from_plain, to_plain
from lushan.workspace import Workspace
from stories import APRIL, STORY
from workspaces import open_session


def test_a_small_edition(tickets: Path) -> None:
    edition = assemble(open_session(tickets), APRIL)
    check_golden("magazine/edition.json", json.dumps(edition, ensure_ascii=False, indent=1) + "\n")
    for language in ("zh", "en"):
        page = environment().get_template("edition.html").render(Press(edition, language).context())
        check_golden(f"magazine/edition.{language}.html", page)


def test_the_same_tables_give_the_same_bytes(tickets: Path) -> None:
    session = open_session(tickets)
    text = as_json(assemble(session, APRIL))
    assert as_json(assemble(open_session(tickets), APRIL)) == text
    assert as_json(json.loads(text)) == text
    assert not re.search(r"\d{4}-\d{2}-\d{2}T", text), "there is a clock in it"


def test_a_month_that_was_not_run_has_no_edition(workspace: Workspace) -> None:
    with pytest.raises(LushanError, match="2023-04 has no figures") as refusal:
        assemble(open_session(workspace.root), APRIL)
    assert "lushan run" in refusal.value.mend


@pytest.mark.parametrize(
    ("old", "new", "found", "line"),
    [
        ("![](delivery.flow_by_day)", "![](delivery.flow_by_days)", "no exhibit is called delivery.flow_by_days", 11),
        ("delivery.released }} 个", "delivery.relaesed }} 个", "no metric is called delivery.relaesed", 7),
        ("守住当前节奏", "守住 400 个的节奏", "a numeral is typed by hand", 17),
        ("{{ period.month }}新增", "- 新增", "it does not begin with a sentence", None),
    ],
)
def test_a_wrong_story_stops_the_edition_at_its_line(
    old: str, new: str, found: str, line: int | None, bank: Path
) -> None:
    path = bank / "stories" / "releases.zh.md"
    assert old in STORY
    path.write_text(STORY.replace(old, new), encoding="utf-8")
    with pytest.raises(LushanError) as refusal:
        assemble(open_session(bank), APRIL)
    assert refusal.value.found == found
    assert refusal.value.where == (f"{path}, line {line}" if line else str(path))
    assert not line or refusal.value.expected


def test_a_head_with_an_unknown_metric_stops_the_edition(bank: Path) -> None:
    for path in (bank / "stories").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("delivery.throughput]", "delivery.through]"), encoding="utf-8")
    with pytest.raises(LushanError, match=r"no metric is called delivery\.through") as refusal:
        assemble(open_session(bank), APRIL)
    assert refusal.value.where.endswith("releases.zh.md, its head")


def test_a_story_of_figures_that_the_bank_does_not_have_is_left_out(bank: Path) -> None:
    head = "---\npart: 4\norder: 1\ntitle: 手机银行\nfigures: [operations.mobile_dau_mean]\n---\n"
    (bank / "stories" / "mobile.zh.md").write_text(f"{head}{{{{ operations.mobile_dau_mean }}}}\n", encoding="utf-8")
    edition = assemble(open_session(bank), APRIL)
    assert [story["id"] for part in edition["parts"] for story in part["stories"]] == ["story.releases"]


def test_the_domains_own_stories_do_for_a_bank_that_has_only_tickets(bank: Path) -> None:
    for path in (bank / "stories").iterdir():
        path.unlink()
    edition = assemble(open_session(bank), APRIL)
    assert {story["id"] for part in edition["parts"] for story in part["stories"]} == {
        "delivery.releases",
        "delivery.demand",
    }


numbers = st.floats(allow_nan=False, allow_infinity=False, width=32)


@given(st.lists(st.tuples(st.text(), st.none() | st.integers(-(2**60), 2**60), st.dates(), st.booleans(), numbers)))
def test_rows_come_back_from_plain_data(rows: list[tuple[object, ...]]) -> None:
    types = [pa.string(), pa.int64(), pa.date32(), pa.bool_(), pa.float64()]
    columns = [pa.array([row[place] for row in rows], kind) for place, kind in enumerate(types)]
    table = pa.Table.from_arrays(columns, ["a", "b", "c", "d", "e"])
    plain = json.loads(json.dumps(to_plain(table)))
    back = from_plain(plain)
    assert back.schema == table.schema
    assert back.drop_columns(["e"]) == table.drop_columns(["e"])
    assert back["e"].to_pylist() == pytest.approx(table["e"].to_pylist(), rel=1e-11)
    assert to_plain(back) == plain


@given(st.sets(st.text(alphabet="abcdelivry.[]企零,", min_size=1), max_size=60))
def test_short_ids_differ(names: set[str]) -> None:
    ids = short_ids(names)
    assert set(ids) == names
    assert len(set(ids.values())) == len(names)
    assert all(re.fullmatch(r".[0-9A-Z]{4,}", given) for given in ids.values())
