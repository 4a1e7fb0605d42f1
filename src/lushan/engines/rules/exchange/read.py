"""A file of rules, whoever's it is."""

from __future__ import annotations

from pathlib import Path

from lushan.engines.rules.exchange.dbt import read_dbt
from lushan.engines.rules.exchange.expectations import read_expectations
from lushan.engines.rules.exchange.standard import read_standard
from lushan.engines.rules.exchange.taken import Taken
from lushan.engines.rules.read import read_rules
from lushan.place import read_yaml


def read_any(path: Path, table: str = "") -> Taken:
    """The rules of a file: Lushan's own, a suite of Great Expectations, dbt's properties, or a data contract.

    Args:
        table: the table that a suite is of, which it does not say itself; else the file's name.

    Raises:
        LushanError: the file cannot be read.
    """
    top = read_yaml(path)  # JSON is YAML too
    if top.get("expectations"):
        return read_expectations(path, table or path.name.split(".")[0])
    if top.get("models") or top.get("sources"):
        return read_dbt(path)
    if top.get("kind"):
        return read_standard(path)
    return Taken(read_rules(path))
