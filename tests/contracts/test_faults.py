"""Each way in which a contract can be wrong: a file in ``golden/contracts``, and beside it what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from golden import GOLDEN, check_golden
from lushan.contracts.read import read_contract
from lushan.errors import LushanError
from lushan.place import Place, read_yaml

FOLDER = GOLDEN / "contracts"
CASES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_contract_is_refused_at_its_place(case: str) -> None:
    with pytest.raises(LushanError) as refusal:
        read_contract(FOLDER / f"{case}.yaml")
    check_golden(f"contracts/{case}.txt", str(refusal.value).replace(f"{FOLDER}/", "") + "\n")


def test_every_message_has_its_case() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == CASES


def test_nearly_all_faults_are_underlined() -> None:
    """A file that is empty or in another encoding has no line to show; everything else has."""
    without = {case for case in CASES if "^" not in (FOLDER / f"{case}.txt").read_text(encoding="utf-8")}
    assert without == {"yaml_empty", "yaml_not_utf8"}


@given(
    st.text(st.sampled_from("ab 任务单（，é＋"), max_size=12),
    st.text(st.sampled_from("xy编号"), min_size=1, max_size=6),
)
def test_an_underline_stands_under_its_word(before: str, word: str) -> None:
    """Counted as a terminal counts, for which a Chinese character takes two columns."""

    def columns(text: str) -> int:
        return sum(2 if c in "任务单（，＋编号" else 1 for c in text)

    text = f"'{before}': '{word}'"
    _, place = next(Place(Path("x.yaml"), text, yaml.compose(text, Loader=yaml.SafeLoader)).pairs())
    line, marks = place.fault("x").excerpt.splitlines()
    assert len(marks) - len(marks.lstrip()) == columns(line[: line.rindex(f"'{word}'")])
    assert marks.count("^") == columns(f"'{word}'")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(LushanError, match="this file is not there"):
            read_yaml(path)
