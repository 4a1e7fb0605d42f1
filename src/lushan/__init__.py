"""Lushan: a bank's own tables in; actions, a workbench and a traceable monthly magazine out."""

__version__ = "0.1.0"
