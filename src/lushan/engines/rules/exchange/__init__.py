"""Rules from elsewhere and for elsewhere: what cannot be said in the other's words is told, not dropped."""

from lushan.engines.rules.exchange.dbt import read_dbt
from lushan.engines.rules.exchange.expectations import read_expectations
from lushan.engines.rules.exchange.read import read_any
from lushan.engines.rules.exchange.standard import read_standard, standard
from lushan.engines.rules.exchange.taken import Taken
from lushan.engines.rules.exchange.write import written

__all__ = ["Taken", "read_any", "read_dbt", "read_expectations", "read_standard", "standard", "written"]
