"""Each kind of rule against the same asked plainly, row after row, whatever stands in the rows."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ibis.expr import types as ir

from lushan.engines.rules import (
    Format,
    InList,
    Length,
    NotBlank,
    NotNull,
    Pattern,
    Reference,
    Rule,
    Unique,
    Within,
    check,
)
from lushan.engines.rules import rows as engine_rows

sys.path.insert(0, str(Path(__file__).parent))
from rules_plainly import FORMS, broken

SCHEMA = pa.schema([("id", pa.int64()), ("text", pa.string()), ("other", pa.string()), ("real", pa.float64()),
                    ("whole", pa.int64()), ("note", pa.string())])  # fmt: skip
KNOWN = pa.table({"text": ["正常", "关注", "A", None], "whole": [1, 2, 3, None]})

#: Texts that matter to some kind: codes, dates, amounts, identity numbers, blanks, and characters of every width.
TELLING = [
    *(
        "",
        " ",
        "\u3000",
        "\xa0 ",
        "正常",
        "关注",
        "其他-",
        "其他-甲",
        "正常;其他-甲|乙",
        "正常;",
        "正常；关注",
        "A",
        "Ａ",
    ),
    *("A", "Ａ", "A\n", "é", "e\u0301", " 甲", "甲 乙", "甲\t乙", "|", "\\", "甲|"),
    *("20230228", "20230231", "20240229", "19000229", "20000229", "99991231", "00010101", "２０２３０１０１"),
    *("202313", "202312", "235959", "240000"),
    *("0.1", "-1.25", "1.255", "1.", ".5", "１", "123456789012345678.00", "1234567890123456789"),
    *("11010519491231002X", "11010519491231002x", "110105194912310021", "110105194913310021"),
    *("91350100M000100Y43", "91350100M000100Y44", "91350100m000100y43"),
]
TEXT = st.none() | st.sampled_from(TELLING) | st.text("甲乙Ａaé;-1\u3000\U0001f600 ", max_size=6)
ROW = st.fixed_dictionaries({
    "text": TEXT,
    "other": st.none() | st.sampled_from(["x", "y", ""]),
    "real": st.none() | st.sampled_from([0.0, -0.5, 1.0, 100.0, 100.5, float("nan"), float("inf"), float("-inf")]),
    "whole": st.none() | st.integers(-3, 3),
    "note": st.none() | st.sampled_from(["", "已注销", "境外"]),
})  # fmt: skip

KINDS: list[tuple[Any, tuple[str, ...]]] = [
    (NotNull(), ("text",)),
    (NotNull(), ("real",)),
    (NotNull(), ("whole", "real")),
    (NotBlank(), ("text",)),
    (NotBlank(), ("real",)),
    (InList(("正常", "关注", "A")), ("text",)),
    (InList(("正常", "关注"), other="其他-"), ("text",)),
    (InList(("正常", "关注"), other="其他-", joined=";"), ("text",)),
    (InList(("正常", "\\"), joined="|"), ("text",)),
    (Within("0", "100"), ("real",)),
    (Within("0"), ("real",)),
    (Within(None, "2"), ("whole",)),
    (Length(maximum=3), ("text",)),
    (Length(1, 2, "characters"), ("text",)),
    (Pattern("[A-Z]|甲.*"), ("text",)),
    (Reference("known", ("text",)), ("text",)),
    (Reference("known", ("text", "whole")), ("text", "whole")),
    (Unique(), ("text",)),
    (Unique(), ("whole",)),
    (Unique(), ("real",)),
    (Unique(), ("text", "other")),
    *((Format(name), ("text",)) for name in FORMS),
]
WHERE, EXEMPT = "whole >= 0", "note = '已注销'"


def where(row: Mapping[str, Any]) -> bool:
    return row["whole"] is not None and row["whole"] >= 0


def exempt(row: Mapping[str, Any]) -> bool:
    return row["note"] == "已注销"


def every_rule() -> list[Rule]:
    """Each kind as it is, and with a filter and an exemption."""
    return [
        Rule(f"{number} {w} {e}", "t", kind, columns, ("id",), where=w, exempt=e)
        for number, (kind, columns) in enumerate(KINDS)
        for w, e in (("", ""), (WHERE, EXEMPT))
    ]


def see(table: pa.Table, found: Any, rules: Sequence[Rule]) -> None:
    """See that what was found is what is found plainly."""
    rows, tables = table.to_pylist(), {"known": KNOWN.to_pylist()}
    results = {row["rule"]: row for row in found.results.to_pylist()}
    failures = found.failures.to_pylist()
    for rule in rules:
        yes = [lambda row: True, lambda row: False]
        asked, failed, let_off = broken(
            rule, rows, tables, where if rule.where else yes[0], exempt if rule.exempt else yes[1]
        )
        result, mine = results[rule.id], [row for row in failures if row["rule"] == rule.id]
        assert not result["fault"], result["fault"]
        assert (result["checked"], result["failed"], result["exempt"]) == (asked, len(failed), len(let_off)), rule
        assert sorted(row["key"] for row in mine if not row["exempt"]) == failed, rule
        assert sorted(row["key"] for row in mine if row["exempt"]) == let_off, rule


def tables(rows: Sequence[Mapping[str, Any]]) -> tuple[pa.Table, dict[str, ir.Table]]:
    table = pa.Table.from_pylist([{"id": number, **row} for number, row in enumerate(rows)], SCHEMA)
    connection = ibis.duckdb.connect()
    return table, {"t": connection.create_table("t", table), "known": connection.create_table("known", KNOWN)}


@pytest.mark.parametrize("hashes", [engine_rows.HASHES, 0], ids=["sorted", "grouped"])
@settings(
    max_examples=4,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=st.lists(ROW, max_size=40, min_size=5))
def test_every_kind_finds_what_is_found_plainly(
    rows: list[dict[str, Any]], hashes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_rows, "HASHES", hashes)
    table, named = tables(rows)
    rules = every_rule()
    see(table, check(named, rules, sample=None), rules)


def test_every_telling_text_is_told_as_plainly() -> None:
    table, named = tables([{"text": t, "other": "x", "real": 1.0, "whole": 1, "note": ""} for t in TELLING])
    rules = every_rule()
    see(table, check(named, rules, sample=None), rules)
