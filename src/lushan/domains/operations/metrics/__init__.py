"""Operations' figures, a module a noun."""
