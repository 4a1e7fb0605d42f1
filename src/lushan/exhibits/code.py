"""Code with its words marked, for a page: SQL, or the Python of a computed model."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.python import PythonLexer
from pygments.lexers.sql import SqlLexer


@cache
def code_html(text: str) -> Markup:
    """Code with its words marked.

    >>> code_html("SELECT 1")
    Markup('<span class="s-k">SELECT</span><span class="s-w"> </span><span class="s-mi">1</span>')
    """
    lexer = PythonLexer() if text.startswith(("@", "def ")) else SqlLexer()
    return Markup(highlight(text, lexer, HtmlFormatter(nowrap=True, classprefix="s-")).rstrip("\n"))
