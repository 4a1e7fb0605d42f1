"""The five parts that every edition has."""

from __future__ import annotations

from lushan.words import Text

#: By number, as stories name them.
PARTS: dict[int, Text] = {
    1: Text("大事记", "Memorabilia"),
    2: Text("数字化赋能", "Digital Empowerment"),
    3: Text("金融科技", "Fintech"),
    4: Text("生产运营", "Operations"),
    5: Text("文化建设", "Culture"),
}
