"""Operations' charts and tables, a module a noun."""
