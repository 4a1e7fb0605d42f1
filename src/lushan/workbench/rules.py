"""A contract's rules in words."""

from __future__ import annotations

from lushan.contracts import Rule
from lushan.words import Text


def rule_words(rule: Rule) -> Text:
    """What a rule asks, as a reader of either language understands it.

    >>> rule_words(Rule("grade.codes", "in_set", "grade", values=("S", "A")))
    Text(zh='取值：S、A', en='one of S, A')
    >>> rule_words(Rule("name.bytes", "bytes", "name", maximum="60")).zh
    '按 UTF-8 计不超过 60 字节'
    """
    match rule.kind:
        case "not_null":
            return Text("必填", "must be there")
        case "unique":
            return Text("不得重复", "unique")
        case "in_set":
            return Text("取值：" + "、".join(rule.values), "one of " + ", ".join(rule.values))
        case "range":
            return _between(rule, Text("", ""), Text("", ""))
        case "length":
            return _between(rule, Text("长度", "length "), Text(" 个字符", " characters"))
        case "bytes":
            return _between(rule, Text("按 UTF-8 计", "in UTF-8 "), Text(" 字节", " bytes"))
        case "pattern":
            return Text(f"符合格式 {rule.pattern}", f"matches {rule.pattern}")
        case "reference":
            return Text(f"须见于 {rule.refers_to}", f"must be in {rule.refers_to}")
        case "expression":
            return Text(rule.title.zh or "须满足条件", rule.title.en or "must hold")


def _between(rule: Rule, before: Text, after: Text) -> Text:
    low, high = rule.minimum, rule.maximum
    if low and high:
        zh, en = f"在 {low} 与 {high} 之间", f"from {low} to {high}"
        zh, en = (f"为 {low}", f"of {low}") if low == high else (zh, en)
    elif low:
        zh, en = f"不小于 {low}", f"at least {low}"
    else:
        zh, en = f"不超过 {high}", f"at most {high}"
    return Text(f"{before.zh}{zh}{after.zh}", f"{before.en}{en}{after.en}")
