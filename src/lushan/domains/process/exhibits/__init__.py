"""Process charts, tables and maps, a module a noun."""
