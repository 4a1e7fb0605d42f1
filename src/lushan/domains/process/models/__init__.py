"""Process tables, a module a noun."""
