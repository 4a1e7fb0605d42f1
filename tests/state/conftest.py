"""A PostgreSQL server, for the tests of this folder."""

from shop import postgres

__all__ = ["postgres"]
