"""The documentation cannot lie: it is written from the code, or checked against it."""

from __future__ import annotations

import ast
import importlib.util
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import click
import pytest

from lushan.cli import main
from lushan.command import leaves
from lushan.domains import catalogue, domains
from lushan.workspace import KNOWN

COMMANDS = leaves(main)
ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "lushan"
REFERENCE = ROOT / "docs" / "reference"
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("README.md")],
)


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "scripts" / "reference.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def test_the_reference_is_what_the_code_says_now(reference: ModuleType) -> None:
    held = {path.name: path.read_text(encoding="utf-8") for path in REFERENCE.glob("*.md")}
    stale = [name for name, text in reference.pages().items() if held.get(name) != text]
    assert not stale, f"{stale} differ from the code: make docs writes them"
    assert held.keys() == reference.pages().keys(), "docs/reference holds a page that nothing writes"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(name: str) -> None:
    said = COMMANDS[name].help or ""
    assert re.match(r"[A-Z][^.]+\.", said), "its help begins with a sentence"
    assert f"Example:\n      lushan {name} " in said, "its help ends with an example"
    assert all(o.help for o in COMMANDS[name].params if isinstance(o, click.Option)), "an option has no help"
    assert f"## lushan {name}\n" in (REFERENCE / "commands.md").read_text(encoding="utf-8")


def test_every_definition_and_setting_is_documented() -> None:
    def missing(page: str, names: Iterator[str] | list[str]) -> list[str]:
        text = (REFERENCE / page).read_text(encoding="utf-8")
        return [name for name in names if not re.search(rf"(^### |\| `){re.escape(name)}(`|$)", text, re.MULTILINE)]

    held = catalogue()
    assert not missing("contracts.md", list(held.contracts))
    assert not missing("models.md", list(held.models))
    assert not missing("metrics.md", list(held.metrics))
    assert not missing("actions.md", list(held.actions))
    assert not missing("exhibits.md", [exhibit.id for domain in domains() for exhibit in domain.exhibits])
    assert not missing("settings.md", [name for names in KNOWN.values() for name in names])


def test_every_definition_is_said_in_both_languages() -> None:
    held = catalogue()
    texts = {contract.id: contract.title for contract in held.contracts.values()}
    texts |= {f"{c.id}.{column.name}": column.title for c in held.contracts.values() for column in c.columns}
    texts |= {metric.id: metric.title for metric in held.metrics.values()}
    texts |= {f"{metric.id} formula": metric.formula for metric in held.metrics.values()}
    texts |= {exhibit.id: exhibit.name for domain in domains() for exhibit in domain.exhibits}
    chinese = re.compile(r"[\u4e00-\u9fff]")
    assert not [name for name, text in texts.items() if not text.zh or not text.en or chinese.search(text.en)]


def definitions(tree: ast.Module) -> Iterator[tuple[str, str | None]]:
    """The public classes, functions and methods of a module, with their docstrings."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    for node in tree.body:
        if not isinstance(node, kinds) or node.name.startswith("_"):
            continue
        yield node.name, ast.get_docstring(node)
        for inner in node.body if isinstance(node, ast.ClassDef) else ():
            if isinstance(inner, kinds) and not inner.name.startswith("_"):
                yield f"{node.name}.{inner.name}", ast.get_docstring(inner)


def test_every_public_docstring_begins_with_one_sentence() -> None:
    wrong = []
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for name, said in [(path.stem, ast.get_docstring(tree)), *definitions(tree)]:
            first = (said or "").split("\n\n")[0]
            if not re.match(r"(?s)[A-Z0-9`*].*[.)]$", first):
                wrong.append(f"{path.relative_to(SOURCE)}: {name}")
    assert not wrong


def test_doctests_run_with_the_tests() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    assert "src" in settings["testpaths"] and "--doctest-modules" in settings["addopts"]
    assert sum(path.read_text(encoding="utf-8").count(">>> ") for path in SOURCE.rglob("*.py")) > 100


def headings(page: Path) -> set[str]:
    """The anchors of a page, as GitHub makes them."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", re.sub(r"[`*]", "", title).lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, anchor = link.partition("#")
        if "://" in path:
            continue
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in headings(target)):
            broken.append(link)
    assert not broken


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_commands_that_pages_show_can_be_typed(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    typed = [
        re.split(r"(?:^|\s)#", line)[0].split("|")[0].split(">")[0].strip().removeprefix("$ ")
        for block in re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)
        for line in re.sub(r"\\\n\s*", "", block).splitlines()
        if re.match(r"(\$ )?lushan [a-z]", line) and "[OPTIONS]" not in line
    ]
    group = click.Context(main, info_name="lushan", **main.context_settings)  # a command remembers what -h is called
    for line in typed:
        words = [word for word in shlex.split(line) if word not in ("&&", "…")]
        name = max((n for n in COMMANDS if words[1:][: len(n.split())] == n.split()), key=len, default="")
        assert name, line
        COMMANDS[name].make_context(name, words[1 + len(name.split()) :], parent=group)
