"""What every domain shares: the organisation and the calendar."""

from lushan.domains.domain import Domain
from lushan.words import Text

DOMAIN = Domain.of(__name__, Text("全行", "Bank"))
