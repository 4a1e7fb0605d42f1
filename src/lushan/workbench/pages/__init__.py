"""The pages: a module each, with one router."""
