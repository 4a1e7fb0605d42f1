"""A workspace's settings: what may be said, and the one message for each thing that may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from golden import check_golden
from lushan.command import open_session
from lushan.errors import LushanError
from lushan.words import Text
from lushan.workspace import Workspace

WRONG = {
    "no_section": "[compote]\nengine = 'duckdb'\n",
    "no_setting": "[compute]\nmotor = 'duckdb'\n",
    "not_a_section": "bank = '匡庐银行'\n",
    "not_a_text": "[compute]\nmemory = 2\n",
    "not_toml": "[bank]\nzh = 匡庐银行\n",
    "time_zone": "[bank]\ntime_zone = 'Asia/Kuling'\n",
    "engine": "[compute]\nengine = 'polars'\n",
    "memory": "[compute]\nmemory = 'much'\n",
    "parameters_not_sections": "parameters = 5\n",
    "parameter_of_nothing": '[parameters."operations.system_days"]\napdex_ms = 300\n',
    "parameter_of_none": '[parameters."delivery.ticket_life"]\napdex_ms = 300\n',
    "parameter_unknown": '[parameters."operations.system_day"]\napdex = 300\n',
    "parameter_type": '[parameters."operations.system_day"]\napdex_ms = "fast"\n',
}


def test_a_new_workspace_says_its_defaults(tmp_path: Path) -> None:
    made = Workspace.create(tmp_path / "bank", Text("匡庐银行", "Kuanglu Bank"))
    assert made == Workspace(tmp_path / "bank", Text("匡庐银行", "Kuanglu Bank"))
    assert (made.zone, made.engine, made.memory) == ("Asia/Shanghai", "duckdb", "2GB")
    assert {path.name for path in made.root.iterdir()} == {
        "lushan.toml", "sources", "warehouse", "editions", "articles",
    }  # fmt: skip


def test_what_is_set_is_kept(workspace: Workspace) -> None:
    (workspace.root / "lushan.toml").write_text(
        "[bank]\nzh = '长江银行'\ntime_zone = 'Europe/Zurich'\n"
        "[compute]\nengine = 'pyspark'\nmaster = 'spark://head:7077'\nmemory = '1.5 GiB'\n"
        "[state]\nurl = 'postgresql+psycopg://lushan@db/lushan'\n"
        "[parameters.'operations.system_day']\napdex_ms = 300\n",
        encoding="utf-8",
    )
    session = open_session(workspace.root)
    assert session.workspace.bank == Text("长江银行", "The Bank")
    assert session.period("2023-04").zone == "Europe/Zurich"
    assert (session.workspace.engine, session.workspace.master) == ("pyspark", "spark://head:7077")
    assert session.workspace.settings("operations.system_day") == {"apdex_ms": 300}
    assert "lushan@db" not in repr(session.workspace), "a URL may hold a password"


@pytest.mark.parametrize("case", sorted(WRONG))
def test_what_may_not_be_set_is_refused_at_its_place(workspace: Workspace, case: str) -> None:
    (workspace.root / "lushan.toml").write_text(WRONG[case], encoding="utf-8")
    with pytest.raises(LushanError) as refusal:
        open_session(workspace.root)
    check_golden(f"workspace/{case}.txt", str(refusal.value).replace(f"{workspace.root}/", "") + "\n")


def test_settings_are_utf_8(workspace: Workspace) -> None:
    (workspace.root / "lushan.toml").write_bytes("[bank]\nzh = '匡庐银行'\n".encode("gb18030"))
    with pytest.raises(LushanError, match="byte 13 is not UTF-8"):
        Workspace.open(workspace.root)


def test_a_folder_without_settings_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(LushanError, match="not a workspace") as refusal:
        Workspace.open(tmp_path)
    assert refusal.value.mend == f"lushan init {tmp_path}"


def test_a_workspace_is_not_made_twice(workspace: Workspace) -> None:
    with pytest.raises(LushanError, match="there is a workspace here already"):
        Workspace.create(workspace.root)
