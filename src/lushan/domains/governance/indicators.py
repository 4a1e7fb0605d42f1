"""The indicators by which EAST, the one-table filing and the 1104 reports are held against each other.

The default set and the extra ones of the domain's notes on 1104, section 4; definitions are the bank's own to revise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.governance.cross import EXACT, ONE_TABLE, RATE, T0, T1, T2, T3, Cross, Step, cross
from lushan.domains.governance.east import YUAN, East
from lushan.engines.reconcile import COUNT, PERCENT, SHARE, Status
from lushan.words import Text

#: The sections of industry in the order of G01_VII's rows 2.1 to 2.20.
INDUSTRIES = (
    "农、林、牧、渔业", "采矿业", "制造业", "电力、热力、燃气及水生产和供应业", "建筑业", "批发和零售业",
    "交通运输、仓储和邮政业", "住宿和餐饮业", "信息传输、软件和信息技术服务业", "金融业", "房地产业",
    "租赁和商务服务业", "科学研究和技术服务业", "水利、环境和公共设施管理业", "居民服务、修理和其他服务业", "教育",
    "卫生和社会工作", "文化、体育和娱乐业", "公共管理、社会保障和社会组织", "国际组织",
)  # fmt: skip
SECTIONS = {f"2.{number}": name for number, name in enumerate(INDUSTRIES, 1)}
DEMAND = ("个人活期存款", "单位活期存款", "其他-临时性存款")
TIME = "定期|通知|协议|结构性|大额存单"
BILLS = ("票据贴现", "买断式转贴现")
Relation = Callable[[East], ir.Table]


def graded(grade: str) -> Relation:
    """Loans of one grade."""
    return lambda east: east.loans.filter(_.dkwjfl == grade)


def flagged(flag: str) -> Relation:
    """Loans that one of the regulator's marks is set for."""
    return lambda east: east.loans.filter(_[flag] == "是")


def saved(holder: str) -> Relation:
    """Deposits of persons or of companies, without those that secure something."""
    return lambda east: east.customer_deposits.filter((_.holder == holder) & ~_.is_margin)


def one_table(kind: str, *conditions: ibis.Deferred) -> tuple[tuple[str, Relation], ...]:
    """The one-table filing as a first side."""
    return ((ONE_TABLE, lambda east: east.items(kind).filter(*conditions)),)


def bad_share(east: East) -> ir.Table:
    """Loans with what is non-performing of each."""
    bad = ibis.ifelse(east.loans.dkwjfl.isin(["次级", "可疑", "损失"]), east.loans.amount, ibis.literal(0, YUAN))
    return east.loans.mutate(bad=bad.cast(YUAN))


def by_industry(east: East) -> ir.Table:
    """Loans to the sections of industry."""
    return east.loans.filter(_.dktxhy.isin(INDUSTRIES)).mutate(cut=_.dktxhy)


def sections(cells: ir.Table) -> ir.Table:
    """The cells of G01_VII under the names of their sections."""
    return cells.mutate(cut=cells.row_no.cases(*SECTIONS.items(), else_=cells.row_no))


OWN_LOAN = (_.product != "委托贷款",)
AT_CUSTOMERS = (_.product != "同业存放款",)
NO_MARGIN = (~_["product"].contains("保证金"),)
OFF_BALANCE = Text(
    "最大十家关联方须并入表外授信并扣减保证金，所需第 901、902 号表未采集",
    "exposure to related parties needs off-balance credit and margins, of tables 901 and 902, which are not collected",
)

INDICATORS: tuple[Cross, ...] = (
    cross(1, "assets", "资产总计", "Total assets",
          Step("G01", ("25",), T0, lambda e: e.ledger.filter(_.kind == "资产"))),
    cross(2, "liabilities", "负债合计", "Total liabilities",
          Step("G01", ("49",), T0, lambda e: e.owed("负债"))),
    cross(3, "liabilities_equity", "负债及所有者权益总计", "Liabilities and equity",
          Step("G01", ("60",), T0, lambda e: e.owed("负债", "所有者权益")),
          Step("G01", ("60",), T0, lambda e: e.ledger.filter(_.kind == "资产"), id="equals_assets")),
    cross(4, "loans", "各项贷款（本外币）", "Total loans",
          Step("G01", ("62",), T1, lambda e: e.loans, before=one_table("loan", *OWN_LOAN))),
    cross(5, "loans_rmb", "各项贷款（人民币）", "Loans in yuan",
          Step("G01", ("62",), T1, lambda e: e.loans.filter(_.bz == "CNY"), column="A",
               before=one_table("loan", *OWN_LOAN, _.bz == "CNY"))),
    cross(6, "deposits", "各项存款", "Total deposits",
          Step("G01", ("61",), T1, lambda e: e.customer_deposits, before=one_table("deposit", *AT_CUSTOMERS))),
    cross(7, "savings", "储蓄存款", "Savings deposits",
          Step("G01", ("27",), T1, saved("person"),
               before=one_table("deposit", _.holder == "person", *NO_MARGIN))),
    cross(8, "corporate_deposits", "单位存款", "Corporate deposits",
          Step("G01", ("26",), T1, saved("company"),
               before=one_table("deposit", _.holder == "company", *AT_CUSTOMERS, *NO_MARGIN))),
    cross(9, "demand_deposits", "活期存款", "Demand deposits",
          Step("G21", ("3.5.2",), T2, lambda e: e.deposits.filter(_.kind.isin(DEMAND)))),
    cross(10, "time_deposits", "定期存款", "Time deposits",
          Step("G21", ("3.5.1",), T2, lambda e: e.deposits.filter(_.kind.re_search(TIME)))),
    cross(11, "margin_deposits", "保证金存款", "Margin deposits",
          Step("G01", ("35",), T2, lambda e: e.deposits.filter(_.is_margin))),
    cross(12, "structured_deposits", "结构性存款", "Structured deposits",
          Step("G01_III", ("结构性存款",), T2, lambda e: e.deposits.filter(_.kind.contains("结构性")))),
    cross(13, "interbank_deposits", "同业存放", "Interbank deposits taken",
          Step("G01", ("30",), T2, lambda e: e.deposits.filter(_.kind == "同业存放款"))),
    cross(14, "pass", "正常类贷款", "Pass loans", Step("G01_II", ("1.1",), T1, graded("正常"))),
    cross(15, "special_mention", "关注类贷款", "Special-mention loans", Step("G01_II", ("1.2",), T1, graded("关注"))),
    cross(16, "substandard", "次级类贷款", "Substandard loans", Step("G01_II", ("1.3",), T1, graded("次级"))),
    cross(17, "doubtful", "可疑类贷款", "Doubtful loans", Step("G01_II", ("1.4",), T1, graded("可疑"))),
    cross(18, "loss", "损失类贷款", "Loss loans", Step("G01_II", ("1.5",), T1, graded("损失"))),
    cross(19, "non_performing", "不良贷款余额及不良率", "Non-performing loans and their ratio",
          Step("G01_II", ("2",), T1, lambda e: e.non_performing),
          Step("G01_II", ("3",), RATE, bad_share, amount="bad", over="amount", unit=SHARE, told=PERCENT, id="ratio")),
    cross(20, "overdue", "逾期贷款", "Overdue loans", Step("G11_I", ("4",), T2, lambda e: e.overdue)),
    cross(21, "overdue_90", "逾期九十天以上贷款", "Loans overdue by more than ninety days",
          Step("G11_I", ("4.1",), T2, lambda e: e.overdue.filter(_.overdue > 90))),
    cross(22, "restructured", "重组贷款", "Restructured loans",
          Step("G11_I", ("5.5",), T2, lambda e: e.loans.filter(_.dkfflx == "重组贷款"))),
    cross(23, "extended", "展期贷款", "Extended loans",
          Step("G11_I", ("6",), T2, lambda e: e.loans.filter(_.zqcs > 0))),
    cross(24, "industries", "制造业等二十门类贷款", "Loans by section of industry",
          Step("G01_VII", tuple(SECTIONS), T1, by_industry, cut=True, name=sections)),
    cross(25, "personal_loans", "个人贷款", "Personal loans",
          Step("G01_VII", ("2.21",), T1, lambda e: e.loans.filter(_.holder == "person"),
               before=one_table("loan", _.holder == "person", *OWN_LOAN))),
    cross(26, "housing_loans", "个人住房贷款", "Personal housing loans",
          Step("S67", ("个人住房贷款",), T1,
               lambda e: e.loans.filter((_.holder == "person") & (_.xdywzl == "住房按揭贷款")))),
    cross(27, "bills", "票据贴现及转贴现", "Bills discounted",
          Step("G01", ("8",), T2, lambda e: e.loans.filter(_.xdywzl.isin(BILLS)))),
    cross(28, "small_business", "普惠型小微企业贷款", "Inclusive small-business loans",
          Step("S71_I", ("1",), T2, flagged("sfphxxwqydk"))),
    cross(29, "written_off", "本年核销本金", "Written off this year",
          Step("G03", ("核销",), T2, lambda e: e.write_offs)),
    cross(30, "fallen", "年初正常类本期转不良", "Pass loans of the year's start now non-performing",
          Step("G12", ("3", "4"), T2, lambda e: e.fallen)),
    cross(31, "related_parties", "最大十家关联方授信净额", "Net exposure to the ten largest related parties",
          Step("G15", ("O",), T3, None, missing=OFF_BALANCE)),
    cross(32, "agricultural", "涉农贷款", "Agricultural loans", Step("S71_II", ("1",), T2, flagged("sfsndk"))),
    cross(33, "green", "绿色贷款", "Green loans", Step("S68", ("1",), T2, flagged("sflsdk"))),
    cross(34, "internet", "互联网贷款", "Internet loans", Step("G09_I", ("1",), T2, flagged("sfhlwdk"))),
    cross(35, "entrusted", "委托贷款", "Entrusted loans",
          Step("G01_I", ("委托贷款",), T1, lambda e: e.notes.filter(_.xdywzl == "委托贷款"))),
    cross(36, "advances", "垫款", "Advances",
          Step("G01_VI", ("1",), T1, lambda e: e.loans.filter(_.xdywzl == "垫款"))),
    cross(37, "collateral", "押品价值", "Value of collateral",
          Step("G13", ("居住用房地产", "商业用房地产", "金融质押品"), T3, lambda e: e.collateral, cut=True)),
    cross(38, "largest_customer", "最大单一客户贷款", "Largest customer",
          Step("G14_I", ("1",), T2, lambda e: e.largest)),
    cross(39, "groups", "集团客户授信", "Exposure to groups of customers",
          Step("G14_II", (), T3, lambda e: e.groups, cut=True, before=(("EAST 504", lambda e: e.group_loans),))),
    cross(40, "main_shareholders", "主要股东持股", "Main shareholders",
          Step("G07", ("户数",), EXACT, lambda e: e.main_holders, amount="holders", unit=COUNT, told=COUNT),
          Step("G07", ("持股比例",), RATE, lambda e: e.main_holders, amount="cgbl", unit=PERCENT, told=PERCENT,
               id="share")),
    cross(41, "county_deposits", "县域存款", "Deposits in counties",
          Step("G53_VI", ("1.1",), T2, lambda e: e.customer_deposits.filter(_.in_county))),
    cross(42, "mean_deposits", "月日均存款", "Mean daily deposits of the month",
          Step("G01_IX", ("1",), T2, lambda e: e.mean_deposits)),
)  # fmt: skip


def verdict(cross: Cross, results: Iterable[Mapping[str, Any]]) -> str:
    """What is said of an indicator: the worst that came of its comparisons."""
    return Status.of_all(row["status"] for row in results if row["indicator"] == cross.id).value
