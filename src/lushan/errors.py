"""The one shape of every refusal: where, what was found, what was expected, how to mend it."""

from __future__ import annotations


class LushanError(Exception):
    """A refusal that a person can act on.

    Args:
        found: what is wrong, in one sentence.
        where: the file, line, row, table or setting it was found at.
        expected: what would have been right.
        mend: what to do now.
        excerpt: lines of the source with the fault underlined, if there are any.

    >>> print(LushanError("20230231 is not a date", where="tickets.csv, row 14, column received_at",
    ...                   expected="a day of the calendar", mend="correct the source and land it again"))
    tickets.csv, row 14, column received_at: 20230231 is not a date
      expected: a day of the calendar
      mend: correct the source and land it again
    """

    def __init__(
        self,
        found: str,
        *,
        where: str = "",
        expected: str = "",
        mend: str = "",
        excerpt: str = "",
    ) -> None:
        self.found, self.where, self.expected, self.mend, self.excerpt = found, where, expected, mend, excerpt
        super().__init__(found)

    def __str__(self) -> str:
        lines = [f"{self.where}: {self.found}" if self.where else self.found]
        lines += [f"  {line}" for line in self.excerpt.splitlines()]
        lines += [f"  {word}: {text}" for word, text in (("expected", self.expected), ("mend", self.mend)) if text]
        return "\n".join(lines)
