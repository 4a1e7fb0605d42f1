"""Secrets stay in the environment: a setting names them, and messages never show them."""

from __future__ import annotations

import os
import re

from lushan.errors import LushanError


def expand(url: str, where: str) -> str:
    """A URL with each ``${NAME}`` replaced by the environment's value.

    Args:
        where: the setting that holds the URL, for the message.

    Raises:
        LushanError: the environment has no such value.
    """

    def value(match: re.Match[str]) -> str:
        if match[1] not in os.environ:
            raise LushanError(f"the environment has no {match[1]}", where=where, mend=f"export {match[1]}=…")
        return os.environ[match[1]]

    return re.sub(r"\$\{(\w+)\}", value, url)


def safe(url: str) -> str:
    """A URL that may be shown: without its password.

    >>> safe("postgresql://reader:s3cret@db/bank"), safe("postgresql://db/bank?user=reader&password=s3cret")
    ('postgresql://reader:…@db/bank', 'postgresql://db/bank?user=reader&password=…')
    """
    shown = re.sub(r"(://[^:/@]*):.*@", r"\1:…@", url)
    return re.sub(r"(?i)([?&]\w*passw\w*=)[^&]*", r"\1…", shown)
