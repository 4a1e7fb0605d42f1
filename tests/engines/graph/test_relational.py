"""The relational parts give what the sparse ones give, on DuckDB and on Spark."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pytest

from lushan.engines.graph.components import components
from lushan.engines.graph.flow import COLUMNS, flow
from lushan.engines.graph.propagate import propagate
from lushan.engines.graph.read import read_graph
from lushan.engines.graph.relational import component_round, component_start, spread_round

RNG = np.random.default_rng(4)
EDGES = pa.table(
    {
        "source": RNG.integers(0, 24, 60),
        "target": RNG.integers(0, 24, 60) + RNG.integers(0, 2, 60) * 100,
        "weight": RNG.integers(1, 9, 60).astype(float),
        "amount": RNG.integers(1, 2_000, 60),
        "at": RNG.integers(0, 90, 60),
    }
)
EDGES = EDGES.filter(pa.compute.not_equal(EDGES["source"], EDGES["target"]))


def plain_flow(node: int) -> dict[str, float]:
    """Some of what ``flow`` says of a node, counted by hand."""
    rows = EDGES.to_pylist()
    median = {
        payer: float(np.median([row["amount"] for row in rows if row["source"] == payer]))
        for payer in {row["source"] for row in rows}
    }
    told = {}
    for side, own, other in (("out", "source", "target"), ("in", "target", "source")):
        mine = [row for row in rows if row[own] == node]
        if not mine:
            continue
        ratios = [row["amount"] / median[row["source"]] for row in mine]
        cells = [{row["at"] // 5, row["at"] // 5 + 1} for row in mine]
        told |= {
            f"{side}_moves": len(mine),
            f"{side}_partners": len({row[other] for row in mine}),
            f"{side}_total": sum(row["amount"] for row in mine),
            f"{side}_lowest_ratio": min(ratios),
            f"{side}_odd": sum(ratio <= 0.5 or ratio >= 2 for ratio in ratios),
            f"{side}_burst": max(sum(cell in held for held in cells) for cell in range(30)),
        }
    return told


@pytest.fixture(scope="module")
def duckdb() -> Any:
    return ibis.duckdb.connect()


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    if shutil.which("java") is None:
        pytest.skip("Java is not installed: apt-get install openjdk-17-jre-headless")
    pytest.importorskip("pyspark", reason="PySpark is not installed: pip install 'lushan[spark]'")
    from lushan.runs.spark import Spark

    engine = Spark("local[2]")
    engine.session.conf.set("spark.sql.shuffle.partitions", "2")
    yield ibis.pyspark.connect(engine.session)


def loaded(connection: Any) -> Any:
    if connection.name == "duckdb":
        return connection.create_table("edges", EDGES, overwrite=True)
    connection._session.createDataFrame(EDGES.to_pandas()).createOrReplaceTempView("edges")
    return connection.table("edges")


def rounds(connection: Any) -> list[list[dict[str, Any]]]:
    """One round of components, one of labels, and the flows, on an engine."""
    edges = loaded(connection)
    nodes = component_start(edges)
    seed = (nodes.node % 5 == 0).ifelse(1.0, ibis.null("float64"))
    values = nodes.select("node", seed=seed, value=seed.fill_null(0.0))
    tables = (component_round(nodes, edges), spread_round(values, edges), flow(edges, window=10))
    return [table.order_by("node").to_pyarrow().to_pylist() for table in tables]


def test_rounds_of_components_end_where_the_sparse_engine_does(duckdb: Any) -> None:
    edges, graph = loaded(duckdb), read_graph(EDGES)
    parts = component_start(edges)
    for _ in range(8):
        parts = component_round(parts, edges).cache()
    found = {row["node"]: row["component"] for row in parts.to_pyarrow().to_pylist()}
    labels = components(graph)
    assert found == {node: graph.ids[int(labels[place])].as_py() for place, node in enumerate(graph.ids.to_pylist())}


def test_a_round_of_labels_and_flows_are_what_is_counted_by_hand(duckdb: Any) -> None:
    graph = read_graph(EDGES, weight="weight")
    _, spread, flows = rounds(duckdb)
    seeds = graph.ids.to_numpy() % 5 == 0
    np.testing.assert_allclose([row["value"] for row in spread], propagate(graph, seeds, rounds=1), atol=1e-12)
    assert list(flows[0]) == ["node", *COLUMNS]
    for row in flows:
        for name, expected in plain_flow(row["node"]).items():
            assert row[name] == pytest.approx(expected), (row["node"], name)


@pytest.mark.spark
def test_spark_gives_what_duckdb_gives(spark: Any, duckdb: Any) -> None:
    for found, expected in zip(rounds(spark), rounds(duckdb), strict=True):
        assert len(found) == len(expected)
        for one, other in zip(found, expected, strict=True):
            assert said(one) == pytest.approx(said(other))


def said(row: dict[str, Any]) -> dict[str, Any]:
    """What a row holds but nulls, which Spark gives as NaN where a column is of numbers."""
    return {name: value for name, value in row.items() if value is not None and value == value}
