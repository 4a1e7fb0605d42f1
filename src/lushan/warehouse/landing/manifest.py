"""The manifest of a workspace's sources: what is landed under which contract, in which order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lushan.errors import LushanError
from lushan.place import read_yaml

MANIFEST = "sources.yaml"


@dataclass(frozen=True)
class Entry:
    """One source: a file or a database's URL, its contract, and its mapping if it has one."""

    source: str
    contract: str
    mapping: Path | None


def read_manifest(folder: Path) -> list[Entry]:
    """The sources that a folder's ``sources.yaml`` lists, in the order in which they are landed.

    Raises:
        LushanError: the manifest is not there, or a line of it cannot be read.
    """
    if not (folder / MANIFEST).exists():
        raise LushanError(
            "there is no list of sources",
            where=str(folder / MANIFEST),
            mend="name a source (lushan land mybank tickets.csv --as delivery.ticket), or list what there is:\n"
            "    - {file: tickets.csv, as: delivery.ticket, map: tickets.map.yaml}",
        )
    entries = []
    for place in read_yaml(folder / MANIFEST).items():
        place.only(("file", "as", "map"))
        source, mapping = place.text_of("file"), place.text_of("map", "")
        located = source if "://" in source else str(folder / source)
        entries.append(Entry(located, place.text_of("as"), folder / mapping if mapping else None))
    return entries
