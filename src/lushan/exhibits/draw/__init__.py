"""Drawing exhibits as SVG: a module a kind."""

from lushan.exhibits.draw.draw import draw

__all__ = ["draw"]
