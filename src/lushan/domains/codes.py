"""How coded values are said, as the exhibits of the domains say them."""

from __future__ import annotations

from functools import cache

from lushan.domains import domains
from lushan.words import Language, Text


@cache
def codes() -> dict[tuple[str, str, str], Text]:
    """The word for each code, by domain, column and code.

    A code that an exhibit gives a column of its own is called as that column is, under no column's name.
    """
    found: dict[tuple[str, str, str], Text] = {}
    for domain in domains():
        for exhibit in domain.exhibits:
            for field in (exhibit.label, *exhibit.fields):
                found.setdefault((domain.name, "", field.column), field.title)
                found |= {(domain.name, field.column, str(code)): word for code, word in field.words}
    return found


def say_code(domain: str, column: str, value: str, language: Language) -> str:
    """A value of a column as a reader says it; a value without a word is itself.

    >>> say_code("delivery", "line", "零售", "en"), say_code("delivery", "class", "routine", "zh")
    ('Retail', '需求优化')
    """
    word = codes().get((domain, column, value)) or codes().get((domain, "", value))
    return word.say(language) if word else value
