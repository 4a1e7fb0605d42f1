"""What the bank knows: one folder a domain, and the tuple that is the whole registry."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from lushan.domains import bank, delivery, operations
from lushan.domains.domain import Domain
from lushan.runs.catalogue import Catalogue

DOMAINS: tuple[Domain, ...] = (bank.DOMAIN, delivery.DOMAIN, operations.DOMAIN)


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
    )
