"""How commands end: the exit code, and what a person and a program are told."""

from __future__ import annotations

import contextlib
import os
import pty
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from lushan.command import DONE, IN_PART, REFUSED, WRONG_USAGE

from .conftest import Shell

PERIOD = ("--period", "2023-04")

REFUSALS: list[tuple[tuple[str, ...], str]] = [
    (("init", "mybank"), "there is a workspace here already"),
    (("sample", "nowhere"), "lushan init nowhere"),
    (("land", "mybank"), "sources.yaml"),
    (("land", "mybank", "no.csv", "--as", "delivery.ticket"), "no.csv"),
    (("land", "mybank", "tour/tickets.csv", "--as", "delivery.tickets"), "no contract is called delivery.tickets"),
    (("run", "mybank", "--period", "2023-4"), "'2023-4' is not a period"),
    (("figures", "mybank", "delivery.recieved", *PERIOD), "delivery.received"),
    (("trace", "mybank", "delivery.received[没有]", *PERIOD), "has no value in 2023-04"),
    (("versions", "mybank", "delivery.bid"), "there is no table delivery.bid"),
    (("quarantine", "mybank", "delivery.bids"), "no contract is called delivery.bids"),
]


@pytest.mark.parametrize(
    ("words", "said"), REFUSALS, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_a_refusal_ends_with_one_and_says_what_to_do(tour: Shell, words: tuple[str, ...], said: str) -> None:
    told = tour(*words)
    assert told.code == REFUSED
    assert said in told.err and "mend" in told.err
    assert not told.out


@pytest.mark.parametrize(
    "words", [words for words, _ in REFUSALS if words[0] not in ("init", "sample")], ids=lambda words: " ".join(words)
)
def test_a_program_is_told_the_same_as_json(tour: Shell, words: tuple[str, ...]) -> None:
    told = tour(*words, "--json")
    assert told.code == REFUSED
    assert told.json["error"]["found"] and told.json["error"]["mend"]
    assert not told.err


@pytest.mark.parametrize(
    "words",
    [
        ("land", "mybank", "tour/tickets.csv"),
        ("run", "mybank"),
        ("run", "mybank", "--period", "2023-04", "--fast"),
        ("figures",),
        ("publish", "mybank"),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_two(tour: Shell, words: tuple[str, ...]) -> None:
    told = tour(*words)
    assert told.code == WRONG_USAGE
    assert "Error: " in told.err and "--help" in told.err
    assert not told.out


def test_wrong_usage_is_told_to_programs_too(tour: Shell) -> None:
    told = tour("run", "mybank", "--json")
    assert told.code == WRONG_USAGE
    assert told.json["error"] == {"found": "Missing option '--period'.", "where": "lushan run"}


def test_an_unknown_command_ends_with_two(lushan: Shell) -> None:
    assert lushan("fly", "mybank").code == WRONG_USAGE


def test_a_run_that_fails_in_part_ends_with_three_and_does_the_rest(tour: Shell) -> None:
    broken = next(Path("mybank/warehouse/delivery/ticket_event").rglob("*.parquet"))
    broken.write_bytes(b"cut short")
    told = tour("run", "mybank", *PERIOD)
    assert told.code == IN_PART
    assert "✗ delivery.ticket_life: " in told.err
    steps = {step["name"]: step["status"] for step in tour("run", "mybank", *PERIOD, "--json").json}
    assert steps["delivery.ticket_life"] == "failed"
    assert steps["delivery.line_month"] == "waiting"


def test_a_manifest_lands_as_far_as_it_goes(tour: Shell) -> None:
    """A source that is refused stops those that refer to its table, and no others."""
    root = Path("mybank/sources")
    root.joinpath("sources.yaml").write_text(
        "- {file: ../../tour/missing.csv, as: delivery.ticket}\n"
        "- {file: ../../tour/steps.csv, as: delivery.ticket_event, map: ../../tour/steps.map.yaml}\n"
        "- {file: windows.csv, as: delivery.release_window}\n",
        encoding="utf-8",
    )
    root.joinpath("windows.csv").write_text("window_on,kind,frozen\n2023-04-20,planned,false\n", encoding="utf-8")
    told = tour("land", "mybank")
    assert told.code == IN_PART
    assert "it refers to delivery.ticket, which did not land" in told.err
    assert "✓ delivery.release_window" in told.out
    assert "3 sources, 0 unchanged, 2 refused: 1 row," in told.out
    last = tour("land", "mybank", "--json")
    assert last.code == IN_PART
    assert [entry["table"] for entry in last.json if "error" in entry] == ["delivery.ticket", "delivery.ticket_event"]
    root.joinpath("windows.csv").write_text("nothing\n", encoding="utf-8")
    assert tour("land", "mybank").code == REFUSED


def test_a_pipe_sees_no_bars_and_a_terminal_does(tour: Shell) -> None:
    words = [sys.executable, "-m", "lushan", "run", "mybank", *PERIOD]
    piped = subprocess.run(words, capture_output=True, text=True)
    assert piped.returncode == DONE and not piped.stderr
    assert piped.stdout.strip().endswith(" waiting.")
    shown, out = on_terminal([*words[:-1], "2023-03"])
    assert "✓" in shown and "delivery.figure 2023-03" in shown and "━━" in shown
    assert out.endswith(" waiting.\n") and "\x1b" not in out


def test_a_server_answers_and_is_ended_by_an_interrupt(tour: Shell) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "lushan", "serve", "mybank", "--port", str(port)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        assert process.stdout.readline() == f"http://127.0.0.1:{port}/ shows 我的银行 My Bank; Ctrl-C ends it.\n"
        deadline = time.monotonic() + 30
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/runs", timeout=10) as answer:
                    assert "装载" in answer.read().decode()
                break
            except urllib.error.URLError:
                assert time.monotonic() < deadline
                time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == DONE
        assert not process.stderr.read()


def test_a_port_that_does_not_exist_is_refused(tour: Shell) -> None:
    told = tour("serve", "mybank", "--port", "80000")
    assert told.code == REFUSED
    assert "this address cannot be listened on" in told.err and "--port" in told.err


def on_terminal(words: list[str]) -> tuple[str, str]:
    """What a command shows on a terminal while it works, and what it prints."""
    controller, terminal = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "100"}
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=terminal, text=True, env=environment) as process:
        os.close(terminal)
        shown = b""
        with os.fdopen(controller, "rb", buffering=0) as screen, contextlib.suppress(OSError):
            while block := screen.read(4096):  # ends with an error when the last writer is gone
                shown += block
        out = process.stdout.read() if process.stdout else ""
    assert process.returncode == DONE
    return shown.decode(errors="replace"), out
