"""The shop and its database, for the tests of this folder."""

from shop import postgres, shop

__all__ = ["postgres", "shop"]
