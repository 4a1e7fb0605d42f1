"""Algorithms that know no bank: tables in, tables out."""
