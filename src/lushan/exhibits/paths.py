"""Process maps of any log: as a picture, and as a page with a slider for how many paths are shown."""

from __future__ import annotations

from html import escape
from typing import Literal

import pyarrow as pa

from lushan.exhibits.alternative import alternative
from lushan.exhibits.draw.chart import Chart
from lushan.exhibits.draw.map import Link, process_map
from lushan.exhibits.exhibit import Exhibit, Field
from lushan.exhibits.points import points
from lushan.exhibits.style import stylesheet
from lushan.words import Language, Text

Show = Literal["count", "time"]
NAME = Text("流程图", "Process map")
TARGET = Field("target", Text("下一环节", "next"), "text", shown="text")
TIMES = Field("times", Text("次数", "times"))
TOOK = Field("took", Text("中位时长", "median time"), "text")
#: How many of all steps the maps of a page show, in percent.
SHARES = (40, 50, 60, 70, 80, 85, 90, 95, 100)
USUAL = 80
UNITS = ((86400, Text("天", " d")), (3600, Text("小时", " h")), (60, Text("分", " min")), (1, Text("秒", " s")))


def draw_map(
    rows: pa.Table,
    language: Language,
    show: Show = "count",
    share: float = 0,
    width: float = 720,
    link: Link | None = None,
) -> str:
    """A process map as SVG.

    Args:
        rows: ``source``, ``target``, ``times`` and ``median_seconds``, from `lushan.engines.process.graph.flow`.
        language: the reader's.
        show: what is written on the paths: how often, or how long they take.
        share: of all steps, how many the paths that are drawn hold; without it, as many as fit.
        width: of the drawing.
        link: where a click leads.
    """
    took = [
        None if seconds is None else write_duration(seconds, language) for seconds in rows["median_seconds"].to_pylist()
    ]
    rows = rows.append_column("took", pa.array([text or "" for text in took]))
    fields = (TARGET, TIMES) if show == "count" else (TARGET, TIMES, TOOK)
    label = Field("source", Text("环节", "activity"), "text")
    exhibit = Exhibit("process.map", NAME, NAME, "map", label, fields, (), lambda: None)
    canvas = process_map(Chart(exhibit, points(exhibit, rows, language), language, width), share, link)
    return canvas.svg(NAME.say(language), alternative(exhibit, rows, language), "map")


def write_duration(seconds: float, language: Language) -> str:
    """A duration in the largest unit that it has one of.

    >>> write_duration(90, "zh"), write_duration(400000, "en"), write_duration(0.2, "zh")
    ('1.5分', '4.63 d', '0.2秒')
    """
    size, word = next((unit for unit in UNITS if seconds >= unit[0]), UNITS[-1])
    return f"{seconds / size:.3g}{word.say(language)}"


def map_page(rows: pa.Table, language: Language, title: str) -> str:
    """A page that needs nothing else: the map at several shares, with counts and with times, and what chooses one.

    Args:
        rows: as for `draw_map`.
        language: the reader's.
        title: what process it is.
    """
    shows: tuple[Show, ...] = ("count", "time")
    maps = [
        f'<figure data-show="{show}" data-share="{share}" hidden>'
        f"{draw_map(rows, language, show, share / 100, 960)}</figure>"
        for show in shows
        for share in SHARES
    ]
    words = [
        text.say(language) for text in (Text("路径", "Paths"), Text("次数", "Times"), Text("中位时长", "Median time"))
    ]
    return PAGE.format(
        language=language,
        title=escape(title),
        style=stylesheet(),
        paths=words[0],
        count=words[1],
        time=words[2],
        most=len(SHARES) - 1,
        usual=SHARES.index(USUAL),
        shares=list(SHARES),
        maps="\n".join(maps),
    )


PAGE = """<!doctype html>
<html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<style>{style}
body {{ margin: var(--space-4); background: var(--paper); color: var(--ink); font-family: var(--sans); }}
form {{ display: flex; gap: var(--space-3); align-items: center; flex-wrap: wrap; }}
figure {{ margin: var(--space-3) 0; overflow-x: auto; }}</style>
<h1>{title}</h1>
<form><label>{paths} <input id="share" type="range" min="0" max="{most}" value="{usual}"></label> <output></output>
<label><input type="radio" name="show" value="count" checked> {count}</label>
<label><input type="radio" name="show" value="time"> {time}</label></form>
{maps}
<script>
const shares = {shares}, form = document.querySelector("form");
function turn() {{
  const share = shares[form.share.value], show = form.show.value;
  document.querySelector("output").textContent = share + "%";
  for (const map of document.querySelectorAll("figure")) {{
    map.hidden = map.dataset.share != share || map.dataset.show != show;
  }}
}}
form.addEventListener("input", turn);
turn();
</script></html>
"""
