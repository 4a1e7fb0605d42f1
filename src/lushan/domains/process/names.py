"""Names of organisations, normalised so that two spellings of one name are equal."""

from __future__ import annotations

from ibis.expr import types as ir

#: Full-width forms of the printable ASCII characters, and what they are.
WIDE = "".join(chr(code + 0xFEE0) for code in range(0x21, 0x7F))
NARROW = "".join(chr(code) for code in range(0x21, 0x7F))
#: Brackets that are written for round ones.
BRACKETS = ("【】〔〕［］[]{}〈〉", "()()()()()()")


def normal(name: ir.StringValue) -> ir.StringValue:
    """A name without blanks, in half width, with round brackets and in capitals.

    >>> import ibis
    >>> normal(ibis.literal("赣江数据（江西） ＡＢc有限公司")).execute()
    '赣江数据(江西)ABC有限公司'
    """
    narrow = name.translate(WIDE, NARROW).translate(*BRACKETS)
    return narrow.re_replace(r"[\s\x{3000}\x{00A0}]+", "").upper()
