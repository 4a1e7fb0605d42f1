"""The switch between light and dark, which works without a script."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from lushan.workbench.page import THEMES

router = APIRouter()
A_YEAR = 365 * 86400


@router.get("/look/{theme}")
def choose(theme: str, back: str = "/") -> Response:
    """Keep the chosen look in a cookie and go back; any other word than light or dark follows the system again."""
    safe = back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
    answer = RedirectResponse(safe, 303)
    if theme in THEMES:
        answer.set_cookie("theme", theme, max_age=A_YEAR, httponly=True, samesite="lax")
    else:
        answer.delete_cookie("theme")
    return answer
