"""What is wrong with rules or with the database is told of each rule, at its line; the other rules still run."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import ibis
import pyarrow as pa
import pytest
from ibis.expr import types as ir

from golden import check_golden
from lushan.engines.rules import NotNull, Results, Rule, Unique, Within, check, read_rules
from lushan.engines.rules.fetch import NOTHING, fetch_here
from lushan.errors import LushanError

FAULTY = """\
table: client
key: [id]
rules:
  - {id: sound, kind: not_null, columns: [name]}
  - {id: column, kind: not_null, columns: [nmae]}
  - {id: table, table: cliant, kind: not_null, columns: [name]}
  - {id: pattern, kind: pattern, columns: [name], pattern: '(?<=甲)乙'}
  - {id: sound, kind: not_blank, columns: [name]}
  - {id: kind, kind: not_nul, columns: [name]}
  - {id: key, kind: unique, colums: [name]}
  - {id: bound, kind: within, columns: [age], minimum: old}
  - {id: text, kind: length, columns: [age], maximum: 3}
  - {id: form, kind: format, columns: [name], form: YYYYMMD}
  - {id: unread, kind: row, expression: 'age >= '}
  - {id: subquery, kind: row, expression: 'age > (select max(age) from client)'}
  - {id: unknown, kind: row, expression: 'age > 0 and agee < 120'}
  - {id: sort, kind: row, expression: 'age + 1'}
  - {id: filter, kind: not_null, columns: [name], where: 'name = '}
  - {id: exemption, kind: not_null, columns: [name], exempt: 'random() > 0.5'}
  - {id: reference, kind: reference, columns: [name], to: {table: known, columns: [nmae]}}
  - {id: day, kind: fresh, columns: [born], days: 3}
  - {kind: not_null, columns: [name]}
  - {id: last, kind: within, columns: [age], maximum: 100}
"""


def client() -> dict[str, ir.Table]:
    connection = ibis.duckdb.connect()
    born = [datetime.date(2000, 1, 1)] * 3
    rows = pa.table({"id": [1, 2, 3], "name": ["甲", None, "丙"], "age": [30, 40, 140], "born": born})
    known = pa.table({"name": ["甲"]})
    return {"client": connection.create_table("client", rows), "known": connection.create_table("known", known)}


def test_each_fault_is_told_at_its_line_and_the_others_run(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    found = check(client(), read_rules(path)).results.to_pylist()
    assert len(found) == FAULTY.count("kind:"), "no rule is left out"
    sound = {row["rule"]: row["failed"] for row in found if not row["fault"]}
    assert sound == {"sound": 1, "last": 1}
    told = "\n\n".join(f"{row['rule']}\n{row['fault']}" for row in found if row["fault"])
    check_golden("rules/faults.txt", told.replace(f"{tmp_path}/", "") + "\n")


@pytest.mark.parametrize("text", ["rules:\n  - [", "rules: 3", "rules:\n  - id", "ruless: []", ""])
def test_a_file_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LushanError) as refused:
        for rule in read_rules(path):
            raise rule.kind.error  # type: ignore[union-attr]
    assert str(path) in str(refused.value)


def test_a_database_that_drops_out_half_way_loses_nothing_that_was_found(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(
        "rules:\n  - {id: a, table: known, kind: not_null, columns: [name]}\n"
        "  - {id: b, table: client, kind: not_null, columns: [name]}\n"
        "  - {id: c, table: client, kind: unique, columns: [age]}\n",
        encoding="utf-8",
    )
    asked = 0

    def fetch(expression: ir.Table, given: Mapping[str, ir.Table] = NOTHING) -> pa.Table:
        nonlocal asked
        asked += 1
        if asked > 1:
            raise ConnectionResetError("server closed the connection unexpectedly")
        return fetch_here(expression, given)

    found = {row["rule"]: row for row in check(client(), read_rules(path), fetch=fetch).results.to_pylist()}
    assert found["a"]["status"] == "passed"
    for rule, line in (("b", 3), ("c", 4)):
        assert found[rule]["status"] == "fault"
        assert f"rules.yaml:{line}" in found[rule]["fault"] and "server closed the connection" in found[rule]["fault"]
    assert asked <= 4, "a table that does not answer is not asked again for each of its rules"


def test_a_rule_that_the_engine_cannot_compute_does_not_stop_its_neighbours(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    rules = "".join(f"  - {{id: r{n}, kind: within, columns: [age], maximum: {n}}}\n" for n in range(20))
    path.write_text(f"table: client\nrules:\n{rules}  - {{id: bad, kind: row, expression: 'cast(name as int) > 0'}}\n")
    found = {row["rule"]: row for row in check(client(), read_rules(path)).results.to_pylist()}
    assert found["bad"]["status"] == "fault" and "rules.yaml:23" in found["bad"]["fault"]
    assert all(found[f"r{n}"]["failed"] == 3 for n in range(20))


def test_ids_that_stand_twice_in_two_files_are_told() -> None:
    twice = [Rule("a", "client", NotNull(), ("name",)), Rule("a", "client", Unique(), ("name",))]
    found = check(client(), twice).results.to_pylist()
    assert [(row["rule"], row["status"]) for row in found] == [("a", "failed"), ("a (2)", "fault")]


def test_no_table_and_no_rule_is_no_fault() -> None:
    assert check({}, []).passed and check({}, []).results.num_rows == 0
    empty = {"t": ibis.memtable(pa.table({"id": pa.array([], pa.int64())}))}
    rules = [
        Rule("n", "t", NotNull(), ("id",)),
        Rule("u", "t", Unique(), ("id",)),
        Rule("w", "t", Within("0"), ("id",)),
    ]
    found = check(empty, rules)
    assert found.passed and found.results["checked"].to_pylist() == [0, 0, 0]
    assert isinstance(found + Results(), Results)
