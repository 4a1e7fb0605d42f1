"""What came of indicators as one page that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lushan.commands.report import report, say_in
from lushan.domains.governance.indicators import verdict
from lushan.engines.reconcile import Status
from lushan.words import Language

if TYPE_CHECKING:
    from lushan.domains.governance.cross import Cross
    from lushan.domains.governance.reconciliation import Reconciled

BY = {"org_id": ("按机构", "by branch"), "cut": ("按分项", "by part"), "item_id": ("按明细", "by row")}
SHOWN = 20


def amount(value: Decimal | None) -> str:
    """An amount as people read it; what rounds to nothing has no sign.

    >>> amount(Decimal("-1234.5")), amount(Decimal("-0.001")), amount(None)
    ('-1,234.50', '0.00', '—')
    """
    return "—" if value is None else f"{value:z,.2f}"


def reconciliation_page(wanted: Sequence[Cross], found: Reconciled, period: str, language: Language) -> str:
    """Indicators, their comparisons, and the parts of each difference, as HTML."""
    say = say_in(language)
    said = [(cross, verdict(cross, found.results)) for cross in wanted]

    return report(
        "reconciliation.html",
        language,
        amount,
        indicators=[(cross, status, _of(found.results, cross.id)) for cross, status in said],
        gaps={cross.id: _parts(_of(found.gaps, cross.id)) for cross in wanted},
        counts={status: sum(one == status for _, one in said) for status in Status},
        period=period,
        by=lambda column: say(*BY[column]),
        status=lambda code: Status(code).text.say(language),
    )


def _of(rows: Sequence[dict[str, Any]], indicator: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["indicator"] == indicator]


def _parts(gaps: Sequence[dict[str, Any]]) -> dict[tuple[str, str, str], list[dict[str, Any]]]:
    """The largest parts of an indicator's differences, by the two sources and what tells them."""
    told: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for gap in gaps:
        told.setdefault((gap["left"], gap["right"], gap["by"]), []).append(gap)
    return {name: parts[:SHOWN] for name, parts in told.items()}
