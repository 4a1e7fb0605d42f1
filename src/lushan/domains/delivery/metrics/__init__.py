"""Delivery's figures, a module a noun."""
