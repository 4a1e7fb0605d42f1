"""Process metrics, a module a noun."""
