"""Every model and every metric gives the same on PySpark as on DuckDB: values, types, and what is empty."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gaps import marked
from lushan.domains import catalogue
from lushan.runs.compute import Compute
from lushan.runs.figures import Value
from lushan.runs.measure import measure_once
from lushan.runs.session import Session
from lushan.warehouse import Draft, Warehouse

pytestmark = pytest.mark.spark

#: Models and metrics that PySpark cannot carry out: none.
GAPS: dict[str, tuple[str, str]] = {}


#: A computed model gives the same because it is the same Python; what it reads is what the others prove.
EXPRESSIONS = [name for name, model in catalogue().models.items() if not model.code]


@pytest.mark.parametrize("name", marked(EXPRESSIONS, GAPS))
def test_a_model_gives_the_same_table(
    name: str, bank: Session, duckdb: Compute, spark: Compute, tmp_path: Path
) -> None:
    model, period, contract = bank.catalogue.models[name], bank.period("2023-04"), bank.contract(name)
    at = period if contract.period else None
    made = {}
    for engine in (duckdb, spark):
        tables = tuple(engine.table(*pair) for pair in bank.reading(model.reads, at))
        warehouse = Warehouse(tmp_path / engine.name)
        with warehouse.staging() as folder:
            files = engine.write(bank.finished(model, tables, period), folder)
            draft = Draft(str(at) if at else None, engine.name, files)
            made[engine.name] = duckdb.fetch(duckdb.table(contract, warehouse.publish(contract, [draft], {})))
    expected, found = (made[engine].sort_by([(key, "ascending") for key in contract.key]) for engine in made)
    assert expected.num_rows > 0, "the bank has no rows for this model: nothing is proved"
    assert found.schema == expected.schema
    assert found.to_pylist() == expected.to_pylist()


@pytest.mark.parametrize("name", marked(catalogue().metrics, GAPS))
def test_a_metric_gives_the_same_figures(name: str, bank: Session, duckdb: Compute, spark: Compute) -> None:
    metric, period = bank.catalogue.metrics[name], bank.period("2023-04")

    def figures(engine: Compute) -> list[Value]:
        session = replace(bank, origin=None)
        vars(session)["compute"] = engine
        return sorted(measure_once(session, metric, period), key=lambda value: (value.cut, value.dims))

    expected = figures(duckdb)
    assert any(value.number is not None or value.text for value in expected), "no figure: nothing is proved"
    assert figures(spark) == expected
