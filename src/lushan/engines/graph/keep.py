"""Trained models as text that can be kept in a table: skops, never pickle, and the same bytes for the same model."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from typing import Any

from lushan.errors import LushanError

#: What a kept model of ours is made of, beside what skops trusts by itself.
TRUSTED = ("sklearn.ensemble._hist_gradient_boosting.predictor.TreePredictor",)
EPOCH = (1980, 1, 1, 0, 0, 0)


def kept(thing: Any) -> str:
    """An estimator, or a structure of them, as text.

    skops names the parts of a model by their addresses in memory, and dates its files; here they are numbered in the
    order in which they stand, and undated.
    """
    import skops.io

    names: dict[str, str] = {}

    def numbered(node: Any) -> Any:
        if isinstance(node, dict):
            if "__id__" in node:
                names.setdefault(str(node["__id__"]), str(len(names) + 1))
            return {key: int(names[str(value)]) if key == "__id__" else numbered(value) for key, value in node.items()}
        if isinstance(node, list):
            return [numbered(value) for value in node]
        return node

    packed = zipfile.ZipFile(io.BytesIO(skops.io.dumps(thing)))
    schema = numbered(json.loads(packed.read("schema.json")))
    text, files = json.dumps(schema, sort_keys=True), {}
    for name in packed.namelist():
        if name != "schema.json":
            stem, _, ending = name.rpartition(".")
            files[name] = f"{names.get(stem, stem)}.{ending}"
    for old, new in files.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    parts = {new: packed.read(old) for old, new in files.items()} | {"schema.json": text.encode()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as written:
        for name in sorted(parts):
            written.writestr(zipfile.ZipInfo(name, EPOCH), parts[name], zipfile.ZIP_DEFLATED, 6)
    return base64.b64encode(target.getvalue()).decode()


def unkept(text: str) -> Any:
    """What was kept as text.

    Raises:
        LushanError: it holds types that no model of ours is made of; nothing of it is loaded.
    """
    import skops.io

    content = base64.b64decode(text)
    strange = sorted(set(skops.io.get_untrusted_types(data=content)) - set(TRUSTED))
    if strange:
        raise LushanError(
            f"the kept model holds {', '.join(strange)}",
            expected="only what scikit-learn's boosted trees and isotonic regression are made of",
            mend="train the model again; do not load what others made",
        )
    return skops.io.loads(content, trusted=list(TRUSTED))
