"""What a plan and a run say of each step, in the reader's language."""

from __future__ import annotations

import re

from lushan.words import Language

#: The sentences of `lushan.runs.plan` and `lushan.runs.run`, and how Chinese says them.
SENTENCES = (
    (r"not made yet", "尚未产生"),
    (r"nothing it reads has changed", "所读的表均未变化"),
    (r"its definition changed", "定义已变更"),
    (r"changed: (.+)", r"已变化：\1"),
    (r"fewer rows to read than before", "可读的数据比上次少"),
    (r"no table that its metrics read has been landed", "指标所读的表尚未装载"),
    (r"(\S+) holds nothing for (\S+)", r"\1 在 \2 没有数据"),
    (r"(\S+) holds nothing", r"\1 没有数据"),
    (r"waits for (.+)", r"等待 \1"),
    (r"(\d+) metrics? waits? for (.+)", r"\1 项指标等待 \2"),
)


def say_reason(reason: str, language: Language) -> str | None:
    """A reason as a reader of the language says it; nothing for an error's own words, which stay as they are.

    >>> say_reason("its definition changed; changed: delivery.ticket", "zh")
    '定义已变更；已变化：delivery.ticket'
    >>> say_reason("IO Error: No space left on device", "zh") is None
    True
    """
    if language == "en":
        return reason
    said = []
    for part in reason.split("; "):
        for pattern, chinese in SENTENCES:
            if match := re.fullmatch(pattern, part):
                said.append(match.expand(chinese))
                break
        else:
            return None
    return "；".join(said)
