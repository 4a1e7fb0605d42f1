"""Drawing exhibits as SVG: a module a kind."""

from lushan.exhibits.draw.draw import draw
from lushan.exhibits.draw.ridge import Ridge, ridge

__all__ = ["Ridge", "draw", "ridge"]
