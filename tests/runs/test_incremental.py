"""Incremental equals full: whatever was landed and run before, the last run leaves what one run from scratch gives."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lushan.runs.run import run
from lushan.runs.session import Session
from market import SALE, STALL, opened, sale
from tables import Row, put

MONTHS = ("2023-02", "2023-03", "2023-04")
STALLS = ("茶", "米", "布")

amounts = st.lists(st.tuples(st.integers(1, 28), st.sampled_from(STALLS), st.integers(-50, 500)), max_size=5)
land_sales = st.tuples(st.just("sales"), st.dictionaries(st.sampled_from(MONTHS), amounts, min_size=1))
land_stalls = st.tuples(st.just("stalls"), st.dictionaries(st.sampled_from(STALLS), st.sampled_from(["食", "衣"])))
set_least = st.tuples(st.just("least"), st.integers(0, 3))
run_month = st.tuples(st.just("run"), st.sampled_from(MONTHS))
histories = st.lists(st.one_of(land_sales, land_stalls, set_least, run_month), max_size=7)


def digest(files: Iterable[Path]) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


class Market:
    """A market's workspace, with what was landed in it."""

    def __init__(self, folder: str) -> None:
        self.root = Path(folder)
        self.least = 0
        self.sales: dict[str, list[Row]] = {}
        self.stalls: list[Row] | None = None

    @property
    def session(self) -> Session:
        return opened(self.root, day={"least": self.least})

    def happens(self, what: str, given: Any) -> None:
        """Let something happen."""
        match what:
            case "sales":
                for month, sold in given.items():
                    rows = [
                        sale(n, f"{month}-{on:02}", stall, f"{cents / 100:.2f}")
                        for n, (on, stall, cents) in enumerate(sold)
                    ]
                    if rows:
                        self.sales[month] = rows
            case "stalls":
                self.stalls = [{"stall": stall, "kind": kind} for stall, kind in sorted(given.items())]
            case "least":
                self.least = given
            case "run":
                session = self.session
                assert not run(session, session.period(given)).failed
        self.land()

    def land(self) -> None:
        """Land what there is; what is there already is left alone."""
        if self.sales:
            put(self.session.warehouse, SALE, [row for _, rows in sorted(self.sales.items()) for row in rows])
        if self.stalls is not None:
            put(self.session.warehouse, STALL, self.stalls)

    def parts(self) -> dict[tuple[str, str | None], tuple[str, str]]:
        """The identity and the bytes of every part of every table."""
        warehouse = self.session.warehouse
        return {
            (table, part.period): (
                part.identity,
                hashlib.sha256(b"".join(f.read_bytes() for f in part.files)).hexdigest(),
            )
            for table in warehouse.tables()
            for part in warehouse.snapshot(table).parts
        }


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(history=histories, month=st.sampled_from(MONTHS))
def test_incremental_equals_full(history: list[tuple[str, Any]], month: str) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        lived, fresh = Market(one), Market(other)
        for what, given_ in history:
            lived.happens(what, given_)
        lived.happens("run", month)
        fresh.least, fresh.sales, fresh.stalls = lived.least, lived.sales, lived.stalls
        fresh.land()
        fresh.happens("run", month)
        found, expected = lived.parts(), fresh.parts()
        assert {part: found.get(part) for part in expected} == expected
