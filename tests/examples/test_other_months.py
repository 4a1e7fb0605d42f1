"""The stories are true in other months than the one they were first printed for: their words follow the figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lushan.magazine.publish import publish
from lushan.runs.run import run
from workspaces import open_session


def words(thing: Any) -> str:
    """What a block says, figures as they are written."""
    if isinstance(thing, str):
        return thing
    if isinstance(thing, list):
        return "".join(words(piece) for piece in thing)
    if isinstance(thing, dict):
        return words([value for key, value in thing.items() if key not in ("figure", "exhibit")])
    return ""


def said(root: Path, month: str, language: str) -> dict[str, str]:
    """Every story of a month's edition as plain words."""
    session = open_session(root)
    assert not run(session, session.period(month)).failed
    folder = publish(session, session.period(month))
    edition = json.loads((folder / "edition.json").read_text(encoding="utf-8"))
    return {
        story["id"]: words([story["told"][language]["lead"], story["told"][language]["blocks"]])
        for part in edition["parts"]
        for story in part["stories"]
    }


def test_march_says_what_march_was(sample_copy: Path) -> None:
    told = said(sample_copy, "2023-03", "zh")
    assert "存量上升" in told["delivery.releases"]
    assert "窗口外紧急投产占上线的" in told["delivery.releases"]
    assert "各条线新增均多于上线" in told["delivery.demand"]
    assert "每天都按时完成" in told["operations.batches"]
    assert "最先迟到" not in told["operations.batches"]
    assert "系按阶段分别计数" not in told["delivery.architecture"]
    assert "没有签署滞留" in told["process.contracts"]
    assert "没有停滞的审批" in told["process.board"]
    assert "本月上线" not in told["process.robots"]
    assert not any(name.startswith("article.") for name in told)


def test_april_says_what_april_was(sample_copy: Path) -> None:
    told = said(sample_copy, "2023-04", "en")
    assert "the backlog shrank" in told["delivery.releases"]
    assert "nothing was released outside them" in told["delivery.releases"]
    assert "missed its deadline on 1 day." in told["operations.batches"]
    assert "had 1 incident in April" in told["operations.incidents"]
    assert "1 of them stands still" in told["process.contracts"]
    assert "the seal's name is not that of the company" in told["process.contracts"]
    assert "Most of the time goes by at 财务会审" in told["process.board"]
    assert "The scenario 按揭权证 went live this month" in told["process.robots"]
    assert told["article.prize"].startswith("On 19 April")
