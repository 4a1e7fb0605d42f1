"""Fetching an exhibit's rows."""

from __future__ import annotations

import pyarrow as pa

from lushan.exhibits.exhibit import Exhibit
from lushan.runs.period import Period
from lushan.runs.session import Session


def exhibit_rows(session: Session, exhibit: Exhibit, period: Period) -> pa.Table:
    """The rows of an exhibit in a period, at the session's versions, in the order in which they are read.

    Months of history that the warehouse does not hold give no rows.
    """
    settings = session.workspace.settings(exhibit.id)
    return session.compute.fetch(exhibit.expression(session.bound(exhibit.reads, period), period, settings))
