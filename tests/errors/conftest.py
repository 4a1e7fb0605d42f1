"""The shop, its database, and how a refusal is looked at."""

from shop import postgres, refused, shop

__all__ = ["postgres", "refused", "shop"]
