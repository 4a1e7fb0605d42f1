"""The warehouse against a list of dictionaries: whatever happens to it, each version reads as it was."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from lushan.errors import LushanError
from lushan.warehouse import Warehouse
from tables import contract, publish, read

PERIODS = ("2023-03", "2023-04", "东")
NARROW = contract("shop.sale", "n:integer", "on:date", period="on")
WIDE = contract("shop.sale", "n:integer", "on:date", "till:string", period="on")
Table = dict[str, list[tuple[int, str | None]]]

parts = st.dictionaries(st.sampled_from(PERIODS), st.lists(st.integers(0, 3), max_size=3), min_size=1)


class Oracle(RuleBasedStateMachine):
    """Versions as dictionaries of rows by period; ``kept`` are the versions that must be readable."""

    def __init__(self) -> None:
        super().__init__()
        self.warehouse = Warehouse(Path(tempfile.mkdtemp()))
        self.versions: list[Table] = []
        self.gone: set[int] = set()
        self.contract = NARROW

    @rule(parts=parts)
    def published(self, parts: dict[str, list[int]]) -> None:
        till = "东" if self.contract is WIDE else None
        rows = {period: [{"n": n, "till": till} for n in sorted(numbers)] for period, numbers in parts.items()}
        snapshot = publish(self.warehouse, self.contract, rows)
        newest = self.versions[-1] if self.versions else {}
        changed = newest | {period: [(n, till) for n in sorted(numbers)] for period, numbers in parts.items()}
        if changed != newest:
            self.versions.append(changed)
        assert snapshot.version == len(self.versions) - 1

    @rule()
    def widened(self) -> None:
        self.contract = WIDE

    @rule(kept=st.sets(st.integers(0, 10)))
    def expired(self, kept: set[int]) -> None:
        kept = {version for version in kept if version < len(self.versions) and version not in self.gone}
        self.warehouse.expire({"shop.sale": kept}, after_hours=0)
        self.gone |= set(range(len(self.versions) - 1)) - kept

    @rule(version=st.integers(0, 10))
    def read_again(self, version: int) -> None:
        if version >= len(self.versions):
            return
        try:
            found = self.read(version)
        except LushanError:
            assert version in self.gone, f"version {version} was to be kept"
        else:  # an expired version may still be whole, because others need its parts
            assert found == self.versions[version]

    @invariant()
    def newest_is_what_was_published(self) -> None:
        if self.versions:
            assert self.read(None) == self.versions[-1]
            assert len(self.warehouse.versions("shop.sale")) == len(self.versions)

    def read(self, version: int | None) -> Table:
        snapshot = self.warehouse.snapshot("shop.sale", version)
        found: Table = {period: [] for period in snapshot.periods}
        for row in read(WIDE, snapshot):
            found[row["period"]].append((row["n"], row["till"]))
        return found

    def teardown(self) -> None:
        shutil.rmtree(self.warehouse.root)


Oracle.TestCase.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
test_oracle = Oracle.TestCase
