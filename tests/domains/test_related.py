"""Related parties: the sample's world to the last one, rules clause by clause, days, faults, matches, exports."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from lushan.domains.risk.related.export import EAST_106, bods, east_106
from lushan.domains.risk.related.findings import findings
from lushan.domains.risk.related.listing import Listing
from lushan.domains.risk.related.rules import rule_table
from lushan.domains.risk.related.steps import Limits
from lushan.domains.risk.related.view import View
from lushan.domains.risk.related.world import ENDS, World
from lushan.runs.judgement import judge, open_actions
from lushan.runs.model import Read
from lushan.runs.run import run
from lushan.runs.session import Session
from lushan.sample import targets
from lushan.sample.chance import Sample
from lushan.sample.ownership import world as sample_world
from workspaces import open_session
from worlds import DAY, of_rows, table, world

APRIL = "2023-04"


def rows(session: Session, table: str, period: str = APRIL) -> list[dict[str, object]]:
    (found,) = session.bound((Read(table),), session.period(period))
    return list(session.compute.fetch(found).to_pylist())


@pytest.fixture(scope="module")
def session(sample_bank: Path) -> Session:
    return open_session(sample_bank)


def test_the_list_of_the_sample_bank_is_what_was_planted_to_the_last_party(session: Session) -> None:
    listed = {row["party_id"] for row in rows(session, "risk.related_party")}
    assert listed == sample_world(Sample(7, 1)).related
    assert len(listed) == targets.RELATED_PARTIES


@pytest.mark.parametrize("seed", [1, 23])
def test_every_seed_plants_as_many(seed: int) -> None:
    planted = sample_world(Sample(seed, 0.3))
    assert len(planted.related) == targets.RELATED_PARTIES
    assert Listing.of(of_rows(planted.rows), date(2023, 4, 30)).parties() == planted.related


def test_every_reason_has_a_way_from_the_bank_to_the_party(session: Session) -> None:
    names = {row["party_id"]: row["name"] for row in rows(session, "risk.party")}
    for reason in rows(session, "risk.related_clause"):
        assert str(reason["path"]).startswith("匡庐银行股份有限公司 ")
        assert str(reason["path"]).endswith(f" {names[reason['party_id']]}")


def test_the_boards_that_persons_tie_are_those_that_were_planted(session: Session) -> None:
    seats: dict[object, set[object]] = {}
    for row in sample_world(Sample(7, 1)).rows["office"]:
        if row["to_on"] is None and row["from_on"] <= date(2023, 4, 30):  # type: ignore[operator]
            seats.setdefault(row["person_id"], set()).add(row["org_id"])
    shared = Counter(pair for orgs in seats.values() for pair in combinations(sorted(map(str, orgs)), 2))
    assert {(row["org_id"], row["other_id"]): row["persons"] for row in rows(session, "risk.interlock")} == shared
    ties = {row["person_id"]: row["organisations"] for row in rows(session, "risk.board_tie")}
    assert ties == {person: len(orgs) for person, orgs in seats.items() if len(orgs) > 1}
    assert len(ties) > 20


def test_changes_are_those_of_the_lists(session: Session) -> None:
    now, then = (
        {row["party_id"] for row in rows(session, "risk.related_party", month)} for month in (APRIL, "2023-03")
    )
    moved = Counter(row["change"] for row in rows(session, "risk.related_change"))
    assert (moved["added"], moved["removed"]) == (len(now - then), len(then - now)) == (12, 5)


def found(*relations: tuple[str, ...], **options: object) -> set[tuple[str, str]]:
    """Party and rule of each reason that holds in a small world; D1 for those of the months around."""
    listing = Listing.of(world(*relations), DAY, Limits(**options))  # type: ignore[arg-type]
    return {(str(reason["party_id"]), str(reason["rule"])) for reason in listing.reasons()}


def must(*relations: tuple[str, ...], **options: object) -> set[tuple[str, str]]:
    kept = {rule.id for rule in rule_table().rules if rule.must} | {"D1"}
    return {(party, rule) for party, rule in found(*relations, **options) if rule in kept}


def test_five_per_cent_exactly_is_in_and_a_little_less_is_out() -> None:
    assert ("p1", "N2a") in must(("hold", "p1", "B", "5"))
    assert not must(("hold", "p1", "B", "4.9999"))


def test_half_of_a_half_of_the_bank_and_loops_count_in_the_sum() -> None:
    assert ("p1", "N2a") in must(("hold", "p1", "X", "50"), ("hold", "X", "B", "10"))
    looped = must(
        ("hold", "p1", "X", "40"), ("hold", "X", "Y", "50"), ("hold", "Y", "X", "20"), ("hold", "X", "B", "11.5")
    )
    assert ("p1", "N2a") in looped  # 0.4 / (1 - 0.1) of 11.5 % is 5.11 %


def test_who_controls_a_holder_controls_its_votes_whatever_he_owns() -> None:
    reasons = must(("hold", "p1", "X", "51"), ("hold", "X", "B", "4"), ("hold", "p1", "B", "1"))
    assert ("p1", "N2a") in reasons


def test_concert_partners_count_together() -> None:
    reasons = must(("hold", "X", "B", "3"), ("hold", "Y", "B", "2"), ("concert", "X", "Y"))
    assert {("X", "L2a"), ("Y", "L2a")} <= reasons


def test_a_seat_on_the_board_is_influence_without_five_per_cent() -> None:
    assert ("X", "L2a") in must(("hold", "X", "B", "2"), ("office", "p1", "B", "director", "X"))


def test_relatives_are_one_step_and_children_grown_up() -> None:
    reasons = must(
        ("office", "p1", "B", "director"), ("kin", "p1", "p2", "spouse"), ("kin", "p2", "p3", "sibling"),
        ("kin", "p1", "child", "child"), ("kin", "p4", "p1", "child"),
    )  # fmt: skip
    assert ("p2", "N4") in reasons
    assert ("p4", "N4") in reasons  # whose child the director is: a parent, whoever declared it
    assert not {party for party, _ in reasons} & {"p3", "child"}


def test_influence_reaches_further_for_those_who_control_the_bank_than_for_holders() -> None:
    """The commonest mistake: 7(3) asks for control by those of 7(2), and for influence by those of 7(1)."""
    holder = must(("hold", "X", "B", "20"), ("hold", "X", "Y", "30"))
    assert ("Y", "L3b") not in holder and ("Y", "L3a") not in holder
    assert ("Y", "D4") in found(("hold", "X", "B", "20"), ("hold", "X", "Y", "30"))
    controller = must(("hold", "X", "B", "60"), ("hold", "X", "Y", "30"))
    assert ("Y", "L3a") in controller
    person = must(("hold", "p1", "B", "60"), ("hold", "p1", "Y", "30"))
    assert ("Y", "L5a") in person
    director = must(("office", "p1", "B", "director"), ("hold", "p1", "Y", "30"))
    assert ("Y", "L5b") not in director


def test_influence_passes_nothing_on() -> None:
    reasons = must(("hold", "B", "X", "30"), ("hold", "X", "Y", "30"))
    assert ("X", "L4") in reasons
    assert ("Y", "L4") not in reasons


def test_who_controls_jointly_has_influence_and_control_where_the_bank_takes_it_for_such() -> None:
    holder = (("hold", "X", "B", "8"), ("joint", "Y", "X", "Z"), ("hold", "Y", "W", "60"))
    assert not {party for party, _ in must(*holder)} & {"Y", "Z", "W"}
    assert ("Y", "D4") in found(*holder)
    assert {("Y", "L3b"), ("W", "L3b")} <= must(*holder, joint=True)
    own = (("joint", "Y", "B", "Z"), ("hold", "Y", "W", "60"))
    assert must(*own) == {("Y", "L4")}
    assert must(*own, joint=True) == {("Y", "L4"), ("W", "L4")}
    above = (("joint", "B", "p1", "X"), ("hold", "X", "Y", "60"))
    assert {("p1", "N2b"), ("X", "L2a"), ("Y", "L3b")} <= must(*above)
    assert {("p1", "N1b"), ("X", "L1"), ("Y", "L3a")} <= must(*above, joint=True)


def test_a_way_over_joint_control_is_told_link_by_link() -> None:
    ties = (("hold", "X", "B", "8"), ("joint", "Y", "X", "Z"), ("hold", "Y", "W", "60"))
    told = {reason["party_id"]: reason for reason in Listing.of(world(*ties), DAY, Limits(joint=True)).reasons()}
    assert told["W"]["path"] == "B ←8%— X —共同控制→ Y —60%→ W"
    assert told["W"]["documents"] == "D"


def test_firms_that_only_the_state_controls_are_not_related() -> None:
    reasons = must(
        ("hold", "G", "X", "100"), ("hold", "X", "B", "8"), ("hold", "G", "Y", "100"), ("hold", "X", "Z", "60")
    )
    assert {("G", "L2b"), ("Z", "L3b")} <= reasons
    assert "Y" not in {party for party, _ in reasons}


def test_important_branches_are_the_bank_s_to_name() -> None:
    ties = (("branch", "p1", "0100"), ("branch", "p2", "0200"))
    assert {party for party, _ in must(*ties)} == {"p1", "p2"}
    assert {party for party, _ in must(*ties, important=("0100",))} == {"p1"}


@pytest.mark.parametrize(
    ("since", "until", "rule"),
    [
        ("2018-01-01", "2022-04-29", None),
        ("2018-01-01", "2022-04-30", "D1"),
        ("2018-01-01", "2023-04-29", "D1"),
        ("2018-01-01", "2023-04-30", "N3a"),
        ("2023-04-30", "", "N3a"),
        ("2024-04-30", "", "D1"),
        ("2024-05-01", "", None),
    ],
)
def test_the_twelve_months_before_and_after_to_the_day(since: str, until: str, rule: str | None) -> None:
    reasons = must(("office", "p1", "B", "director", "", since, until), ("kin", "p1", "p2", "spouse"))
    assert reasons == (set() if rule is None else {("p1", rule), ("p2", "N4" if rule == "N3a" else "D1")})


def test_two_ties_that_never_held_together_make_nothing() -> None:
    apart = must(
        ("office", "p1", "B", "director", "", "2018-01-01", "2022-08-31"),
        ("hold", "p1", "X", "60", "2022-09-01", "2023-02-28"),
    )
    assert "X" not in {party for party, _ in apart}
    together = must(
        ("office", "p1", "B", "director", "", "2018-01-01", "2022-08-31"),
        ("hold", "p1", "X", "60", "2022-08-31", "2023-02-28"),
    )
    assert ("X", "D1") in together


def test_faults_in_the_relations_are_told_and_stop_nothing(session: Session) -> None:
    kinds = Counter(str(row["kind"]) for row in rows(session, "risk.ownership_finding"))
    assert kinds == {
        "closed_loop": 1, "holding_self": 1, "kinship_self": 1, "nameless": 1, "office_dates": 1, "share_over": 1,
        "votes_over": 1,
    }  # fmt: skip


def test_each_party_of_an_agreement_has_a_fault_of_its_own() -> None:
    backwards = {"from_on": date(2023, 4, 2), "to_on": date(2023, 4, 1), "agreement_id": "A1", "kind": "concert"}
    parties = [{"party_id": id, "name": id, "kind": "own" if id == "B" else "person"} for id in ("B", "p1", "p2")]
    signed = [backwards | {"party_id": id} for id in ("p1", "p2")]
    tables = {name: table(name, signed if name == "agreement" else ()) for name in ENDS}
    found = findings(tables, View.on(World.of(table("party", parties), tables), DAY))
    assert [(one.kind, one.subject) for one in found] == [("agreement_dates", "A1/p1"), ("agreement_dates", "A1/p2")]


def test_a_person_says_that_a_customer_is_a_related_party_and_its_credit_counts(sample_copy: Path) -> None:
    session = open_session(sample_copy)
    period = session.period(APRIL)
    action = session.catalogue.actions["risk.party_match"]
    asked = open_actions(session, action, period).to_pylist()
    assert len(asked) == 20
    before = {row["party_id"] for row in rows(session, "risk.related_exposure")}
    customer, party = asked[0]["key"].split("~")
    judge(session, action, asked[0]["key"], "same", "核对证件", "李雷")
    judge(session, action, asked[1]["key"], "different", "", "李雷")
    session = open_session(sample_copy)
    assert not run(session, period).failed
    status = {(row["customer_id"], row["party_id"]): row for row in rows(session, "risk.customer_party")}
    assert status[customer, party]["status"] == "confirmed"
    assert "李雷" in str(status[customer, party]["reason_zh"])
    assert {row["party_id"] for row in rows(session, "risk.related_exposure")} - before == {party}
    assert len(open_actions(session, action, period)) == 18


def test_limits_and_major_deals_are_those_that_were_planted(session: Session) -> None:
    exceeded = [str(row["key"]).split(":")[0] for row in rows(session, "risk.limit_exceeded")]
    assert sorted(exceeded) == ["group", "party"]
    deals = [row for row in rows(session, "risk.related_deal") if row["major"]]
    assert Counter(row["reason"] for row in deals) == {"single": 1, "cumulative": 1, "further": 1}


def test_east_106_has_the_regulators_columns_and_every_party(session: Session) -> None:
    written = list(east_106(session, session.period(APRIL)))
    assert len(written) == targets.RELATED_PARTIES
    assert all(tuple(row) == tuple(EAST_106) for row in written)
    filled = {row["GDHGLFMC"]: row for row in written}
    assert all(row["CJRQ"] == "20230430" and row["GDHGLFMC"] and row["GXLX"] for row in filled.values())
    assert any(row["SFZPDJS"] == "是" for row in written)
    assert any(row["CGBL"] == "5.00" for row in written)


@pytest.mark.shared
def test_east_106_names_its_fields_as_the_standard_does(shared: Path) -> None:
    with (shared / "regulation" / "east5_fields.csv").open(encoding="utf-8-sig", newline="") as file:
        fields = [row[1] for row in csv.reader(file) if row[0] == "股东及关联方信息表"]
    assert list(EAST_106) == fields


def test_bods_statements_hang_together(session: Session) -> None:
    statements = list(bods(session, session.period(APRIL)))
    assert len({statement["statementId"] for statement in statements}) == len(statements)
    records = {s["recordId"] for s in statements if s["recordType"] != "relationship"}
    assert len(records) == targets.RELATED_PARTIES + 1
    for statement in statements:
        assert statement["publicationDetails"]["bodsVersion"] == "0.4"
        assert statement["declarationSubject"] in records
        if statement["recordType"] == "relationship":
            assert {statement["recordDetails"][end] for end in ("subject", "interestedParty")} <= records
    assert not any("identifiers" in s["recordDetails"] for s in statements if s["recordType"] == "person")
