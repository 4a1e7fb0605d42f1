"""Related parties: the world of shares, offices and kinship around the bank, and the rules that read it."""
