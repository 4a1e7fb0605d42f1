"""Writing values for readers: numbers, changes, days, times and periods, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from lushan.runs.metric import Unit
from lushan.runs.period import Period
from lushan.words import Language, Text

#: What is written where there is no value.
NOTHING = "—"
MINUS = "−"
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: Units that stand beside a figure or in the title of an axis; a percent sign is written with the number.
UNITS: dict[str, Text] = {
    "minutes": Text("分钟", "min"),
    "hours": Text("小时", "h"),
    "days": Text("天", "days"),
    "person_days": Text("人天", "person-days"),
    "milliseconds": Text("毫秒", "ms"),
    "gigabytes": Text("GB", "GB"),
}
#: Short forms, the largest first: from how much on, what it is divided by, and its sign.
SHORT: dict[Language, tuple[tuple[Decimal, str], ...]] = {
    "zh": ((Decimal(10**12), "万亿"), (Decimal(10**8), "亿"), (Decimal(10**4), "万")),
    "en": ((Decimal(10**12), "tn"), (Decimal(10**9), "bn"), (Decimal(10**6), "m"), (Decimal(10**3), "k")),
}

Number = Decimal | int | float
Writable = Number | str | date | datetime | None


def write(value: Writable, unit: Unit | str = "count", decimals: int = 0, language: Language = "zh") -> str:
    """A value as a reader sees it, without its unit's word.

    Args:
        value: a number; the text of a ``text``, ``date`` or ``time``; or nothing.
        unit: how it is written.
        decimals: how many places of the value count, so that a share of 0.8214 has four.
        language: the reader's.

    >>> write(Decimal("0.8214"), "percent", 4), write(45210.5), write(-3, "days", 1), write(None)
    ('82.14%', '45,211', '−3.0', '—')
    >>> write("2023-02-17", "date", 0, "zh"), write("2023-02-17", "date", 0, "en"), write("02:12:34", "time")
    ('2月17日', '17 February', '02:12:34')
    """
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return Text("是" if value else "否", "yes" if value else "no").say(language)
    if isinstance(value, datetime):
        return write_time(value)
    if unit == "month":
        return write_period(Period.parse(str(value)), language)
    if isinstance(value, date) or unit == "date":
        return write_day(value if isinstance(value, date) else date.fromisoformat(str(value)[:10]), language)
    if isinstance(value, str):
        return value
    if unit == "percent":
        return f"{_grouped(_exact(value) * 100, max(decimals - 2, 0))}%"
    return _grouped(_exact(value), decimals)


def unit_word(unit: Unit | str, language: Language) -> str:
    """The word that follows a value of a unit; nothing for plain numbers, percentages, days and times.

    >>> unit_word("minutes", "zh"), unit_word("percent", "zh")
    ('分钟', '')
    """
    return UNITS[unit].say(language) if unit in UNITS else ""


def write_short(value: Number | None, unit: Unit | str = "count", language: Language = "zh") -> str:
    """A number for an axis or a label, in as few characters as keep three figures of it.

    >>> [write_short(Decimal(n), "count", "zh") for n in (950, 12500, 340_000_000)]
    ['950', '1.25万', '3.4亿']
    >>> [write_short(n, "count", "en") for n in (950, 12500, 340_000_000)], write_short(0.425, "percent")
    (['950', '12.5k', '340m'], '42.5%')
    """
    if value is None:
        return NOTHING
    number = _exact(value) * (100 if unit == "percent" else 1)
    sign = "%" if unit == "percent" else ""
    for least, word in SHORT[language]:
        if abs(number) >= least:
            number, sign = number / least, word + sign
            break
    places = max(0, 2 - number.adjusted()) if number else 0
    return _trimmed(_grouped(number, min(places, 6))) + sign


@dataclass(frozen=True)
class Change:
    """How a value moved: which way (1, −1 or 0), by how much as written, and the word for it."""

    way: int
    amount: str
    word: Text

    @classmethod
    def between(cls, before: Number, now: Number, unit: Unit | str, language: Language) -> Change:
        """From one value to another: shares in percentage points, others in percent of what was."""
        earlier, later = _exact(before), _exact(now)
        way = (later > earlier) - (later < earlier)
        if way == 0:
            return cls(0, "", Text("持平", "unchanged"))
        if earlier == 0 and unit != "percent":
            return cls(way, "", Text("自零上升", "up from zero") if way > 0 else Text("自零下降", "down from zero"))
        word = Text("上升", "up") if way > 0 else Text("下降", "down")
        if unit == "percent":
            points = Text(" 个百分点", " points").say(language)
            return cls(way, _grouped(abs(later - earlier) * 100, 2) + points, word)
        percent = abs((later - earlier) / earlier) * 100
        return cls(way, f"{_grouped(percent, 2 if percent < 10 else 1)}%", word)


def write_change(
    before: Number | None, now: Number | None, unit: Unit | str = "count", language: Language = "zh"
) -> str:
    """How a value changed, for a place of its own: an arrow, a sign and a word.

    >>> write_change(400, 440), write_change(40, 38, "days", "en"), write_change(7, 7)
    ('↑ +10.0% 上升', '↓ −5.00% down', '→ 持平')
    >>> write_change(0.81, 0.8406, "percent"), write_change(0, 3, "count", "en"), write_change(4, None)
    ('↑ +3.06 个百分点 上升', '↑ up from zero', '—')
    """
    if before is None or now is None:
        return NOTHING
    change = Change.between(before, now, unit, language)
    arrow, sign = {1: ("↑", "+"), -1: ("↓", MINUS), 0: ("→", "")}[change.way]
    amount = sign + change.amount if change.amount else ""
    return " ".join(part for part in (arrow, amount, change.word.say(language)) if part)


def say_change(before: Number | None, now: Number | None, unit: Unit | str = "count", language: Language = "zh") -> str:
    """How a value changed, as words of a sentence.

    >>> say_change(400, 440), say_change(400, 440, "count", "en"), say_change(0.9, 0.85, "percent"), say_change(7, 7)
    ('上升 10.0%', 'up 10.0%', '下降 5.00 个百分点', '持平')
    """
    if before is None or now is None:
        return NOTHING
    change = Change.between(before, now, unit, language)
    return f"{change.word.say(language)} {change.amount}".rstrip()


def write_day(day: date, language: Language = "zh", year: bool = False) -> str:
    """A day of the calendar.

    >>> write_day(date(2023, 4, 7)), write_day(date(2023, 4, 7), "en", year=True)
    ('4月7日', '7 April 2023')
    """
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日" if year else f"{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def write_time(moment: datetime) -> str:
    """The hour and minute of a wall clock, with its seconds where it has any.

    >>> write_time(datetime(2023, 4, 1, 6, 5)), write_time(datetime(2023, 4, 1, 12, 5, 9))
    ('06:05', '12:05:09')
    """
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"


def write_period(period: Period, language: Language = "zh") -> str:
    """A month of a year.

    >>> write_period(Period.parse("2023-04")), write_period(Period.parse("2023-04"), "en")
    ('2023年4月', 'April 2023')
    """
    return f"{period.year}年{period.month}月" if language == "zh" else f"{MONTHS[period.month - 1]} {period.year}"


def write_month(period: Period, language: Language = "zh") -> str:
    """A month without its year.

    >>> write_month(Period.parse("2023-04")), write_month(Period.parse("2023-04"), "en")
    ('4月', 'April')
    """
    return f"{period.month}月" if language == "zh" else MONTHS[period.month - 1]


def _exact(value: Number) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _grouped(number: Decimal, places: int) -> str:
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{MINUS if rounded < 0 else ''}{abs(rounded):,f}"


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
