"""Matching the rows of two sides by their key, column by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from lushan.engines.compare.desk import Desk
from lushan.engines.compare.field import Pair
from lushan.engines.compare.questions import quoted

LEFT, RIGHT = "left", "right"
#: How many rows that differ are shown.
SHOWN = 20
#: What typed values are read back as where they were written, to be measured or put in order; numbers are as well.
READ = {"date": "DATE", "moment": "TIMESTAMP", "instant": "TIMESTAMP"}


@dataclass(frozen=True)
class Matched:
    """How many rows have no partner, or another content; and in which columns.

    Args:
        changed_by: for each compared column, in how many rows that have a partner it differs.
        repeated: whether a key names several rows of a side; such rows are partners in the order of their values,
            after equal ones have been paired.
    """

    missing: int = 0
    extra: int = 0
    changed: int = 0
    changed_by: tuple[int, ...] = ()
    repeated: bool = False

    def __add__(self, more: Matched) -> Matched:
        by = tuple(sum(pair) for pair in zip_longest(self.changed_by, more.changed_by, fillvalue=0))
        return Matched(
            self.missing + more.missing,
            self.extra + more.extra,
            self.changed + more.changed,
            by,
            self.repeated or more.repeated,
        )


@dataclass(frozen=True)
class Rows:
    """The rows of both sides on the desk, as relations with ``segment``, ``c0``, ``c1`` … in the order of the pairs.

    Args:
        counts: how many rows each has.
        key: how many of the pairs name a row; all of them, where whole rows are compared.
        texts: whether all values are written.
    """

    left: str
    right: str
    counts: tuple[int, int]
    pairs: Sequence[Pair]
    key: int
    texts: bool

    @property
    def sides(self) -> tuple[str, str]:
        """Both relations; a double that was written is read again, because databases write some of them in two ways."""
        doubles = [f"CAST(c{n} AS DOUBLE) AS c{n}" for n, pair in enumerate(self.pairs) if pair.kind == "float"]
        if not (self.texts and doubles):
            return self.left, self.right
        read = f"SELECT * REPLACE ({', '.join(doubles)})"
        return f"({read} FROM {self.left})", f"({read} FROM {self.right})"

    @property
    def names(self) -> list[str]:
        """The columns of either relation."""
        return [f"c{number}" for number in range(len(self.pairs))]


def match(desk: Desk, rows: Rows) -> tuple[dict[int, Matched], str]:
    """Match rows: what came of it in each segment in which any differ, and a relation of those.

    The relation has ``l`` and ``r``, whether the row is on a side; ``segment``; ``l0`` … and ``r0`` …, the values;
    and ``d0`` …, whether a compared column differs.
    """
    joined = _joined(rows, ordinal=False)
    found, partners = _counted(desk, rows, joined) if rows.key < len(rows.pairs) else ({}, None)
    if partners != rows.counts:  # a key names several rows: then all of them were partners of all
        joined = _joined(rows, ordinal=True)
        numbered, _ = _counted(desk, rows, joined)
        found = {segment: replace(each, repeated=partners is not None) for segment, each in numbered.items()}
    return found, f"(SELECT * FROM {joined} WHERE NOT (l AND r) OR {_any(rows)})"


def _counted(desk: Desk, rows: Rows, joined: str) -> tuple[dict[int, Matched], tuple[int, int]]:
    """Count by segment what differs; and how many rows of each side were told, one for each of its partners."""
    by_column = "".join(f", count(*) FILTER (l AND r AND d{n})" for n in range(rows.key, len(rows.pairs)))
    found: dict[int, Matched] = {}
    left = right = 0
    for segment, both, missing, extra, changed, *by in desk.ask(
        f"SELECT segment, count(*) FILTER (l AND r), count(*) FILTER (l AND NOT r), count(*) FILTER (r AND NOT l), "
        f"count(*) FILTER (l AND r AND {_any(rows)}){by_column} FROM {joined} GROUP BY segment"
    ):
        left, right = left + both + missing, right + both + extra
        if missing or extra or changed:
            found[segment] = Matched(missing, extra, changed, tuple(by))
    return found, (left, right)


def _joined(rows: Rows, ordinal: bool) -> str:
    """Both sides' rows as partners: by their key, and among rows of one key by their order if that is asked."""
    left, right = rows.sides
    if ordinal:
        left, right = _numbered(rows, left, right), _numbered(rows, right, left)
    keys = [f"lhs.c{n} IS NOT DISTINCT FROM rhs.c{n}" for n in range(rows.key)]
    keys += ["lhs.ordinal = rhs.ordinal"] if ordinal else []
    values = [f"lhs.{name} AS l{name[1:]}, rhs.{name} AS r{name[1:]}" for name in rows.names]
    differs = [f"NOT coalesce({_equal(pair, rows.texts, f'lhs.c{n}', f'rhs.c{n}')}, false) AS d{n}"
               for n, pair in enumerate(rows.pairs) if n >= rows.key]  # fmt: skip
    return (
        f"(SELECT lhs.here IS NOT NULL AS l, rhs.here IS NOT NULL AS r, coalesce(lhs.segment, rhs.segment) AS segment, "
        f"{', '.join(values + differs)} "
        f"FROM (SELECT *, 1 AS here FROM {left}) lhs FULL JOIN (SELECT *, 1 AS here FROM {right}) rhs "
        f"ON {' AND '.join(keys)})"
    )


def _numbered(rows: Rows, own: str, other: str) -> str:
    """The rows of a side without those that the other has as well, one for one; numbered within their key."""
    columns = ", ".join(rows.names)
    left = f"(SELECT segment, {columns} FROM {own} EXCEPT ALL SELECT segment, {columns} FROM {other})"
    by = ", ".join(rows.names[: rows.key])
    order = ", ".join(_read(pair, rows.texts, name) for pair, name in zip(rows.pairs, rows.names, strict=True))
    return f"(SELECT *, row_number() OVER (PARTITION BY {by} ORDER BY {order}, {columns}) AS ordinal FROM {left})"


def _any(rows: Rows) -> str:
    """Whether any compared column of two partners differs."""
    return "(" + (" OR ".join(f"d{n}" for n in range(rows.key, len(rows.pairs))) or "false") + ")"


def _equal(pair: Pair, texts: bool, left: str, right: str) -> str:
    same = f"{left} IS NOT DISTINCT FROM {right}"
    if pair.tolerance is None:
        return same
    left, right = (_read(pair, texts, side) for side in (left, right))
    if pair.kind in ("number", "float"):
        return f"({same} OR abs({left} - {right}) <= {pair.tolerance})"
    micros = int(pair.tolerance * 1_000_000)
    left, right = (f"epoch_us(CAST({side} AS TIMESTAMP))" for side in (left, right))
    return f"({same} OR abs({left} - {right}) <= {micros})"


def _read(pair: Pair, texts: bool, value: str) -> str:
    """A value as what it is, where it was written; nothing, where DuckDB knows no such value."""
    number = "DOUBLE" if pair.scale is None else f"DECIMAL(38, {pair.scale})"
    type = number if pair.kind == "number" else READ.get(pair.kind)
    return f"TRY_CAST({value} AS {type})" if texts and type else value


def told(rows: Rows, differing: str) -> str:
    """The rows that differ as people read them, as a query: what happened, in which columns, and both sides' values."""
    pairs, key = rows.pairs, rows.key
    names = [f"coalesce(l{n}, r{n}) AS {quoted(pair.name)}" for n, pair in enumerate(pairs[:key])]
    for number, pair in enumerate(pairs[key:], start=key):
        names += [f"{side[0]}{number} AS {quoted(f'{pair.name}_{side}')}" for side in (LEFT, RIGHT)]
    changed = ", ".join(
        f"CASE WHEN l AND r AND d{n} THEN {_literal(pair.name)} END" for n, pair in enumerate(pairs[key:], start=key)
    )
    columns = f"list_filter([{changed}], lambda name: name IS NOT NULL)" if changed else "CAST([] AS VARCHAR[])"
    values = [f"{side}{n}" for n in range(key, len(pairs)) for side in "lr"]
    order = ", ".join(["segment", *(f"coalesce(l{n}, r{n})" for n in range(key)), "r", *values])
    return (
        f"SELECT CASE WHEN NOT r THEN 'missing' WHEN NOT l THEN 'extra' ELSE 'changed' END AS difference, "
        f"{columns} AS columns, {', '.join(names)} FROM {differing} ORDER BY {order}"
    )


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
