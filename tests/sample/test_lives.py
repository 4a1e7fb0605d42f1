"""The plan of work orders adds up for every seed and scale."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lushan.sample import targets
from lushan.sample.chance import Sample, level, split
from lushan.sample.days import WORKDAYS, work_moment
from lushan.sample.lives import NEW_YEAR, SPAN, plan_lives
from lushan.sample.tickets import NAMES, ticket_events

samples = st.builds(Sample, seed=st.integers(0, 2**32 - 1), scale=st.sampled_from([0.1, 0.37, 1.0]))


@given(samples)
@settings(max_examples=15, deadline=None)
def test_the_plan_of_work_orders_adds_up(sample: Sample) -> None:
    lives = plan_lives(sample)
    new_year = np.datetime64("2023-01-01")
    is_open = np.isnat(lives.closed) | (lives.closed >= new_year)
    assert int(((lives.month < NEW_YEAR) & is_open).sum()) == sample.size(targets.CARRIED)
    for place in range(NEW_YEAR, len(SPAN)):
        assert int((lives.month == place).sum()) == sample.size(targets.RECEIVED[SPAN[place]])
    april = lives.closed.astype("datetime64[M]") == np.datetime64("2023-04")
    windows = sum(sample.size(count) for counts in targets.WINDOWS.values() for count in counts)
    assert int((april & lives.released).sum()) == windows
    closed = ~np.isnat(lives.closed)
    assert (lives.closed[closed] > work_moment(lives.received[closed])).all()
    assert np.isin(lives.closed[closed].astype("datetime64[D]"), WORKDAYS).all()


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=5, deadline=None)
def test_the_steps_of_an_order_follow_each_other(seed: int) -> None:
    for batch in ticket_events(Sample(seed, 0.1)):
        at, seq = batch["at"].to_numpy(), batch["seq"].to_numpy()
        follows = seq[1:] > 0
        assert (at[1:] >= at[:-1])[follows].all()
        assert (seq[1:] - seq[:-1])[follows].tolist() == [1] * int(follows.sum())
        steps = np.array(batch["step"].to_pylist())
        assert set(steps[seq == 0]) <= {"received"}
        assert set(steps) <= set(NAMES)


@given(st.integers(0, 10_000), st.lists(st.floats(0.01, 100), min_size=1, max_size=30))
def test_shares_add_up_and_are_nearest_to_their_weights(total: int, weights: list[float]) -> None:
    shares = split(total, weights)
    assert int(shares.sum()) == total
    assert (np.abs(shares - np.array(weights) * total / sum(weights)) < 1 + 1e-6).all()


@given(st.data())
def test_levelled_values_add_up_within_their_bounds(data: st.DataObject) -> None:
    values = data.draw(st.lists(st.integers(-50, 50), min_size=1, max_size=20))
    low = data.draw(st.integers(-60, 0))
    high = data.draw(st.integers(low, 60))
    total = data.draw(st.integers(low * len(values), high * len(values)))
    found = level(values, total, low, high)
    assert int(found.sum()) == total
    assert found.min() >= low
    assert found.max() <= high
