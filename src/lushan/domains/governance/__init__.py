"""Governance: what is filed with the regulator and kept of customers, which rows are wrong, and who mends them."""

from lushan.domains.domain import Domain
from lushan.words import Text

DOMAIN = Domain.of(__name__, Text("数据治理", "Data governance"))
