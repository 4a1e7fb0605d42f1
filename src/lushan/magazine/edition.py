"""Assembling an edition: stories, figures, exhibits' rows and tables' versions as one piece of plain data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from lushan.domains import domains
from lushan.errors import LushanError
from lushan.exhibits.alternative import alternative
from lushan.exhibits.exhibit import Exhibit
from lushan.exhibits.rows import exhibit_rows
from lushan.magazine import cover
from lushan.magazine.code import short_ids
from lushan.magazine.figure import each, figure_data, metric_data, said
from lushan.magazine.markdown import Inline, Reader
from lushan.magazine.parts import PARTS
from lushan.magazine.plain import to_plain
from lushan.magazine.render import Ink, placed, render
from lushan.magazine.shelf import NoValueError, Shelf
from lushan.magazine.story import Story, find_stories, pairs
from lushan.magazine.usual import usual_ranges
from lushan.runs.figures import Value, figure_contract
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.runs.trace import sources, split_id
from lushan.words import LANGUAGES, Language

FORMAT = 1

Edition = dict[str, Any]


def assemble(session: Session, period: Period, revision: int = 1) -> Edition:
    """An edition of a period as plain data: everything that its pages and its print are drawn from.

    Args:
        session: pinned to the versions that are read.
        period: the month.
        revision: the first publication is 1, each correction one more.

    Raises:
        LushanError: the period has not been run, or a story is wrong.
    """
    return _Assembly(session, period, revision).edition()


def as_json(edition: Edition) -> str:
    """An edition as the text of its ``edition.json``; the same edition gives the same bytes."""
    return json.dumps(edition, ensure_ascii=False, separators=(",", ":")) + "\n"


class _Assembly:
    """An edition being assembled: what its stories have used so far."""

    def __init__(self, session: Session, period: Period, revision: int) -> None:
        self.session, self.period, self.revision = session, period, revision
        self.shelf = Shelf.of(session, period)
        self.exhibits = {exhibit.id: exhibit for domain in domains() for exhibit in domain.exhibits}
        self.figures: dict[str, Value] = {}
        self.large: dict[str, Value] = {}
        self.placed: dict[str, Exhibit] = {}

    def edition(self) -> Edition:
        """The edition."""
        if not any(value.period == self.period for value in self.shelf.held.values()):
            raise LushanError(
                f"{self.period} has no figures", where=str(self.session.workspace.root),
                mend=f"lushan run {self.session.workspace.root} --period {self.period}",
            )  # fmt: skip
        parts = self._parts()
        ridges = self._ridges()
        exhibits = {name: self._exhibit_data(exhibit) for name, exhibit in sorted(self.placed.items())}
        codes = short_ids([*self.figures, *(f"exhibit {name}" for name in exhibits)])
        usual = usual_ranges(self.session, [value.metric for value in self.large.values()], self.period)
        figures = {
            name: figure_data(value, self.shelf, codes[name], usual) for name, value in sorted(self.figures.items())
        }
        metrics = sorted({value.metric for value in self.figures.values()})
        for name, data in exhibits.items():
            data["code"] = codes[f"exhibit {name}"]  # an exhibit may share its name with a figure
        return {
            "format": FORMAT,
            "period": str(self.period),
            "revision": self.revision,
            "bank": said(self.session.workspace.bank),
            "zone": self.session.workspace.zone,
            "cover": ridges,
            "parts": parts,
            "figures": figures,
            "metrics": {name: metric_data(self.shelf.metric(name)) for name in metrics},
            "exhibits": exhibits,
            "tables": self._tables(metrics),
        }

    def _parts(self) -> list[dict[str, Any]]:
        """The parts that have anything to say, with their stories in order."""
        session, period = self.session, self.period
        found = {language: find_stories(session.workspace, domains(), period, language) for language in LANGUAGES}
        told = [stories for _, stories in pairs(found["zh"], found["en"])]
        told.sort(key=lambda stories: next((one.part, one.order, one.name) for one in stories.values()))
        parts = []
        for number, title in PARTS.items():
            mine = [stories for stories in told if next(iter(stories.values())).part == number]
            stories = [data for story in mine if (data := self._story(story))]
            if stories:
                large = [name for data in stories for name in data["figures"] if self.large[name].number is not None]
                parts.append({
                    "number": number, "title": said(title), "figure": large[0] if large else None, "stories": stories,
                })  # fmt: skip
        return parts

    def _story(self, told: dict[Language, Story]) -> dict[str, Any] | None:
        """A story in its languages; nothing where the bank has none of the figures that head it."""
        one = next(iter(told.values()))
        try:
            heads = [split_id(name, self.period) for name in one.figures]
            values = [value for head in heads if self.shelf.metric(head[0]) and (value := self.shelf.find(*head))]
        except LushanError as error:
            raise placed(error, f"{one.path}, its head") from error
        if heads and not values:
            return None
        for value in values:
            self.figures[value.id(self.period)] = self.large[value.id(self.period)] = value
        return {
            "id": one.name,
            "kind": one.kind,
            "figures": [value.id(self.period) for value in values],
            "told": {language: self._told(story) for language, story in told.items()},
        }

    def _told(self, story: Story) -> dict[str, Any]:
        """The words of a story in one language."""
        ink, where = Ink(), str(story.path)
        text = render(story.body, self.shelf, story.language, ink, where=where, first=story.first, free=story.free)
        reader = Reader(ink, self.period, story.language, where)
        blocks, notes = reader.read(text)
        self._use(ink)
        for name in reader.exhibits:
            line = story.first + story.body[: story.body.find(f"({name})")].count("\n")
            self._place(name, f"{where}, line {line}")
        lead: list[Inline] = []
        if story.kind == "story":
            if not blocks or "paragraph" not in blocks[0]:
                raise LushanError(
                    "it does not begin with a sentence", where=where,
                    expected="a first paragraph that says what happened", mend="write it under the head",
                )  # fmt: skip
            lead = blocks.pop(0)["paragraph"]
        return {"title": story.title, "lead": lead, "blocks": blocks, "notes": notes}

    def _ridges(self) -> list[dict[str, Any]]:
        """The series that make the cover, whose exhibits are taken into the edition."""
        shown = {one.exhibit: self.exhibits[one.exhibit] for one in cover.SERIES}
        rows = {name: to_plain(exhibit_rows(self.session, shown[name], self.period)) for name in shown}
        ridges = cover.series(rows)
        self.placed |= {ridge["exhibit"]: shown[ridge["exhibit"]] for ridge in ridges}
        return ridges

    def _place(self, name: str, where: str) -> None:
        """Take an exhibit into the edition.

        Raises:
            LushanError: there is none of that name.
        """
        if name not in self.exhibits:
            near = get_close_matches(name, self.exhibits, 3) or sorted(self.exhibits)
            raise LushanError(
                f"no exhibit is called {name}", where=where, expected=", ".join(near), mend="correct the name"
            )
        self.placed[name] = self.exhibits[name]

    def _exhibit_data(self, exhibit: Exhibit) -> dict[str, Any]:
        """An exhibit as plain data: its title with figures in it, its rows, and the words that stand for it."""
        rows = exhibit_rows(self.session, exhibit, self.period)
        return {
            "code": "",
            "kind": exhibit.kind,
            "name": said(exhibit.name),
            "title": {language: self._exhibit_title(exhibit, language) for language in LANGUAGES},
            "alternative": each(lambda language: alternative(exhibit, rows, language)),
            "note": said(exhibit.note),
            "reads": [read.table for read in exhibit.reads],
            "rows": to_plain(rows),
        }

    def _exhibit_title(self, exhibit: Exhibit, language: Language) -> list[Inline]:
        """What an exhibit finds; its name, where the bank has no figures for that."""
        ink, where = Ink(), f"the title of {exhibit.id}"
        try:
            text = render(exhibit.title.say(language), self.shelf, language, ink, where=where)
        except NoValueError:
            return [exhibit.name.say(language)]
        self._use(ink)
        return Reader(ink, self.period, language, where).line(text)

    def _tables(self, metrics: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The tables behind the edition, as far back as they were landed, at the versions that were read."""
        session = self.session
        reads = [read for name in metrics for read in self.shelf.metric(name).reads]
        reads += [read for exhibit in self.placed.values() for read in exhibit.reads]
        versions = {source.table: source.version for source in sources(session, reads, self.period)}
        contracts = session.catalogue.behind(read.table for read in reads)
        for contract in map(figure_contract, sorted({name.split(".")[0] for name in self.shelf.metrics})):
            contracts[contract.id] = contract
            if snapshot := session.snapshot(contract.id):
                versions[contract.id] = snapshot.version
        return {
            table: {"title": said(contracts[table].title), "version": versions.get(table)}
            for table in sorted(contracts)
        }

    def _use(self, ink: Ink) -> None:
        """Take the figures that were printed into the edition."""
        for thing in ink.inserted:
            value = thing if isinstance(thing, Value) else getattr(thing, "value", None)
            if isinstance(value, Value):
                self.figures[value.id(self.period)] = value
