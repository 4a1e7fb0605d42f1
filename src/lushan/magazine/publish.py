"""Publishing: an edition is made beside the others, and moved in whole; what is published once is frozen."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from lushan.domains import domains
from lushan.errors import LushanError
from lushan.magazine.edition import as_json, assemble
from lushan.magazine.html import write_pages
from lushan.magazine.pdf import write_print
from lushan.magazine.trace import write_traces
from lushan.runs.figures import figure_table
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.warehouse.lock import writing
from lushan.workspace import Workspace

DATA = "edition.json"
#: Where an edition is made, and what its maker holds; names that no edition has.
MAKING, LOCK = ".making", ".lock"


def publish(session: Session, period: Period, revise: bool = False) -> Path:
    """Publish a period's edition; one that is published already is made again from its versions.

    Args:
        revise: publish the newest versions as a correction beside what is published.

    Returns:
        The edition's folder.

    Raises:
        LushanError: the edition cannot be made, or would differ from what is published; nothing was changed.
    """
    published = _revisions(session.workspace, period)
    if published and not revise:
        return _again(session, period, published[-1])
    pinned = session.pinned(_read_for_editions(session))
    edition = assemble(pinned, period, revision=len(published) + 1)
    return _make(pinned, edition, session.workspace.editions / _name(period, len(published) + 1))


def pinned_versions(workspace: Workspace) -> dict[str, set[int]]:
    """The versions of each table that published editions were made from, which must stay readable."""
    versions: dict[str, set[int]] = {}
    for path in sorted(workspace.editions.glob(f"*/{DATA}")):
        for table, version in _versions(_read(path)).items():
            if version is not None:
                versions.setdefault(table, set()).add(version)
    return versions


def _again(session: Session, period: Period, folder: Path) -> Path:
    """See that an edition's versions still give its bytes, and make its pages again from them.

    Raises:
        LushanError: they give others.
    """
    frozen = (folder / DATA).read_text(encoding="utf-8")
    told = _read(folder / DATA)
    pinned = session.at({**dict.fromkeys(session.catalogue.contracts), **_versions(told)})
    edition = assemble(pinned, period, revision=told["revision"])
    if as_json(edition) != frozen:
        raise LushanError(
            f"it is published, and would be another now: {_difference(told, json.loads(as_json(edition)))} differs",
            where=str(folder),
            expected="the stories, articles and definitions that it was made from",
            mend=f"bring them back, or make a revision: lushan publish {session.workspace.root} {period} --revise",
        )
    return _make(pinned, edition, folder)


def _read_for_editions(session: Session) -> set[str]:
    """The tables that editions are read from; those that models made them of keep the versions that models read."""
    reads = [read for metric in session.catalogue.metrics.values() for read in metric.reads]
    reads += [read for domain in domains() for exhibit in domain.exhibits for read in exhibit.reads]
    figures = {figure_table(name.split(".")[0]) for name in session.catalogue.metrics}
    return {read.table for read in reads} | figures


def _difference(frozen: dict[str, Any], made: dict[str, Any]) -> str:
    """The first thing in which two editions differ, named as its author knows it."""
    for kind in ("metrics", "figures", "exhibits"):
        for name in sorted(frozen[kind].keys() & made[kind].keys()):
            if frozen[kind][name] != made[kind][name]:
                return f"{kind.removesuffix('s')} {name}"
    stories = [{story["id"]: story for part in one["parts"] for story in part["stories"]} for one in (frozen, made)]
    for name in (*stories[0], *stories[1]):
        if stories[0].get(name) != stories[1].get(name):
            return f"story {name.removeprefix('story.')}"
    return "its form"


def _make(session: Session, edition: dict[str, Any], folder: Path) -> Path:
    """Make an edition beside its place, and put it there whole."""
    making = folder.parent / MAKING
    with writing(folder.parent / LOCK, f"edition {folder.name}"):
        try:
            shutil.rmtree(making, ignore_errors=True)  # what a process that died has left
            making.mkdir(parents=True)
            with ThreadPoolExecutor(1) as press:  # setting type takes long and holds nothing up
                printing = press.submit(write_print, edition, making)
                write_pages(edition, making)
                write_traces(session, edition, making)
                printing.result()
            (making / DATA).write_text(as_json(edition), encoding="utf-8")
            _put(making, folder)
        except OSError as error:
            raise LushanError(
                f"the disk refused: {error.strerror or error}",
                where=str(folder),
                mend="make room and publish it again; nothing that was published has changed",
            ) from error
        finally:
            shutil.rmtree(making, ignore_errors=True)
    return folder


def _put(making: Path, folder: Path) -> None:
    """Put a whole edition in its place; where it is already, its files are renewed one by one, and none is missing."""
    if not folder.exists():
        making.rename(folder)
        return
    for file in sorted(path for path in making.rglob("*") if path.is_file()):
        target = folder / file.relative_to(making)
        target.parent.mkdir(parents=True, exist_ok=True)
        file.replace(target)


def _revisions(workspace: Workspace, period: Period) -> list[Path]:
    """The published revisions of a period's edition, first to last."""

    def found() -> Iterator[Path]:
        number = 1
        while (folder := workspace.editions / _name(period, number)).joinpath(DATA).exists():
            yield folder
            number += 1

    return list(found())


def _name(period: Period, revision: int) -> str:
    return str(period) if revision == 1 else f"{period}-r{revision}"


def _versions(edition: dict[str, Any]) -> dict[str, int | None]:
    return {table: told["version"] for table, told in edition["tables"].items()}


def _read(path: Path) -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LushanError(
            f"this edition cannot be read: {error}", where=str(path), mend="bring it back from a copy"
        ) from error
    return told
