"""Expiring: what is current or kept stays readable, and nothing else takes room."""

from __future__ import annotations

from pathlib import Path

import pytest

from lushan.errors import LushanError
from lushan.warehouse import Warehouse
from tables import contract, publish, read

SALE = contract("shop.sale", "id:integer!", "on:date", period="on")


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    """Three versions: April is replaced in each, March stays."""
    warehouse = Warehouse(tmp_path)
    publish(warehouse, SALE, {"2023-03": [{"id": 1}], "2023-04": [{"id": 10}]})
    for number in (11, 12):
        publish(warehouse, SALE, {"2023-04": [{"id": number}]})
    return warehouse


def ids(warehouse: Warehouse, version: int | None = None) -> list[int]:
    return [row["id"] for row in read(SALE, warehouse.snapshot("shop.sale", version))]


def test_kept_versions_and_the_newest_stay(warehouse: Warehouse) -> None:
    gone = warehouse.expire({"shop.sale": {0}}, after_hours=0)
    assert [folder.parent.name for folder in gone] == ["period=2023-04"]
    assert not gone[0].exists()
    assert (ids(warehouse), ids(warehouse, 0)) == ([1, 12], [1, 10])
    with pytest.raises(LushanError, match=r"version 1 of shop\.sale has expired"):
        warehouse.snapshot("shop.sale", 1)


def test_a_snapshot_that_was_opened_before_still_reads(warehouse: Warehouse) -> None:
    pinned = warehouse.snapshot("shop.sale", 0)
    warehouse.expire({"shop.sale": {0}}, after_hours=0)
    publish(warehouse, SALE, {"2023-04": [{"id": 13}]})
    assert [row["id"] for row in read(SALE, pinned)] == [1, 10]


def test_files_just_out_of_use_wait_for_their_readers(warehouse: Warehouse) -> None:
    assert warehouse.expire({}) == []
    assert [ids(warehouse, version) for version in (0, 1, 2)] == [[1, 10], [1, 11], [1, 12]]


def test_history_outlives_the_rows(warehouse: Warehouse) -> None:
    warehouse.expire({}, after_hours=0)
    assert [version.number for version in warehouse.versions("shop.sale")] == [2, 1, 0]


def test_what_has_expired_can_be_published_again(warehouse: Warehouse) -> None:
    first = warehouse.snapshot("shop.sale", 0)
    warehouse.expire({}, after_hours=0)
    back = publish(warehouse, SALE, {"2023-04": [{"id": 10}]})
    assert (back.version, back.parts) == (3, first.parts)
    assert ids(warehouse) == [1, 10]


def test_twice_is_once(warehouse: Warehouse) -> None:
    assert len(warehouse.expire({}, after_hours=0)) == 2
    assert warehouse.expire({}, after_hours=0) == []
