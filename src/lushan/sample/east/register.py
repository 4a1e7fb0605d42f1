"""What governance keeps by hand, and the customer master: policies, issues, comparisons of the migration, customers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from lushan.sample.chance import Sample
from lushan.sample.columns import numbered
from lushan.sample.east.customers import Company, Person, customers

#: Policies: the title, the kind, who answers, when it was first issued, and when last revised.
POLICIES = (
    ("数据治理管理办法", "measure", "数字银行部", "2019-06-20", "2023-04-12"),
    ("数据质量管理实施细则", "rule", "数字银行部", "2020-03-16", "2023-04-12"),
    ("数据标准管理细则", "rule", "数字银行部", "2020-09-01", "2023-02-28"),
    ("数据安全分类分级细则", "rule", "信息科技部", "2021-11-15", "2022-10-18"),
    ("监管统计数据质量考核办法", "measure", "计划财务部", "2021-02-10", "2023-04-20"),
    ("EAST数据报送操作规程", "procedure", "数字银行部", "2022-04-25", "2023-01-16"),
    ("1104报表填报口径手册", "procedure", "计划财务部", "2022-05-30", "2023-03-24"),
    ("客户基础信息检核规则", "rule", "运营管理部", "2022-08-08", "2023-04-07"),
    ("金融统计数据治理长效机制推进年活动方案", "plan", "计划财务部", "2023-04-18", None),
    ("新任统计人员跟班学习制度", "rule", "计划财务部", "2023-02-06", None),
)  # fmt: skip

#: Issues: the title, where it was found, the table, the branch, who mends it, raised, due, closed.
ISSUES = (
    ("单位存款口径未剔除保证金", "cross", "G01", "0300", "计划财务部", "2023-01-13", "2023-02-15", "2023-02-24"),
    ("制造业贷款投向登记错误", "cross", "G01_VII", "0100", "企业金融管理部", "2023-01-13", "2023-02-28", "2023-02-27"),
    ("重组贷款漏报", "cross", "G11_I", "0200", "风险管理部", "2023-01-13", "2023-01-31", "2023-01-30"),
    (
        "普惠小微标识与授信额度不一致", "cross", "S71_I", "0900", "小企业信贷中心",
        "2023-01-13", "2023-03-31", "2023-03-24",
    ),
    ("最大十家关联方缺表外授信明细", "cross", "G15", "0000", "风险管理部", "2023-02-14", "2023-05-31", None),
    (
        "对公客户企业分类为空", "check", "east_corporate_customer", "0100", "企业金融管理部",
        "2023-02-16", "2023-03-20", "2023-03-16",
    ),
    (
        "个人客户证件号码校验位不符", "check", "east_personal_customer", "0400", "零售银行管理部",
        "2023-02-16", "2023-04-14", None,
    ),
    (
        "借据客户名称与客户表不一致", "check", "east_personal_note", "0600", "零售银行管理部",
        "2023-02-16", "2023-03-20", "2023-03-30",
    ),
    ("押品名称含换行符", "check", "east_collateral", "0500", "风险管理部", "2023-03-15", "2023-04-28", "2023-04-21"),
    (
        "信贷员工号在员工表中不存在", "check", "east_corporate_note", "0800", "授信审批部",
        "2023-03-15", "2023-04-28", "2023-04-26",
    ),
    ("客户主档同证件多客户号", "master", "customer", "0700", "运营管理部", "2023-03-20", "2023-05-20", None),
    ("客户主档证件过期未更新", "master", "customer", "1000", "运营管理部", "2023-03-20", "2023-06-30", None),
    ("存量客户联系电话缺失", "master", "customer", "0200", "运营管理部", "2022-12-08", "2023-03-31", "2023-03-29"),
    ("通报指出核销数据报送滞后", "notice", "east_write_off", "0000", "风险管理部", "2023-04-06", "2023-05-15", None),
    (
        "通报指出机构信息更新不及时", "notice", "east_institution", "0000", "运营管理部",
        "2023-04-06", "2023-04-25", "2023-04-19",
    ),
)  # fmt: skip

#: Tables of the warehouse that moves, and how many rows a day has.
MIGRATED = {
    "ods.ecif_customer": 41_000, "ods.core_account": 88_000, "ods.core_entry": 210_000, "ods.credit_note": 36_000,
    "ods.interbank_deal": 900, "dw.customer_balance": 88_000, "dw.loan_balance": 36_000, "dw.ledger_day": 14_500,
    "dm.deposit_day": 2_600, "dm.report_base": 7_400,
}  # fmt: skip
FIRST_BATCH, BATCHES, MENDED = date(2023, 3, 2), 60, date(2023, 4, 10)
NEWEST = np.datetime64("2023-04-28")


def policies(_sample: Sample) -> Iterator[pa.Table]:
    """The policies of data governance."""
    columns = ("title", "kind", "owner", "issued_on", "revised_on")
    table = pa.table(dict(zip(columns, map(list, zip(*POLICIES, strict=True)), strict=True)))
    yield table.add_column(0, "policy_id", numbered("ZD", np.arange(1, len(POLICIES) + 1), 3))


def issues(_sample: Sample) -> Iterator[pa.Table]:
    """The issues of data governance, open and closed."""
    columns = ("title", "source", "subject", "org_id", "owner", "raised_on", "due_on", "closed_on")
    table = pa.table(dict(zip(columns, map(list, zip(*ISSUES, strict=True)), strict=True)))
    yield table.add_column(0, "issue_id", numbered("WT", np.arange(1, len(ISSUES) + 1), 4))


def migration_results(sample: Sample) -> Iterator[pa.Table]:
    """What comparing the moved warehouse with the old one gave, table by table and batch by batch.

    Until a fault of rounding was mended one table of balances differed in a few rows.
    """
    rng = sample.chance("governance.migration_result")
    rows = []
    for number in range(BATCHES):
        day = FIRST_BATCH + timedelta(days=number)
        if day > date(2023, 4, 30):
            break
        for table, usual in MIGRATED.items():
            count = sample.size(usual) + int(rng.integers(0, 50))
            changed = int(rng.integers(3, 40)) if table == "dw.loan_balance" and day < MENDED else 0
            missing = int(rng.integers(1, 6)) if table == "ods.core_entry" and day == date(2023, 3, 31) else 0
            rows.append(
                {
                    "batch_on": day, "table_name": table, "left_rows": count, "right_rows": count - missing,
                    "missing_rows": missing, "extra_rows": 0, "changed_rows": changed,
                }
            )  # fmt: skip
    yield pa.Table.from_pylist(rows)


def master(sample: Sample) -> Iterator[pa.Table]:
    """The customer master: one row for each customer, a few of them flawed as masters are."""
    rng = sample.chance("governance.customer")
    people, companies = customers(sample)
    rows = [
        _customer(person, "person", "identity_card", person.identity, f"139{number:08}")
        for number, person in enumerate(people)
    ] + [
        _customer(company, "company", "credit_code", company.code, f"0792-7{number:06}")
        for number, company in enumerate(companies)
    ]
    for rule, (count, change) in FLAWS.items():
        for number in rng.permutation(len(people))[:count]:
            if rule != "M-ONCE" or number:
                rows[number] |= change(rows[number - 1])
    until = NEWEST + rng.integers(60, 6000, len(rows))
    until[rng.permutation(len(rows))[:EXPIRED]] = NEWEST - 100
    table = pa.Table.from_pylist(rows).append_column("document_until", pa.array(until))
    yield table.append_column("updated_on", pa.array(NEWEST - rng.integers(5, 1500, len(rows))))


def _customer(customer: Person | Company, kind: str, papers: str, number: str, phone: str) -> dict[str, str | None]:
    return {
        "customer_id": customer.number, "kind": kind, "name": customer.name, "document_kind": papers,
        "document_number": number, "phone": phone, "address": customer.place.address, "org_id": customer.place.branch,
    }  # fmt: skip


#: Flaws of the master by the rule that finds them: in how many persons, and what is changed, from the row before.
FLAWS: dict[str, tuple[int, Callable[[dict[str, str | None]], dict[str, str | None]]]] = {
    "M-PHONE": (5, lambda _: {"phone": None}),
    "M-ADDRESS": (3, lambda _: {"address": "　"}),
    "M-ONCE": (2, lambda other: {"document_number": other["document_number"]}),
}
EXPIRED = 6
