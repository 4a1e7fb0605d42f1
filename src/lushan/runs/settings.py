"""Whether what a bank has set in ``lushan.toml`` are parameters that there are."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from lushan.errors import LushanError
from lushan.runs.model import Parameter


def see_settings(
    settings: Mapping[str, Mapping[str, object]], known: Mapping[str, Mapping[str, Parameter]], where: str
) -> None:
    """See that what a bank has set are parameters that there are, and of their type.

    Args:
        settings: what is set, by definition and parameter.
        known: the defaults of every parameter, by definition and parameter.

    Raises:
        LushanError: a definition or a parameter is not known, or a value is of another type.
    """
    for id, values in settings.items():
        if id not in known:
            raise LushanError(
                f"no definition is called {id}",
                where=f"{where}, parameters",
                expected=", ".join(get_close_matches(id, [name for name, has in known.items() if has], 3)),
                mend="correct or remove it",
            )
        for name, value in values.items():
            if name not in known[id]:
                raise LushanError(
                    f"{id} has no parameter {name}",
                    where=f"{where}, parameters",
                    expected=", ".join(known[id]) or "none: it has no parameters",
                    mend="correct or remove it",
                )
            default = known[id][name]
            if type(value) is not type(default) and not (type(default) is float and type(value) is int):
                raise LushanError(
                    f"{value!r} does not fit here",
                    where=f"{where}, parameters, {id}, {name}",
                    expected=f"a value such as {default!r}",
                    mend="correct it",
                )
