"""Short ids: what a figure or an exhibit is called in small print, the same in every edition."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

#: Digits and letters that are not taken for each other.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 4


def short_ids(names: Iterable[str]) -> dict[str, str]:
    """A short id for each name: its first letter and a hash; longer where two would be alike.

    >>> short_ids(["delivery.received", "delivery.received[企金]"])
    {'delivery.received': 'DEFF3', 'delivery.received[企金]': 'DDESZ'}
    """
    given: dict[str, str] = {}
    for name in sorted(set(names)):
        number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:16], "big")
        digits = ""
        while len(digits) < LENGTH or name[0].upper() + digits in given.values():
            number, digit = divmod(number, len(ALPHABET))
            digits += ALPHABET[digit]
        given[name] = name[0].upper() + digits
    return given
