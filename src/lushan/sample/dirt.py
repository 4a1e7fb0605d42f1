"""The dirt that is planted: in one place, what is wrong with how many rows of which source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from lushan.sample.chance import Sample

TEMPLATES = 64


@dataclass(frozen=True)
class Dirt:
    """Rows that go to quarantine: each is a good row's copy, changed.

    Args:
        rule: what quarantine says of them, ``column.rule``.
        count: how many there are at scale 1.
        changes: the source's columns that are changed; ``#`` stands for a running number, and no changes leave
            a duplicate.
    """

    rule: str
    count: int
    changes: tuple[tuple[str, str | None], ...] = ()


def plant(rule: str, count: int, **changes: str | None) -> Dirt:
    """So many rows that break a rule by these changes."""
    return Dirt(rule, count, tuple(changes.items()))


#: By contract; what is not named is clean.
PLANTED = {
    "delivery.project": (plant("live_after", 1, project_id="PX#", live_on="2020-01-01", stopped_on=None),),
    "delivery.ticket": (
        plant("ticket_id.unique", 12),
        plant("title.bytes", 3, 任务单编号="RWX1#", 标题="请尽快优化" * 24),
        plant("class.code", 4, 任务单编号="RWX2#", 需求分类="数据提取"),
        plant("committed_on.type", 5, 任务单编号="RWX3#", 承诺投产日="20230231"),
        plant("department.required", 6, 任务单编号="RWX4#", 提出部门=None),
        plant("project_id.reference", 2, 任务单编号="RWX5#", 项目编号="P999"),
    ),
    "delivery.ticket_event": (
        plant("ticket_id, seq.unique", 14),
        plant("ticket_id.reference", 9, ticket_id="RW209901#"),
        plant("step.codes", 5, seq="9#", step="suspended"),
        plant("at.type", 3, seq="9#", at="2023-02-31 10:00:00"),
        plant("seq.range", 2, seq="-1"),
    ),
    "delivery.timesheet": (
        plant("entry_id.unique", 10),
        plant("days.range", 8, entry_id="BGX1#", days="8.00"),
        plant("some_work", 4, entry_id="BGX2#", days="0.00"),
        plant("project_id.reference", 3, entry_id="BGX3#", project_id="P999"),
    ),
    "delivery.ux_issue": (
        plant("severity.code", 3, 编号="UXX1#", 严重程度="紧急"),
        plant("solved_after", 2, 编号="UXX2#", 解决日期="2021-12-31", 状态="已解决"),
        plant("solved_state", 2, 编号="UXX3#", 解决日期=None, 状态="已解决"),
        plant("system.required", 2, 编号="UXX4#", 系统=None),
    ),
    "delivery.review_advice": (plant("topic_id.reference", 1, advice_id="X#", topic_id="YT2023-02-99"),),
    "delivery.instance": (plant("environment.codes", 2, instance_id="SLX#", environment="staging"),),
    "delivery.large_table": (plant("size_gb.type", 2, table_name="新表#", size_gb="约1.2T"),),
    "operations.transaction": (
        plant("txn_id.unique", 20),
        plant("channel.codes", 6, txn_id="X1#", channel="fax"),
        plant("org_id.reference", 5, txn_id="X2#", org_id="9999"),
        plant("latency_ms.range", 4, txn_id="X3#", latency_ms="-1.00"),
        plant("code.pattern", 3, txn_id="X4#", code="9101"),
    ),
    "operations.mobile_day": (
        plant("day, org_id, os.unique", 6),
        plant("logins_cover_users", 4, active_users="99", logins="98"),
        plant("org_id.reference", 3, org_id="77#"),
    ),
    "operations.batch_job": (
        plant("ends_after_start", 2, job="试跑作业#", ended_at="2022-01-01 00:00:00"),
        plant("system.required", 1, job="临时作业#", system=None),
    ),
    "operations.access_account": (
        plant("closed_after", 2, account_id="AX1#", closed_on="2020-01-01"),
        plant("person_id.required", 3, account_id="AX2#", person_id=None),
    ),
    "operations.access_session": (
        plant("day, account_id, resource_id, city.unique", 7),
        plant("account_id.reference", 5, account_id="AX9#"),
        plant("connections.range", 3, city="未知#", connections="0"),
    ),
    "operations.incident": (
        plant("level.code", 1, 事件编号="SJX1#", 级别="特急"),
        plant("resolved_after", 1, 事件编号="SJX2#", 恢复时间="2020-01-01 00:00"),
    ),
    "risk.account": (plant("closed_after", 1, account="X#", closed_on="2010-01-01"),),
    "risk.transfer": (
        plant("payee.reference", 4, transfer_id="X1#", payee="6222#"),
        plant("amount.range", 2, transfer_id="X2#", amount="0.00"),
        plant("payer.required", 3, transfer_id="X3#", payer=None),
    ),
    "risk.known_bad": (
        plant("account.reference", 2, account="6222#"),
        plant("account.unique", 1),
    ),
    "operations.centre_defect": (plant("found_on.type", 2, defect_id="YLX#", found_on="2023/13/05"),),
    "process.instance": (
        plant("instance_id.unique", 6),
        plant("state.codes", 3, instance_id="OAX1#", state="archived", ended_at="2023-04-28 17:00:00"),
        plant("ended_state", 2, instance_id="OAX2#", state="approved", ended_at=None),
        plant("type_id.reference", 2, instance_id="OAX3#", type_id="LC999"),
    ),
    "process.step": (
        plant("instance_id, seq.unique", 9),
        plant("decided_after", 4, seq="9#", arrived_at="2023-04-03 09:00:00", opened_at="2023-04-03 10:00:00",
              decided_at="2023-04-03 08:00:00", action="agree"),
        plant("instance_id.reference", 3, instance_id="OAX9#"),
        plant("arrived_at.type", 2, seq="8#", arrived_at="2023-02-30 10:00:00"),
    ),
    "process.signature": (plant("signed_hash.pattern", 1, signature_id="QZX#", signed_hash="无"),),
    "process.robot_run": (
        plant("run_id.unique", 3),
        plant("failed_why", 2, run_id="YXX1#", result="failure", cause=None),
        plant("scenario_id.reference", 1, run_id="YXX2#", scenario_id="SC999"),
    ),
}  # fmt: skip


def planted(sample: Sample, contract: str) -> dict[str, int]:
    """How many rows of a source are planted to break each rule."""
    return {dirt.rule: sample.size(dirt.count) for dirt in PLANTED.get(contract, ())}


def soiled(sample: Sample, contract: str, batches: Iterator[pa.Table]) -> Iterator[pa.Table]:
    """The batches of a source, and last what is planted: in the newest month, where it would show if it were let in."""
    newest = None
    for newest in batches:
        yield newest
    if newest is not None and contract in PLANTED:
        yield _dirty(sample, PLANTED[contract], newest.slice(0, TEMPLATES))


def _dirty(sample: Sample, planted: tuple[Dirt, ...], good: pa.Table) -> pa.Table:
    """Rows made from good ones, all as text, for what is wrong with them may be their type."""
    texts = pa.table({name: good[name].cast(pa.string()) for name in good.column_names}).to_pylist()
    rows = [
        texts[number % len(texts)]
        | {name: value and value.replace("#", f"{number:03}") for name, value in dirt.changes}
        for dirt in planted
        for number in range(sample.size(dirt.count))
    ]
    return pa.Table.from_pylist(rows, schema=pa.schema([(name, pa.string()) for name in good.column_names]))
