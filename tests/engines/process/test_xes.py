"""Reading XES against a parser that reads element by element; what is no XES; and writing what is read again."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import ibis
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lushan.engines.process import xes
from lushan.engines.process.log import event_log, follow
from lushan.engines.process.write import write_xes
from lushan.engines.process.xes import read_xes
from lushan.errors import LushanError
from plain_process import Event, logs, table

VALUES = ("string", "date", "int", "float", "boolean", "id")
LOG = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- <event> a comment that looks like an event </event> -->
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
  <classifier name="Activity" keys="concept:name lifecycle:transition"/>
  <string key="source" value="made by hand"><string key="inner" value="x"/></string>
  <trace>
    <string key="concept:name" value="case 1"/>
    <string key="note" value="a &amp; b &lt; c &#20013;"><string key="hidden" value="nested"/></string>
    <event>
      <string key="concept:name" value="申请"/>
      <date key="time:timestamp" value="2012-03-25T01:30:00.000+01:00"/>
      <int key="amount" value="5"/><boolean key="ok" value="true"/><float key="share" value="0.25"/>
    </event>
    <event><date key='time:timestamp' value='2012-03-25T03:30:00.000+02:00'/>
      <string value='turned > "round"' key='concept:name'/><string key="amount" value="many"/></event>
    <event/>
    <list key="values"><string key="listed" value="no event's"/></list>
  </trace>
  <trace/>
  <trace><string key="concept:name" value="case 2"/><event><string key="concept:name" value="b"/></event></trace>
</log>
"""


def slow(text: str) -> list[dict[str, str]]:
    """The rows of a log by the standard library's parser, every value as text."""
    found = []
    for trace in (each for each in ElementTree.fromstring(text) if each.tag.endswith("trace")):
        case = {f"case:{key}": value for key, value in attributes(trace).items()}
        events = [each for each in trace if each.tag.endswith("event")]
        found += [case | attributes(event) | {"event:index": str(place)} for place, event in enumerate(events)]
    return found


def attributes(element: ElementTree.Element) -> dict[str, str]:
    return {e.get("key", ""): e.get("value", "") for e in element if e.tag.rpartition("}")[2] in VALUES}


def written(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def plain(rows: pa.Table) -> list[dict[str, str]]:
    """Rows as text, without what is empty."""
    texts = pa.table({name: rows[name].cast(pa.string()) for name in rows.column_names})
    return [{key: value for key, value in row.items() if value is not None} for row in texts.to_pylist()]


def test_every_kind_of_attribute(tmp_path: Path) -> None:
    found = read_xes(written(tmp_path / "log.xes", LOG)).to_pylist()
    assert [row["concept:name"] for row in found] == ["申请", 'turned > "round"', None, "b"]
    assert [row["case:concept:name"] for row in found] == ["case 1"] * 3 + ["case 2"]
    assert [row["event:index"] for row in found] == [0, 1, 2, 0]
    assert found[0]["case:note"] == "a & b < c 中"
    assert found[0]["time:timestamp"] == datetime(2012, 3, 25, 0, 30, tzinfo=UTC)
    assert found[1]["time:timestamp"] == datetime(2012, 3, 25, 1, 30, tzinfo=UTC), (
        "an hour later, though two by the wall"
    )
    assert (found[0]["ok"], found[0]["share"]) == (True, 0.25)
    assert [row["amount"] for row in found] == ["5", "many", None, None], "of two kinds: text"
    assert not {"hidden", "inner", "listed", "source"} & found[0].keys()


@pytest.mark.parametrize("piece", [64, 1 << 22])
@pytest.mark.parametrize("change", ["plain", "zipped", "prefixed", "latin", "wide"])
def test_however_it_is_written_it_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: int, change: str
) -> None:
    expected = read_xes(written(tmp_path / "log.xes", LOG.replace("申请", "søg").replace("&#20013;", ""))).to_pylist()
    monkeypatch.setattr(xes, "PIECE", piece)
    text = LOG.replace("申请", "søg").replace("&#20013;", "")
    match change:
        case "zipped":
            path = written(tmp_path / "other.xes.gz", gzip.compress(text.encode()))
        case "prefixed":
            tags = ("log", "trace", "event", "string", "date", "int")
            for tag in tags:
                text = text.replace(f"<{tag} ", f"<x:{tag} ").replace(f"<{tag}>", f"<x:{tag}>")
                text = text.replace(f"</{tag}>", f"</x:{tag}>").replace(f"<{tag}/>", f"<x:{tag}/>")
            path = written(tmp_path / "other.xes", text)
        case "latin":
            path = written(tmp_path / "other.xes", text.replace("UTF-8", "ISO-8859-1").encode("iso-8859-1"))
        case "wide":
            path = written(tmp_path / "other.xes", text.replace("UTF-8", "UTF-16").encode("utf-16"))
        case _:
            path = tmp_path / "log.xes"
    assert read_xes(path).to_pylist() == expected


keys = st.sampled_from(["concept:name", "org:resource", "note", "a&b"])
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=8)
elements = st.lists(st.tuples(keys, texts), max_size=4)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(elements, st.lists(elements, max_size=4)), max_size=5), st.sampled_from([100, 1 << 22]))
def test_any_text_is_read_as_a_slow_parser_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cases: list[Any], piece: int
) -> None:
    monkeypatch.setattr(xes, "PIECE", piece)
    root = ElementTree.Element("log")

    def fill(element: ElementTree.Element, held: list[tuple[str, str]]) -> None:
        for key, value in held:
            ElementTree.SubElement(element, "string", key=key, value=value)

    for held, events in cases:
        trace = ElementTree.SubElement(root, "trace")
        fill(trace, held)
        for each in events:
            fill(ElementTree.SubElement(trace, "event"), each)
    text = ElementTree.tostring(root, encoding="unicode")
    assert plain(read_xes(written(tmp_path / "log.xes", text))) == slow(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no xml at all", "no log"),
        ("<html><body/></html>", "no log"),
        ('<log><trace><event><string key="a" value="b"/></event>', "not closed"),
        ('<log><trace><event><string key="a value="b"/></event></trace></log>', "not"),
        ('<log><trace><event><string key="a"/></event></trace></log>', "no key or no value"),
        ("<log><!-- for ever", "not closed"),
        (b'<log><trace><event><string key="a" value="\xff\xfe"/></event></trace></log>', ""),
        ("", "no log"),
    ],
)
def test_what_is_no_xes_is_refused(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(LushanError) as refused:
        read_xes(written(tmp_path / "log.xes", text))
    assert said in str(refused.value) and "log.xes" in str(refused.value)


def test_a_file_that_was_cut_short(tmp_path: Path) -> None:
    whole = gzip.compress(LOG.encode())
    with pytest.raises(LushanError, match="to its end"):
        read_xes(written(tmp_path / "log.xes.gz", whole[: len(whole) // 2]))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(logs())
def test_what_is_written_is_read_again(tmp_path: Path, events: list[Event]) -> None:
    followed = follow(event_log(table(events), resource="resource", place="place"))
    rows = followed.order_by("case_id", "position").to_pyarrow()
    for name in ("log.xes", "log.xes.gz"):
        write_xes(rows, tmp_path / name)
        first = (tmp_path / name).read_bytes()
        write_xes(rows, tmp_path / name)
        assert (tmp_path / name).read_bytes() == first
        found = read_xes(tmp_path / name)
        read = event_log(
            ibis.memtable(found),
            case="case:concept:name",
            activity="concept:name",
            at="time:timestamp",
            place="event:index",
        )
        again = follow(read).order_by("case_id", "position").to_pyarrow()
        for column in ("case_id", "activity", "at", "position", "previous", "elapsed"):
            assert again[column].to_pylist() == rows[column].to_pylist()
        if any(event.resource for event in events):
            assert found["org:resource"].to_pylist() == rows["resource"].to_pylist()


@pytest.mark.shared
def test_a_real_log(shared: Path) -> None:
    path = shared / "tickets" / "bpic2013_incidents.xes.gz"
    found = read_xes(path)
    with gzip.open(path) as file:
        expected = slow(file.read().decode())
    assert found.num_rows == 65533 == len(expected)
    assert found["case:concept:name"].to_pylist() == [row["case:concept:name"] for row in expected]
    for name in ("concept:name", "org:resource", "product", "impact", "lifecycle:transition"):
        assert found[name].to_pylist() == [row[name] for row in expected]
    moments = [datetime.fromisoformat(row["time:timestamp"]) for row in expected]
    assert found["time:timestamp"].to_pylist() == moments
