"""Thirty-eight rules on nineteen columns, failing keys included, beside what others take for the same Parquet file."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

import duckdb

from bench.measure import Cost, python
from bench.peer import ask
from bench.report import Line

#: Columns that hold each value once, and columns that hold numbers from 0 to 999.
UNIQUE = ("entry_id", "journal_no", "reference")
RANGED = tuple(f"amount_{number}" for number in range(1, 11)) + tuple(f"count_{number}" for number in range(1, 7))
COLUMNS = UNIQUE + RANGED
PEERS = ("cuallee", "pandera", "pointblank", "soda")

OURS = """
import json, sys
import ibis
from lushan.engines.rules import NotNull, Rule, Unique, Within, check
file, unique, ranged = sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3])
table = ibis.duckdb.connect(memory_limit="3GB", preserve_insertion_order=False).read_parquet(file)
key = ("entry_id",)
rules = [Rule(f"{c} is there", "entry", NotNull(), (c,), key) for c in (*unique, *ranged)]
rules += [Rule(f"{c} is unique", "entry", Unique(), (c,), key) for c in unique]
rules += [Rule(f"{c} is in range", "entry", Within("0", "999"), (c,), key) for c in ranged]
found = check({"entry": table}, rules)
print(json.dumps(dict(zip(*(found.results[name].to_pylist() for name in ("rule", "failed"))))))
"""


def write_entries(file: Path, rows: int) -> None:
    """Entries of which one in a thousand lacks a value, is out of range, or stands twice, in a third of the columns."""
    values = [
        f"i - {_one_in_a_thousand(20)}",
        f"((i - {_one_in_a_thousand(21)}) * 2654435761) % 4294967296",  # odd: each value once
        "'E' || lpad(i::VARCHAR, 15, '0')",
        *(f"(hash(i + {n}) % 99900) / 100.0 + {_one_in_a_thousand(n) if n < 2 else 0} * 1000" for n in range(10)),
        *(
            f"(hash(i * 3 + {n}) % 1000)::INTEGER - {_one_in_a_thousand(n + 9) if n < 2 else 0} * 1000"
            for n in range(6)
        ),
    ]
    lacking = COLUMNS[3::4]
    columns = (
        f"CASE WHEN {_one_in_a_thousand(30 + n) if name in lacking else 0} = 1 THEN NULL ELSE {value} END AS {name}"
        for n, (name, value) in enumerate(zip(COLUMNS, values, strict=True))
    )
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT {', '.join(columns)} FROM range({rows}) AS t(i)) TO '{file}' (FORMAT parquet)"
        )


def _one_in_a_thousand(remainder: int) -> str:
    """One for one row in a thousand, and nothing for the others."""
    return f"(i % 1000 = {500 + remainder})::INTEGER"


THOUSAND = """
import sys
import duckdb, ibis, re
from lushan.engines.rules import Rule, Unique, Within, check
from lushan.engines.rules.fetch import bound
connection = duckdb.connect(config={"memory_limit": "3GB"})
connection.execute(f"CREATE VIEW entry AS SELECT * FROM read_parquet('{sys.argv[1]}')")
schema = ibis.Schema.from_pyarrow(connection.execute("SELECT * FROM entry LIMIT 0").to_arrow_table().schema)
scans = 0
def fetch(expression, given):
    global scans
    query = str(ibis.to_sql(bound(expression, given), dialect="duckdb"))
    scans += sum(str(row[1]).count("Function:") for row in connection.execute(f"EXPLAIN {query}").fetchall())
    return connection.execute(query).to_arrow_table()
rules = [
    Rule(
        f"{n}", "entry", Within("0", str(999 + n)), (f"count_{n % 6 + 1}",), ("entry_id",),
        where=f"amount_{n % 10 + 1} >= {n % 7}", exempt="count_6 = 3" if n % 3 else "",
        severity="warning" if n % 2 else "error",
    )
    for n in range(998)
]
rules += [Rule(c, "entry", Unique(), (c,), ("entry_id",)) for c in ("entry_id", "reference")]
found = check({"entry": ibis.table(schema, name="entry")}, rules, fetch=fetch)
assert not any(found.results["fault"].to_pylist()), found.results["fault"].unique()
print(scans)
"""


def measure(build: Path, rows: int, rounds: int) -> list[Line]:
    """Measure at so many rows; the file is made once. Great Expectations, which needs pandas, gets fewer."""
    file, fewer = (_entries(build, count) for count in (rows, min(rows, 4_000_000)))
    what = f"38 rules on 19 columns of {rows:,} rows, with failing keys"
    costs = [(_ours(file), {name: ask(f"rules_{name}", *_terms(file)).cost for name in PEERS}) for _ in range(rounds)]
    ours = Cost(statistics.median(mine.seconds for mine, _ in costs), max(mine.megabytes for mine, _ in costs))
    theirs = {name: statistics.median(peers[name].seconds for _, peers in costs) for name in PEERS}
    fastest = min(theirs, key=lambda name: theirs[name])
    lines = [
        Line(what, name, ours.seconds, seconds, ours.seconds / seconds, 0.5 if name == fastest else 1.0)
        for name, seconds in theirs.items()
    ]
    lines.append(Line("  its memory at most, MB", "", ours.megabytes, None, ours.megabytes, 4096))
    mine, gx = _ours(fewer).seconds, ask("rules_great_expectations", *_terms(fewer)).cost.seconds
    what = f"the same on {min(rows, 4_000_000):,} rows"
    lines.append(Line(what, "great_expectations", mine, gx, mine / gx, 0.1))
    said = subprocess.run(
        [sys.executable, "-c", THOUSAND, str(_entries(build, 100_000))], capture_output=True, check=True
    )
    scans = float(said.stdout.split()[-1])
    return [*lines, Line("1,000 rules on one table, scans of it", "", scans, None, scans, 3)]


def _entries(build: Path, rows: int) -> Path:
    file = build / f"entries-{rows}.parquet"
    if not file.exists():
        build.mkdir(parents=True, exist_ok=True)
        write_entries(file, rows)
    return file


def _terms(file: Path) -> tuple[str, str, str]:
    return str(file), json.dumps(UNIQUE), json.dumps(RANGED)


def _ours(file: Path) -> Cost:
    return python(OURS, *_terms(file))
