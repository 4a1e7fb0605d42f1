"""A workspace: the folder that holds a bank's settings, sources, tables, journal and editions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from zoneinfo import available_timezones

from lushan.errors import LushanError
from lushan.words import Text

SETTINGS = "lushan.toml"
Engine = Literal["duckdb", "pyspark"]

TEMPLATE = """\
# A Lushan workspace. Every setting is optional; what is written here is the default.

[bank]
zh = "{zh}"                     # the bank's name, as editions print it
en = "{en}"
time_zone = "Asia/Shanghai"     # where its days and months begin

[compute]
engine = "duckdb"               # or "pyspark", for tables that one machine cannot hold
memory = "2GB"                  # how much of it the embedded engine may use
# master = "local[2]"           # pyspark only: the cluster to run on

[state]
# url = "postgresql+psycopg://lushan@db/lushan"   # the journal; a file in this folder unless said
# Secrets come from the environment: "postgresql+psycopg://lushan:${{LUSHAN_DB_PASSWORD}}@db/lushan"

# Parameters of a definition, by its name; `lushan serve` and docs/reference list them all.
# [parameters."operations.system_day"]
# apdex_ms = 500
"""

#: The settings that lushan.toml may hold, by section.
KNOWN: dict[str, frozenset[str]] = {
    "bank": frozenset({"zh", "en", "time_zone"}),
    "compute": frozenset({"engine", "memory", "master"}),
    "state": frozenset({"url"}),
}


@dataclass(frozen=True)
class Workspace:
    """A bank's folder and what its ``lushan.toml`` says."""

    root: Path
    bank: Text = Text("本行", "The Bank")
    zone: str = "Asia/Shanghai"
    engine: Engine = "duckdb"
    memory: str = "2GB"
    master: str = "local[2]"
    state_url: str = field(default="", repr=False)
    parameters: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def sources(self) -> Path:
        """Where files wait to be landed."""
        return self.root / "sources"

    @property
    def warehouse(self) -> Path:
        """Where the versioned tables are."""
        return self.root / "warehouse"

    @property
    def editions(self) -> Path:
        """Where published editions are."""
        return self.root / "editions"

    @property
    def articles(self) -> Path:
        """Where editors keep their articles, a folder a period."""
        return self.root / "articles"

    @property
    def stories(self) -> Path:
        """Stories of the bank's own; when there are any, they stand in place of the domains'."""
        return self.root / "stories"

    def settings(self, definition: str) -> Mapping[str, Any]:
        """The parameters that the bank has set for a model, a metric or an exhibit."""
        return self.parameters.get(definition, {})

    @classmethod
    def create(cls, root: Path, bank: Text | None = None) -> Workspace:
        """Make a new workspace in an empty or absent folder.

        Raises:
            LushanError: the folder already holds one.
        """
        if (root / SETTINGS).exists():
            raise LushanError(
                "there is a workspace here already", where=str(root), mend="use it, or name another folder"
            )
        bank = bank or cls.bank
        for folder in ("sources", "warehouse", "editions", "articles"):
            (root / folder).mkdir(parents=True, exist_ok=True)
        (root / SETTINGS).write_text(TEMPLATE.format(zh=bank.zh, en=bank.en), encoding="utf-8")
        return cls.open(root)

    @classmethod
    def open(cls, root: Path) -> Workspace:
        """The workspace in a folder.

        Raises:
            LushanError: there is none, or its settings are wrong.
        """
        path = root / SETTINGS
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            raise LushanError(
                "this folder is not a workspace",
                where=str(root),
                expected=SETTINGS,
                mend=f"lushan init {root}",
            ) from None
        except UnicodeDecodeError as error:
            raise LushanError(f"byte {error.start} is not UTF-8", where=str(path), mend="save it as UTF-8") from None
        try:
            raw = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise LushanError(f"this is not TOML: {error}", where=str(path), mend="correct it at that place") from None
        return cls._from(root, path, raw)

    @classmethod
    def _from(cls, root: Path, path: Path, raw: dict[str, Any]) -> Workspace:
        parameters = raw.pop("parameters", {})
        _see(path, raw, parameters)
        bank, compute = raw.get("bank", {}), raw.get("compute", {})
        zone, engine = bank.get("time_zone", cls.zone), compute.get("engine", cls.engine)
        if zone not in available_timezones():
            raise LushanError(
                f"{zone!r} is not a time zone",
                where=f"{path}, bank.time_zone",
                expected="a name such as Asia/Shanghai",
                mend="write the zone's name as the IANA database has it",
            )
        if engine not in ("duckdb", "pyspark"):
            raise LushanError(
                f"{engine!r} is not an engine",
                where=f"{path}, compute.engine",
                expected="duckdb or pyspark",
                mend='write engine = "duckdb"',
            )
        return cls(
            root=root,
            bank=Text(bank.get("zh", cls.bank.zh), bank.get("en", cls.bank.en)),
            zone=zone,
            engine=engine,
            memory=_memory(path, compute.get("memory", cls.memory)),
            master=compute.get("master", cls.master),
            state_url=raw.get("state", {}).get("url", ""),
            parameters=parameters,
        )


def _see(path: Path, raw: dict[str, Any], parameters: Any) -> None:
    """See that every section and setting is known and is of its kind."""
    for section, settings in raw.items():
        if section not in KNOWN:
            raise _unknown(path, section, (*KNOWN, "parameters"))
        if not isinstance(settings, dict):
            raise _unfit(path, section, settings, f"a section: [{section}]")
        for name, value in settings.items():
            if name not in KNOWN[section]:
                raise _unknown(path, f"{section}.{name}", KNOWN[section])
            if not isinstance(value, str):
                raise _unfit(path, f"{section}.{name}", value, f'a text: {name} = "…"')
    sections = parameters.values() if isinstance(parameters, dict) else [parameters]
    if not all(isinstance(settings, dict) for settings in sections):
        raise _unfit(path, "parameters", parameters, 'a section for each definition: [parameters."domain.name"]')


def _unknown(path: Path, name: str, known: tuple[str, ...] | frozenset[str]) -> LushanError:
    return LushanError(
        f"there is no setting {name}",
        where=str(path),
        expected=", ".join(sorted(known)),
        mend="correct or remove it",
    )


def _unfit(path: Path, name: str, value: Any, expected: str) -> LushanError:
    return LushanError(f"{value!r} does not fit here", where=f"{path}, {name}", expected=expected, mend="correct it")


def _memory(path: Path, text: str) -> str:
    if not re.fullmatch(r"\d+(\.\d+)?\s*(MB|GB|MiB|GiB)", text):
        raise LushanError(
            f"{text!r} is not an amount of memory",
            where=f"{path}, compute.memory",
            expected="an amount such as 2GB",
            mend='write memory = "2GB"',
        )
    return text
