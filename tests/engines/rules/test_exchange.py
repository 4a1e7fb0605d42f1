"""Rules that come from other tools and go to them: what is said is kept, what is not is told."""

from __future__ import annotations

import json
from pathlib import Path

import yaml
from open_data_contract_standard.model import OpenDataContractStandard

from golden import check_golden
from lushan.engines.rules import Row, Rule, read_rules
from lushan.engines.rules.exchange import read_any, standard, written

SUITE = {
    "name": "orders",
    "expectations": [
        {
            "type": "expect_column_values_to_not_be_null",
            "kwargs": {"column": "id"},
            "meta": {"notes": "an id"},
        },
        {"type": "expect_column_values_to_be_unique", "kwargs": {"column": "id", "row_condition": "paid == 1"}},
        {"expectation_type": "expect_compound_columns_to_be_unique", "kwargs": {"column_list": ["a", "b"]}},
        {"type": "expect_column_values_to_be_in_set", "kwargs": {"column": "state", "value_set": ["open", "closed"]}},
        {
            "type": "expect_column_values_to_be_between",
            "kwargs": {"column": "amount", "min_value": 0, "max_value": 9},
        },
        {"type": "expect_column_value_lengths_to_be_between", "kwargs": {"column": "code", "max_value": 6}},
        {"type": "expect_column_values_to_match_regex", "kwargs": {"column": "code", "regex": "^[A-Z']+$"}},
        {"type": "expect_table_row_count_to_be_between", "kwargs": {"min_value": 1, "max_value": 10}},
        {"type": "expect_column_mean_to_be_between", "kwargs": {"column": "amount", "max_value": 5}},
        {
            "type": "expect_column_pair_values_a_to_be_greater_than_b",
            "kwargs": {"column_A": "b", "column_B": "a"},
        },
        {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "note", "mostly": 0.9}},
        {"type": "expect_column_kl_divergence_to_be_less_than", "kwargs": {"column": "amount", "threshold": 0.1}},
    ],
}
DBT = """\
version: 2
models:
  - name: orders
    tests:
      - dbt_utils.unique_combination_of_columns: {combination_of_columns: [customer, day]}
      - dbt_utils.expression_is_true: {expression: "end >= begin", config: {where: "paid = 1"}}
    columns:
      - name: id
        tests: [unique, not_null]
      - name: state
        data_tests:
          - accepted_values: {values: [open, closed], config: {severity: warn}}
      - name: customer
        tests:
          - relationships: {to: ref('customers'), field: id}
          - dbt_utils.accepted_range: {arguments: {min_value: 1}}
          - dbt_expectations.expect_column_values_to_be_of_type: {column_type: date}
"""
EVERY = """\
table: t
key: [id]
owner: 数据管理部
rules:
  - {id: a, kind: not_null, columns: [x], zh: 不得为空, en: must be there}
  - {id: b, kind: not_blank, columns: [x], exempt: note like '%注销%', severity: warning}
  - {id: c, kind: unique, columns: [x, y]}
  - {id: d, kind: in_list, columns: [x], values: [甲, 乙]}
  - {id: e, kind: in_list, columns: [x], values: [甲], other: 其他-, joined: ;}
  - {id: f, kind: within, columns: [n], minimum: 0, maximum: 1.5, where: n < 9}
  - {id: g, kind: length, columns: [x], maximum: 60}
  - {id: h, kind: length, columns: [x], exactly: 2, unit: characters}
  - {id: i, kind: format, columns: [x], form: D20.2}
  - {id: j, kind: pattern, columns: [x], pattern: '[A-Z]+'}
  - {id: k, kind: row, expression: n >= 0}
  - {id: l, kind: reference, columns: [x], to: {table: other, columns: [y]}}
  - {id: m, kind: group, by: [x], expression: sum(n) = 0}
  - {id: n, kind: fresh, columns: [day], days: 3}
  - {id: o, kind: volume, change: 0.3, over: 2}
  - {id: p, kind: distribution, columns: [n], limit: 0.1, bounds: [1, 2]}
"""


def shown(path: Path) -> str:
    taken = read_any(path)
    rules = yaml.safe_dump([written(rule) for rule in taken.rules], allow_unicode=True, sort_keys=False)
    return rules + "".join(f"\nleft: {said}\n" for said in taken.left).replace(f"{path.parent}/", "")


def test_a_suite_of_great_expectations_becomes_rules(tmp_path: Path) -> None:
    path = tmp_path / "orders.json"
    path.write_text(json.dumps(SUITE, indent=1), encoding="utf-8")
    check_golden("rules/expectations.txt", shown(path))


def test_tests_of_dbt_become_rules(tmp_path: Path) -> None:
    path = tmp_path / "schema.yml"
    path.write_text(DBT, encoding="utf-8")
    check_golden("rules/dbt.txt", shown(path))


def test_every_kind_goes_to_a_data_contract_and_comes_back(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "rules.yaml", tmp_path / "t.odcs.yaml"
    ours.write_text(EVERY, encoding="utf-8")
    rules = read_rules(ours)
    made, left = standard(rules, "t")
    assert not left
    theirs.write_text(yaml.safe_dump(made, allow_unicode=True, sort_keys=False), encoding="utf-8")
    OpenDataContractStandard.from_file(str(theirs))  # the standard's own reader accepts it
    back = read_any(theirs)
    assert not back.left
    assert sorted(back.rules, key=lambda rule: rule.id) == list(rules)


def test_rules_are_read_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(EVERY, encoding="utf-8")
    rules = read_rules(path)
    path.write_text(yaml.safe_dump({"rules": [written(rule) for rule in rules]}, allow_unicode=True), encoding="utf-8")
    assert read_rules(path) == rules


def test_what_a_contract_states_in_other_words_is_told(tmp_path: Path) -> None:
    path = tmp_path / "contract.yaml"
    path.write_text(
        "apiVersion: v3.1.0\nkind: DataContract\nid: shop\nversion: 1.0.0\nstatus: active\nschema:\n"
        "  - name: orders\n    properties:\n      - name: id\n        quality:\n"
        "          - {id: there, type: library, metric: nullValues, mustBe: 0}\n"
        "          - {id: fast, type: sql, query: select 1, mustBe: 1}\n",
        encoding="utf-8",
    )
    taken = read_any(path)
    assert [(rule.id, rule.name) for rule in taken.rules] == [("there", "not_null")]
    assert len(taken.left) == 1 and "no kind of rule says this" in taken.left[0] and "contract.yaml:12" in taken.left[0]


def test_a_rule_that_cannot_be_read_is_left_out_of_a_contract_and_told() -> None:
    sound = Rule("a", "t", Row("x > 0"))
    made, left = standard([sound, sound.broken(sound.fault("it is no rule"))], "t")
    assert len(made["schema"][0]["quality"]) == 1 and left == ("a: it is no rule",)
