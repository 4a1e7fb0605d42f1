"""Who may see what: the one door to rows."""
