"""The order of work: what must run for a period, what is current already, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lushan.errors import LushanError
from lushan.runs.definitions import Definitions
from lushan.runs.figures import figure_contract, figure_table
from lushan.runs.identity import Input, fingerprint, window
from lushan.runs.measure import definitions, reach
from lushan.runs.metric import Metric
from lushan.runs.model import Model, Read
from lushan.runs.period import Period
from lushan.runs.session import Session

Status = Literal["run", "current", "waiting"]


@dataclass(frozen=True)
class Step:
    """One table, or one period of it, that a run looks at.

    ``definition`` is the fingerprint of what is computed; ``identity`` names what that gives of what it reads,
    and is known before anything is computed.
    """

    name: str
    period: Period | None
    status: Status
    reason: str
    definition: str
    identity: str
    reads: tuple[Input, ...]

    @property
    def slice(self) -> str | None:
        """The period that the step writes; nothing when it writes a whole table."""
        return str(self.period) if self.period else None


@dataclass
class Planner:
    """Plans one period: follows each definition to what it reads, before itself."""

    session: Session
    target: Period
    definitions: Definitions
    steps: dict[tuple[str, str | None], Step] = field(default_factory=dict)
    _path: list[str] = field(default_factory=list)
    _parts: dict[str, dict[str | None, str]] = field(default_factory=dict)

    def model(self, model: Model, period: Period) -> Step:
        """Plan a model for a period, and before it the models that it reads."""
        at = period if self.session.contract(model.id).period else None
        key = (model.id, str(at) if at else None)
        if key in self.steps:
            return self.steps[key]
        if model.id in self._path:
            raise LushanError(
                " → ".join([*self._path, model.id]) + ": models that wait for each other",
                where=model.id,
                mend="let one of them read a table that the others do not make",
            )
        self._path.append(model.id)
        self._upstream(model.reads, at)
        self._path.pop()
        definition = self._definition(model.id, at, lambda: self.session.definition(model, at or self.target))
        self.steps[key] = step = self._step(model.id, at, definition, self._inputs(model.reads, at), model.reads[0])
        return step

    def figures(self, domain: str, metrics: Sequence[Metric]) -> Step:
        """Plan a domain's figures, and before them the models that its metrics read."""
        found: set[Input] = set()
        for metric in metrics:
            self._upstream(reach(metric), self.target)
            found.update(self._inputs(reach(metric), self.target))
        name, at = figure_table(domain), self.target
        definition = self._definition(name, at, lambda: definitions(self.session, metrics, at))
        step = self._step(name, at, definition, tuple(sorted(found)), None)
        self.steps[name, str(self.target)] = step
        return step

    def _upstream(self, reads: tuple[Read, ...], period: Period | None) -> None:
        for read in reads:
            if upstream := self.session.catalogue.models.get(read.table):
                if period is None or not self.session.contract(read.table).period:
                    self.model(upstream, self.target)
                else:
                    for months in range(read.back or 0, -1, -1):
                        self.model(upstream, period - months)

    def _held(self, table: str) -> dict[str | None, str]:
        """The identities of a table's parts, as they are and as this plan will make them."""
        if table not in self._parts:
            snapshot = self.session.snapshot(table)
            self._parts[table] = {part.period: part.identity for part in snapshot.parts} if snapshot else {}
        planned = {s.slice: s.identity for s in self.steps.values() if s.name == table and s.status == "run"}
        return self._parts[table] | planned

    def _inputs(self, reads: tuple[Read, ...], period: Period | None) -> tuple[Input, ...]:
        found: set[Input] = set()
        for read in reads:
            wanted = window(read, self.session.contract(read.table), period)
            found.update(
                Input(read.table, at or "", identity)
                for at, identity in self._held(read.table).items()
                if wanted is None or at is None or at in wanted
            )
        return tuple(sorted(found))

    def _definition(self, name: str, period: Period | None, said: Callable[[], str]) -> str:
        """The fingerprint of what is computed and in which shape it is kept."""
        contract = self.session.catalogue.contracts.get(name) or figure_contract(name.split(".")[0])
        return self.definitions.of_step(
            name, str(period or self.target), lambda: fingerprint(text=said(), contract=contract.digest)
        )

    def _step(
        self, name: str, period: Period | None, definition: str, reads: tuple[Input, ...], subject: Read | None
    ) -> Step:
        at = str(period) if period else None
        identity = identify(definition, reads)

        def step(status: Status, reason: str) -> Step:
            return Step(name, period, status, reason, definition, identity, reads)

        if subject is not None and not any(part.table == subject.table for part in reads):
            place = f" for {at}" if at and self._held(subject.table) else ""
            return step("waiting", f"{subject.table} holds nothing{place}")
        if not reads:
            return step("waiting", "no table that its metrics read has been landed")
        current = self._held(name).get(at)
        if current == identity:
            return step("current", "nothing it reads has changed")
        return step("run", self._why(name, current, definition, reads))

    def _why(self, name: str, current: str | None, definition: str, reads: tuple[Input, ...]) -> str:
        """Why a step must run, from what was noted when its part was last published."""
        if current is None:
            return "not made yet"
        note = self.session.warehouse.notes(self.session.warehouse.snapshot(name)).get(current, {})
        before = {tuple(item) for item in note.get("reads", ())}
        changed = sorted(
            {f"{i.table} {i.period}".strip() for i in reads if (i.table, i.period, i.identity) not in before}
        )
        reasons = [f"changed: {', '.join(changed)}"] if changed else []
        if note.get("definition") != definition:
            reasons.insert(0, "its definition changed")
        return "; ".join(reasons) or "fewer rows to read than before"


def identify(definition: str, reads: tuple[Input, ...]) -> str:
    """The identity of what a definition, in the shape of its contract, gives of the parts it reads."""
    return fingerprint(definition=definition, reads=reads)


def plan(session: Session, period: Period) -> tuple[Step, ...]:
    """What a run of a period would do, in order.

    Raises:
        LushanError: models wait for each other.
    """
    planner = Planner(session, period, Definitions.of(session))
    for model in session.catalogue.models.values():
        planner.model(model, period)
    domains: dict[str, list[Metric]] = {}
    for metric in session.catalogue.metrics.values():
        domains.setdefault(metric.id.split(".")[0], []).append(metric)
    for domain, metrics in domains.items():
        planner.figures(domain, metrics)
    planner.definitions.keep()
    return tuple(planner.steps.values())
