"""The same rules give the same counts and the same failing rows on DuckDB and on PySpark."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pytest

from lushan.engines.rules import check

sys.path.insert(0, str(Path(__file__).parent))
from test_kinds import KNOWN, SCHEMA, TELLING, every_rule

pytestmark = pytest.mark.spark

SORTS = {pa.int64(): "BIGINT", pa.string(): "STRING", pa.float64(): "DOUBLE"}


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    if shutil.which("java") is None:
        pytest.skip("Java is not installed: apt-get install openjdk-17-jre-headless")
    pytest.importorskip("pyspark", reason="PySpark is not installed: pip install 'lushan[spark]'")
    from lushan.runs.spark import Spark

    engine = Spark("local[2]")
    yield engine.ibis
    engine.session.stop()


def test_both_engines_find_the_same(spark: Any) -> None:
    rows = [
        {"id": n, "text": text, "other": "xy"[n % 2], "real": [0.5, float("nan"), None, 200.0][n % 4],
         "whole": [1, 2, 2, None, -1][n % 5], "note": ["", "已注销"][n % 2]}
        for n, text in enumerate([*TELLING, None, *TELLING[:20]])
    ]  # fmt: skip
    table = pa.Table.from_pylist(rows, SCHEMA)
    duck = ibis.duckdb.connect()
    here = {"t": duck.create_table("t", table), "known": duck.create_table("known", KNOWN)}
    there = {name: _view(spark, f"rules_{name}", data) for name, data in (("t", table), ("known", KNOWN))}
    rules = every_rule()[1::2]  # those with a filter and an exemption
    mine, theirs = check(here, rules, sample=5), check(there, rules, sample=5)
    assert not [row for row in theirs.results["fault"].to_pylist() if row]
    assert theirs.results.equals(mine.results)
    assert theirs.failures.equals(mine.failures)


def _view(spark: Any, name: str, data: pa.Table) -> Any:
    columns = ", ".join(f"{field.name} {SORTS[field.type]}" for field in data.schema)
    rows = [tuple(row.values()) for row in data.to_pylist()]
    spark._session.createDataFrame(rows, columns).createOrReplaceTempView(name)
    return spark.table(name)
