"""Loan applications of a Dutch bank: a domain of their own, for one public log."""

from lushan.domains.domain import Domain
from lushan.words import Text

DOMAIN = Domain.of(__name__, Text("贷款申请", "Loan applications"))
