"""What was taken from a file of rules, whoever's it is."""

from __future__ import annotations

from dataclasses import dataclass

from lushan.engines.rules.rule import Rule


@dataclass(frozen=True)
class Taken:
    """What was taken from a file.

    Args:
        rules: the rules that it states.
        left: what it states that no rule can say, each with its place and the reason.
    """

    rules: tuple[Rule, ...]
    left: tuple[str, ...] = ()
