"""Delivery: requirements, releases, projects, resources, user experience and architecture."""

from lushan.domains.domain import Domain
from lushan.words import Text

DOMAIN = Domain.of(__name__, Text("科技交付", "Delivery"))
