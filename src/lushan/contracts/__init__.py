"""What tables must look like, and reading that from YAML."""

from lushan.contracts.contract import Column, Contract, Rule

__all__ = ["Column", "Contract", "Rule"]
