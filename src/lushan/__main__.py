"""``python -m lushan``."""

from lushan.cli import main

main()
