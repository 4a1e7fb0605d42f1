"""Markdown as blocks: what stories may hold, and what they may not."""

from __future__ import annotations

import json

import pytest

from golden import check_golden
from lushan.errors import LushanError
from lushan.magazine.inline import Lines, as_text
from lushan.magazine.markdown import Block, Inline, Reader
from lushan.magazine.render import Ink, render
from lushan.magazine.shelf import Shelf

STORY = """\
上线 {{ delivery.released }} 个，
较上月新增{{ delivery.received.change }}[^why]。

## 一个**小**标题

- **企金**：{{ delivery.received["企金"] }} 个
- 引自[公告](https://example.org/a)与[后文](#next)，{{ quoted("22") }} 人

  第二段
- `lushan trace`

1. 一
2. 二

> 引文
> 续行

| 条线 | 新增 |
|---|---|
| 企金 | {{ delivery.received["企金"] }} |

![](delivery.flow_by_month)

**下一步。** 守住节奏，*不急*。[^last]

[^why]: 因为{{ delivery.received }}
    分两行。
[^last]: 末注
"""


def read(text: str, shelf: Shelf) -> tuple[list[Block], list[list[Inline]]]:
    ink = Ink()
    marked = render(text, shelf, "zh", ink, where="story.zh.md", free=True)
    return Reader(ink, shelf.period, "zh", "story.zh.md").read(marked)


def test_a_story_as_blocks(shelf: Shelf) -> None:
    blocks, notes = read(STORY, shelf)
    lines = [json.dumps(block, ensure_ascii=False) for block in [*blocks, *({"note": note} for note in notes)]]
    check_golden("magazine/blocks.jsonl", "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    "text",
    [
        "见[注][^none]",
        "没有人引用\n\n[^lost]: 的注",
        "图在![](delivery.flow_by_month)文中",
        "- 一\n  - 二层",
        "> - 引文里的列表",
    ],
)
def test_what_a_story_cannot_hold_is_refused(text: str, shelf: Shelf) -> None:
    with pytest.raises(LushanError) as refusal:
        read(text, shelf)
    assert refusal.value.where == "story.zh.md"
    assert refusal.value.mend


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "[看](javascript:alert(1))",
        "[看](data:text/html,<script>alert(1)</script>)",
        "[看](JaVaScRiPt:alert(1))",
        "&lt;script&gt; &#60;b&#62;",
    ],
)
def test_no_html_and_no_strange_link_comes_through(text: str, shelf: Shelf) -> None:
    blocks, _ = read(text, shelf)
    html = str(Lines({}, "zh").html(blocks[0]["paragraph"]))
    assert "<" not in html.replace("<br>", "")
    assert "href" not in html


def test_lines_become_escaped_html_with_their_links(shelf: Shelf) -> None:
    figures = {"delivery.released": {"code": "DZAZ9", "label": {"zh": 'a"b<c>'}}}
    line: list[Inline] = ["<&", {"figure": "delivery.released", "text": "4<0"}, {"note": 1}, {"quoted": "2>1"}]
    assert str(Lines(figures, "zh").html(line, "story")) == (
        '&lt;&amp;<a class="fig" href="trace/DZAZ9.html" title="a&#34;b&lt;c&gt; · DZAZ9">4&lt;0</a>'
        '<sup class="note"><a href="#story-note-1" id="story-ref-1">1</a></sup>2&gt;1'
    )


def test_a_line_break_in_the_source_is_a_space_between_words_only(shelf: Shelf) -> None:
    assert as_text(read("新增\n任务单 one\ntwo，\n三", shelf)[0][0]["paragraph"]) == "新增任务单 one two，三"
