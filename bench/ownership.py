"""The list of related parties of a large world: entities and relations in, every reason with its evidence out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from bench.measure import python
from bench.report import Line

DAY = date(2023, 4, 30)

OURS = """
import sys
from datetime import date
from pathlib import Path
import pyarrow.parquet as pq
from lushan.domains.risk.related.listing import Listing
from lushan.domains.risk.related.world import ENDS, World
folder = Path(sys.argv[1])
parties, *relations = (pq.read_table(folder / f"{name}.parquet") for name in ("party", *ENDS))
listing = Listing.of(World.of(parties, dict(zip(ENDS, relations))), date(2023, 4, 30))
reasons = list(listing.reasons())
found = listing.parties()
assert len(found) > 200 and len(reasons) >= len(found), (len(found), len(reasons))
print(len(found), len(reasons), file=sys.stderr)
"""


def measure(build: Path, entities: int = 1_000_000) -> list[Line]:
    """Measure at so many entities and three times as many relations; the world is made once."""
    folder = build / f"ownership-{entities}"
    if not (folder / "done").exists():
        write_world(folder, entities)
        (folder / "done").touch()
    ours = python(OURS, str(folder))
    rows = sum(pq.read_metadata(file).num_rows for file in folder.glob("*.parquet") if file.stem != "party")
    what = f"related parties of {entities:,} entities and {rows:,} relations, seconds"
    return [
        Line(what, "", ours.seconds, None, ours.seconds, 60),
        Line("  its memory at most, MB", "", ours.megabytes, None, ours.megabytes, 8192),
    ]


def write_world(folder: Path, entities: int, seed: int = 7) -> None:
    """A world of trees of companies with loops, offices and families; the bank is the first company.

    Six in ten are persons. Of the relations half are shares, a third offices, the rest kinship; one in twenty has
    ended, at any time of the last three years.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    companies = entities * 4 // 10
    persons = np.arange(companies, entities)
    ids = pa.array([f"P{number:08}" for number in range(entities)])
    kinds = np.where(np.arange(entities) < companies, "company", "person").astype(object)
    kinds[0] = "own"
    kinds[1:50] = "state"
    born = np.datetime64("1950-01-01") + rng.integers(0, 25_000, entities).astype("timedelta64[D]")
    _write(
        folder,
        "party",
        {
            "party_id": ids,
            "name": pa.array([f"名{n}" for n in range(entities)]),
            "kind": pa.array(kinds),
            "born_on": pa.array(born),
        },
    )
    shares = entities * 3 // 2
    owned = rng.integers(0, companies, shares)
    owned[:40] = 0  # the bank has many holders
    above = np.maximum(owned - 1 - (rng.random(shares) ** 3 * 5_000).astype(np.int64), 1)  # levels of groups
    back = rng.random(shares) < 0.001
    above[back] = rng.integers(1, companies, int(back.sum()))  # and loops
    holder = np.where(rng.random(shares) < 0.8, rng.choice(persons, shares), above)
    holder[:40] = rng.integers(50, companies, 40)
    total = np.bincount(owned, minlength=companies)
    part = rng.random(shares) ** 2
    part = part / np.bincount(owned, weights=part, minlength=companies)[owned] * 100
    part[:40] = 2.4
    lone = total[owned] == 1
    part[lone] = rng.uniform(20, 100, int(lone.sum()))
    _relation(
        folder,
        "holding",
        "holding_id",
        ids,
        rng,
        holder,
        owned,
        share=pa.array(part),
        votes=pa.nulls(shares, pa.float64()),
    )
    offices = entities
    at = rng.integers(0, companies, offices)
    at[:60] = 0
    role = rng.choice(["director", "supervisor", "senior_manager"], offices)
    nothing = pa.nulls(offices, pa.string())
    _relation(
        folder,
        "office",
        "office_id",
        ids,
        rng,
        rng.choice(persons, offices),
        at,
        role=pa.array(role),
        branch=nothing,
        nominated_by=nothing,
    )
    kin = entities // 2
    kind = rng.choice(["spouse", "parent", "child", "sibling", "spouse_parent"], kin)
    _relation(
        folder,
        "kinship",
        "kinship_id",
        ids,
        rng,
        rng.choice(persons, kin),
        rng.choice(persons, kin),
        kind=pa.array(kind),
    )
    few = 200
    group = pa.array([f"C{number // 2:04}" for number in range(few)])
    empty = pa.nulls(few, pa.float64())
    places = rng.integers(50, companies, few)
    _relation(
        folder,
        "agreement",
        "agreement_id",
        ids,
        rng,
        places,
        places,
        agreement_id=group,
        kind=pa.array(["concert"] * few),
        part=empty,
    )
    staff = rng.choice(persons, entities // 200, replace=False)
    authority = rng.choice(["none", "large_credit"], len(staff), p=(0.7, 0.3))
    _relation(folder, "own_staff", "staff_id", ids, rng, staff, staff, authority=pa.array(authority))


ENDS = {
    "holding": ("holder_id", "owned_id"), "office": ("person_id", "org_id"), "kinship": ("person_id", "relative_id"),
    "agreement": ("party_id", "other_id"), "own_staff": ("person_id", "staff_of"),
}  # fmt: skip


def _relation(folder, name, key, ids, rng, start, end, **columns):  # type: ignore[no-untyped-def]
    count = len(start)
    since = np.datetime64("2015-01-01") + rng.integers(0, 2_500, count).astype("timedelta64[D]")
    until = np.datetime64("2020-05-01") + rng.integers(0, 1_090, count).astype("timedelta64[D]")
    until = np.where((rng.random(count) < 0.05) & (until > since), until, np.datetime64("NaT", "D"))
    columns.setdefault(key, pa.array([f"{name[0]}{number:08}" for number in range(count)]))
    first, second = ENDS[name]
    columns |= {first: ids.take(pa.array(start)), second: ids.take(pa.array(end))}
    columns |= {"from_on": pa.array(since), "to_on": pa.array(until), "document": pa.nulls(count, pa.string())}
    _write(folder, name, columns)


def _write(folder: Path, name: str, columns: dict[str, pa.Array]) -> None:
    pq.write_table(pa.table(columns), folder / f"{name}.parquet")
