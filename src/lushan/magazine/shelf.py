"""The figures that a story may bind: all of a period, found by metric, cut and month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from lushan.errors import LushanError
from lushan.runs.figures import Value
from lushan.runs.metric import Metric
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.runs.trace import all_figures


class NoValueError(LushanError):
    """A metric that is known has no value in the period."""


class Shelf:
    """The figures of an edition's period and of the month before."""

    def __init__(self, period: Period, metrics: Mapping[str, Metric], values: Iterable[Value]) -> None:
        self.period, self.metrics = period, metrics
        self.held: dict[tuple[str, tuple[str, ...], Period], Value] = {}
        self.cuts: dict[tuple[str, tuple[str, ...]], list[Value]] = {}
        for value in values:
            self.held.setdefault((value.metric, value.dims, value.period), value)
            if value.period == period:
                self.cuts.setdefault((value.metric, value.cut), []).append(value)

    @classmethod
    def of(cls, session: Session, period: Period) -> Shelf:
        """The figures of a period at a session's versions."""
        return cls(period, session.catalogue.metrics, all_figures(session, period))

    def metric(self, name: str) -> Metric:
        """A metric by its name.

        Raises:
            LushanError: there is none.
        """
        if name not in self.metrics:
            near = get_close_matches(name, self.metrics, 3)
            raise LushanError(
                f"no metric is called {name}",
                expected=", ".join(near) or "a name that lushan figures lists",
                mend="correct the name",
            )
        return self.metrics[name]

    def find(self, metric: str, dims: tuple[str, ...], at: Period) -> Value | None:
        """A figure, if the period has it."""
        return self.held.get((metric, dims, at))

    def before(self, value: Value) -> Value | None:
        """The same figure of the month before, if the period has it."""
        earlier = self.find(value.metric, value.dims, value.period - 1)
        return earlier if earlier and earlier.cut == value.cut else None

    def get(self, metric: str, dims: tuple[str, ...], at: Period) -> Value:
        """A figure.

        Raises:
            NoValueError: the period does not have it.
        """
        value = self.find(metric, dims, at)
        if value is None:
            wanted = Value(metric, dims, dims, at, None, None, 0).id(self.period)
            held = [found.id(self.period) for found in self.held.values()]
            near = get_close_matches(wanted, held, 3) or [name for name in held if name.split("[")[0] == metric][:3]
            raise NoValueError(
                f"{wanted} has no value in {self.period}",
                expected=", ".join(near) or "a figure that lushan figures lists",
                mend="correct the name, ask `.exists` first, or run the period",
            )
        return value
