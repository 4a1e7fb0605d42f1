"""How a table was made: a page for each model behind an edition, which the traces of all its figures lead to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from lushan.exhibits.code import code_html
from lushan.magazine.html import Press, environment
from lushan.runs.trace import Source


def making(source: Source) -> str:
    """The name of the page that tells how a table was made: another version or query of it has another page."""
    told = "\n".join((source.table, str(source.version), source.sql))
    return f"{source.table}-{hashlib.sha256(told.encode()).hexdigest()[:8]}.html"


def write_makings(sources: Iterable[Source], press: Press, folder: Path) -> None:
    """Write the pages of the models among some sources, each once, in the language of a press."""
    folder.mkdir(parents=True, exist_ok=True)
    template = environment().get_template("made.html")
    for name, source in {making(source): source for source in sources if source.kind == "model"}.items():
        context = {"source": source, "name": name, "sql": code_html, "home": "../../"}
        context["assets"] = "../../" if press.language == "zh" else "../../../"
        (folder / name).write_text(template.render(press.context() | context), encoding="utf-8")
