"""The sample bank as its regulator sees it: one world of customers, accounts and loans, from which all filings come."""
