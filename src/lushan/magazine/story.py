"""Stories and articles: their files, what heads them, and their words in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from lushan.domains.domain import Domain
from lushan.errors import LushanError
from lushan.magazine.parts import PARTS
from lushan.magazine.render import numeral, typed
from lushan.runs.period import Period
from lushan.words import Language
from lushan.workspace import Workspace

HEAD = re.compile(r"---\n(?P<head>.*?\n)---\n(?P<body>.*)", re.DOTALL)
NAME = re.compile(r"(?P<name>.+)\.(?P<language>zh|en)\.md")
#: What may stand in the head of a story: its type, and how that is said.
KNOWN: dict[str, tuple[type, str]] = {
    "part": (int, "a whole number"),
    "order": (int, "a whole number"),
    "title": (str, "a text"),
    "figures": (list, "a list of metrics, such as [delivery.received, delivery.released]"),
    "quoted": (bool, "true or false"),
}
NEEDED = ("part", "order", "title")


@dataclass(frozen=True)
class Story:
    """One story or article in one language, as its file has it.

    ``first`` is the line that its body begins at; ``free`` says that its numerals are the editor's own.
    """

    name: str
    path: Path
    language: Language
    kind: str
    part: int
    order: int
    title: str
    figures: tuple[str, ...]
    free: bool
    body: str
    first: int


def find_stories(workspace: Workspace, domains: Iterable[Domain], period: Period, language: Language) -> list[Story]:
    """The stories and articles of an edition in one language, in the order in which they are printed.

    Raises:
        LushanError: the head of one is wrong.
    """
    own = sorted(workspace.stories.glob(f"*.{language}.md"))
    named = [(f"story.{_name(path)}", path) for path in own]
    if not named:
        named = [
            (f"{domain.name}.{_name(path).removeprefix('story_')}", path)
            for domain in domains
            for path in domain.stories(language)
        ]
    stories = [read_story(path, name, "story") for name, path in named]
    articles = sorted((workspace.articles / str(period)).glob(f"*.{language}.md"))
    stories += [read_story(path, f"article.{_name(path)}", "article") for path in articles]
    return sorted(stories, key=lambda story: (story.part, story.order, story.name))


def read_story(path: Path, name: str, kind: str) -> Story:
    """Read one story or article.

    Raises:
        LushanError: it cannot be read, or its head is wrong.
    """
    try:
        text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise LushanError(
            f"it is not UTF-8: byte {error.start}", where=str(path), mend="save the file as UTF-8"
        ) from None
    if "\ue000" in text or "\ue001" in text:
        raise LushanError("it holds characters of private use", where=str(path), mend="remove them")
    match, named = HEAD.fullmatch(text), NAME.fullmatch(path.name)
    if not match or not named:
        raise LushanError(
            "it has no head",
            where=str(path),
            expected="---, part: 2, order: 10, title: …, --- and then Markdown, in a file called name.zh.md",
            mend="begin it with a line ---, its settings, and another line ---",
        )
    head = _head(path, match["head"], kind)
    free = bool(head.get("quoted", False))
    if not free and numeral(head["title"]) is not None:
        raise _wrong(path, f"{typed().found} in the title", "say it without, or bind the figure in the text")
    return Story(
        name=name,
        path=path,
        language="zh" if named["language"] == "zh" else "en",
        kind=kind,
        part=head["part"],
        order=head["order"],
        title=head["title"],
        figures=tuple(head.get("figures", ())),
        free=free,
        body=match["body"],
        first=match["head"].count("\n") + 3,
    )


def _head(path: Path, text: str, kind: str) -> dict[str, Any]:
    """The settings of a story, checked."""
    try:
        head = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        raise LushanError(
            f"{error.problem}", where=f"{path}, line {line}", mend="put a title with a colon into quotes"
        ) from None
    if not isinstance(head, dict):
        raise _wrong(path, "its head holds no settings", "write part: 2, order: 10, title: …")
    for name in NEEDED:
        if name not in head:
            raise _wrong(path, f"its head does not say {name}", f"write {name}: …")
    for name, value in head.items():
        if name not in KNOWN:
            raise _wrong(path, f"its head says {name}, which means nothing", f"write one of {', '.join(KNOWN)}")
        kind_of, said = KNOWN[name]
        if type(value) is not kind_of:
            raise _wrong(path, f"{name} is {value!r}", f"write {said}")
    if head["part"] not in PARTS:
        raise _wrong(path, f"there is no part {head['part']}", f"write one of {', '.join(map(str, PARTS))}")
    if head.get("quoted") and kind == "story":
        raise _wrong(path, "a story may not be quoted as a whole", "bind its figures, and mark numerals by quoted()")
    if len(head.get("figures", ())) > 5 or not all(isinstance(name, str) for name in head.get("figures", ())):
        raise _wrong(path, "figures are drawn large, five at most", "name three to five metrics: figures: [a.b, a.c]")
    return head


def _wrong(path: Path, found: str, mend: str) -> LushanError:
    return LushanError(found, where=f"{path}, its head", mend=mend)


def _name(path: Path) -> str:
    match = NAME.fullmatch(path.name)
    return match["name"] if match else path.stem


def pairs(chinese: Iterable[Story], english: Iterable[Story]) -> Iterator[tuple[str, dict[Language, Story]]]:
    """Stories by name, in the languages that they are written in.

    Raises:
        LushanError: the two languages of one have different heads.
    """
    found: dict[str, dict[Language, Story]] = {}
    for story in (*chinese, *english):
        found.setdefault(story.name, {})[story.language] = story
    for name, told in found.items():
        heads = {(story.part, story.order, story.figures) for story in told.values()}
        if len(heads) > 1:
            raise LushanError(
                "its head differs from that of the other language",
                where=str(told["en"].path),
                expected=f"the part, order and figures of {told['zh'].path.name}",
                mend="make the two heads the same, but for the title",
            )
        yield name, told
