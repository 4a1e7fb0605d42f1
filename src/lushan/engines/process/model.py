"""A model of how a process should run, as the game of tokens that Petri nets and BPMN play."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: Where tokens lie: each place once for each of its tokens, in order.
Marking = tuple[str, ...]


@dataclass(frozen=True)
class Move:
    """A step of a model: it takes a token from each place before and puts one on each place after.

    ``activity`` is what is seen of it; a silent move is seen by nobody.
    """

    activity: str | None
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Model:
    """How a process should run.

    Args:
        moves: all of its steps.
        begins: where tokens lie at first.
        ends: where they lie when a case may end.
    """

    moves: tuple[Move, ...]
    begins: Marking
    ends: Marking

    @classmethod
    def of(cls, activities: Sequence[str]) -> Model:
        """The model of one path: these activities in this order, each once.

        >>> Model.of(["apply", "decide"]).moves[1]
        Move(activity='decide', before=('1',), after=('2',))
        """
        moves = tuple(Move(name, (str(place),), (str(place + 1),)) for place, name in enumerate(activities))
        return cls(moves, ("0",), (str(len(activities)),))

    @property
    def activities(self) -> frozenset[str]:
        """All that the model knows."""
        return frozenset(move.activity for move in self.moves if move.activity is not None)

    def onward(self, marking: Marking) -> Iterator[tuple[Move, Marking]]:
        """The moves that can be made, and where tokens lie afterwards."""
        for move in self.moves:
            left = list(marking)
            try:
                for place in move.before:
                    left.remove(place)
            except ValueError:
                continue
            yield move, tuple(sorted([*left, *move.after]))
