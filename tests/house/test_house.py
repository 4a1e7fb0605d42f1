"""The rules of the house that no other tool knows."""

from __future__ import annotations

import ast
import re
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "lushan"
MODULES = sorted(SOURCE.rglob("*.py"))
PURE = ("contracts", "engines", "exhibits", "domains", "sample")


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_is_long() -> None:
    assert not [(str(path.relative_to(SOURCE)), lines(path)) for path in MODULES if lines(path) > 500]
    assert statistics.median(lines(path) for path in MODULES if path.name != "__init__.py") <= 150


@pytest.mark.parametrize("room", PURE)
def test_what_defines_reads_no_clock_and_rolls_no_dice(room: str) -> None:
    """Same input, same bytes: only the edges of the product may know what time it is."""
    forbidden = re.compile(
        r"datetime\.now|date\.today|utcnow|time\.time\(|ibis\.now|ibis\.today|np\.random\.(?!Generator|default_rng)"
        r"|^import random|ibis\.random|uuid4",
        re.MULTILINE,
    )
    found = {
        str(path.relative_to(SOURCE)): match[0]
        for path in (SOURCE / room).rglob("*.py")
        if (match := forbidden.search(path.read_text(encoding="utf-8")))
    }
    assert not found


def test_no_definition_holds_a_figure_of_the_reference(shared: Path) -> None:
    """The figures that the source document prints come from rows; only the sample bank's plan may know them."""
    import json

    reference = json.loads((shared.parent / "reference" / "figures_2023_04.json").read_text(encoding="utf-8"))
    telling = {str(f["value"]) for f in reference["figures"] if len(re.sub(r"\D", "", str(f["value"])).strip("0")) >= 4}
    pattern = re.compile(r"(?<![\w.])(" + "|".join(re.escape(value) for value in sorted(telling)) + r")(?![\w.])")
    found = {
        f"{path.relative_to(SOURCE)}: {match[0]}"
        for path in SOURCE.rglob("*")
        if path.suffix in (".py", ".md", ".yaml", ".html", ".typ") and "sample" not in path.parts
        for match in pattern.finditer(path.read_text(encoding="utf-8").replace(",", "").replace("_", ""))
    }
    assert not found


def test_nothing_is_left_to_do_in_the_text() -> None:
    words = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    assert not [str(path) for path in MODULES if words.search(path.read_text(encoding="utf-8"))]


def test_optional_engines_stay_unimported() -> None:
    """PySpark and the database drivers are imported only where they are used, so that a small install suffices."""
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.split(".")[0] in ("pyspark", "psycopg")], path
