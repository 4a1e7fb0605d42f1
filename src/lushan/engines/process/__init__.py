"""Process analysis: event logs as relations, and what can be told from them."""
