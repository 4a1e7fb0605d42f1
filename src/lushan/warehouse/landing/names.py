"""The names of a source's columns: each has one, and no two share one."""

from __future__ import annotations

from collections.abc import Sequence

from lushan.errors import LushanError


def see_names(names: Sequence[str], where: str) -> Sequence[str]:
    """The names, once it is sure that each column can be told from the others.

    Raises:
        LushanError: there are none, a column has no name, or two have the same; small and large letters are not
            told apart.

    >>> see_names(["编号", "标题"], "orders.csv:1")
    ['编号', '标题']
    """
    if not names:
        raise LushanError("there is no header", where=where, mend="let the first line name the columns")
    folded = [name.casefold() for name in names]
    for number, name in enumerate(folded):
        if not name:
            raise LushanError(
                f"column {number + 1} has no name", where=where, mend="name it in the source, or leave it out there"
            )
        if name in folded[:number]:
            raise LushanError(f"two columns are called {names[number]}", where=where, mend="rename one of them")
    return names
