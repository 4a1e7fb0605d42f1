"""What happened and what people enter: a transactional database and its migrations."""

from lushan.state.journal import Journal

__all__ = ["Journal"]
