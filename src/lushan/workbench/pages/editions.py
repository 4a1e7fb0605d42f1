"""The editions: a shelf of covers, and the published folders served as they are."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, FastAPI, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from lushan.workbench.editions import editions as published
from lushan.workbench.page import Asked

router = APIRouter()

#: An edition carries its own style in its pages, and nothing from elsewhere.
POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; "
    "font-src 'self' data:; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@router.get("/editions")
def editions(page: Asked) -> Response:
    """All editions, the newest first."""
    return page.render("editions.html", editions=published(page.session.workspace.editions))


class Folder(StaticFiles):
    """The published folders, with a policy of their own."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file of an edition; a folder's index page; nothing of an edition that is being made."""
        if path.startswith("."):
            raise HTTPException(404)
        response = await super().get_response(path, scope)
        response.headers["Content-Security-Policy"] = POLICY
        return response


def mount(app: FastAPI, folder: Path) -> None:
    """Serve the editions' folders; what lies outside them cannot be reached."""
    app.mount("/editions", Folder(directory=folder, html=True, check_dir=False), name="published")
