"""How coded values are said, as the exhibits of the domains say them."""

from __future__ import annotations

from functools import cache

from lushan.domains import domains
from lushan.words import Language, Text


@cache
def codes() -> dict[tuple[str, str, str], Text]:
    """The word for each code, by domain, column and code."""
    return {
        (domain.name, field.column, str(code)): word
        for domain in domains()
        for exhibit in domain.exhibits
        for field in (exhibit.label, *exhibit.fields)
        for code, word in field.words
    }


def say_code(domain: str, column: str, value: str, language: Language) -> str:
    """A value of a column as a reader says it; a value without a word is itself.

    >>> say_code("delivery", "line", "零售", "zh")
    '零售'
    """
    word = codes().get((domain, column, value))
    return word.say(language) if word else value
