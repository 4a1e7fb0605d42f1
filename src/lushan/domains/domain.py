"""A domain: a folder of contracts, models, metrics, exhibits, stories and actions about one part of the bank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from lushan.contracts import Contract
from lushan.contracts.read import read_contract
from lushan.exhibits.exhibit import Exhibit
from lushan.runs.action import Action
from lushan.runs.metric import Metric
from lushan.runs.model import Model
from lushan.words import Text

Definition = TypeVar("Definition", Model, Metric, Exhibit, Action)


def defined(modules: list[ModuleType], kind: type[Definition]) -> tuple[Definition, ...]:
    """The definitions of a kind that modules hold, in the order in which they name them."""
    found = {thing.id: thing for module in modules for thing in vars(module).values() if isinstance(thing, kind)}
    return tuple(found.values())


@dataclass(frozen=True)
class Domain:
    """One part of the bank: what it needs, makes, counts, shows, says and asks."""

    name: str
    title: Text
    folder: Path
    contracts: tuple[Contract, ...]
    models: tuple[Model, ...]
    metrics: tuple[Metric, ...]
    exhibits: tuple[Exhibit, ...]
    actions: tuple[Action, ...]

    @classmethod
    def of(cls, package: str, title: Text) -> Domain:
        """The domain that a package holds, read from its files.

        Raises:
            LushanError: one of its contracts is wrong.
        """
        folder = Path(str(files(package)))
        files_of = sorted(file.relative_to(folder) for file in folder.rglob("[a-z]*.py"))
        modules = [import_module(".".join((package, *file.with_suffix("").parts))) for file in files_of]
        return cls(
            name=package.rsplit(".", 1)[-1],
            title=title,
            folder=folder,
            contracts=tuple(read_contract(path) for path in sorted((folder / "contracts").glob("*.yaml"))),
            models=defined(modules, Model),
            metrics=defined(modules, Metric),
            exhibits=defined(modules, Exhibit),
            actions=defined(modules, Action),
        )

    def stories(self, language: str) -> Iterator[Path]:
        """The files of its stories in one language, in order."""
        yield from sorted(self.folder.glob(f"story*.{language}.md"))
