"""Publishing: whole parts, in one commit, and every version stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from deltalake import DeltaTable

from lushan.errors import LushanError
from lushan.warehouse import Draft, Warehouse
from lushan.warehouse.warehouse import FIRST_COMMIT
from tables import Row, contract, publish, read

SALE = contract("shop.sale", "id:integer!", "on:date", period="on")
ITEM = contract("shop.item", "id:integer!", "name:string")


def ids(rows: Sequence[Row]) -> list[int]:
    return [row["id"] for row in rows]


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    return Warehouse(tmp_path)


def test_a_part_is_replaced_and_the_others_stay(warehouse: Warehouse) -> None:
    first = publish(warehouse, SALE, {"2023-03": [{"id": 1}], "2023-04": [{"id": 2}]})
    second = publish(warehouse, SALE, {"2023-04": [{"id": 3}, {"id": 4}], "2023-05": []})
    assert (first.version, second.version) == (0, 1)
    assert [(p.period, p.rows) for p in second.parts] == [("2023-03", 1), ("2023-04", 2), ("2023-05", 0)]
    assert ids(read(SALE, second)) == [1, 3, 4]
    assert ids(read(SALE, warehouse.snapshot("shop.sale", 0))) == [1, 2]


def test_a_table_without_periods_is_replaced_whole(warehouse: Warehouse) -> None:
    publish(warehouse, ITEM, {None: [{"id": 1}]})
    newest = publish(warehouse, ITEM, {None: [{"id": 2, "name": "茶"}]})
    assert read(ITEM, newest) == [{"id": 2, "name": "茶"}]


def test_the_same_identity_twice_commits_nothing(warehouse: Warehouse) -> None:
    publish(warehouse, SALE, {"2023-03": [{"id": 1}], "2023-04": [{"id": 2}]})
    again = publish(warehouse, SALE, {"2023-04": [{"id": 2}]})
    assert again.version == 0
    assert len(warehouse.versions("shop.sale")) == 1


def test_an_identity_that_comes_back_holds_the_same_rows(warehouse: Warehouse) -> None:
    publish(warehouse, ITEM, {None: [{"id": 1}]}, "a")
    publish(warehouse, ITEM, {None: [{"id": 2}]}, "b")
    file = warehouse.snapshot("shop.item", 0).files[0]
    written = file.stat().st_ino
    back = publish(warehouse, ITEM, {None: [{"id": 1}]}, "a")
    assert (back.version, ids(read(ITEM, back))) == (2, [1])
    assert file.stat().st_ino == written, "the file that version 0 reads was touched"


def test_a_part_may_be_several_files(warehouse: Warehouse) -> None:
    with warehouse.staging() as folder:
        files = tuple(folder / f"{name}.parquet" for name in "zyx")
        for number, file in enumerate(files):
            pq.write_table(pa.table({"id": [number], "name": [str(number)]}), file)
        snapshot = warehouse.publish(ITEM, [Draft(None, "many", files)], {})
    assert (len(snapshot.parts), snapshot.rows, ids(read(ITEM, snapshot))) == (1, 3, [0, 1, 2])


def test_periods_may_be_named_in_chinese(warehouse: Warehouse) -> None:
    publish(warehouse, SALE, {"任务单.csv": [{"id": 1}]})
    newest = publish(warehouse, SALE, {"任务单.csv": [{"id": 2}], "2023-04": [{"id": 3}]})
    assert newest.periods == ("2023-04", "任务单.csv")
    assert ids(read(SALE, newest)) == [2, 3]


def test_a_new_column_comes_with_the_rows_that_first_have_it(warehouse: Warehouse) -> None:
    publish(warehouse, SALE, {"2023-03": [{"id": 1}], "2023-04": [{"id": 2}]})
    wider = contract("shop.sale", "id:integer!", "on:date", "till:string", period="on")
    newest = publish(warehouse, wider, {"2023-04": [{"id": 2, "till": "东"}]})
    assert newest.version == 1, "schema and rows are one commit"
    assert [(row["id"], row["till"]) for row in read(wider, newest)] == [(1, None), (2, "东")]
    assert [row["till"] for row in read(wider, newest.only({"2023-03"}))] == [None]
    assert ids(read(SALE, warehouse.snapshot("shop.sale", 0))) == [1, 2]


def test_rows_of_another_shape_replace_the_whole_table(warehouse: Warehouse) -> None:
    publish(warehouse, SALE, {"2023-03": [{"id": 1}], "2023-04": [{"id": 2}]})
    other = contract("shop.sale", "id:string!", "on:date", period="on")
    newest = publish(warehouse, other, {"2023-04": [{"id": "二"}]})
    assert newest.periods == ("2023-04",)
    assert ids(read(SALE, warehouse.snapshot("shop.sale", 0))) == [1, 2]


def test_a_table_keeps_its_cut_into_periods(warehouse: Warehouse) -> None:
    publish(warehouse, SALE, {"2023-03": [{"id": 1}]})
    with pytest.raises(LushanError, match="cut into periods") as refusal:
        publish(warehouse, contract("shop.sale", "id:integer!", "on:date"), {None: [{"id": 1}]})
    assert refusal.value.where == "shop.sale"
    assert warehouse.snapshot("shop.sale").version == 0


def test_each_version_says_what_made_it(warehouse: Warehouse) -> None:
    publish(warehouse, SALE, {"2023-03": [{"id": 1}]}, "a")
    newest = publish(warehouse, SALE, {"2023-04": [{"id": 2}]}, "b")
    assert [(v.number, v.note["identities"]) for v in warehouse.versions("shop.sale")] == [(1, ["b"]), (0, ["a"])]
    assert {name: note["kind"] for name, note in warehouse.notes(newest).items()} == {"a": "test", "b": "test"}


def test_what_is_not_there_is_refused_by_name(warehouse: Warehouse) -> None:
    with pytest.raises(LushanError, match=r"there is no table shop\.item"):
        warehouse.snapshot("shop.item")
    publish(warehouse, ITEM, {None: [{"id": 1}]})
    with pytest.raises(LushanError, match=r"version 7 of shop\.item cannot be read"):
        warehouse.snapshot("shop.item", 7)


def test_a_table_whose_first_commit_never_came_is_not_there(warehouse: Warehouse) -> None:
    (warehouse.path("shop.item") / "_delta_log").mkdir(parents=True)
    assert not warehouse.exists("shop.item")
    assert warehouse.tables() == []
    assert publish(warehouse, ITEM, {None: [{"id": 1}]}).version == 0
    assert (warehouse.path("shop.item") / "_delta_log" / FIRST_COMMIT).exists()


def test_other_readers_of_delta_see_the_same_rows(warehouse: Warehouse) -> None:
    for month in range(1, 13):  # past a checkpoint
        publish(warehouse, SALE, {f"2023-{month:02}": [{"id": month}]})
    table = DeltaTable(warehouse.path("shop.sale")).to_pyarrow_table()
    assert sorted(zip(table["id"].to_pylist(), table["period"].to_pylist(), strict=True)) == [
        (month, f"2023-{month:02}") for month in range(1, 13)
    ]
    assert warehouse.snapshot("shop.sale").rows == 12
