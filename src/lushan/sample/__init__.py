"""The sample bank: source files for every contract, at any scale, dirt included."""

from lushan.sample.write import write_sample

__all__ = ["write_sample"]
