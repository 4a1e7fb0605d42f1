"""A small bank's stories, figures by hand, and how a story reads."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from lushan.magazine.inline import as_text
from lushan.magazine.markdown import Reader
from lushan.magazine.render import Ink, render
from lushan.magazine.shelf import Shelf
from lushan.runs.figures import Value
from lushan.runs.period import Period
from lushan.runs.run import run
from lushan.warehouse.landing import land, read_mapping
from lushan.words import Language
from workspaces import open_session

APRIL = Period.parse("2023-04")
TOUR = Path(__file__).parents[1] / "examples" / "tour"
STORY = """\
---
part: 2
order: 10
title: 月投产情况
figures: [delivery.received, delivery.released, delivery.throughput]
---
{{ period.month }}新增任务单 {{ delivery.received }} 个，上线 {{ delivery.released }} 个。

较上月{{ delivery.received.change }}。{{ quoted("22") }} 人参加。[^one]

![](delivery.flow_by_day)

{% for line in delivery.received.by("line") if line > 0 %}
- **{{ line.dims[0] }}**：{{ line }} 个
{% endfor %}

**下一步。** 守住当前节奏。

[^one]: 只计一次。
"""
ENGLISH = """\
---
part: 2
order: 10
title: Releases of the month
figures: [delivery.received, delivery.released, delivery.throughput]
---
In {{ period.month }}, {{ delivery.received }} work orders came in and {{ delivery.released }} went live.

![](delivery.flow_by_day)

**Next.** Keep the pace.
"""


def value(metric: str, number: str | None, *dims: str, at: Period = APRIL, cut: tuple[str, ...] = ("line",)) -> Value:
    """A figure by hand."""
    made = None if number is None else Decimal(number)
    return Value(metric, cut if dims else (), dims, at, made, None, 1)


def land_tickets(root: Path, tickets: Path, steps: Path) -> None:
    """Land tickets and their steps, and run April 2023."""
    session = open_session(root)
    for file, table, mapping in ((tickets, "ticket", "tickets"), (steps, "ticket_event", "steps")):
        contract = session.contract(f"delivery.{table}")
        land(session.warehouse, contract, str(file), read_mapping(TOUR / f"{mapping}.map.yaml", contract))
    run(session, APRIL)


def told(text: str, shelf: Shelf, language: Language, free: bool = False) -> str:
    """A template as a reader sees it, on one line."""
    ink = Ink()
    marked = render(text, shelf, language, ink, where="story", free=free)
    return as_text(Reader(ink, shelf.period, language, "story").line(marked)).strip()
