"""The application: its pages in two languages, its headers, and what it says when something is wrong."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from lushan.errors import LushanError
from lushan.runs.session import Session
from lushan.words import Text
from lushan.workbench import static
from lushan.workbench.listen import LOOPBACK
from lushan.workbench.page import Missing, Page
from lushan.workbench.pages import (
    actions,
    contracts,
    editions,
    entities,
    figures,
    home,
    lineage,
    metrics,
    models,
    patterns,
    process,
    quarantine,
    runs,
    theme,
    trace,
)

PAGES = (
    home, actions, editions, figures, trace, process, entities,
    contracts, quarantine, models, metrics, lineage, runs, patterns,
)  # fmt: skip

#: Everything comes from here; nothing runs that is written into a page.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


def make_app(session: Session, host: str = "127.0.0.1") -> FastAPI:
    """The workbench of a workspace.

    Args:
        host: the address that it listens on. On the machine's own, requests under other names are refused,
            so that no page of another site can be made to read this one.
    """
    app = FastAPI(title="Lushan", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.session, app.state.columns = session, {}
    app.include_router(static.router)
    app.include_router(theme.router)
    for page in PAGES:
        app.include_router(page.router)
        app.include_router(page.router, prefix="/en")
    editions.mount(app, session.workspace.editions)
    app.middleware("http")(with_headers)
    app.add_middleware(GZipMiddleware, minimum_size=2000)
    if host in LOOPBACK:
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost", "[::1]"])
    app.add_exception_handler(Missing, missing)
    app.add_exception_handler(LushanError, refused)
    app.add_exception_handler(HTTPException, not_here)
    app.add_exception_handler(RequestValidationError, wrongly_asked)
    app.add_exception_handler(Exception, broken)
    return app


async def with_headers(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Add the headers that every answer carries."""
    response = await answer(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def missing(request: Request, error: Exception) -> Response:
    """A page for what is not there, with what may have been meant."""
    assert isinstance(error, Missing)
    return Page(request).render("error.html", status=error.status, found=error.found, mend=error.mend, near=error.near)


def not_here(request: Request, error: Exception) -> Response:
    """A page for an address that nothing answers to."""
    assert isinstance(error, HTTPException)
    if error.status_code != 404:
        return Response(str(error.detail), error.status_code)
    found = Text("这里没有这一页", "There is no such page")
    mend = Text("看看网址是否写对，或从首页开始", "See whether the address is right, or begin at the front page")
    return Page(request).render("error.html", status=404, found=found, mend=mend)


def wrongly_asked(request: Request, _error: Exception) -> Response:
    """A page for an address whose parameters cannot be read."""
    found = Text("网址中有一项参数读不懂", "A parameter of this address cannot be read")
    mend = Text("去掉网址中问号之后的部分再试", "Remove what follows the question mark, and try again")
    return Page(request).render("error.html", status=400, found=found, mend=mend)


def refused(request: Request, error: Exception) -> Response:
    """A page for a refusal of the platform, which is shown as the command line would show it."""
    found = Text("平台拒绝了这一步", "The platform refused this")
    mend = Text("按下面的说明处理，再重新打开本页", "Do as is said below, and open the page again")
    return Page(request).render("error.html", status=409, found=found, mend=mend, said=str(error))


def broken(request: Request, error: Exception) -> Response:
    """A page for a fault of ours; its traceback is in the log."""
    logging.getLogger(__name__).error("%s failed", request.url.path, exc_info=error)
    found = Text("这一页出错了", "This page failed")
    mend = Text(
        "错误的经过已写入服务日志；请运行 lushan doctor 检查工作区",
        "What happened is in the server's log; lushan doctor examines the workspace",
    )
    said = f"{type(error).__name__}: {error}"
    return with_fixed_headers(Page(request).render("error.html", status=500, found=found, mend=mend, said=said))


def with_fixed_headers(response: Response) -> Response:
    """Add the headers to an answer that is given outside the middleware."""
    response.headers.update(HEADERS)
    return response
