"""Comparing two tables of ten columns, beside datacompy on Polars and reladiff; and comparing them again."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import duckdb

from bench import peer
from bench.measure import Cost, python
from bench.report import Line

ROOT = Path(__file__).parents[1]
FILES = 100
LOAN = """
SELECT i AS id, 'C' || lpad(CAST(hash(i, 1) % 1000000 AS VARCHAR), 8, '0') AS customer,
    CAST(hash(i, 2) % 200 AS INTEGER) AS branch,
    ['房贷', '经营贷', '消费贷', '信用卡', '票据'][1 + CAST(hash(i, 3) % 5 AS INTEGER)] AS product,
    CAST((hash(i, 4) % 100000000) / 100.0 AS DECIMAL(18, 2)) AS balance, (hash(i, 5) % 100000) / 100000.0 AS rate,
    DATE '2015-01-01' + CAST(hash(i, 6) % 3000 AS INTEGER) AS opened_on,
    TIMESTAMP '2023-04-01' + to_seconds(CAST(hash(i, 7) % 2592000 AS BIGINT)) AS booked_at,
    hash(i, 8) % 7 = 0 AS overdue,
    CASE WHEN hash(i, 9) % 10 > 0 THEN '客户经理' || CAST(hash(i, 9) % 3000 AS VARCHAR) END AS manager
FROM range({start}, {stop}) t(i)
"""
#: Which rows of the right side have another balance and manager.
DIFFERENT = {"same": "false", "some": "hash(id, 77) % 100 = 0", "all": "true"}
SAID = {"same": "0 %", "some": "1 %", "all": "100 %"}

OURS = """
import json, sys
from lushan.engines.compare import Files, Terms, compare
left, right = (Files.at(f"{folder}/*.parquet") for folder in sys.argv[1:3])
found = compare(left, right, Terms(("id",)))
assert found.changed == int(sys.argv[3]), found.facts
"""

#: Compare, change 1 % of the left side, and compare again; what each cost goes to a file.
AGAIN = """
import json, shutil, sys, time
from pathlib import Path
from lushan.engines.compare import Database, Files, Terms, compare
work, changed, url = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
keep, seconds, changed_rows = work / "kept.parquet", [], []
for again in (False, True):
    left = Database("postgresql#loan", url, "loan") if url else Files.at(f"{work}/left/*.parquet")
    begun = time.perf_counter()
    found = compare(left, Files.at(f"{work}/right/*.parquet"), Terms(("id",)), keep=keep)
    seconds.append(time.perf_counter() - begun)
    changed_rows.append(found.changed)
    if again:
        break
    if url:
        import psycopg
        with psycopg.connect(url.replace("+psycopg", "")) as connection:
            step = found.left_rows // 100
            connection.execute(f"UPDATE loan SET balance = balance + 1 WHERE id >= {step * 50} AND id < {step * 51}")
    else:
        shutil.copy(changed / "050.parquet", work / "left" / "050.parquet")
assert changed_rows[0] < changed_rows[1], changed_rows
(work / "seconds.json").write_text(json.dumps(seconds))
"""


def measure(build: Path, rows: int, rounds: int) -> list[Line]:
    """Measure at so many rows; the tables are made once."""
    folder = build / f"compare-{rows}"
    make_tables(folder, rows)
    lines = [line for name in DIFFERENT for line in _beside_peers(folder, name, rows, rounds)]
    return lines + _again(folder, rows, rounds) + _again_in_postgres(folder, rows)


def make_tables(folder: Path, rows: int) -> None:
    """The left side, and right sides of which no, some and all rows are other ones; a hundred files each."""
    if (folder / "ready").exists():
        return
    step = rows // FILES
    with duckdb.connect() as connection:
        for name, different in {"left": "false", **DIFFERENT}.items():
            (folder / name).mkdir(parents=True, exist_ok=True)
            for number in range(FILES):
                loans = LOAN.format(start=number * step, stop=(number + 1) * step)
                query = (
                    f"SELECT * REPLACE (CASE WHEN {different} THEN balance + 1 ELSE balance END AS balance, "
                    f"CASE WHEN {different} THEN coalesce(manager, '') || '改' ELSE manager END AS manager) "
                    f"FROM ({loans})"
                )
                connection.execute(f"COPY ({query}) TO '{folder / name / f'{number:03}.parquet'}'")
    for name in ("left", *DIFFERENT):
        peer.ask("compare_reladiff", "load", str(folder / name), str(folder / f"{name}.duckdb"))
    (folder / "ready").touch()


def _beside_peers(folder: Path, name: str, rows: int, rounds: int) -> list[Line]:
    """One comparison beside both peers, in turns; the quicker of them counts."""
    left, right = folder / "left", folder / name
    with duckdb.connect() as connection:
        query = f"SELECT count(*) FROM read_parquet('{left}/*.parquet') WHERE {DIFFERENT[name]}"
        (changed,) = connection.execute(query).fetchone() or (0,)
    ours: list[Cost] = []
    theirs: dict[str, list[Cost]] = {"datacompy on Polars": [], "reladiff on DuckDB": []}
    for turn in range(rounds):
        ours.append(python(OURS, str(left), str(right), str(changed)))
        answer = peer.ask("compare_datacompy", str(left), str(right))
        assert answer.said["changed"].get("balance", 0) == changed, answer.said
        theirs["datacompy on Polars"].append(answer.cost)
        # where rows differ, reladiff fetches them one by one and holds them: many times as long, and where all of ten
        # million differ, more memory than a machine has
        if turn == 0 and name != "all":
            answer = peer.ask("compare_reladiff", "compare", f"{left}.duckdb", f"{right}.duckdb")
            assert answer.said.get("+", 0) == changed, answer.said
            theirs["reladiff on DuckDB"].append(answer.cost)
    mine = min(cost.seconds for cost in ours)
    what = f"comparing {rows:,} rows, {SAID[name]} of them different"
    lines = []
    for who, costs in ((who, costs) for who, costs in theirs.items() if costs):
        best = min(cost.seconds for cost in costs)
        lines.append(Line(what, who, mine, best, mine / best, 1 / 3))
    most = max(cost.megabytes for cost in ours)
    return [*lines, Line("  its memory at most, MB", "", most, None, most, 2048)]


def _again(folder: Path, rows: int, rounds: int) -> list[Line]:
    """Files of which 1 % of the rows differ again, when one in a hundred has changed on the left side, all its rows."""
    work, costs = folder / "again", []
    for _ in range(rounds):
        shutil.rmtree(work, ignore_errors=True)
        for side, source in (("left", "left"), ("right", "some")):
            shutil.copytree(folder / source, work / side)
        python(AGAIN, str(work), str(folder / "all"), "")
        costs.append(json.loads((work / "seconds.json").read_text()))
    return [_second(f"comparing {rows:,} rows of files again, 1 % of them changed", costs)]


def _again_in_postgres(folder: Path, rows: int) -> list[Line]:
    """A table of PostgreSQL beside files again, of which one row in a hundred was updated."""
    sys.path.insert(0, str(ROOT / "tests"))
    from postgres import PASSWORD, programs, serving

    if (bin := programs()) is None:
        print("PostgreSQL is not installed: comparing with it is not measured", file=sys.stderr)
        return []
    import psycopg

    work = folder / "again"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(folder / "same", work / "right")
    with serving(bin) as server:
        url = server.url(PASSWORD)
        with psycopg.connect(url, autocommit=True) as connection, duckdb.connect() as files:
            connection.execute(
                "CREATE TABLE loan (id bigint, customer text, branch integer, product text, balance numeric(18,2), "
                "rate double precision, opened_on date, booked_at timestamp, overdue boolean, manager text)"
            )
            files.execute("SET enable_progress_bar = false")
            table = work / "loan.csv"
            files.execute(f"COPY (FROM read_parquet('{folder}/left/*.parquet')) TO '{table}' (HEADER false)")
            with table.open("rb") as rows_of, connection.cursor().copy("COPY loan FROM STDIN (FORMAT csv)") as copy:
                while block := rows_of.read(1 << 20):
                    copy.write(block)
            table.unlink()
            connection.execute("ALTER TABLE loan ADD PRIMARY KEY (id)")
            connection.execute("VACUUM ANALYZE loan")
        python(AGAIN, str(work), "", url.replace("postgresql://", "postgresql+psycopg://"))
    costs = [json.loads((work / "seconds.json").read_text())]
    return [_second(f"comparing {rows:,} rows of PostgreSQL with files again, 1 % of them changed", costs)]


def _second(what: str, costs: list[list[float]]) -> Line:
    first, second = (min(cost[number] for cost in costs) for number in (0, 1))
    return Line(what, "the first time", second, first, second / first, 0.1)
