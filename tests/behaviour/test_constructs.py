"""What definitions are made of means the same on both engines; what does not is marked, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import ibis
import pytest
from ibis import _
from ibis.expr import types as ir

from gaps import marked
from lushan.runs.clock import local, local_date, seconds
from lushan.runs.compute import Compute
from lushan.runs.period import Period
from lushan.warehouse import Snapshot, Warehouse
from tables import contract, publish

pytestmark = pytest.mark.spark

FACT = contract(
    "try.fact", "id:integer!", "line:string", "note:string", "at:timestamp", "on:date", "amount:decimal(18,2)",
    "days:number", "late:boolean",
)  # fmt: skip
DAY = contract("try.day", "on:date!", "kind:string")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


FACTS = [
    {"id": 1, "line": "企金", "note": "授信审批（二期）", "at": at("2023-03-31T15:59:59"), "on": date(2023, 3, 31),
     "amount": Decimal("10.05"), "days": 1.5, "late": True},
    {"id": 2, "line": "企金", "note": "loan-07 授信", "at": at("2023-03-31T16:00:00"), "on": date(2023, 4, 1),
     "amount": Decimal("-3.10"), "days": None, "late": False},
    {"id": 3, "line": "零售", "note": None, "at": None, "on": None, "amount": None, "days": 7.25, "late": None},
    {"id": 4, "line": "零售", "note": "", "at": at("2023-10-29T00:59:59.250"), "on": date(2023, 10, 29),
     "amount": Decimal("0.00"), "days": -2.0, "late": True},
    {"id": 5, "line": None, "note": "庐山 A&B 'q' \\ %", "at": at("2024-02-29T23:30:00"), "on": date(2024, 3, 1),
     "amount": Decimal("99999999.99"), "days": 0.1, "late": False},
    {"id": 6, "line": "零售", "note": "授信", "at": at("2023-10-29T01:00:00"), "on": date(2023, 10, 29),
     "amount": Decimal("0.01"), "days": 0.2, "late": False},
]  # fmt: skip
DAYS = [
    {"on": date(2023, 3, 31), "kind": "planned"},
    {"on": date(2023, 4, 1), "kind": "emergency"},
    {"on": date(2023, 10, 29), "kind": None},
]
Construct = Callable[[ir.Table, ir.Table], ir.Table]


def each(**columns: Callable[[ir.Table], ir.Value]) -> Construct:
    """Values computed of each fact."""
    return lambda facts, days: facts.select("id", **{name: value(facts) for name, value in columns.items()})


def by_line(**columns: Callable[[ir.Table], ir.Value]) -> Construct:
    """Values computed of each line's facts."""
    return lambda facts, days: facts.group_by("line").aggregate(**{n: value(facts) for n, value in columns.items()})


def newest(facts: ir.Table, days: ir.Table) -> ir.Table:
    window = ibis.window(group_by="line", order_by=[ibis.desc("at"), "id"])
    return facts.mutate(place=ibis.row_number().over(window)).filter(_.place == 0)


def as_of(facts: ir.Table, days: ir.Table) -> ir.Table:
    """The last day before each fact's: an inequality join, and the first of each."""
    earlier = days.select(day="on", kind="kind")
    joined = facts.join(earlier, earlier.day < facts.on).select("id", "day", "kind")
    window = ibis.window(group_by="id", order_by=ibis.desc("day"))
    return joined.mutate(place=ibis.row_number().over(window)).filter(_.place == 0)


CONSTRUCTS: dict[str, Construct] = {
    "characters": each(n=lambda t: t.note.length(), two=lambda t: t.note.substr(0, 2), last=lambda t: t.note.right(1)),
    "text": each(
        up=lambda t: t.note.upper(), has=lambda t: t.note.contains("授信"), at=lambda t: t.note.find("授信"),
        plain=lambda t: t.note.replace("（", "("), trimmed=lambda t: (t.note + "  ").strip(),
        joined=lambda t: t.line + t.note,
    ),
    "patterns": each(
        number=lambda t: t.note.re_extract(r"(\d+)", 1), like=lambda t: t.note.like("%授%"),
        found=lambda t: t.note.re_search(r"^[a-z]+-\d"), cut=lambda t: t.note.re_replace(r"[（）]", "|"),
    ),
    "empty": each(
        filled=lambda t: t.line.fill_null("—"), first=lambda t: ibis.coalesce(t.days, t.amount.cast("float64")),
        none=lambda t: t.note.nullif(""), is_null=lambda t: t.late.isnull(), either=lambda t: t.late | (t.id > 3),
    ),
    "choices": each(
        size=lambda t: ibis.cases((t.amount > 5, "大"), (t.amount < 0, "负"), else_="小"),
        kind=lambda t: ibis.ifelse(t.late, 1, 0), among=lambda t: t.line.isin(["企金", "资金"]),
        least=lambda t: ibis.least(t.days, 1.0), clipped=lambda t: t.days.clip(lower=0),
    ),
    "arithmetic": each(
        money=lambda t: t.amount * 3 - 1, seventh=lambda t: t.amount.cast("float64") / 7,
        ratio=lambda t: t.days / t.amount.cast("float64").nullif(0),
        whole=lambda t: t.id // 2, rest=lambda t: t.id % 3, rounded=lambda t: t.days.round(1),
        half=lambda t: (t.days + 0.05).round(1), up=lambda t: t.days.ceil(), size=lambda t: t.days.abs(),
    ),
    "division_by_nought": each(nothing=lambda t: t.days / (t.id - 3)),
    "casts": each(
        text=lambda t: t.amount.cast("string"), day=lambda t: t.on.cast("string"),
        number=lambda t: t.days.round().cast("int64"),
        money=lambda t: t.days.cast("decimal(9,1)"), read=lambda t: ibis.literal("12.50").cast("decimal(9,2)"),
    ),
    "cast_to_whole": each(number=lambda t: t.days.cast("int64")),
    "money_divided": each(seventh=lambda t: t.amount / 7),
    "calendar": each(
        year=lambda t: t.on.year(), month=lambda t: t.on.strftime("%Y-%m"), weekday=lambda t: t.on.day_of_week.index(),
        start=lambda t: t.on.truncate("M"), apart=lambda t: t.on.delta(date(2023, 1, 1), unit="day"),
        later=lambda t: t.on + ibis.interval(days=3), april=lambda t: Period.parse("2023-04").holds(t.on),
    ),
    "instants": each(
        seconds=lambda t: seconds(t.at), minute=lambda t: seconds(t.at) // 60, hour=lambda t: t.at.hour(),
        april=lambda t: Period.parse("2023-04").holds(t.at), later=lambda t: t.at + ibis.interval(minutes=90),
    ),
    "epoch": each(seconds=lambda t: t.at.epoch_seconds().cast("float64")),
    "wall_clock": each(
        shanghai=lambda t: local_date(t.at, "Asia/Shanghai"), zurich=lambda t: local_date(t.at, "Europe/Zurich"),
        time=lambda t: local(t.at, "Asia/Shanghai").strftime("%H:%M:%S"),
        summer=lambda t: local(t.at, "Europe/Zurich").strftime("%Y-%m-%d %H:%M"),
    ),
    "counts": by_line(
        rows=lambda t: t.count(), late=lambda t: t.count(where=t.late), none=lambda t: t.count(where=t.id > 99),
        notes=lambda t: t.note.count(), kinds=lambda t: t.note.nunique(), lates=lambda t: t.late.sum(),
        any=lambda t: t.late.any(), all=lambda t: t.late.all(),
    ),
    "sums": by_line(
        money=lambda t: t.amount.sum(), mean=lambda t: t.days.mean(), some=lambda t: t.days.sum(where=t.late),
        least=lambda t: t.on.min(), most=lambda t: t.note.max(), newest=lambda t: t.at.max(where=t.late),
    ),
    "quantiles": by_line(
        median=lambda t: t.days.median(), p90=lambda t: t.days.quantile(0.9),
        money=lambda t: t.amount.cast("float64").quantile(0.25),
    ),
    "windows": each(
        so_far=lambda t: t.id.sum().over(ibis.window(group_by="line", order_by="id", preceding=None, following=0)),
        before=lambda t: t.days.lag().over(ibis.window(order_by="id")),
        rank=lambda t: t.id.rank().over(ibis.window(group_by="line", order_by=ibis.desc("id"))),
        share=lambda t: t.id / t.id.sum().over(ibis.window(group_by="line")),
    ),
    "newest_of_each": newest,
    "whole_beside_rows": lambda facts, days: facts.filter(facts.days == facts.days.max()),
    "filter_by_window": lambda facts, days: facts.filter(facts.id == facts.id.max().over(ibis.window(group_by="line"))),
    "joins": lambda facts, days: facts.left_join(days, "on").select("id", "kind", "on"),
    "semi_join": lambda facts, days: facts.semi_join(days, "on").select("id"),
    "anti_join": lambda facts, days: facts.anti_join(days, "on").select("id"),
    "as_of_by_inequality": as_of,
    "unions": lambda facts, days: facts.select("on").union(days.select("on"), distinct=True),
    "nothing_to_count": lambda facts, days: facts.filter(_.id > 99).aggregate(
        rows=_.count(), late=_.count(where=_.late), money=_.amount.sum(), share=_.late.sum() / _.count()
    ),
    "order": lambda facts, days: facts.order_by("line", ibis.desc("days")).limit(4).select("id", "line"),
    "arrays": by_line(ids=lambda t: t.id.collect().length()),
    "as_of_join": lambda facts, days: facts.asof_join(days, "on").select("id", "kind"),
    "mode": by_line(usual=lambda t: t.note.mode()),
    "ordered_list": by_line(notes=lambda t: t.note.group_concat("、", order_by=t.id)),
    "buckets": each(hour=lambda t: t.at.bucket(hours=1)),
    "edit_distance": each(far=lambda t: t.note.levenshtein("授信")),
    "hash": each(hash=lambda t: t.line.hash()),
}  # fmt: skip

GAPS = {
    "filter_by_window": ("notyet", "sqlglot forgets a name where it writes QUALIFY out; mutate, then filter"),
    "cast_to_whole": ("never", "DuckDB rounds and Spark cuts off: round() first"),
    "money_divided": ("never", "their decimals have other places: divide floats, or round where it is said"),
    "epoch": ("never", "DuckDB's epoch has a fraction: lushan.runs.clock.seconds"),
    "as_of_join": ("notimpl", "join on an inequality and take the first row of each"),
    "mode": ("notimpl", "count each value, and take the row of the most"),
    "ordered_list": ("notimpl", "order where the list is shown"),
    "buckets": ("notimpl", "divide seconds() by the seconds of a bucket"),
    "edit_distance": ("never", "DuckDB counts the bytes of a character, Spark the characters"),
    "hash": ("never", "every engine hashes in its own way"),
}


@pytest.fixture(scope="module")
def snapshots(tmp_path_factory: pytest.TempPathFactory) -> tuple[Snapshot, Snapshot]:
    root: Path = tmp_path_factory.mktemp("constructs")
    return publish(Warehouse(root), FACT, {None: FACTS}), publish(Warehouse(root), DAY, {None: DAYS})


@pytest.mark.parametrize("name", marked(CONSTRUCTS, GAPS))
def test_a_construct_means_the_same(
    name: str, snapshots: tuple[Snapshot, Snapshot], duckdb: Compute, spark: Compute
) -> None:
    def rows(engine: Compute) -> list[tuple[object, ...]]:
        tables = (engine.table(shape, snapshot) for shape, snapshot in zip((FACT, DAY), snapshots, strict=True))
        fetched = engine.fetch(CONSTRUCTS[name](*tables)).to_pylist()
        return sorted((tuple(row.values()) for row in fetched), key=repr)

    expected = rows(duckdb)
    assert expected
    assert rows(spark) == expected
