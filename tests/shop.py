"""A small shop for the tests of landing: a warehouse with branches in it, ready to take orders; and a database."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from golden import check_golden
from lushan.contracts import Contract
from lushan.contracts.read import read_contract
from lushan.errors import LushanError
from lushan.warehouse import Warehouse
from lushan.warehouse.landing import Landed, land, read_mapping
from postgres import Server, programs, serving

CONTRACTS = Path(__file__).parent / "contracts"
ORDER = read_contract(CONTRACTS / "every_rule.yaml")
BRANCH = read_contract(CONTRACTS / "branch.yaml")

#: A row that keeps the contract.
GOOD = {
    "order_id": "AB0001", "line_no": "1", "serial": "", "state": "01", "title": "任务", "amount": "1.50", "weight": "2",
    "urgent": "no", "ordered_on": "2023-04-01", "paid_at": "2023-04-02 08:00:00", "branch": "002",
}  # fmt: skip


@dataclass(frozen=True)
class Shop:
    """A warehouse with branches in it, ready to take orders."""

    folder: Path
    warehouse: Warehouse
    contract: Contract

    def land(self, source: Path | str, mapping: str = "", **how: Any) -> Landed:
        """Land a source of orders, through a mapping that is given as its YAML."""
        path = self.folder / "map.yaml"
        path.write_text(mapping, encoding="utf-8")
        return land(
            self.warehouse, self.contract, str(source), read_mapping(path, self.contract) if mapping else None, **how
        )

    def under(self, contract: Contract) -> Shop:
        """The same shop, taking rows under another contract."""
        return replace(self, contract=contract)

    def rows(self, table: str = "shop.order") -> list[dict[str, Any]]:
        """The rows of a table, part by part."""
        if not self.warehouse.exists(table):
            return []
        files = self.warehouse.snapshot(table).files
        tables = [pq.read_table(file, partitioning=None) for file in files]
        return pa.concat_tables(tables, promote_options="default").to_pylist() if tables else []

    def quarantine(self) -> list[tuple[int, str, str | None, str | None]]:
        """What is in quarantine: row, rule, column and value."""
        rows = self.rows("quarantine.shop__order")
        return [(row["row"], row["rule"], row["column"], row["value"]) for row in rows]

    def state(self) -> dict[str, bytes]:
        """All the bytes of the warehouse, by path: what must not change when a landing is refused."""
        files = (path for path in self.warehouse.root.rglob("*") if path.is_file())
        return {str(path.relative_to(self.warehouse.root)): path.read_bytes() for path in files}


def make_shop(folder: Path) -> Shop:
    """A shop in an empty folder; its branches are 001, and 002 below it."""
    warehouse = Warehouse(folder / "warehouse")
    branches = folder / "branches.csv"
    branches.write_text("branch_id,parent_id\n001,\n002,001\n", encoding="utf-8")
    land(warehouse, BRANCH, str(branches))
    return Shop(folder, warehouse, ORDER)


def write_csv(path: Path, rows: Sequence[Mapping[str, str]], **how: Any) -> Path:
    """Write orders as a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(GOOD), **how)
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """A shop of the test's own."""
    return make_shop(tmp_path)


Refused = Callable[..., LushanError]


@pytest.fixture
def refused(shop: Shop) -> Refused:
    """Land what must be refused: the message is the golden one, and nothing in the warehouse has changed."""
    shop.land(write_csv(shop.folder / "before.csv", [GOOD, GOOD | {"order_id": "AB0002", "state": "?"}]))

    def look(name: str, source: Path | str, mapping: str = "", under: Shop = shop, **how: Any) -> LushanError:
        before = shop.state()
        with pytest.raises(LushanError) as refusal:
            under.land(source, mapping, **how)
        check_golden(f"errors/{name}.txt", str(refusal.value).replace(f"{shop.folder}/", "") + "\n")
        assert shop.state() == before
        assert not list((shop.warehouse.root / "_staging").iterdir())
        return refusal.value

    return look


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server for the whole run; the password is in the environment."""
    if (found := programs()) is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    with serving(found) as server:
        os.environ["LUSHAN_TEST_PASSWORD"] = server.password
        yield server
        os.environ.pop("LUSHAN_TEST_PASSWORD", None)
