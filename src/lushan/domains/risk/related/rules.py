"""The rule table, read from its YAML: clause by clause, each rule a few ways from those whom other rules found."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import get_args

from lushan.domains.risk.related.steps import STEPS, PartyKind
from lushan.place import Place, read_yaml, vocabulary
from lushan.words import Text

TABLE = Path(__file__).with_name("rules.yaml")
TOP = vocabulary("version order rules window")
RULE = vocabulary("rule clause must party relation zh en ways")
WAY = vocabulary("step of direct important up controls roles kinds")
WINDOW = vocabulary("rule clause must months zh en")
BANK = "bank"


@dataclass(frozen=True)
class Way:
    """One step from the parties that some rules found.

    Args:
        step: the name of the step.
        of: the rules it begins at, ``bank`` for the bank itself.
        options: what the step is told, such as the roles that count.
    """

    step: str
    of: tuple[str, ...]
    options: tuple[tuple[str, bool | tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Rule:
    """What makes a party related: its clause, and the ways that lead to it.

    Args:
        must: whether the order says 应; otherwise 可, and the bank decides.
        relation: equity, investment, kinship, office or named.
    """

    id: str
    clause: str
    must: bool
    party: PartyKind
    relation: str
    title: Text
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Window:
    """The clause on the months before and after."""

    id: str
    clause: str
    months: int
    title: Text


@dataclass(frozen=True)
class RuleTable:
    """All rules, in the order in which they are applied."""

    version: str
    order: str
    rules: tuple[Rule, ...]
    window: Window

    def rule(self, id: str) -> Rule:
        """The rule of this id.

        Raises:
            KeyError: there is none.
        """
        for rule in self.rules:
            if rule.id == id:
                return rule
        raise KeyError(id)


@cache
def rule_table(path: Path = TABLE) -> RuleTable:
    """The rule table in a YAML file.

    Raises:
        LushanError: a rule begins at one that does not come before it, or takes a step that is not known.

    >>> table = rule_table()
    >>> table.version, len(table.rules), table.rule("L3b").clause
    ('2022.1', 23, '7(3)')
    """
    top = read_yaml(path)
    top.only(TOP)
    known = [BANK]
    rules = []
    for place in top.list_of("rules"):
        place.only(RULE)
        id = place.need("rule").written
        if id in known:
            raise place.fault(f"two rules are called {id}", mend="rename one of them")
        known.append(id)
        rules.append(
            Rule(
                id=id,
                clause=place.need("clause").written,
                must=place.flag("must"),
                party=place.need("party").one_of(get_args(PartyKind), "kind of party"),  # type: ignore[arg-type]
                relation=place.need("relation").written,
                title=Text(place.need("zh").written, place.need("en").written),
                ways=tuple(_way(way, known) for way in place.list_of("ways")),
            )
        )
    window = top.need("window")
    window.only(WINDOW)
    return RuleTable(
        version=top.text_of("version"),
        order=top.text_of("order"),
        rules=tuple(rules),
        window=Window(
            window.text_of("rule"), window.text_of("clause"), int(window.text_of("months")),
            Text(window.text_of("zh"), window.text_of("en")),
        ),
    )  # fmt: skip


def _way(place: Place, known: list[str]) -> Way:
    place.only(WAY)
    step = place.need("step").one_of(tuple(STEPS), "step")
    of: list[str] = []
    for name in place.list_of("of"):
        found = [rule for rule in known if fnmatchcase(rule, name.written)]
        if not found:
            raise name.fault(f"no rule before this one is called {name.written}", expected=", ".join(known))
        of += found
    options: list[tuple[str, bool | tuple[str, ...]]] = []
    for key, _ in place.pairs():
        if key.written in ("direct", "important", "up", "controls"):
            options.append((key.written, place.flag(key.written)))
        elif key.written in ("roles", "kinds"):
            options.append((key.written, tuple(item.written for item in place.list_of(key.written))))
    return Way(step, tuple(of), tuple(options))
