"""Governance's charts and tables."""
