"""The words that stand around an edition's stories, in both languages."""

from __future__ import annotations

from lushan.words import Text

#: By the name that pages and print ask for.
WORDS: dict[str, Text] = {
    "title": Text("数字月刊", "Digital Monthly"),
    "contents": Text("目录", "Contents"),
    "part": Text("第{}部分", "Part {}"),
    "figures": Text("数字索引", "Index of figures"),
    "colophon": Text("编后", "Colophon"),
    "notes": Text("注", "Notes"),
    "source": Text("来源", "Source"),
    "version": Text("第 {} 版", "version {}"),
    "no_version": Text("未装载", "not landed"),
    "change": Text("较上月 {}", "{} on last month"),
    "no_change": Text("上月无数可比", "nothing to compare with"),
    "high": Text("高于常态", "above its usual range"),
    "low": Text("低于常态", "below its usual range"),
    "usual": Text("此前各月", "earlier months"),
    "needs_attention": Text("需关注", "needs attention"),
    "trace": Text("追溯", "Trace"),
    "code": Text("编号", "Id"),
    "others": Text("其余见数字索引", "the others: see the index"),
    "figure": Text("数字", "Figure"),
    "definition": Text("口径", "Definition"),
    "value": Text("取值", "Value"),
    "revision": Text("第 {} 次修订", "revision {}"),
    "cover": Text(
        "封面是本月的数据：每一道山脊是一条每日曲线，由远及近为",
        "The cover is the month's data: each ridge is a daily series. From far to near:",
    ),
    "mountain": Text("本月的每日曲线叠成的山", "A mountain made of the month's daily series"),
    "how": Text(
        "每个数字都是一条链接。点开它，可以看到它的口径、算式、所用的表及其版本，以及构成它的每一行；印刷品上的短编号与索引、追溯页一一对应。",
        "Every figure is a link to its trace: what it means, how it is computed, from which tables at which version, "
        "and the rows that make it. The short ids in print are those of the index and of the trace pages.",
    ),
    "frozen": Text(
        "本期出版后即封存，连同它背后各表的版本。数据日后若有更正，另出修订版，本期不变。",
        "This edition was frozen when it was published, with the versions of the tables behind it. When data are "
        "corrected later, a revision appears beside it; this one does not change.",
    ),
    "colour": Text(
        "朱色只用于需要有人处理的事。涨跌以正负号、箭头和文字表示，不以颜色表示好坏。高于或低于常态，指超出此前至少六个月的范围。",
        "Vermilion marks what needs someone, and nothing else. Changes are told by a sign, an arrow and a word, never "
        "by colour. Out of its usual range means outside what at least six earlier months have shown.",
    ),
    "fonts": Text(
        "字体：思源宋体、思源黑体（开放字体许可）。", "Set in Noto Serif SC and Noto Sans SC (Open Font License)."
    ),
    "internal": Text("内部刊物", "Internal"),
    "month_of": Text("月份", "Month"),
    "moved": Text("变化", "Change"),
    "was": Text("上月为 {}", "it was {}"),
    "owner": Text("负责部门", "Owner"),
    "id": Text("全名", "Full id"),
    "finding": Text("所示", "Finding"),
    "parameter": Text("参数", "Parameter"),
    "run": Text("运行", "Run"),
    "run_number": Text("第 {} 次执行", "execution {}"),
    "computed": Text("如何算出", "How it is computed"),
    "rows_sql": Text("取出这些行的查询", "The query that gives its rows"),
    "made_of": Text("由什么算出", "What it is made of"),
    "model_of": Text("由模型加工自：", "made by a model of: "),
    "model_reads": Text("加工自", "Made of"),
    "model_sql": Text("模型的查询", "The model's query"),
    "landed_from": Text("装载自：", "landed from: "),
    "rows_behind": Text("背后的行", "The rows behind it"),
    "rows_total": Text("共 {} 行", "{} rows"),
    "rows_kept": Text(
        "，本期留存前 {} 行；其余可用 lushan trace 取出",
        ", of which the edition keeps {}; lushan trace gives the others",
    ),
    "yes": Text("是", "yes"),
    "no": Text("否", "no"),
    "back": Text("上一页", "Back"),
    "on": Text("下一页", "On"),
    "no_rows": Text("本期没有这样的行。", "There are no such rows in this month."),
}
