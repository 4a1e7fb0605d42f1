"""Figures as pages show them: written, compared with the month before, and found by what a reader types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

import ibis

from lushan.domains.codes import say_code
from lushan.exhibits.format import unit_word, write, write_change
from lushan.runs.figures import Value, figure_contract, figure_table, read_figures
from lushan.runs.metric import Metric
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.words import Language


@dataclass(frozen=True)
class Shown:
    """One figure of a period, and the same of the month before where there is one."""

    metric: Metric
    value: Value
    before: Decimal | None = None

    @property
    def domain(self) -> str:
        """The domain that defines it."""
        return self.metric.id.split(".")[0]

    @property
    def id(self) -> str:
        """What it is called in its period."""
        return self.value.id(self.value.period)

    def written(self, language: Language) -> str:
        """The value as a reader sees it."""
        held = self.value.number if self.value.number is not None else self.value.text
        return write(held, self.metric.unit, self.metric.decimals, language)

    def unit(self, language: Language) -> str:
        """The word that follows the value."""
        return unit_word(self.metric.unit, language)

    def change(self, language: Language) -> str:
        """The change on the month before; empty where there is none to tell."""
        if self.before is None or self.value.number is None or self.metric.change:
            return ""
        return write_change(self.before, self.value.number, self.metric.unit, language)

    def dims(self, language: Language) -> str:
        """The values of its cut."""
        pairs = zip(self.value.cut, self.value.dims, strict=True)
        return " · ".join(say_code(self.domain, column, value, language) for column, value in pairs)

    def holds(self, wanted: str) -> bool:
        """Whether all words that a reader typed are in its titles, its id, or its values of the cut."""
        metric = self.metric
        spoken = (self.id, metric.title.zh, metric.title.en, metric.owner, self.dims("zh"), self.dims("en"))
        text = " ".join(spoken).lower()
        return all(word in text for word in wanted.lower().split())


@dataclass(frozen=True)
class Entry:
    """A metric in a list of figures: its value for the whole, if it has one, and for its cuts."""

    metric: Metric
    whole: Shown | None
    cuts: tuple[tuple[tuple[str, ...], tuple[Shown, ...]], ...]

    @property
    def figures(self) -> int:
        """How many figures it holds."""
        return (self.whole is not None) + sum(len(shown) for _, shown in self.cuts)


def figures_of(session: Session, period: Period) -> Iterator[Shown]:
    """The figures of a period, domain by domain, in the order in which their metrics are defined."""
    metrics = session.catalogue.metrics
    place = {name: number for number, name in enumerate(metrics)}
    for domain in dict.fromkeys(name.split(".")[0] for name in metrics):
        values = [value for value in read_figures(session, domain, period) if value.metric in metrics]
        earlier = {(v.metric, v.cut, v.dims): v.number for v in values if v.period == period - 1}
        now = [value for value in values if value.period == period]
        for value in sorted(now, key=lambda value: (place[value.metric], value.cut, value.dims)):
            yield Shown(metrics[value.metric], value, earlier.get((value.metric, value.cut, value.dims)))


def entries(figures: Iterable[Shown]) -> list[Entry]:
    """Figures in order, gathered by their metrics."""
    made = []
    for metric, group in groupby(figures, key=lambda shown: shown.metric):
        held = list(group)
        cuts = {cut: tuple(shown) for cut, shown in groupby(held, key=lambda shown: shown.value.cut)}
        whole = cuts.pop((), ())
        made.append(Entry(metric, whole[0] if whole else None, tuple(cuts.items())))
    return made


def cut_title(session: Session, metric: Metric, cut: tuple[str, ...], language: Language) -> str:
    """What a cut is called, by the titles of its columns in the tables that the metric reads."""
    titles = {
        column.name: column.title for read in reversed(metric.reads) for column in session.contract(read.table).columns
    }
    return " × ".join(titles[name].say(language) if name in titles else name for name in cut)


def periods_held(session: Session) -> list[str]:
    """The months for which any domain has figures, newest first."""
    domains = dict.fromkeys(name.split(".")[0] for name in session.catalogue.metrics)
    snapshots = [session.snapshot(figure_table(domain)) for domain in domains]
    return sorted({period for snapshot in snapshots if snapshot for period in snapshot.periods}, reverse=True)


def history(session: Session, metric: Metric) -> list[tuple[Period, Decimal]]:
    """A metric's value for the whole in each month that is held, the oldest first."""
    contract = figure_contract(metric.id.split(".")[0])
    snapshot = session.snapshot(contract.id)
    if snapshot is None:
        return []
    table = session.compute.table(contract, snapshot)
    mine = table.filter((table.metric == metric.id) & (table.cut == "[]") & table.value.notnull())
    rows = session.compute.fetch(mine.select("of_period", "value", "period").order_by(ibis._.period)).to_pylist()
    # A month is told by its own figures; by those of the month after, when it was never run itself.
    newest = {row["of_period"]: row["value"] for row in rows if row["period"] != row["of_period"]}
    own = {row["of_period"]: row["value"] for row in rows if row["period"] == row["of_period"]}
    return [(session.period(month), value) for month, value in sorted((newest | own).items())]


def changed_since(session: Session, domain: str, period: Period) -> list[str]:
    """The tables that have other rows now than when a domain's figures of a period were computed."""
    snapshot = session.snapshot(figure_table(domain))
    part = next((p for p in snapshot.parts if p.period == str(period)), None) if snapshot else None
    if snapshot is None or part is None:
        return []
    note = session.warehouse.notes(snapshot).get(part.identity, {})
    read = {tuple(item) for item in note.get("reads", ())}
    changed = []
    for table in sorted({name for name, _, _ in read}):
        held = session.snapshot(table)
        current = {(table, p.period or "", p.identity) for p in held.parts} if held else set()
        if any(item not in current for item in read if item[0] == table):
            changed.append(table)
    return changed
