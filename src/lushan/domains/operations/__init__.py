"""Operations: how the key systems, the batches, the mobile office and the recovery centre ran."""

from lushan.domains.domain import Domain
from lushan.words import Text

DOMAIN = Domain.of(__name__, Text("生产运营", "Operations"))
