"""Rings of accounts around known bad ones: scored, evaluated, drawn out with their paths, and given to reviewers."""
