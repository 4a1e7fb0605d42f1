"""Reading contracts: what the standard's own tools accept, we accept; and every kind of rule is read."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import duckdb
import jsonschema
import pyarrow as pa
import pytest
import yaml
from open_data_contract_standard.model import OpenDataContractStandard

import lushan.domains
from lushan.contracts import Column, Contract, Rule
from lushan.contracts.check import broken, row_rules
from lushan.contracts.read import read_contract
from lushan.contracts.sql import name, sql_type
from lushan.words import Text

EVERY_RULE = Path(__file__).with_name("every_rule.yaml")
SHIPPED = sorted(Path(lushan.domains.__file__).parent.glob("*/contracts/*.yaml"))


@pytest.mark.parametrize(
    "path",
    [EVERY_RULE, EVERY_RULE.with_name("branch.yaml"), *SHIPPED],
    ids=lambda path: f"{path.parents[1].name}.{path.stem}",
)
def test_the_standards_own_tools_accept_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    schema = json.loads(files("open_data_contract_standard").joinpath("schema.json").read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(yaml.safe_load(text))
    theirs, ours = OpenDataContractStandard.from_string(text), read_contract(path)
    assert theirs.schema_ is not None
    assert theirs.schema_[0].properties is not None
    assert ours.id == theirs.id
    assert ours.names == tuple(column.name for column in theirs.schema_[0].properties)
    assert ours.key == tuple(column.name for column in theirs.schema_[0].properties if column.primaryKey)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parents[1].name}.{path.stem}")
def test_a_shipped_contract_says_what_it_means_in_both_languages(path: Path) -> None:
    contract = read_contract(path)
    assert contract.id == f"{path.parents[1].name}.{path.stem}"
    assert contract.owner
    for words in (contract.title, contract.about, *(column.title for column in contract.columns)):
        assert any("\u4e00" <= c <= "\u9fff" for c in words.zh), words
        assert words.en.isascii(), words


def test_every_kind_of_rule_is_read() -> None:
    contract = read_contract(EVERY_RULE)
    assert contract.rules == (
        Rule("order_id.required", "not_null", "order_id"),
        Rule("order_id.pattern", "pattern", "order_id", pattern="[A-Z]{2}[0-9]{4}"),
        Rule("line_no.required", "not_null", "line_no"),
        Rule("line_no.range", "range", "line_no", minimum="1", maximum="99"),
        Rule("serial.unique", "unique", "serial"),
        Rule("state.required", "not_null", "state"),
        Rule("state.codes", "in_set", "state", values=("01", "02", "作废")),
        Rule("title.length", "length", "title", minimum="2", maximum="6"),
        Rule("title.bytes", "bytes", "title", maximum="12"),
        Rule("amount.range", "range", "amount", minimum="0"),
        Rule("ordered_on.required", "not_null", "ordered_on"),
        Rule("ordered_on.range", "range", "ordered_on", minimum="2000-01-01"),
        Rule("paid_at.range", "range", "paid_at", maximum="2099-12-31 23:59:59"),
        Rule("branch.reference", "reference", "branch", refers_to="shop.branch.branch_id"),
        Rule(
            "paid_after_order",
            "expression",
            expression="CAST(paid_at AS DATE) >= ordered_on  -- an order on account has no payment yet",
            title=Text("付款不早于下单", "Payment does not come before the order"),
        ),
    )


def test_columns_keys_and_meaning_are_read() -> None:
    contract = read_contract(EVERY_RULE)
    assert contract.id == "shop.order"
    assert contract.version == "2.0.0"
    assert contract.title == Text("订单", "Order")
    assert contract.about.en == "One row of each kind of rule that a contract may state"
    assert contract.owner == "运营部"
    assert contract.key == ("order_id", "line_no")
    assert contract.period == "ordered_on"
    assert contract.column("amount") == Column("amount", "decimal(9,2)", Text("金额", "Amount"))
    assert contract.column("title").sensitivity == "confidential"
    assert contract.column("line_no").required
    assert contract.arrow().names == [*contract.names, "period"]
    assert contract.arrow().field("amount").type == pa.decimal128(9, 2)
    assert contract.arrow().field("paid_at").type == pa.timestamp("us", tz="UTC")


def test_what_decides_rows_decides_the_digest_and_titles_do_not(tmp_path: Path) -> None:
    def digest(old: str, new: str) -> str:
        text = EVERY_RULE.read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "contract.yaml"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return read_contract(path).digest

    same = read_contract(EVERY_RULE).digest
    assert digest("订单编号", "单号") == same
    assert digest("运营部", "科技部") == same
    assert digest("version: 2.0.0", "version: 2.0.1") == same
    assert digest("maximum: 99", "maximum: 98") != same
    assert digest("decimal(9, 2)", "decimal(9, 3)") != same
    assert digest("minLength: 2", "minLength: 1") != same
    assert digest("unique: true", "required: true") != same
    assert digest("作废", "作废了") != same


VALUES: dict[str, tuple[list[object], list[object]]] = {
    "order_id.pattern": (["AB0001", None], ["ab0001", "AB00011", "", "AB０００１"]),
    "line_no.range": ([1, 99, None], [0, 100]),
    "state.codes": (["01", "作废", None], ["1", "", "作 废"]),
    "title.length": (["任务", "abcdef", None], ["任", "abcdefg"]),
    "title.bytes": (["任务单甲", "abcdefabcdef", None], ["任务单甲a", "任务单甲乙"]),
    "amount.range": (["0", "1.00", None], ["-0.01"]),
    "ordered_on.range": (["2000-01-01", "9999-12-31", None], ["1999-12-31"]),
    "paid_at.range": (["2099-12-31 23:59:59", None], ["2100-01-01 00:00:00"]),
    "order_id.required": (["", "x"], [None]),
}


@pytest.mark.parametrize("rule", VALUES)
def test_the_condition_of_a_rule_is_true_where_a_value_breaks_it(rule: str) -> None:
    contract = read_contract(EVERY_RULE)
    found = next(r for r in contract.rules if r.id == rule)
    kept, caught = VALUES[rule]
    assert [_breaks(contract, found, value) for value in kept] == [False] * len(kept)
    assert [_breaks(contract, found, value) for value in caught] == [True] * len(caught)


def _breaks(contract: Contract, rule: Rule, value: object) -> bool:
    column = contract.column(rule.column)
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'Asia/Shanghai'")
        row = f"SELECT CAST(? AS {sql_type(column.type)}) AS {name(column.name)}"
        found = connection.execute(f"SELECT coalesce({broken(rule, contract)}, false) FROM ({row})", [value])
        return bool((found.fetchone() or (None,))[0])


def test_an_expression_of_a_row_may_end_in_a_comment() -> None:
    contract = read_contract(EVERY_RULE)
    rule = row_rules(contract)[-1]
    row = "SELECT TIMESTAMPTZ '2023-04-01 08:00:00+08' AS paid_at, DATE '2023-04-02' AS ordered_on"
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'Asia/Shanghai'")
        assert connection.execute(f"SELECT {broken(rule, contract)} FROM ({row})").fetchone() == (True,)


def test_a_rule_over_rows_is_not_a_condition_of_one() -> None:
    contract = read_contract(EVERY_RULE)
    assert [rule.kind for rule in contract.rules if rule not in row_rules(contract)] == ["unique", "reference"]
    with pytest.raises(ValueError, match="unique is not a rule of one row"):
        broken(Rule("a.unique", "unique", "a"), contract)
