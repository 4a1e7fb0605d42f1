"""Compare two tables in two places by key: what is missing, what is extra, what has another content."""

from lushan.engines.compare.compare import compare
from lushan.engines.compare.database import Database
from lushan.engines.compare.result import ColumnResult, Comparison
from lushan.engines.compare.side import Source
from lushan.engines.compare.sources import DuckFile, Files
from lushan.engines.compare.terms import Terms

__all__ = ["ColumnResult", "Comparison", "Database", "DuckFile", "Files", "Source", "Terms", "compare"]
