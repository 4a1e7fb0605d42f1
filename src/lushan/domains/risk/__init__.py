"""Risk: rings around known bad accounts, and the bank's related parties."""

from lushan.domains.domain import Domain
from lushan.words import Text

DOMAIN = Domain.of(__name__, Text("风险", "Risk"))
