"""Trace pages: one for each figure and exhibit, in both languages, with the rows that make it."""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import duckdb
import pytest

from lushan.contracts.contract import MASK
from lushan.exhibits.sheet import SIZE
from lushan.magazine.rows import MOST
from lushan.magazine.trace import only
from lushan.runs.compute import view_sql
from lushan.runs.figures import Value
from stories import APRIL
from workspaces import open_session


@pytest.fixture(scope="module")
def data(edition: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((edition / "edition.json").read_text(encoding="utf-8"))
    return told


class Links(HTMLParser):
    """The links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.found += [held[name] for name in ("href", "src") if name in held]
        self.ids |= {held["id"]} if "id" in held else set()


def rows_of(edition: Path, code: str) -> list[dict[str, str]]:
    """The rows that a trace page offers as CSV."""
    page = (edition / "trace" / f"{code}.html").read_text(encoding="utf-8")
    file = re.search(r'href="(rows/[0-9a-f]+\.csv)"', page)
    assert file, code
    with (edition / "trace" / file[1]).open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def test_each_figure_and_exhibit_has_its_pages(edition: Path, data: dict[str, Any]) -> None:
    given = [thing["code"] for kind in ("figures", "exhibits") for thing in data[kind].values()]
    codes = set(given)
    assert len(codes) == len(given)
    for folder in ("trace", "en/trace"):
        assert {path.stem for path in (edition / folder).glob("*.html")} == codes


def test_every_link_of_every_page_leads_somewhere_in_the_folder(edition: Path) -> None:
    read: dict[Path, Links] = {}

    def links(path: Path) -> Links:
        return read.setdefault(path, Links(path.read_text(encoding="utf-8")))

    for path in sorted(edition.rglob("*.html")):
        for link in links(path).found:
            place, _, part = link.partition("#")
            target = (path.parent / place).resolve() if place else path
            assert target.is_relative_to(edition.resolve()) and target.is_file(), f"{path}: {link}"
            assert not part or part in links(target).ids, f"{path}: {link}"


def test_each_figure_has_as_many_rows_as_made_it(edition: Path, data: dict[str, Any]) -> None:
    checked = 0
    for figure in data["figures"].values():
        if figure["rows"]:
            assert len(rows_of(edition, figure["code"])) == min(figure["rows"], MOST), figure["label"]["zh"]
            checked += 1
    assert checked > 100


@pytest.mark.parametrize("name", ["delivery.received", "delivery.released[零售]", "delivery.throughput"])
def test_a_figure_can_be_counted_again_from_its_rows(name: str, edition: Path, data: dict[str, Any]) -> None:
    figure, april = data["figures"][name], "2023-04"
    rows = rows_of(edition, figure["code"])
    if name == "delivery.throughput":
        released, received = (sum(row[f"{move}_on"][:7] == april for row in rows) for move in ("released", "received"))
        assert figure["value"] == round(released / received, 3)
    else:
        move = name.split(".")[1].split("[")[0]
        assert figure["value"] == sum(row[f"{move}_on"][:7] == april for row in rows)


def test_the_query_of_a_cut_gives_its_rows(edition: Path, data: dict[str, Any]) -> None:
    """The SQL that a page shows, run over the pinned versions by DuckDB itself."""
    session = open_session(edition.parents[1]).at({name: told["version"] for name, told in data["tables"].items()})
    figure = data["figures"]["delivery.released[零售]"]
    page = (edition / "trace" / f"{figure['code']}.html").read_text(encoding="utf-8")
    shown = re.findall(r"<pre><code>(.*?)</code></pre>", page, re.DOTALL)[1]
    query = re.sub(r"<[^>]+>", "", shown).replace("&#39;", "'").replace("&quot;", '"').replace("&lt;", "<")
    query = query.replace("&gt;", ">").replace("&amp;", "&")
    with duckdb.connect() as connection:
        connection.execute("CREATE SCHEMA delivery")
        contract = session.contract("delivery.ticket_life")
        connection.execute(f"CREATE VIEW delivery.ticket_life AS {view_sql(contract, session.snapshot(contract.id))}")
        assert len(connection.execute(query).fetchall()) == figure["rows"]


def test_sensitive_columns_are_masked_everywhere(edition: Path, data: dict[str, Any]) -> None:
    catalogue = open_session(edition.parents[1]).catalogue
    hidden = {
        column.name
        for contract in catalogue.contracts.values()
        for column in contract.columns
        if column.sensitivity in ("confidential", "restricted")
    }
    seen = 0
    for figure in data["figures"].values():
        for row in rows_of(edition, figure["code"]) if figure["rows"] else ():
            for name in hidden & row.keys():
                seen += row[name] == MASK
    assert hidden
    assert seen or not any(
        column.name in hidden
        for figure in data["figures"].values()
        for read in catalogue.metrics[figure["metric"]].reads
        for column in catalogue.contracts[read.table].columns
    )


def test_a_trace_leads_to_how_its_tables_were_made(edition: Path, data: dict[str, Any]) -> None:
    """The page of a model stands once, and says which tables at which version it is of."""
    page = (edition / "trace" / f"{data['figures']['delivery.received']['code']}.html").read_text(encoding="utf-8")
    made = re.search(r'href="(made/delivery\.ticket_life-[0-9a-f]+\.html)"', page)
    assert made
    told = (edition / "trace" / made[1]).read_text(encoding="utf-8")
    assert "SELECT" in re.sub(r"<[^>]+>", "", told)
    assert f"第 {data['tables']['delivery.ticket_life']['version']} 版" in told
    assert "delivery.ticket_event" in told


def test_long_rows_are_shown_a_page_at_a_time(edition: Path, data: dict[str, Any]) -> None:
    figure = data["figures"]["delivery.received"]
    page = (edition / "trace" / f"{figure['code']}.html").read_text(encoding="utf-8")
    assert page.count("<tr><td") == SIZE < figure["rows"]
    script = re.search(r'src="(rows/[0-9a-f]+\.js)"', page)
    assert script
    told = (edition / "trace" / script[1]).read_text(encoding="utf-8")
    assert len(json.loads(told.removeprefix("lushanRows(").removesuffix(");\n"))) == figure["rows"]


def test_a_cut_is_quoted_in_its_query() -> None:
    value = Value("d.m", ('a"b', "c"), ("x'y", "z"), APRIL, None, None, 1)
    assert only("SELECT 1", value).endswith(
        "WHERE\n  CAST(\"a\"\"b\" AS TEXT) = 'x''y' AND\n  CAST(\"c\" AS TEXT) = 'z'"
    )
