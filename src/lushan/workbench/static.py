"""The files that pages need: one style sheet, two scripts and the edition's fonts."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException

from lushan.exhibits.style import stylesheet

router = APIRouter()
HERE = Path(str(files(__name__.rpartition(".")[0]))) / "static"
FONTS = Path(str(files("lushan.exhibits"))) / "fonts"
#: A file's address changes with what it holds, so that a browser may keep it for good.
KEEP = {"Cache-Control": "public, max-age=31536000, immutable"}


@cache
def style() -> str:
    """The style sheet: the edition's tokens and charts, then the workbench's own."""
    return stylesheet() + "".join((HERE / name).read_text(encoding="utf-8") for name in ("fonts.css", "workbench.css"))


@cache
def version() -> str:
    """A short hash of all that is served here."""
    scripts = [file.read_text(encoding="utf-8") for file in sorted(HERE.glob("*.js"))]
    return hashlib.sha256("\n".join([style(), *scripts]).encode()).hexdigest()[:12]


@router.get("/static/workbench.css")
def stylesheet_file() -> Response:
    """The style sheet."""
    return Response(style(), media_type="text/css", headers=KEEP)


@router.get("/favicon.ico")
def icon() -> Response:
    """The mark, for pages that name none."""
    return _file(HERE, "mark.svg", (".svg",))


@router.get("/static/{name}")
def script_file(name: str) -> Response:
    """A script."""
    return _file(HERE, name, (".js", ".svg"))


@router.get("/static/fonts/{name}")
def font_file(name: str) -> Response:
    """A font."""
    return _file(FONTS, name, (".woff2",))


def _file(folder: Path, name: str, kinds: tuple[str, ...]) -> Response:
    path = folder / name
    if path.suffix not in kinds or path.parent != folder or not path.is_file():
        raise HTTPException(404)
    return FileResponse(path, headers=KEEP)
