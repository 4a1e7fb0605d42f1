"""Graphs: who is tied to whom, who owns and controls whom, and what spreads along the ties."""
