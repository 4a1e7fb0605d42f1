"""Which paths of a process a map shows, and which of them run forward."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush


@dataclass(frozen=True)
class Path:
    """A step from one activity to another; from nothing where cases begin, to nothing where they end."""

    source: str | None
    target: str | None
    times: int


def busiest(paths: Sequence[Path], share: float, most: int = 60) -> list[Path]:
    """The paths that a map shows: the most frequent ones, and what ties their activities to beginning and end.

    Args:
        paths: all of a process.
        share: of all steps that were taken, how many the paths are to hold, from 0 to 1.
        most: how many activities there may be before they are tied.

    >>> walked = [Path(None, "a", 9), Path("a", "b", 8), Path("b", None, 8), Path("a", "c", 1), Path("c", None, 1)]
    >>> [(path.source, path.target) for path in busiest(walked, 0.8)]
    [(None, 'a'), ('a', 'b'), ('b', None)]
    """
    ranked = sorted(paths, key=_rank)
    wanted = share * sum(path.times for path in paths)
    kept: set[Path] = set()
    shown: set[str | None] = {None}
    held = 0
    for path in ranked:
        if (held >= wanted and kept) or len(shown | {path.source, path.target}) > most + 1:
            break
        kept.add(path)
        shown |= {path.source, path.target}
        held += path.times
    for leads in (_onward, _backward):
        kept |= _ties(ranked, kept, leads)
    return [path for path in ranked if path in kept]


#: The two ways to walk a path: where one comes from, and where one gets to.
Leads = Callable[[Path], tuple[str | None, str | None]]


def _rank(path: Path) -> tuple[int, str, str]:
    return -path.times, path.source or "", path.target or ""


def _onward(path: Path) -> tuple[str | None, str | None]:
    return path.source, path.target


def _backward(path: Path) -> tuple[str | None, str | None]:
    return path.target, path.source


def _tree(paths: Iterable[Path], leads: Leads) -> dict[str, Path]:
    """By which path each activity is come to, in a tree that grows from nothing by its heaviest path."""
    out: dict[str | None, list[Path]] = defaultdict(list)
    for path in sorted(paths, key=_rank):
        out[leads(path)[0]].append(path)
    tree: dict[str, Path] = {}
    waiting = [(_rank(path), path) for path in out[None]]
    heapify(waiting)
    while waiting:
        _, path = heappop(waiting)
        end = leads(path)[1]
        if end is not None and end not in tree:
            tree[end] = path
            for onward in out[end]:
                heappush(waiting, (_rank(onward), onward))
    return tree


def _ties(ranked: Sequence[Path], kept: set[Path], leads: Leads) -> set[Path]:
    """The paths by which activities that none of the kept paths leads to from nothing are led to after all."""
    tree = _tree(ranked, leads)
    reached: set[str | None] = {None}
    while new := {leads(path)[1] for path in kept if leads(path)[0] in reached} - reached:
        reached |= new
    ties: set[Path] = set()
    for name in {end for path in kept for end in (path.source, path.target)} - reached:
        at: str | None = name
        while at is not None and at in tree and at not in reached:
            reached.add(at)
            ties.add(tree[at])
            at = leads(tree[at])[0]
    return ties


def forward(paths: Iterable[Path]) -> list[Path]:
    """The paths that run forward: as many as go in no circle.

    First those by which each activity is come to from the beginning, so that all hang below it; then the others, those
    first that are taken more often than their reverse.

    >>> walked = [Path(None, "a", 9), Path("a", "b", 9), Path("b", "a", 2), Path("b", "c", 7), Path("c", "a", 8)]
    >>> [(path.source, path.target) for path in forward(walked)]
    [(None, 'a'), ('a', 'b'), ('b', 'c')]
    """
    walked = list(paths)
    times = {(path.source, path.target): path.times for path in walked}
    tree = set(_tree(walked, _onward).values())

    def weight(path: Path) -> tuple[bool, int, int, str, str]:
        net = path.times - times.get((path.target, path.source), 0)
        return path not in tree, -net, *_rank(path)

    after: dict[str | None, set[str | None]] = defaultdict(set)
    found = []
    for path in sorted(walked, key=weight):
        if path.source is None or path.target is None:
            found.append(path)  # nothing leads to the beginning, or away from the end
        elif not _reaches(path.target, path.source, after):
            after[path.source].add(path.target)
            found.append(path)
    return found


def _reaches(start: str, end: str, after: dict[str | None, set[str | None]]) -> bool:
    seen: set[str | None] = {start}
    waiting: list[str | None] = [start]
    while waiting:
        at = waiting.pop()
        if at == end:
            return True
        new = after[at] - seen
        seen |= new
        waiting += new
    return False
