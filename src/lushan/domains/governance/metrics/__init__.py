"""Governance's figures."""
