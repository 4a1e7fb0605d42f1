"""What a side says of a column, and what two columns are compared as."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["number", "float", "boolean", "date", "moment", "instant", "text", "bytes", "untyped"]

#: What two kinds that differ are compared as; what is not here is compared as text.
COMMON: dict[frozenset[Kind], Kind] = {
    frozenset(("number", "float")): "float",
    frozenset(("number", "boolean")): "number",
    frozenset(("date", "moment")): "moment",
    frozenset(("date", "instant")): "moment",
    frozenset(("moment", "instant")): "moment",
}
NAMES: dict[str, Kind] = {
    "DOUBLE": "float", "DOUBLE PRECISION": "float", "FLOAT": "float", "FLOAT4": "float", "FLOAT8": "float",
    "REAL": "float", "BOOLEAN": "boolean", "BOOL": "boolean", "DATE": "date",
    "TIMESTAMP": "moment", "TIMESTAMP_S": "moment", "TIMESTAMP_MS": "moment", "TIMESTAMP_NS": "moment",
    "TIMESTAMP WITHOUT TIME ZONE": "moment",
    "TIMESTAMP WITH TIME ZONE": "instant", "TIMESTAMPTZ": "instant",
    "BLOB": "bytes", "BYTEA": "bytes",
}  # fmt: skip
#: Whole numbers, and how many digits each may have.
WHOLE = {
    "TINYINT": 3, "SMALLINT": 5, "INTEGER": 10, "BIGINT": 19, "INT2": 5, "INT4": 10, "INT8": 19, "HUGEINT": 39,
    "UTINYINT": 3, "USMALLINT": 5, "UINTEGER": 10, "UBIGINT": 20, "UHUGEINT": 39,
}  # fmt: skip


@dataclass(frozen=True)
class Field:
    """A column of one side.

    Args:
        declared: its type, as the database writes it.
        kind: what that means.
        digits: of a number, how many it may have in all; none where the database does not say.
        scale: of a number, how many stand behind the point; none where the database does not say.
    """

    name: str
    declared: str
    kind: Kind
    digits: int | None = None
    scale: int | None = None

    @classmethod
    def of(cls, name: str, declared: str) -> Field:
        """A column of a type that DuckDB or PostgreSQL declares.

        >>> Field.of("balance", "numeric(18,2)")
        Field(name='balance', declared='numeric(18,2)', kind='number', digits=18, scale=2)
        """
        type = declared.upper()
        base = re.sub(r"\(.*?\)", "", type)
        if base in WHOLE:
            return cls(name, declared, "number", WHOLE[base], 0)
        if base in ("DECIMAL", "NUMERIC") and type.count("[") == 0:
            digits, *scale = [int(size) for size in re.findall(r"-?\d+", type)] or (None, None)
            return cls(name, declared, "number", digits, scale[0] if scale else 0)
        return cls(name, declared, NAMES.get(re.sub(r"\s+", " ", base), "text"))


@dataclass(frozen=True)
class Pair:
    """Two columns that are compared, and as what."""

    left: Field
    right: Field
    tolerance: Decimal | None = None

    @property
    def name(self) -> str:
        """What the pair is called: as the left side calls it."""
        return self.left.name

    @property
    def mirrored(self) -> Pair:
        """The same pair seen from the other side."""
        return Pair(self.right, self.left, self.tolerance)

    @property
    def kind(self) -> Kind:
        """What both are compared as.

        >>> Pair(Field.of("at", "DATE"), Field.of("at", "TIMESTAMP")).kind
        'moment'
        """
        kinds: frozenset[Kind] = frozenset((self.left.kind, self.right.kind)) - {"untyped"}
        if len(kinds) == 1:
            return next(iter(kinds))
        return COMMON.get(kinds, "text")

    @property
    def scale(self) -> int | None:
        """Of numbers, how many digits behind the point tell them all; none where a side does not say."""
        scales = [_scale(field) for field in (self.left, self.right) if field.kind != "untyped"]
        return None if None in scales else max(0, *(scale for scale in scales if scale is not None), 0)

    @property
    def wide(self) -> bool:
        """Whether a number may be too long for 64 bits."""
        digits = [field.digits or 38 for field in (self.left, self.right) if field.kind == "number"]
        return bool(self.scale) or self.scale is None or max(digits, default=38) > 19

    @property
    def alike(self) -> bool:
        """Whether both sides declare the same type."""
        return self.left.declared.upper() == self.right.declared.upper()


def _scale(field: Field) -> int | None:
    return 0 if field.kind == "boolean" else field.scale
