"""Writing the sample bank: every source file, the mappings that some need, the manifest, and the editors' articles."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from lushan.errors import LushanError
from lushan.sample.chance import Sample
from lushan.sample.dirt import soiled
from lushan.sample.files import write_file
from lushan.sample.sources import SOURCES, Source

SMALLEST, LARGEST = 0.1, 100
HEAD = "# What is landed under which contract, in this order. `lushan land` without a source lands all of it.\n"


def write_sample(root: Path, scale: float = 1.0, seed: int = 7, faults: bool = False) -> list[Path]:
    """Write the sample bank's source files into a workspace, dirt included, and its editors' articles beside them.

    Args:
        root: the workspace's folder; the files go to its ``sources``, the articles to its ``articles``.
        scale: 1 is a small bank of about a million rows; 100 has a hundred times as many, in the same memory.
        seed: the same seed and scale give the same bytes.
        faults: whether faults of every class are planted in what is filed with the regulator.

    Returns:
        the files, in the order in which they are landed.

    Raises:
        LushanError: there is no bank of that scale.
    """
    if not SMALLEST <= scale <= LARGEST:
        raise LushanError(
            f"there is no sample bank of scale {scale}", expected=f"{SMALLEST} to {LARGEST}", mend="choose another"
        )
    folder, sample = root / "sources", Sample(seed, scale, faults)
    written = []
    for source in SOURCES:
        path = folder / source.file
        write_file(path, soiled(sample, source.contract, source.rows(sample)), source.encoding)
        if source.mapped:
            (folder / source.mapping).write_bytes(mapping_of(source))
        written.append(path)
    (folder / "sources.yaml").write_text(HEAD + "".join(map(_entry, SOURCES)), encoding="utf-8")
    write_articles(root / "articles" / "2023-04")
    return written


def write_articles(folder: Path) -> None:
    """Copy what the editors of the sample bank wrote for its edition of April 2023."""
    folder.mkdir(parents=True, exist_ok=True)
    for article in files(__package__).joinpath("articles").iterdir():
        (folder / article.name).write_bytes(article.read_bytes())


def mapping_of(source: Source) -> bytes:
    """The mapping of a source, as it lies beside this module."""
    return files(__package__).joinpath("mappings", Path(source.mapping).name).read_bytes()


def _entry(source: Source) -> str:
    mapping = f"\n  map: {source.mapping}" if source.mapped else ""
    return f"- file: {source.file}\n  as: {source.contract}{mapping}\n"
