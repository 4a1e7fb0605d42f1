"""The magazine: stories read and bound, an edition frozen, and drawn as pages and in print."""
