"""A page as it is asked for: in which language and look, and how its links are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from lushan.runs.period import FORM, Period
from lushan.runs.session import Session
from lushan.words import Language, Text
from lushan.workbench.render import ENVIRONMENT
from lushan.workbench.static import version

THEMES = ("light", "dark")


@dataclass(eq=False)
class Missing(Exception):
    """What an address names and the workspace does not have: said in both languages, with what to do.

    ``near`` are links that may have been meant: what each is called, and its path.
    """

    found: Text
    mend: Text
    near: Sequence[tuple[str, str]] = ()
    status: int = 404


@dataclass(frozen=True)
class Page:
    """One request for a page."""

    request: Request

    @property
    def session(self) -> Session:
        """The workspace that is shown."""
        session: Session = self.request.app.state.session
        return session

    @cached_property
    def language(self) -> Language:
        """The language of the page: English below ``/en``, else Chinese."""
        return "en" if (self.request.url.path + "/").startswith("/en/") else "zh"

    @property
    def path(self) -> str:
        """The address without its language: that of the same page in Chinese."""
        path = self.request.url.path
        return (path[3:] or "/") if self.language == "en" else path

    @property
    def theme(self) -> str:
        """The look that the reader chose; empty to follow the system."""
        chosen = self.request.cookies.get("theme", "")
        return chosen if chosen in THEMES else ""

    def t(self, zh: str, en: str) -> str:
        """One of two texts."""
        return zh if self.language == "zh" else en

    def say(self, text: Text) -> str:
        """A text in the page's language."""
        return text.say(self.language)

    def url(self, path: str, **query: Any) -> str:
        """The address of another page in the same language; empty queries are left out."""
        return self._url(self.language, path, query)

    def follow(self, address: str) -> str:
        """The address of another page in the same language, its queries given with it."""
        path, _, query = address.partition("?")
        return self.url(path) + (f"?{query}" if query else "")

    def turned(self, **query: Any) -> str:
        """The address of this page with other queries."""
        return self._url(self.language, self.path, dict(self.request.query_params) | query)

    @property
    def translated(self) -> str:
        """The address of this page in the other language."""
        return self._url("zh" if self.language == "en" else "en", self.path, dict(self.request.query_params))

    def _url(self, language: Language, path: str, query: dict[str, Any]) -> str:
        prefix = "/en" if language == "en" else ""
        asked = urlencode({name: value for name, value in query.items() if value not in ("", None)})
        address = quote(prefix + path, safe="/[],=.-_~")
        return f"{address}?{asked}" if asked else address

    def period(self, text: str) -> Period:
        """The period that an address names.

        Raises:
            Missing: it is not a month.
        """
        if not FORM.fullmatch(text):
            raise Missing(
                Text(f"“{text}”不是月份", f"“{text}” is not a month"),
                Text("月份写作四位年份与两位月份，例如 2023-04", "a month is written as 2023-04"),
                status=400,
            )
        return self.session.period(text)

    def render(self, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
        """The page as HTML."""
        known = {"page": self, "t": self.t, "say": self.say, "url": self.url, "language": self.language}
        bank = self.session.workspace.bank
        text = ENVIRONMENT.get_template(template).render(known | {"bank": bank, "static": version()} | context)
        return HTMLResponse(text, status)


Asked = Annotated[Page, Depends(Page)]
