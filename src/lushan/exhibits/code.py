"""Code on a page: SQL or a computed model's Python with its words marked, and the ids that stand in a text."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup, escape
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


#: Latin letters and digits together, in one piece or in several that are tied: an id, and no word of any language.
ID = re.compile(r"(?=[\w~/-]*[0-9])(?=[\w~/-]*[A-Za-z])[A-Za-z0-9]+(?:[-_~/][A-Za-z0-9]+)*", re.ASCII)


def with_ids(text: str) -> Markup:
    """A text with the ids that stand in it set as code.

    >>> with_ids("客户 KH000325 与 5 户 <相同>")
    Markup('客户 <code class="id" translate="no">KH000325</code> 与 5 户 &lt;相同&gt;')
    """
    return Markup(ID.sub(r'<code class="id" translate="no">\g<0></code>', str(escape(text))))
