"""Comparisons that are kept as a file: for each, the two sides, the key and how exactly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from lushan.commands.tables import table_at
from lushan.place import Place, read_yaml, vocabulary

if TYPE_CHECKING:
    from lushan.engines.compare import Source, Terms

FILE = vocabulary("jobs")
JOB = vocabulary("name left right key columns ignore map tolerances zone keep")
SIDE = vocabulary("table query")
#: How many seconds the units of a tolerance are.
UNITS = {"ms": Decimal("0.001"), "s": Decimal(1), "min": Decimal(60), "h": Decimal(3600), "d": Decimal(86400)}


@dataclass(frozen=True)
class Job:
    """A comparison that can be made; its tables are looked for when it is.

    Args:
        left, right: address and query of each side.
        keep: where checksums are kept for the next time.
        folder: what paths are seen from.
    """

    name: str
    left: tuple[str, str]
    right: tuple[str, str]
    terms: Terms
    keep: Path | None = None
    folder: Path = Path()

    @property
    def sides(self) -> tuple[Source, Source]:
        """The tables.

        Raises:
            LushanError: one of them is not there.
        """
        return table_at(*self.left, self.folder), table_at(*self.right, self.folder)


def read_jobs(path: Path) -> list[Job]:
    """The comparisons that a YAML file lists under ``jobs``.

    Raises:
        LushanError: the file cannot be read so; the place is shown and underlined.
    """
    top = read_yaml(path)
    top.only(FILE)
    found: dict[str, Job] = {}
    for place in top.need("jobs", expected="jobs: with a list").items():
        job = _job(place, path.parent)
        if job.name in found:
            raise place.need("name").fault("a second job bears this name", mend="give one of them another")
        found[job.name] = job
    return list(found.values())


def tolerance(text: str) -> Decimal:
    """How far values may lie apart: a number, or a time in ms, s, min, h or d, as seconds.

    Raises:
        ValueError: it is neither.

    >>> tolerance("0.01"), tolerance("2min")
    (Decimal('0.01'), Decimal('120'))
    """
    match = re.fullmatch(r"([0-9.]+)\s*(ms|s|min|h|d)?", text.strip())
    try:
        number = Decimal(match[1]) if match else Decimal("NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    if match is None or not number > 0:
        raise ValueError(text)
    return number * UNITS.get(match[2] or "s", Decimal(1))


def _job(place: Place, folder: Path) -> Job:
    from lushan.engines.compare import Terms

    place.only(JOB)
    renamed = place.get("map")
    tolerances = place.get("tolerances")
    keep = place.text_of("keep", "")
    terms = Terms(
        key=_names(place, "key"),
        columns=_names(place, "columns"),
        ignored=_names(place, "ignore"),
        renamed=tuple((ours.written, theirs.written) for ours, theirs in renamed.pairs()) if renamed else (),
        tolerances=tuple((name.written, _tolerance(value)) for name, value in tolerances.pairs()) if tolerances else (),
        zone=_zone(place.get("zone")),
    )
    left, right = _side(place.need("left")), _side(place.need("right"))
    return Job(place.need("name").written, left, right, terms, folder / keep if keep else None, folder)


def _side(place: Place) -> tuple[str, str]:
    if not place.is_mapping:
        return place.written, ""
    place.only(SIDE)
    return place.need("table", expected="an address").written, place.text_of("query", "")


def _zone(place: Place | None) -> str:
    if place is not None and not is_zone(place.written):
        raise place.fault("there is no such time zone", expected="such as Asia/Shanghai")
    return place.written if place else "UTC"


def _names(place: Place, name: str) -> tuple[str, ...]:
    return tuple(each.written for each in place.list_of(name))


def _tolerance(place: Place) -> Decimal:
    try:
        return tolerance(place.written)
    except ValueError:
        raise place.fault(
            "this is not a tolerance", expected="a number above nought, or a time such as 2s, 5min or 1d"
        ) from None


def is_zone(zone: str) -> bool:
    """Whether a time zone bears this name."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return False
    return True
