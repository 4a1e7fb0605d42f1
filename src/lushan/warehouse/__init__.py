"""Versioned tables: land, read at a version, publish atomically, expire."""

from lushan.warehouse.snapshot import Part, Snapshot
from lushan.warehouse.warehouse import Draft, Version, Warehouse

__all__ = ["Draft", "Part", "Snapshot", "Version", "Warehouse"]
