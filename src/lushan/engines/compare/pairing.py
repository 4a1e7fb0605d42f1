"""Which columns of two sides belong together, and what in their schemas differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from lushan.engines.compare.field import Field, Pair
from lushan.engines.compare.terms import Terms
from lushan.errors import LushanError

MEASURED = ("number", "float", "date", "moment", "instant")


@dataclass(frozen=True)
class Pairing:
    """Columns that belong together.

    Args:
        pairs: those of the key, then those that are compared.
        key: how many of them are the key.
        left_only, right_only: columns that the other side does not have, though they should be compared.
        retyped: columns that are declared in another way on the other side; they are compared all the same.
    """

    pairs: tuple[Pair, ...]
    key: int
    left_only: tuple[str, ...]
    right_only: tuple[str, ...]
    retyped: tuple[Pair, ...]


def pair_columns(left: Sequence[Field], right: Sequence[Field], terms: Terms, names: tuple[str, str]) -> Pairing:
    """Pair the columns of two sides; large and small letters are the same in a name.

    Args:
        names: what the sides are called, for messages.

    Raises:
        LushanError: the terms name a column that is not there, or a tolerance of what cannot be measured.
    """
    theirs = {ours.lower(): other.lower() for ours, other in terms.renamed}
    there, here = _by_name(left, names[0]), _by_name(right, names[1])
    for name in (*terms.key, *terms.columns, *terms.ignored, *theirs, *dict(terms.tolerances)):
        _see(name, there, names[0])
    for name in (*theirs.values(), *(theirs.get(name.lower(), name) for name in (*terms.key, *terms.columns))):
        _see(name, here, names[1])
    tolerances = {name.lower(): tolerance for name, tolerance in terms.tolerances}
    key = [name.lower() for name in terms.key]
    ignored = {name.lower() for name in terms.ignored}
    listed = [name.lower() for name in terms.columns] or [name for name in there if name not in ignored]
    chosen = [*key, *(name for name in listed if name not in key)]
    pairs = tuple(
        Pair(there[name], here[theirs.get(name, name)], tolerances.get(name))
        for name in chosen
        if theirs.get(name, name) in here
    )
    for pair in pairs:
        _see_tolerance(pair, pair.name.lower() in key or not key)
    met = {pair.right.name.lower() for pair in pairs} | {theirs.get(name, name) for name in ignored}
    return Pairing(
        pairs,
        len(key),
        tuple(there[name].name for name in chosen if theirs.get(name, name) not in here),
        () if terms.columns else tuple(field.name for name, field in here.items() if name not in met),
        tuple(pair for pair in pairs if not pair.alike),
    )


def _by_name(fields: Sequence[Field], side: str) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for field in fields:
        if field.name.lower() in found:
            raise LushanError(f"two columns are called {field.name}", where=side, mend="rename one of them in a query")
        found[field.name.lower()] = field
    return found


def _see(name: str, known: dict[str, Field], side: str) -> None:
    if name.lower() not in known:
        near = get_close_matches(name.lower(), known, 1)
        raise LushanError(
            f"it has no column {name}",
            where=side,
            expected=", ".join(field.name for field in known.values()),
            mend=f"did you mean {known[near[0]].name}?" if near else "",
        )


def _see_tolerance(pair: Pair, names_rows: bool) -> None:
    if pair.tolerance is None:
        return
    if names_rows:
        raise LushanError(
            f"{pair.name} names rows, and a name has no tolerance",
            expected="a tolerance of a column beside the key",
            mend="compare by a key of other columns",
        )
    if pair.kind not in MEASURED or pair.tolerance <= 0:
        raise LushanError(
            f"{pair.name} is compared as {pair.kind}, with the tolerance {pair.tolerance}",
            expected="a tolerance above nought, of numbers, dates or times",
        )
