"""The world around the bank: its parties by place, and what ties them to each other, with the days it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from lushan.engines.graph.ownership import Nodes, Parts

Days = NDArray[np.datetime64]
Flags = NDArray[np.bool_]

#: The tables that a world is made of, and which of their columns name the two ends of a tie.
ENDS: Mapping[str, tuple[str, str]] = {
    "holding": ("holder_id", "owned_id"),
    "office": ("person_id", "org_id"),
    "kinship": ("person_id", "relative_id"),
    "agreement": ("party_id", "other_id"),
    "own_staff": ("person_id", ""),
}
KEYS: Mapping[str, str] = {
    "holding": "holding_id",
    "office": "office_id",
    "kinship": "kinship_id",
    "agreement": "agreement_id",
    "own_staff": "staff_id",
}
DAY = "datetime64[D]"
FIRST, LAST = np.datetime64("0001-01-01", "D"), np.datetime64("9999-12-31", "D")


@dataclass(frozen=True)
class Ties:
    """Relations of one kind, a place in each array for one of them.

    Args:
        rows: the table that they come from.
        at: the row of each in it.
        start: the place of the party that it starts from.
        end: the place of the one it leads to; -1 where there is none.
        since: the first day.
        until: the last day.
        by: the place of who nominated, of offices; -1 where nobody did.
    """

    rows: pa.Table
    at: Nodes
    start: Nodes
    end: Nodes
    since: Days
    until: Days
    by: Nodes

    def where(self, wanted: Flags) -> Ties:
        """Those of the ties that are wanted."""
        return replace(
            self,
            at=self.at[wanted],
            start=self.start[wanted],
            end=self.end[wanted],
            since=self.since[wanted],
            until=self.until[wanted],
            by=self.by[wanted],
        )

    def codes(self, column: str) -> NDArray[np.object_]:
        """A text column of the ties."""
        return np.asarray(self.rows[column].take(pa.array(self.at)).to_pylist(), dtype=object)

    def having(self, column: str, *values: str) -> Ties:
        """Those of the ties that have one of these codes in a column."""
        found = pc.is_in(self.rows[column], pa.array(values, pa.string()))
        return self.where(np.asarray(found)[self.at])

    def first_agreed(self) -> Nodes:
        """The lowest party of each agreement, for each of its rows."""
        _, group = np.unique(self.codes("agreement_id").astype(str), return_inverse=True)
        first = np.full(group.max(initial=-1) + 1, np.iinfo(np.int64).max)
        np.minimum.at(first, group, self.start)
        found: Nodes = first[group]
        return found

    def numbers(self, column: str, otherwise: str = "") -> Parts:
        """A column of percentages as parts of one; where it is empty, that of another column."""
        values = self.rows[column]
        if otherwise:
            values = pc.coalesce(values, self.rows[otherwise])
        filled = pc.fill_null(pc.cast(values, pa.float64()), 0.0)
        found: Parts = filled.to_numpy(zero_copy_only=False)[self.at] / 100
        return found


@dataclass(frozen=True)
class World:
    """Parties by place, and the ties among them.

    Args:
        ids: the parties' ids, in order.
        parties: their table, in the same order.
        ties: by the name of their table, in the order of their keys.
    """

    ids: pa.Array
    parties: pa.Table
    ties: Mapping[str, Ties]

    @classmethod
    def of(cls, parties: pa.Table, relations: Mapping[str, pa.Table]) -> World:
        """The world that some tables describe; ties of parties that are not there are left to the findings."""
        parties = in_order(parties, "party_id")
        ids = parties["party_id"].combine_chunks()
        ties = {}
        for name, (start, end) in ENDS.items():
            rows = in_order(relations[name], KEYS[name])
            from_, to = place(ids, rows[start]), place(ids, rows[end]) if end else np.full(rows.num_rows, -1)
            days = days_of(rows["from_on"], FIRST), days_of(rows["to_on"], LAST)
            none = np.full(rows.num_rows, -1)
            by = place(ids, rows["nominated_by"]) if name == "office" else none
            found = Ties(rows, np.arange(rows.num_rows), from_, to, *days, by)
            ties[name] = found.where((from_ >= 0) & (found.since <= found.until))
        return cls(ids, parties, ties)

    @property
    def count(self) -> int:
        """How many parties there are."""
        return len(self.ids)

    def at(self, day: np.datetime64) -> World:
        """The same with the ties that hold on a day, the first and the last of their days included."""
        return replace(self, ties={k: t.where((t.since <= day) & (day <= t.until)) for k, t in self.ties.items()})

    def kind(self, *kinds: str) -> Flags:
        """Which parties are of one of these kinds."""
        found: Flags = np.isin(self._kinds[0], [self._kinds[1].get(kind, -1) for kind in kinds])
        return found

    @cached_property
    def _kinds(self) -> tuple[Nodes, dict[str, int]]:
        encoded = self.parties["kind"].combine_chunks().dictionary_encode()
        codes = {kind: at for at, kind in enumerate(encoded.dictionary.to_pylist())}
        return encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64), codes

    @cached_property
    def bank(self) -> int:
        """The place of the bank itself; -1 where the parties do not name it."""
        found = np.flatnonzero(self.kind("own"))
        return int(found[0]) if len(found) else -1

    @cached_property
    def born(self) -> Days:
        """The day each was born or founded on; unknown where it is not told."""
        found: Days = self.parties["born_on"].to_numpy(zero_copy_only=False).astype(DAY)
        return found

    def adults(self, day: date, age: int) -> Flags:
        """Who is so old on a day; one whose birthday is unknown counts as grown up."""
        limit = np.datetime64(_years_before(day, age), "D")
        found: Flags = np.isnat(self.born) | (self.born <= limit)
        return found

    def place_of(self, id: str) -> int:
        """The place of a party; -1 where there is none of that id."""
        return int(place(self.ids, pa.chunked_array([[id]], pa.string()))[0])

    def id(self, at: int) -> str:
        """The id of the party at a place."""
        return str(self.ids[int(at)].as_py())

    def name(self, at: int) -> str:
        """What the party at a place is called; its id where it has no name."""
        return str(self.parties["name"][int(at)].as_py() or self.id(at))


def place(ids: pa.Array, wanted: pa.ChunkedArray) -> Nodes:
    """The places of ids among others; -1 for what is not among them."""
    found = pc.fill_null(pc.index_in(wanted, value_set=ids), -1)
    result: Nodes = found.to_numpy().astype(np.int64)
    return np.where(np.asarray(pc.is_null(wanted)), -1, result)


def in_order(rows: pa.Table, key: str) -> pa.Table:
    """Rows in the order of a text column; those that are so already are not sorted again."""
    column = rows[key]
    sorted_already = pc.all(pc.less_equal(column.slice(0, max(len(column) - 1, 0)), column.slice(1))).as_py()
    return rows if sorted_already else rows.sort_by(key)


def days_of(column: pa.ChunkedArray, otherwise: np.datetime64) -> Days:
    """The days of a column, another where it is empty."""
    days = column.to_numpy(zero_copy_only=False).astype(DAY)
    found: Days = np.where(np.isnat(days), otherwise, days)
    return found


def _years_before(day: date, years: int) -> date:
    """The same day of the calendar so many years before; of 29 February, the 28th where there is none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
