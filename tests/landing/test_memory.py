"""A source larger than the memory that landing may use lands all the same, and so does one that is mostly dirt."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from lushan.warehouse.landing.query import read_query
from lushan.warehouse.landing.xes import read_xes

MEMORY = 512  # MB that DuckDB may use
OTHERWISE = 450  # MB for Python, its libraries, and what DuckDB does not count
TESTS = Path(__file__).parents[1]
LAND = """
import json, sys
from dataclasses import replace
from pathlib import Path
from memory import peak_megabytes
from shop import ORDER
from lushan.warehouse import Warehouse
from lushan.warehouse.landing import land

source, memory = sys.argv[1:]
names = ("serial", "title", "amount", "ordered_on")
columns = tuple(replace(ORDER.column(name), key=name == "serial") for name in names)
contract = replace(ORDER, columns=columns, rules=())
landed = land(Warehouse(Path(source).parent / "warehouse"), contract, source, memory=f"{memory}MB")
print(json.dumps({"rows": landed.rows, "quarantined": landed.quarantined, "peak": peak_megabytes()}))
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that is gone at once: what these tests write is large."""
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


LARGE = [("csv", 0, 4_000_000), ("jsonl", 0, 900_000), ("csv", 2, 900_000)]


@pytest.mark.parametrize(("ending", "dirt", "rows"), LARGE)
def test_memory_stays_bounded(ending: str, dirt: int, rows: int, folder: Path) -> None:
    """Of ``dirt`` rows, one has a wrong amount; the first file is larger than all that its landing holds."""
    source = folder / f"orders.{ending}"
    wrong = f"CASE WHEN i % {dirt} = 0 THEN '1.005' ELSE '1.50' END" if dirt else "'1.50'"
    duckdb.execute(
        f"COPY (SELECT md5(i::VARCHAR) AS serial, repeat(md5((i * 7)::VARCHAR), 6) AS title, {wrong} AS amount, "
        f"DATE '2023-01-01' + (i % 90)::INTEGER AS ordered_on FROM range({rows}) AS t(i)) TO '{source}'"
    )
    ended = subprocess.run(
        [sys.executable, "-c", LAND, str(source), str(MEMORY)],
        capture_output=True, text=True, check=False, cwd=folder, env=os.environ | {"PYTHONPATH": str(TESTS)},
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout)
    assert found["rows"] + found["quarantined"] == rows
    assert found["quarantined"] == (rows // dirt if dirt else 0)
    assert found["peak"] < MEMORY + OTHERWISE
    assert dirt or ending != "csv" or found["peak"] < source.stat().st_size >> 20


def trace(number: int) -> str:
    event = f'<event><string key="concept:name" value="{"受理" * 20}"/></event>'
    return f'<trace><string key="concept:name" value="c{number}"/>{event * 20}</trace>'


def test_a_log_is_read_as_a_stream() -> None:
    """Ten times the cases need no more memory: what has been read is let go."""
    peaks = []
    for cases in (200, 2000):
        log = io.BytesIO(f"<log>{''.join(trace(number) for number in range(cases))}</log>".encode())
        tracemalloc.start()
        assert sum(1 for _ in read_xes(log, "events", "log.xes")) == cases * 20
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5


def test_a_query_is_read_as_a_stream(tmp_path: Path) -> None:
    (tmp_path / "core.db").touch()
    numbers = "WITH RECURSIVE t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t LIMIT {})"
    query = f"{numbers} SELECT i, printf('%0100d', i) AS x FROM t"
    peaks = []
    for rows in (20_000, 200_000):
        tracemalloc.start()
        assert sum(1 for _ in read_query(f"sqlite:///{tmp_path}/core.db", query.format(rows))) == rows
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5
