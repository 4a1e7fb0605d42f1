"""Every definition that ships: its SQL, and the columns that it is made of, are what they were."""

from __future__ import annotations

from pathlib import Path

import ibis.expr.operations as ops
import pytest

from golden import GOLDEN, check_golden
from lushan.domains import catalogue
from lushan.runs.compute import sql
from lushan.runs.lineage import column_lineage
from lushan.runs.measure import definition
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.workspace import Workspace

APRIL = Period.parse("2023-04")
SESSION = Session(Workspace(Path("bank")), catalogue())
METRICS = SESSION.catalogue.metrics
MODELS = {name: model for name, model in SESSION.catalogue.models.items() if not model.code}  # of SQL


def golden_name(id: str) -> str:
    return f"sql/{id.replace('.', '/')}.sql"


@pytest.mark.parametrize("name", MODELS)
def test_the_sql_of_a_model(name: str) -> None:
    model = MODELS[name]
    check_golden(golden_name(name), sql(SESSION.finished(model, SESSION.tables(model.reads), APRIL)) + "\n")


@pytest.mark.parametrize("name", METRICS)
def test_the_sql_of_a_metric(name: str) -> None:
    check_golden(golden_name(name), sql(definition(SESSION, METRICS[name], APRIL)) + "\n")


def test_no_sql_is_left_of_a_definition_that_is_gone() -> None:
    written = {path.relative_to(GOLDEN).as_posix() for path in (GOLDEN / "sql").rglob("*.sql")}
    assert written == {golden_name(name) for name in (*MODELS, *METRICS)}


@pytest.mark.parametrize("domain", sorted({name.split(".")[0] for name in MODELS}))
def test_the_lineage_of_a_domains_models(domain: str) -> None:
    lines = []
    for model in (model for name, model in MODELS.items() if name.startswith(f"{domain}.")):
        found = column_lineage(SESSION, model, APRIL)
        assert list(found) == [c for c in SESSION.contract(model.id).names if c != "period"], (
            "a column was not followed"
        )
        lines += [model.id]
        lines += [
            f"  {column} <- {', '.join(f'{ref.table}.{ref.column}' for ref in refs) or 'rows'}"
            for column, refs in found.items()
        ]
    check_golden(f"lineage/{domain}.txt", "\n".join(lines) + "\n")


#: Means of so few rows that one thread adds them up, in their order: months of a year, nights of a month.
FEW = {"delivery.throughput_mean_ytd", "operations.batch_minutes_mean"}


@pytest.mark.parametrize("name", [*MODELS, *METRICS])
def test_a_definition_adds_up_what_does_not_depend_on_the_order(name: str) -> None:
    """The sum of floats differs with the order that threads bring them in; that of whole numbers and decimals not."""
    if name in MODELS:
        expression = SESSION.finished(MODELS[name], SESSION.tables(MODELS[name].reads), APRIL)
    else:
        expression = definition(SESSION, METRICS[name], APRIL)
    added = expression.op().find((ops.Sum, ops.Mean, ops.Variance, ops.StandardDev))
    assert any(node.arg.dtype.is_floating() for node in added) == (name in FEW)
