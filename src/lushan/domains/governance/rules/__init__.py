"""The rules of governance, in files beside this one: what must hold of what is filed, and of the customer master."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lushan.engines.rules import Rule, read_rules

#: The class of a rule by the letter that its id begins with.
CLASSES = {
    "N": "not_null", "L": "length", "F": "field", "V": "field", "B": "field", "U": "field",
    "R": "relation", "S": "cross", "D": "cross", "T": "cross", "M": "master",
}  # fmt: skip


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of governance, as their files state them."""
    return tuple(rule for path in sorted(Path(__file__).parent.glob("*.yaml")) for rule in read_rules(path))


def class_of(rule: str) -> str:
    """The class of a rule.

    >>> class_of("N-203-KHMC"), class_of("S-401-QMYE")
    ('not_null', 'cross')
    """
    return CLASSES[rule[0]]
