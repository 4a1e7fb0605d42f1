"""Process: approvals and where they stand still, contracts that are signed online, and robots."""

from lushan.domains.domain import Domain
from lushan.words import Text

DOMAIN = Domain.of(__name__, Text("流程变革", "Process"))
