"""Columns that several of delivery's exhibits show, said and coloured alike."""

from __future__ import annotations

from lushan.exhibits.exhibit import Field
from lushan.words import Text

#: What the business lines are called in English; a line that a bank adds keeps its own name.
LINES = (
    ("企金", Text("企金", "Corporate")),
    ("零售", Text("零售", "Retail")),
    ("资金", Text("资金", "Treasury")),
    ("风控", Text("风控", "Risk")),
    ("数字", Text("数字", "Digital")),
    ("运营", Text("运营", "Operations")),
    ("科技", Text("科技", "Technology")),
    ("all", Text("合计", "All")),
)
YES_NO = ((True, Text("是", "yes")), (False, Text("否", "no")))

LINE = Field("line", Text("业务条线", "Business line"), "text", words=LINES)
MONTH = Field("month", Text("月份", "Month"), "month")
DAY = Field("day", Text("日期", "Day"), "date")
SYSTEM = Field("system", Text("系统", "System"), "text")

RECEIVED = Field("received", Text("新增", "Received"), hue="blue")
RELEASED = Field("released", Text("上线", "Released"), hue="green")
CLASSES = (
    Field("routine", Text("需求优化", "Routine"), hue="green"),
    Field("technical", Text("技术优化", "Technical"), hue="blue"),
    Field("project", Text("一般项目", "Project"), hue="ochre"),
)
WORK_ORDERS = ("任务单（个）", "Work orders")
