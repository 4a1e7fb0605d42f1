"""EAST's tables of organisations, staff, shareholders and customers (101 to 206)."""

from __future__ import annotations

from collections.abc import Iterator

from lushan.sample.chance import Sample
from lushan.sample.east.calendar import OPEN
from lushan.sample.east.codes import credit_code
from lushan.sample.east.customers import Company, customers
from lushan.sample.east.filing import Row, money, yes
from lushan.sample.east.loans import notes
from lushan.sample.east.places import POSTS, licence_number, places, staff
from lushan.sample.east.worth import in_yuan

ID_CARD, CREDIT_CODE = "居民身份证", "统一社会信用代码"
GROUPS, MEMBERS = 5, 3
#: Who holds the bank: the name, the kind, and the share in hundredths of a percent.
HOLDERS = (
    ("九江财政投资集团有限公司", "国有控股企业", 1520), ("江西方舟实业有限公司", "民营企业", 980),
    ("浔阳港务股份有限公司", "国有控股企业", 760), ("鄱阳湖渔业集团有限公司", "民营企业", 530),
    ("庐山旅游发展股份有限公司", "国有控股企业", 410), ("赣北建工集团有限公司", "民营企业", 360),
    ("信江新材料有限公司", "民营企业", 300), ("瑞昌铜业有限公司", "民营企业", 260),
    ("德安纺织有限公司", "民营企业", 210), ("彭泽化工有限公司", "民营企业", 180),
    ("都昌粮油有限公司", "民营企业", 150), ("永修有机硅有限公司", "民营企业", 120),
)  # fmt: skip
SHARES_ISSUED, MAIN_HOLDER = 2_847_000_000, 500


def institutions(_sample: Sample, _place: int) -> Iterator[Row]:
    """101: the organisations."""
    for place in places():
        yield {
            "yhjgdm": f"B{place.licence[5:]}", "nbjgh": place.org_id, "jrxkzh": place.licence,
            "yyzzh": licence_number(place), "yhjgmc": place.name,
            "jglb": "营业机构" if place.keeps_accounts else "管理机构", "xzqhdm": place.region, "yyzt": "营业",
            "clrq": "20080616", "jgdz": place.address, "jglxdh": f"0792-8{int(place.org_id):06}", "fzrxm": None,
            "fzrzw": None, "fzrlxdh": None,
        }  # fmt: skip


def employees(sample: Sample, _place: int) -> Iterator[Row]:
    """102: the staff."""
    named = {number: name for number, _, name in POSTS}
    for worker in staff(sample):
        yield {
            **worker.place.filed_by, "gh": worker.number, "xm": worker.name, "gj": "CHN", "zjlb": ID_CARD,
            "zjhm": worker.identity, "lxdh": f"138{int(worker.number[1:]):08}",
            "ssbm": "数字银行部" if worker.post == "GW006" else "营业部", "gwbh": worker.post,
            "gwmc": named[worker.post], "sfgg": "否", "pfrq": OPEN, "rzrq": worker.since, "yglx": "合同制员工",
            "ygzt": "在岗",
        }  # fmt: skip


def posts(_sample: Sample, _place: int) -> Iterator[Row]:
    """104: the posts, which are the head office's to define."""
    head = places()[0]
    for number, kind, name in POSTS:
        yield {
            "jrxkzh": head.licence, "nbjgh": head.org_id, "gwbh": number, "gwzl": kind, "gwmc": name, "gwsm": None,
            "gwzt": "有效",
        }  # fmt: skip


def shareholders(_sample: Sample, _place: int) -> Iterator[Row]:
    """106: who holds the bank."""
    for number, (name, kind, share) in enumerate(HOLDERS):
        yield {
            **places()[0].filed_by, "khtybh": None, "gdhglfmc": name, "gdhglflx": kind, "gdhglfzjlb": CREDIT_CODE,
            "gdhglfzjhm": credit_code("360400", 500_000_000 + number), "sshy": None, "zcd": "江西省九江市",
            "gxlx": "1", "sjkzr": None, "cgsyyhsl": "1", "kgsl": "0", "blxx": None, "sfxq": "否",
            "rgzjly": "自有资金", "rgzjzh": None, "cgsl": str(SHARES_ISSUED * share // 10_000),
            "cgbl": f"{share / 100:.6f}", "rgrq": "20081201", "zybl": "0.000000",
            "sfzpdjs": yes(share >= MAIN_HOLDER), "gdhglfzt": "有效", "zjycbdrq": "20191231",
        }  # fmt: skip


def personal_customers(sample: Sample, _place: int) -> Iterator[Row]:
    """201: persons."""
    for number, person in enumerate(customers(sample)[0]):
        yield {
            **person.place.filed_by, "khtybh": person.number, "khxm": person.name, "zjlb": ID_CARD,
            "zjhm": person.identity, "bxygbz": "个人客户", "gj": "CHN", "mz": "汉族", "xb": person.sex,
            "xl": "大学本科",
            "csny": person.born, "sfyh": None, "gzdwmc": None, "gzdwdz": None, "gzdwdh": None, "dwxz": None,
            "zy": "专业技术人员", "zw": None, "grnsr": None, "txdz": person.place.address,
            "lxdh": f"139{number:08}", "xdkhbz": yes(person.borrows),
            "scjlxdgxny": "202001" if person.borrows else OPEN[:6], "sfnh": yes(person.farmer), "bhygbz": "否",
            "shmdbz": "否", "shmdrq": OPEN,
        }  # fmt: skip


def corporate_customers(sample: Sample, _place: int) -> Iterator[Row]:
    """203: companies."""
    for number, company in enumerate(customers(sample)[1]):
        borrows = company.line > 0
        yield {
            **company.place.filed_by, "khtybh": company.number, "khmc": company.name,
            "khlx": "同业客户" if company.is_bank else "企业", "zjlb": CREDIT_CODE, "zjhm": company.code,
            "frdb": company.legal.name, "frdbzjlb": ID_CARD, "frdbzjhm": company.legal.identity, "cwfzr": None,
            "cwfzrzjlb": None, "cwfzrzjhm": None, "jbckzh": None, "jbckzhkhhh": None, "jbckzhkhhmc": None,
            "zczb": money(company.capital), "zczbbz": "CNY", "sszb": money(company.capital), "sszbbz": "CNY",
            "zcdz": company.place.address, "lxdh": f"0792-7{number:06}", "jyfw": "许可范围内的经营活动",
            "clrq": "20100501", "sshy": company.industry, "qyfl": company.size, "xdkhbz": yes(borrows),
            "scjlxdgxny": "202001" if borrows else OPEN[:6], "ssgsbz": "否", "xypj": "A" if borrows else None,
            "ygrs": str(20 + number % 400), "xzqhdm": company.place.region, "fxyjxh": None, "gzsjdm": None,
        }  # fmt: skip


def groups(sample: Sample) -> list[tuple[str, str, list[Company]]]:
    """The groups of customers: the number, the name, and the members, the parent first."""
    borrowing = [company for company in customers(sample)[1] if company.line]
    cut = [borrowing[number * MEMBERS : (number + 1) * MEMBERS] for number in range(GROUPS)]
    return [
        (f"JT{number:04}", f"{members[0].name[:-6]}集团", members) for number, members in enumerate(cut, 1) if members
    ]


def group_customers(sample: Sample, place: int) -> Iterator[Row]:
    """205: the members of groups, and what each and all have used."""
    used = used_by(sample, place)
    for number, name, members in groups(sample):
        parent, line = members[0], sum(member.line for member in members)
        all_used = sum(used.get(member.number, 0) for member in members)
        for member in members:
            yield {
                **parent.place.filed_by, "jtbh": number, "jtmc": name, "mgskhtybh": parent.number,
                "mgsmc": parent.name, "skrmc": parent.legal.name, "skrlx": "自然人(中国公民)", "bz": "CNY",
                "jtzcze": money(line * 5), "jtfzze": money(line * 3), "jtsxed": money(line), "jtyyed": money(all_used),
                "cykhtybh": member.number, "cymc": member.name, "cyyyed": money(used.get(member.number, 0)),
            }  # fmt: skip


def used_by(sample: Sample, place: int) -> dict[str, int]:
    """What each customer owes at a collection, in fen of yuan."""
    found: dict[str, int] = {}
    for note in notes(sample):
        if note.owed(place):
            worth = in_yuan(note.balance(place), note.currency, place)
            found[note.borrower.number] = found.get(note.borrower.number, 0) + worth
    return found


def relations(sample: Sample, _place: int) -> Iterator[Row]:
    """206: companies and the customers who represent them at law."""
    for company in customers(sample)[1]:
        if company.line:
            yield {
                "jrxkzh": company.place.licence, "nbjgh": company.place.org_id, "khtybh": company.number,
                "khmc": company.name, "khzjlb": CREDIT_CODE, "khzjhm": company.code, "gxlx": "法定代表人",
                "glrkhtybh": company.legal.number, "glrmc": company.legal.name, "glrlb": "自然人",
                "glrzjlb": ID_CARD, "glrzjhm": company.legal.identity, "gxzt": "有效",
            }  # fmt: skip
