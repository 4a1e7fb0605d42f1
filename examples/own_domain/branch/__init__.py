"""How customers are served in the branches: a domain of a bank's own."""

from lushan.domains.domain import Domain
from lushan.words import Text

DOMAIN = Domain.of(__name__, Text("网点", "Branches"))
