"""Computed models: tables made by Python, for what no query can say, such as a graph's fix-points or a training."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import pyarrow as pa
from ibis.expr import types as ir

from lushan.runs.compute import GIVEN
from lushan.runs.model import Model


@dataclass(frozen=True)
class Rows:
    """A table that a computed model reads: an expression to narrow first, and the rows of it.

    Args:
        table: the table, over which expressions are built.
        engine: what carries an expression out.
    """

    table: ir.Table
    engine: Callable[..., pa.Table]

    def fetch(self, expression: ir.Table | None = None, given: Mapping[str, ir.Table] = GIVEN) -> pa.Table:
        """The rows of an expression over the table; without one, all of its rows.

        An expression may join the tables of several ``Rows`` of one call.

        Args:
            given: what names in the expression stand for; see `lushan.runs.compute.Compute.fetch`.
        """
        return self.engine(self.table if expression is None else expression, given)


def written(model: Model) -> str:
    """What a computed model does, as readers are shown it: the Python of its function."""
    return inspect.getsource(model.function)


def digest(model: Model) -> str:
    """A hash of all that decides a computed model's rows: its modules, and whole packages with the YAML they read."""
    found = sha256()
    for name in model.code:
        file = Path(inspect.getfile(import_module(name)))
        whole = [part for part in file.parent.rglob("*") if part.suffix in (".py", ".yaml")]
        for part in sorted(whole) if file.name == "__init__.py" else [file]:
            found.update(part.read_bytes())
    return found.hexdigest()
