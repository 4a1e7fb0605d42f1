"""A domain: a folder of contracts, models, metrics, exhibits and stories about one part of the bank."""

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
from lushan.runs.metric import Metric
from lushan.runs.model import Model
from lushan.words import Text

Definition = TypeVar("Definition", Model, Metric, Exhibit)


def defined(module: ModuleType | None, kind: type[Definition]) -> tuple[Definition, ...]:
    """The definitions of a kind that a module holds, in the order in which it names them."""
    return tuple(thing for thing in vars(module).values() if isinstance(thing, kind)) if module else ()


@dataclass(frozen=True)
class Domain:
    """One part of the bank: what it needs, makes, counts, shows and says."""

    name: str
    title: Text
    folder: Path
    contracts: tuple[Contract, ...]
    models: tuple[Model, ...]
    metrics: tuple[Metric, ...]
    exhibits: tuple[Exhibit, ...]

    @classmethod
    def of(cls, package: str, title: Text) -> Domain:
        """The domain that a package holds, read from its files.

        Raises:
            LushanError: one of its contracts is wrong.
        """
        folder = Path(str(files(package)))

        def module(name: str) -> ModuleType | None:
            return import_module(f"{package}.{name}") if (folder / f"{name}.py").exists() else None

        return cls(
            name=package.rsplit(".", 1)[-1],
            title=title,
            folder=folder,
            contracts=tuple(read_contract(path) for path in sorted((folder / "contracts").glob("*.yaml"))),
            models=defined(module("models"), Model),
            metrics=defined(module("metrics"), Metric),
            exhibits=defined(module("exhibits"), Exhibit),
        )

    def stories(self, language: str) -> Iterator[Path]:
        """The files of its stories in one language, in order."""
        yield from sorted(self.folder.glob(f"story*.{language}.md"))
