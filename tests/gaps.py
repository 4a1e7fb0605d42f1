"""What an engine cannot do, and why; the mark fails when the gap closes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

KINDS = {
    "notimpl": "Ibis does not write it for this engine",
    "notyet": "the engine has no such thing yet",
    "never": "the engines mean different things by it",
}


def marked(names: Iterable[str], gaps: Mapping[str, tuple[str, str]]) -> list[Any]:
    """Parameters of a test, those with a gap marked to fail."""
    names = list(names)
    assert gaps.keys() <= set(names), f"a gap of nothing: {gaps.keys() - set(names)}"
    assert {kind for kind, _ in gaps.values()} <= KINDS.keys()
    return [
        pytest.param(name, marks=pytest.mark.xfail(strict=True, reason=": ".join(gaps[name])) if name in gaps else ())
        for name in names
    ]
