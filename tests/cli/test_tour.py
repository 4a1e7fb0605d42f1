"""The tour of the README, as it is typed: what each command says, and that it ends as scripts expect."""

from __future__ import annotations

from pathlib import Path

import pytest

from golden import check_golden
from lushan.command import DONE

from .conftest import Shell

PERIOD = ("--period", "2023-04")


def test_the_tour(lushan: Shell) -> None:
    """Each step's words are golden; none of them holds a time, a path of this machine or an identity."""
    ticket = ("tour/tickets.csv", "--as", "delivery.ticket", "--map", "tour/tickets.map.yaml")
    event = ("tour/steps.csv", "--as", "delivery.ticket_event", "--map", "tour/steps.map.yaml")
    steps: list[tuple[object, ...]] = [
        ("init", "mybank", "--zh", "我的银行", "--en", "My Bank"),
        ("land", "mybank", *ticket),
        ("land", "mybank", *event),
        ("land", "mybank", *ticket),
        ("quarantine", "mybank", "delivery.ticket"),
        ("quarantine", "mybank", "delivery.ticket", "--csv"),
        ("quarantine", "mybank", "delivery.project"),
        ("plan", "mybank", *PERIOD),
        ("run", "mybank", *PERIOD),
        ("run", "mybank", *PERIOD),
        ("figures", "mybank", "delivery.received", "delivery.throughput", "delivery.received[企金]", *PERIOD),
        ("figures", "mybank", "delivery.received", "delivery.throughput", *PERIOD, "--json"),
        ("trace", "mybank", "delivery.received[企金]", *PERIOD),
    ]
    told = []
    for words in steps:
        said = lushan(*words)
        told.append("$ lushan " + " ".join(map(str, words)) + "\n" + said.out + said.err)
        assert said.code == DONE, said
    check_golden("cli/tour.txt", "\n".join(told))


def test_versions_are_listed(tour: Shell) -> None:
    first = tour("versions", "mybank", "delivery.ticket", "--json").json
    assert [(v["version"], v["of"], v["kept"]) for v in first] == [(0, "tickets.csv", False)]
    tickets = Path("tour/tickets.csv")
    tickets.write_bytes(tickets.read_bytes().replace(b"T0001", b"T9001"))
    assert tour("land", "mybank", tickets, "--as", "delivery.ticket", "--map", "tour/tickets.map.yaml").code == DONE
    said = tour("versions", "mybank", "delivery.ticket")
    assert [line.split()[0] for line in said.out.splitlines()] == ["version", "1", "0"]


def test_rows_come_as_csv_with_all_their_columns(tour: Shell) -> None:
    tour("run", "mybank", *PERIOD)
    rows = tour("trace", "mybank", "delivery.received", *PERIOD, "--csv").out.splitlines()
    value = tour("figures", "mybank", "delivery.received", *PERIOD, "--json").json["delivery.received"]
    assert len(rows) == value + 1
    assert rows[0].startswith('"ticket_id","title"')


def test_a_trace_for_programs(tour: Shell) -> None:
    tour("run", "mybank", *PERIOD)
    told = tour("trace", "mybank", "delivery.received", *PERIOD, "--json").json
    assert told["value"] == told["rows"]
    assert told["formula"]["en"] == "work orders received in the period"
    assert {source["table"] for source in told["sources"]} >= {"delivery.ticket_life", "delivery.ticket"}


@pytest.mark.parametrize("command", ["plan", "run"])
def test_what_programs_are_told_of_steps(tour: Shell, command: str) -> None:
    told = {step["name"]: step for step in tour(command, "mybank", *PERIOD, "--json").json}
    assert told["delivery.ticket_life"]["status"] == {"plan": "run", "run": "done"}[command]
    assert told["operations.system_day"]["status"] == "waiting"
    assert "holds nothing" in told["operations.system_day"]["reason"]
