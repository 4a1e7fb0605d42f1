"""Versioned tables: land, read at a version, publish atomically, expire."""

from lushan.warehouse.commit import Draft
from lushan.warehouse.snapshot import Part, Snapshot
from lushan.warehouse.warehouse import Version, Warehouse

__all__ = ["Draft", "Part", "Snapshot", "Version", "Warehouse"]
