"""What can be said of two values that should be one."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from lushan.words import Text


class Status(StrEnum):
    """What came of holding two values against each other, the best first.

    >>> Status.WITHIN.value, Status.WITHIN.text.zh
    ('within', '容差内')
    """

    AGREES = "agrees"
    WITHIN = "within"
    DIFFERS = "differs"
    UNAVAILABLE = "unavailable"

    @property
    def text(self) -> Text:
        """How it is said."""
        return TEXTS[self]

    @classmethod
    def of_all(cls, statuses: Iterable[str]) -> Status:
        """What is said of an indicator with several steps: a difference counts more than a value that is not there.

        >>> Status.of_all(["agrees", "unavailable", "differs"])
        <Status.DIFFERS: 'differs'>
        """
        found = {cls(status) for status in statuses}
        return next(status for status in WORST_FIRST if status in found)


TEXTS = {
    Status.AGREES: Text("一致", "agrees"),
    Status.WITHIN: Text("容差内", "within tolerance"),
    Status.DIFFERS: Text("不一致", "differs"),
    Status.UNAVAILABLE: Text("无法取数", "cannot be extracted"),
}
WORST_FIRST = (Status.DIFFERS, Status.UNAVAILABLE, Status.WITHIN, Status.AGREES)
