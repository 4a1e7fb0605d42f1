"""Landing: bringing a source in under a contract; rows that break it go to quarantine, never silently away."""

from lushan.warehouse.landing.land import Landed, land
from lushan.warehouse.landing.manifest import Entry, read_manifest
from lushan.warehouse.landing.mapping import Mapping, read_mapping
from lushan.warehouse.landing.quarantine import quarantined

__all__ = ["Entry", "Landed", "Mapping", "land", "quarantined", "read_manifest", "read_mapping"]
