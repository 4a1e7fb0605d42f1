"""How much room text takes, before any browser or printer has set it."""

from __future__ import annotations

from unicodedata import east_asian_width

#: The size that charts are lettered in; the first of the edition's five.
SIZE = 12.0
#: How far letters reach above and below the line they stand on, in sizes.
ASCENT, DESCENT = 0.88, 0.24
ELLIPSIS = "…"

#: The widths of the ASCII characters from the space on in Noto Sans SC, in thousandths of a size.
ASCII = (
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555,
    555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812,
    723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620,
    554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338,
    270, 338, 555,
)  # fmt: skip
LATIN, WIDE = 0.6, 1.0


def text_width(text: str, size: float = SIZE) -> float:
    """The width of a line of text; Chinese characters and signs are as wide as they are high.

    >>> text_width("吞吐率"), round(text_width("1,234"), 2)
    (36.0, 29.98)
    """
    return size * sum(map(_advance, text))


def shorten(text: str, room: float, size: float = SIZE) -> str:
    """The text, or as much of its beginning as fits with an ellipsis; nothing where not even that fits.

    >>> shorten("企业金融管理部", 50), shorten("企业金融管理部", 10)
    ('企业金…', '')
    """
    if text_width(text, size) <= room:
        return text
    room -= text_width(ELLIPSIS, size)
    kept = ""
    for letter in text:
        room -= size * _advance(letter)
        if room < 0:
            break
        kept += letter
    return kept.rstrip() + ELLIPSIS if kept else ""


def wrap(text: str, room: float, most: int = 3, size: float = SIZE) -> list[str]:
    """The text in lines no wider than a room, broken between Chinese characters and between other words.

    Args:
        text: to be set.
        room: how wide a line may be.
        most: how many lines there may be; what is left over is shortened.
        size: of the letters.

    >>> wrap("月末存量 backlog at month end", 72), wrap("月末存量任务单", 24, most=2)
    (['月末存量', 'backlog at', 'month end'], ['月末', '存…'])
    """
    lines: list[str] = []
    line = ""
    for word in _words(text):
        if line and len(lines) < most - 1 and text_width((line + word).rstrip(), size) > room:
            lines.append(line.rstrip())
            line = ""
        line += word if line else word.lstrip()
    return [fitting for part in [*lines, line.rstrip()] if (fitting := shorten(part, room, size))]


def _words(text: str) -> list[str]:
    """What a line may be broken between: each wide character, and each run of others with its spaces."""
    words: list[str] = []
    for letter in text:
        wide = _advance(letter) >= WIDE
        joins = words and not wide and words[-1][-1] != " " and _advance(words[-1][-1]) < WIDE
        if joins or (letter == " " and words):
            words[-1] += letter
        else:
            words.append(letter)
    return words


def _advance(letter: str) -> float:
    code = ord(letter)
    if 32 <= code < 127:
        return ASCII[code - 32] / 1000
    return WIDE if east_asian_width(letter) in "WFA" else LATIN
