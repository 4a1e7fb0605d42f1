"""A report as one page that needs nothing else: what its templates share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from lushan.exhibits.style import stylesheet
from lushan.words import Language


def say_in(language: Language) -> Callable[[str, str], str]:
    """What chooses one of two texts.

    >>> say_in("zh")("通过", "Passed"), say_in("en")("通过", "Passed")
    ('通过', 'Passed')
    """
    return lambda zh, en: zh if language == "zh" else en


def report(template: str, language: Language, number: Callable[[Any], str] = "{:,}".format, **known: Any) -> str:
    """A report's template as HTML.

    Args:
        template: a file of ``templates`` that extends ``report.html``.
        number: how its numbers are written.
        known: what the template is given.
    """
    environment = Environment(
        loader=PackageLoader("lushan.commands"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = number
    return environment.get_template(template).render(known, language=language, style=stylesheet(), t=say_in(language))
