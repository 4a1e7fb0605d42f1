"""Delivery's charts and tables, a module a noun."""
