"""Numbers with a check digit: identity cards by GB 11643, and unified social credit codes by GB 32100."""

from __future__ import annotations

ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ID_CHECKS = "10X98765432"
CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def identity_number(region: str, born: str, order: int) -> str:
    """The number of an identity card.

    Args:
        region: six digits.
        born: the birthday, ``YYYYMMDD``.
        order: the number among those of one region and day; odd for men.

    >>> identity_number("110105", "19491231", 2)
    '11010519491231002X'
    """
    body = f"{region}{born}{order % 1000:03}"
    return body + ID_CHECKS[sum(int(digit) * weight for digit, weight in zip(body, ID_WEIGHTS, strict=True)) % 11]


def credit_code(region: str, number: int) -> str:
    """The unified social credit code of an enterprise: kind 91, its region, an organisation code, and a check.

    >>> credit_code("360400", 20210101)
    '91360400020210101Y'
    """
    body = f"91{region}{number:09}"
    total = sum(CREDIT_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(body))
    return body + CREDIT_SIGNS[-total % 31]
