"""Rings in the sample bank: what is planted is found, verdicts are learnt from, nothing goes away in silence."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from lushan.domains import bank, risk
from lushan.runs.catalogue import Catalogue
from lushan.runs.judgement import judge, open_actions
from lushan.runs.model import Read
from lushan.runs.run import run
from lushan.runs.session import Session
from lushan.sample import bank as places
from lushan.sample import days, transfers
from lushan.sample.chance import Sample
from lushan.sample.files import write_file
from lushan.sample.rings import Ring, planted
from lushan.warehouse.landing import land
from lushan.workspace import Workspace
from workspaces import BANK, built_once

APRIL = "2023-04"
SAMPLE = Sample(seed=7, scale=1.0)
SOURCES = {
    "bank.calendar": days.calendar,
    "bank.organisation": places.organisations,
    "risk.account": transfers.accounts,
    "risk.transfer": transfers.transfers,
    "risk.known_bad": transfers.known_bad,
}


def catalogue() -> Catalogue:
    """The definitions of rings, and what they need."""

    def ours(thing: Any) -> bool:
        return thing.id.startswith(("risk.ring", "risk.account", "risk.transfer", "risk.known_bad"))

    domain = risk.DOMAIN
    contracts = (*bank.DOMAIN.contracts, *filter(ours, domain.contracts))
    return Catalogue.of(contracts, filter(ours, domain.models), (), filter(ours, domain.actions))


def rows(session: Session, table: str) -> pa.Table:
    """A table's rows of April."""
    (bound,) = session.bound((Read(table),), session.period(APRIL))
    return session.compute.fetch(bound)


def build(root: Path) -> None:
    """Write, land and run what rings need of the sample bank; fewer repeats than usual."""
    workspace = Workspace.create(root, BANK)
    settings = root / "lushan.toml"
    settings.write_text(settings.read_text() + '\n[parameters."risk.ring_evaluation"]\nrepeats = 4\n')
    session = Session(Workspace.open(root), catalogue())
    for id, source in SOURCES.items():
        file = root / "sources" / f"{id}.csv"
        write_file(file, source(SAMPLE), "utf-8")
        land(session.warehouse, session.contract(id), str(file), zone=workspace.zone)
    outcome = run(session, session.period(APRIL))
    assert not outcome.failed, outcome.failed


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_once(tmp_path_factory, "rings", build)


@pytest.fixture
def session(ready: Path) -> Session:
    """The rings of the sample bank, run for April; only read."""
    return Session(Workspace.open(ready), catalogue())


@pytest.fixture
def own(ready: Path, tmp_path: Path) -> Session:
    """The same in a folder of the test's own."""
    return Session(Workspace.open(Path(shutil.copytree(ready, tmp_path / "own"))), catalogue())


@pytest.fixture(scope="module")
def truth() -> list[tuple[Ring, set[str], str | None]]:
    """The planted rings with the ids of their accounts, and of the member that nobody knows of."""
    count = SAMPLE.size(transfers.ACCOUNTS)
    ids = transfers.account_ids(count).to_pylist()
    return [
        (ring, {ids[account] for account in ring.accounts}, None if ring.hidden is None else ids[ring.hidden])
        for ring in planted(SAMPLE, count)
    ]


def test_the_members_that_nobody_knows_of_are_marked(session: Session, truth: Any) -> None:
    hidden = {one for _, _, one in truth if one}
    marked = set(rows(session, "risk.ring_review")["key"].to_pylist())
    assert len(hidden) >= 5
    assert len(hidden & marked) >= 0.8 * len(hidden)
    assert len(marked - hidden) <= len(hidden)


def test_each_planted_ring_is_found_as_one(session: Session, truth: Any) -> None:
    members = rows(session, "risk.ring_member")
    ring_of = dict(zip(members["account"].to_pylist(), members["ring"].to_pylist(), strict=True))
    whole = 0
    for _, accounts, _ in truth:
        names = [ring_of.get(account) for account in accounts]
        whole += max(names.count(name) for name in names) >= 0.8 * len(accounts)
    assert whole >= 0.8 * len(truth)


def test_the_shapes_are_those_planted(session: Session, truth: Any) -> None:
    found, members = rows(session, "risk.ring").to_pylist(), rows(session, "risk.ring_member")
    ring_of = dict(zip(members["account"].to_pylist(), members["ring"].to_pylist(), strict=True))
    shape_of = {one["ring"]: one["shape"] for one in found}
    size_of = {one["ring"]: one["members"] for one in found}
    right = wrong = 0
    for ring, accounts, _ in truth:
        names = {ring_of.get(account) for account in accounts}
        if len(names) == 1 and None not in names and size_of[(name := names.pop())] == len(accounts):
            right, wrong = right + (shape_of[name] == ring.shape), wrong + (shape_of[name] != ring.shape)
    assert right >= 10 and right >= 4 * wrong


def test_amounts_and_days_are_those_of_the_transfers(session: Session) -> None:
    ring = rows(session, "risk.ring").sort_by("ring").to_pylist()[0]
    members = rows(session, "risk.ring_member")
    mine = members.filter(pc.equal(members["ring"], ring["ring"]))["account"]
    (bound,) = session.bound((Read("risk.transfer", back=2),), session.period(APRIL))
    all_rows = session.compute.fetch(bound)
    inner = all_rows.filter(
        pc.and_(
            pc.and_(pc.is_in(all_rows["payer"], mine), pc.is_in(all_rows["payee"], mine)),
            pc.not_equal(all_rows["payer"], all_rows["payee"]),
        )
    )
    assert ring["transfers"] == inner.num_rows
    assert ring["amount"] == sum(inner["amount"].to_pylist(), Decimal())
    assert ring["members"] == len(mine)


def test_every_marked_account_has_its_path_to_a_known_bad_one(session: Session) -> None:
    scores, path = rows(session, "risk.ring_score"), rows(session, "risk.ring_path").sort_by("step").to_pylist()
    bad = set(scores.filter(pc.equal(scores["standing"], "known_bad"))["account"].to_pylist())
    for account in scores.filter(scores["marked"])["account"].to_pylist():
        steps = [row for row in path if row["account"] == account]
        assert account in (steps[0]["payer"], steps[0]["payee"])
        assert {steps[-1]["payer"], steps[-1]["payee"]} & bad
        assert all(row["transfers"] >= 1 and row["amount"] > 0 for row in steps)


def test_the_evaluation_beats_both_of_its_parts(session: Session) -> None:
    table = rows(session, "risk.ring_evaluation")
    at = {row["method"]: row for row in table.to_pylist() if abs(row["threshold"] - 0.4) < 0.01}
    assert at["combined"]["recall"] > 0.5
    assert at["propagation"]["precision"] < 0.05 < at["combined"]["precision"]
    assert at["combined"]["average_precision"] > at["propagation"]["average_precision"]
    assert at["combined"]["recall_low"] <= at["combined"]["recall"] <= at["combined"]["recall_high"]
    falls = [row["recall"] for row in table.sort_by("threshold").to_pylist() if row["method"] == "combined"]
    assert falls == sorted(falls, reverse=True)


def test_a_verdict_closes_the_action_and_feeds_the_next_training(own: Session) -> None:
    period, action = own.period(APRIL), own.catalogue.actions["risk.ring_review"]
    waiting = open_actions(own, action, period)["key"].to_pylist()
    cleared, confirmed = waiting[0], waiting[1]
    before = rows(own, "risk.ring_training").to_pylist()[0]
    judge(own, action, cleared, "cleared", "工资代发账户", "张三")
    judge(own, action, confirmed, "confirmed", "与警方通报一致", "张三")
    outcome = run(own, period)
    assert not outcome.failed, outcome.failed
    after = rows(own, "risk.ring_training").to_pylist()[0]
    assert after["known_bad"] == before["known_bad"] + 1 and after["cleared"] == 1
    assert after["label_digest"] != before["label_digest"] and after["data_digest"] == before["data_digest"]
    standing = dict(
        zip(*(rows(own, "risk.ring_score")[name].to_pylist() for name in ("account", "standing")), strict=True)
    )
    assert standing[cleared] == "cleared" and standing[confirmed] == "known_bad"
    assert not {cleared, confirmed} & set(rows(own, "risk.ring_review")["key"].to_pylist())


def test_running_again_gives_the_same_rows(own: Session) -> None:
    period = own.period(APRIL)
    models = {id: model for id, model in own.catalogue.models.items() if model.code and id != "risk.ring_evaluation"}
    for id, model in models.items():
        keys = [(key, "ascending") for key in own.contract(id).key]
        again, kept = own.computed(model, period, period).sort_by(keys), rows(own, id).sort_by(keys)
        assert again.to_pylist() == kept.select(again.column_names).to_pylist(), id


def test_without_a_known_bad_account_there_are_findings_and_no_crash(own: Session, tmp_path: Path) -> None:
    lifted = [row | {"lifted_on": row["marked_on"]} for row in next(transfers.known_bad(SAMPLE)).to_pylist()]
    file = tmp_path / "known_bad.parquet"
    pq.write_table(pa.Table.from_pylist(lifted), file)
    land(own.warehouse, own.contract("risk.known_bad"), str(file), zone=own.workspace.zone)
    outcome = run(own, own.period(APRIL))
    assert not outcome.failed, outcome.failed
    assert [row["code"] for row in rows(own, "risk.ring_finding").to_pylist()] == ["no_known_bad"]
    assert len(rows(own, "risk.ring")) == len(rows(own, "risk.ring_review")) == len(rows(own, "risk.ring_path")) == 0
    assert rows(own, "risk.ring_score")["score"].null_count == len(rows(own, "risk.ring_score"))


def test_what_is_wrong_with_the_sources_is_told(own: Session, tmp_path: Path) -> None:
    table = list(transfers.transfers(SAMPLE))[-1]
    strange = table.slice(0, 3).set_column(3, "payee", table["payer"].slice(0, 3))
    strange = strange.set_column(0, "transfer_id", pa.array(["S1", "S2", "S3"]))
    file = tmp_path / "transfer.parquet"
    pq.write_table(pa.concat_tables([table, strange]), file)
    land(own.warehouse, own.contract("risk.transfer"), str(file), zone=own.workspace.zone)
    bad = next(transfers.known_bad(SAMPLE)).to_pylist()
    quiet = sorted(
        set(transfers.account_ids(1500).to_pylist()) - set(rows(own, "risk.ring_score")["account"].to_pylist())
    )
    bad[0] |= {"marked_on": date(2023, 6, 1)}
    bad[1] |= {"lifted_on": date(2022, 6, 1)}
    bad.append(bad[2] | {"account": quiet[0]})
    file = tmp_path / "known_bad.parquet"
    pq.write_table(pa.Table.from_pylist(bad, next(transfers.known_bad(SAMPLE)).schema), file)
    landed = land(own.warehouse, own.contract("risk.known_bad"), str(file), zone=own.workspace.zone)
    assert landed.broken == {"lifted_after": 1}
    outcome = run(own, own.period(APRIL))
    assert not outcome.failed, outcome.failed
    found = {row["code"]: row["rows"] for row in rows(own, "risk.ring_finding").to_pylist()}
    assert found == {"self_loop": 3, "known_bad_without_transfers": 1, "marked_after_period": 1}


def test_drift_is_told_against_the_month_before(session: Session) -> None:
    drift = rows(session, "risk.ring_drift").to_pylist()
    assert {"score", "spread", "in_burst"} <= {row["feature"] for row in drift}
    assert all(row["psi"] >= 0 and row["accounts_before"] > 0 for row in drift)


def test_the_sample_has_what_is_planted_at_any_scale() -> None:
    small = replace(SAMPLE, scale=0.1)
    count = small.size(transfers.ACCOUNTS)
    found = planted(small, count)
    members = [account for ring in found for account in ring.accounts]
    assert len(members) == len(set(members)) and max(members) < count
