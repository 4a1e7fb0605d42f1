"""What the bank knows: one folder a domain, and the tuple that is the whole registry."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import entry_points
from pathlib import Path

from lushan.domains import bank, delivery, governance, operations, process, risk
from lushan.domains.domain import Domain
from lushan.runs.catalogue import Catalogue
from lushan.runs.model import Parameter
from lushan.runs.model import parameters as parameters_of

DOMAINS: tuple[Domain, ...] = (
    bank.DOMAIN,
    delivery.DOMAIN,
    operations.DOMAIN,
    governance.DOMAIN,
    process.DOMAIN,
    risk.DOMAIN,
)


@cache
def domains() -> tuple[Domain, ...]:
    """The domains that come with Lushan, and those that a bank adds by the entry point ``lushan.domains``."""
    return DOMAINS + tuple(point.load() for point in entry_points(group="lushan.domains"))


@cache
def catalogue() -> Catalogue:
    """The definitions of all domains.

    Raises:
        LushanError: two share a name, or one names a table without a contract.
    """
    return Catalogue.of(
        (contract for domain in domains() for contract in domain.contracts),
        (model for domain in domains() for model in domain.models),
        (metric for domain in domains() for metric in domain.metrics),
        (action for domain in domains() for action in domain.actions),
    )


@cache
def parameters() -> dict[str, dict[str, Parameter]]:
    """What a bank may set of each definition, with the defaults; exhibits and metrics may share a name."""
    found: dict[str, dict[str, Parameter]] = {}
    for domain in domains():
        for model in domain.models:
            found.setdefault(model.id, {}).update(model.parameters)
        for metric in domain.metrics:
            found.setdefault(metric.set_as, {}).update(metric.parameters)
        for exhibit in domain.exhibits:
            found.setdefault(exhibit.id, {}).update(parameters_of(exhibit.rows))
    return found


@cache
def code() -> str:
    """A hash of all that the definitions are made of: the Python and the YAML of Lushan and of each domain."""
    found = sha256()
    folders = dict.fromkeys([Path(__file__).parents[1], *(domain.folder for domain in domains())])
    for folder in folders:
        for file in sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".yaml")):
            found.update(file.read_bytes())
    return found.hexdigest()
