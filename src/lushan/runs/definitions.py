"""Fingerprints of definitions, remembered: while code and settings are what they were, none is built to be known."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile

import ibis

from lushan.runs.identity import fingerprint
from lushan.runs.session import Session

FOLDER = "_definitions"


@dataclass
class Definitions:
    """The fingerprints of one state of the code and the settings, in a file beside the tables.

    Args:
        file: where they are kept; nothing for definitions whose code nobody has vouched for.
    """

    file: Path | None
    held: dict[str, str] = field(default_factory=dict)
    fresh: bool = False

    @classmethod
    def of(cls, session: Session) -> Definitions:
        """What is remembered of a session's definitions; a file that cannot be read is as good as none."""
        if not session.code:
            return cls(None)
        workspace = session.workspace
        state = fingerprint(
            code=session.code, ibis=ibis.__version__, zone=workspace.zone,
            parameters={name: dict(values) for name, values in workspace.parameters.items()},
        )  # fmt: skip
        file = workspace.warehouse / FOLDER / f"{state}.json"
        try:
            return cls(file, dict(json.loads(file.read_text(encoding="utf-8"))))
        except (OSError, ValueError, TypeError):
            return cls(file)

    def of_step(self, name: str, period: str, built: Callable[[], str]) -> str:
        """The fingerprint of a step's definition, built where it is not remembered."""
        key = f"{name} {period}"
        if key not in self.held:
            self.held[key], self.fresh = built(), True
        return self.held[key]

    def keep(self) -> None:
        """Remember what was built, and forget other states; a disk that refuses costs only time."""
        if self.file is None or not self.fresh:
            return
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("w", dir=self.file.parent, delete=False, encoding="utf-8") as made:
                json.dump(self.held, made)
            Path(made.name).replace(self.file)
            for other in self.file.parent.iterdir():
                if other != self.file:
                    other.unlink(missing_ok=True)
        except OSError:
            return
