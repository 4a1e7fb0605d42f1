"""The heads of stories and articles, and which of them make an edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from golden import check_golden
from lushan.domains import DOMAINS
from lushan.errors import LushanError
from lushan.magazine.story import find_stories, pairs, read_story
from lushan.workspace import Workspace
from stories import APRIL

HEAD = "part: 2\norder: 10\ntitle: 月投产情况\n"
WRONG = {
    "no head": "一个故事\n",
    "no end of the head": "---\npart: 2\n",
    "no settings": "---\n- part\n---\n文\n",
    "no title": "---\npart: 2\norder: 10\n---\n文\n",
    "an unknown setting": f"---\n{HEAD}colour: red\n---\n文\n",
    "a part in words": "---\npart: 二\norder: 10\ntitle: 月\n---\n文\n",
    "a part beyond the fifth": "---\npart: 6\norder: 10\ntitle: 月\n---\n文\n",
    "a colon in the title": "---\npart: 2\norder: 10\ntitle: 学习: 第: 三\n---\n文\n",
    "a numeral in the title": "---\npart: 2\norder: 10\ntitle: 第3期\n---\n文\n",
    "six figures": f"---\n{HEAD}figures: [a.b, a.c, a.d, a.e, a.f, a.g]\n---\n文\n",
    "a figure in numbers": f"---\n{HEAD}figures: [1]\n---\n文\n",
    "a quoted story": f"---\n{HEAD}quoted: true\n---\n文\n",
    "private characters": f"---\n{HEAD}---\n\ue000\n",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_head_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "story_x.zh.md"
    path.write_text(WRONG[name], encoding="utf-8")
    with pytest.raises(LushanError) as refusal:
        read_story(path, "delivery.x", "story")
    text = str(refusal.value).replace(str(tmp_path), "domains/delivery")
    check_golden(f"magazine/heads/{name.replace(' ', '_')}.txt", f"{text}\n")


def test_a_story_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "story_x.zh.md"
    path.write_bytes("---\npart: 2\norder: 10\ntitle: 月\n---\n".encode() + "新增".encode("gb18030"))
    with pytest.raises(LushanError, match="it is not UTF-8: byte 37"):
        read_story(path, "delivery.x", "story")


def test_a_head_may_have_windows_line_ends_and_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "story_x.zh.md"
    path.write_bytes(f"\ufeff---\r\n{HEAD}---\r\n新增\r\n".replace("\n", "\r\n").replace("\r\r", "\r").encode())
    story = read_story(path, "delivery.x", "story")
    assert (story.title, story.body, story.first) == ("月投产情况", "新增\n", 6)


def test_stories_of_the_bank_stand_in_place_of_the_domains(workspace: Workspace) -> None:
    domains_own = find_stories(workspace, DOMAINS, APRIL, "zh")
    assert {story.name for story in domains_own} >= {"delivery.releases", "operations.systems"}
    workspace.stories.mkdir()
    (workspace.stories / "one.zh.md").write_text(f"---\n{HEAD}---\n文\n", encoding="utf-8")
    month = workspace.articles / "2023-04"
    month.mkdir()
    article = "---\npart: 1\norder: 5\ntitle: 讲堂第3期\nquoted: true\n---\n4月\n"
    (month / "talk.zh.md").write_text(article, encoding="utf-8")
    found = find_stories(workspace, DOMAINS, APRIL, "zh")
    assert [(story.name, story.kind, story.free) for story in found] == [
        ("article.talk", "article", True),
        ("story.one", "story", False),
    ]


def test_the_two_languages_of_a_story_have_one_head(tmp_path: Path) -> None:
    for language, order in (("zh", 10), ("en", 20)):
        head = f"---\npart: 2\norder: {order}\ntitle: t\n---\n文\n"
        (tmp_path / f"story_x.{language}.md").write_text(head, encoding="utf-8")
    stories = [read_story(tmp_path / f"story_x.{language}.md", "d.x", "story") for language in ("zh", "en")]
    with pytest.raises(LushanError, match="differs from that of the other language"):
        list(pairs(stories[:1], stories[1:]))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_domain_tells_its_stories_in_both_languages(language: str, workspace: Workspace) -> None:
    names = {story.name for story in find_stories(workspace, DOMAINS, APRIL, "zh" if language == "en" else "en")}
    assert {story.name for story in find_stories(workspace, DOMAINS, APRIL, "zh")} == names
