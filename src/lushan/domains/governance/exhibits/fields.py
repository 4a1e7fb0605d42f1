"""Columns that several of governance's exhibits show."""

from __future__ import annotations

from lushan.domains.governance.indicators import INDICATORS
from lushan.exhibits.exhibit import Field, Hue
from lushan.words import Text

CLASSES = (
    ("not_null", Text("非空校验", "Not blank")),
    ("length", Text("长度校验", "Length")),
    ("field", Text("字段规则校验", "Field rules")),
    ("relation", Text("关联校验", "Relations")),
    ("cross", Text("表间核对", "Across tables")),
    ("master", Text("客户主档", "Customer master")),
)
STATUSES = (
    ("agrees", Text("一致", "agrees")),
    ("within", Text("容差内", "within tolerance")),
    ("differs", Text("不一致", "differs")),
    ("unavailable", Text("无法取数", "cannot be extracted")),
)
GRADES = (("good", Text("好", "good")), ("fair", Text("中", "fair")), ("poor", Text("差", "poor")))
SOURCES = (
    ("cross", Text("交叉验证", "Cross-verification")),
    ("check", Text("规则检核", "Checks")),
    ("master", Text("客户主档", "Customer master")),
    ("notice", Text("监管通报", "Notice")),
)
KINDS = (
    ("measure", Text("办法", "measure")),
    ("rule", Text("细则", "rule")),
    ("procedure", Text("规程", "procedure")),
    ("plan", Text("方案", "plan")),
)
TABLES = (
    ("governance.east_institution", Text("机构信息表", "Institution info")),
    ("governance.east_employee", Text("员工表", "Employee")),
    ("governance.east_post", Text("岗位信息表", "Post (job position) info")),
    ("governance.east_shareholder", Text("股东及关联方信息表", "Shareholders and related parties")),
    ("governance.east_personal_customer", Text("个人基础信息表", "Personal customer basic info")),
    ("governance.east_corporate_customer", Text("对公客户信息表", "Corporate customer info")),
    ("governance.east_group_customer", Text("集团客户表", "Group customers")),
    ("governance.east_relation", Text("关联关系表", "Association relations")),
    ("governance.east_ledger", Text("总账会计全科目表", "General ledger, all accounts")),
    ("governance.east_ledger_map", Text("内部科目对照表", "Internal account mapping (to 1104)")),
    ("governance.east_personal_deposit", Text("个人存款分户账", "Personal deposit sub-ledger")),
    (
        "governance.east_personal_deposit_entry",
        Text("个人存款分户账明细记录", "Personal deposit sub-ledger transactions"),
    ),
    ("governance.east_corporate_deposit", Text("对公存款分户账", "Corporate deposit sub-ledger")),
    (
        "governance.east_corporate_deposit_entry",
        Text("对公存款分户账明细记录", "Corporate deposit sub-ledger transactions"),
    ),
    ("governance.east_internal_account", Text("内部分户账", "Internal sub-ledger")),
    ("governance.east_personal_credit", Text("个人信贷分户账", "Personal credit sub-ledger")),
    ("governance.east_corporate_credit", Text("对公信贷分户账", "Corporate credit sub-ledger")),
    ("governance.east_credit_contract", Text("信贷合同表", "Credit contracts")),
    ("governance.east_personal_note", Text("个人信贷业务借据表", "Personal loan notes (IOUs)")),
    ("governance.east_corporate_note", Text("对公信贷业务借据表", "Corporate loan notes (IOUs)")),
    ("governance.east_guarantee", Text("表内外业务担保合同表", "Guarantee contracts (on/off balance)")),
    ("governance.east_collateral", Text("表内外业务抵质押物", "Collateral and pledges (on/off balance)")),
    ("governance.east_credit_line", Text("授信信息表", "Credit lines")),
    ("governance.east_write_off", Text("资产核销表", "Asset write-offs")),
    ("governance.east_class_change", Text("贷款五级形态变动表", "Five-class changes")),
    ("governance.east_exchange_rate", Text("汇率信息表", "Exchange rates")),
    ("governance.ledger_agreement", Text("总分核对", "Ledger against sub-ledgers")),
    ("governance.account_agreement", Text("明细与分户核对", "Accounts against transactions")),
    ("governance.grade_agreement", Text("跨期五级分类核对", "Grades against the month before")),
    ("governance.customer", Text("客户主档", "Customer master")),
)
CLASS = Field("class", Text("校验类别", "Class of check"), "text", words=CLASSES)
GRADE = Field("grade", Text("评价", "Grade"), "text", words=GRADES, shown="text")
TABLE = Field("table", Text("数据表", "Table"), "text", words=TABLES)
INDICATOR = Field(
    "indicator", Text("指标", "Indicator"), "text", words=tuple((each.id, each.title) for each in INDICATORS)
)
HUES: tuple[Hue, ...] = ("green", "blue", "ochre", "grey")
