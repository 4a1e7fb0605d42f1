"""Transfers between accounts: each account's usual life, and the rings among them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from lushan.sample.bank import sub_branches
from lushan.sample.chance import Sample, draw
from lushan.sample.columns import hundredths, numbered
from lushan.sample.days import days_of, months
from lushan.sample.rings import payments, planted

MONTHS = months("2023-02", "2023-04")
ACCOUNTS, MONTHLY = 1_500, 3_400
OUTSIDE = 0.08
CHANNELS = {"mobile": 62, "ebank": 22, "counter": 10, "third_party": 6}
SOURCES_OF_BAD = {"police": 45, "court": 15, "complaint": 25, "own": 15}
#: How often a ring is at work in a month, at most.
TIMES = 2


def accounts(sample: Sample) -> Iterator[pa.Table]:
    """The accounts that make transfers; some are another bank's, and belong to no branch."""
    count, rng = sample.size(ACCOUNTS), sample.chance("risk.account")
    outside = rng.random(count) < OUTSIDE
    place = draw(rng, sub_branches(sample), count)
    opened = np.datetime64("2016-01-01") + rng.integers(0, 2_500, count)
    holder = np.where(outside, "outside", np.where(rng.random(count) < 0.8, "person", "company"))
    yield pa.table(
        {
            "account": account_ids(count),
            "holder": holder,
            "org_id": pa.array(place.to_pylist(), mask=outside),
            "opened_on": opened,
            "closed_on": pa.array([None] * count, pa.date32()),
        }
    )


def known_bad(sample: Sample) -> Iterator[pa.Table]:
    """The accounts that are known to be bad: the members of the rings but those that nobody knows of."""
    count, rng = sample.size(ACCOUNTS), sample.chance("risk.known_bad")
    bad = sorted(account for ring in planted(sample, count) for account in ring.accounts if account != ring.hidden)
    marked = [date(2023, 1, 1) + timedelta(days=int(day)) for day in rng.integers(0, 85, len(bad))]
    ids = account_ids(count)
    yield pa.table(
        {
            "account": ids.take(pa.array(bad)),
            "marked_on": marked,
            "lifted_on": pa.array([None] * len(bad), pa.date32()),
            "source": draw(rng, tuple(SOURCES_OF_BAD), len(bad), tuple(SOURCES_OF_BAD.values())),
        }
    )


def transfers(sample: Sample) -> Iterator[pa.Table]:
    """The transfers of each month: most between accounts that know each other, in amounts that are usual for them."""
    count, rng = sample.size(ACCOUNTS), sample.chance("risk.transfer")
    rings = planted(sample, count)
    usual = rng.lognormal(6.6, 0.8, count)
    busy = rng.gamma(1.2, 1.0, count)
    partners = rng.choice(count, (count, 5), p=busy / busy.sum())
    for month in MONTHS:
        made = sample.size(MONTHLY)
        payer = rng.choice(count, made, p=busy / busy.sum())
        payee = partners[payer, rng.integers(0, 5, made)]
        days = rng.integers(0, len(days_of(month)), made)
        amount = usual[payer] * rng.lognormal(0, 0.45, made) * np.where(rng.random(made) < 0.02, rng.uniform(4, 30), 1)
        hours = days * 24 + np.clip(rng.normal(14, 4, made), 0, 23.9)
        rows = [np.column_stack([payer, payee, amount, hours])]
        for ring in rings:
            for _ in range(int(rng.integers(1, TIMES + 1))):
                begins = float(rng.integers(0, 21) * 24 + rng.integers(8, 20))
                rows.append(np.array([(a, b, v, begins + h) for a, b, v, h in payments(rng, ring)]))
        whole = np.concatenate(rows)
        whole = whole[whole[:, 0] != whole[:, 1]]
        whole = whole[np.argsort(whole[:, 3], kind="stable")]
        ids = account_ids(count)
        yield pa.table(
            {
                "transfer_id": numbered(f"ZZ{month.replace('-', '')}", np.arange(len(whole)), 7),
                "at": np.datetime64(f"{month}-01", "s") + (whole[:, 3] * 3600).astype("timedelta64[s]"),
                "payer": ids.take(pa.array(whole[:, 0].astype(np.int64))),
                "payee": ids.take(pa.array(whole[:, 1].astype(np.int64))),
                "amount": hundredths(np.maximum(np.round(whole[:, 2] * 100), 1), 15),
                "channel": draw(rng, tuple(CHANNELS), len(whole), tuple(CHANNELS.values())),
            }
        )


def account_ids(count: int) -> pa.Array:
    """The numbers of so many accounts."""
    return numbered("6217", np.arange(count) * 37 % 100_000_007, 8)
