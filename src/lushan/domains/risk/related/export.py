"""The list in the forms that others read: the regulator's EAST 5.0 table 106, and BODS 0.4 of Open Ownership."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lushan.domains.risk.related.evidence import WORDS
from lushan.domains.risk.related.knowledge import Knowledge
from lushan.runs.model import Read
from lushan.runs.period import Period
from lushan.runs.session import Session

#: The columns of 股东及关联方信息表, in its order: the field, and what it is called.
EAST_106 = {
    "JRXKZH": "金融许可证号", "NBJGH": "内部机构号", "YHJGMC": "银行机构名称", "KHTYBH": "客户统一编号",
    "GDHGLFMC": "股东或关联方名称", "GDHGLFLX": "股东或关联方类型", "GDHGLFZJLB": "股东或关联方证件类别",
    "GDHGLFZJHM": "股东或关联方证件号码", "SSHY": "股东或关联方所属行业", "ZCD": "股东或关联方注册地",
    "GXLX": "关系类型", "SJKZR": "实际控制人", "CGSYYHSL": "参股商业银行的数量", "KGSL": "控股商业银行的数量",
    "BLXX": "不良信息", "SFXQ": "是否限权", "RGZJLY": "入股资金来源", "RGZJZH": "入股资金账号",
    "CGSL": "持股数量", "CGBL": "持股比例", "RGRQ": "入股日期", "ZYBL": "质押比例", "SFZPDJS": "是否驻派董监事",
    "GDHGLFZT": "股东或关联方状态", "ZJYCBDRQ": "最近一次变动日期", "BBZ": "备注", "CJRQ": "采集日期",
}  # fmt: skip
KINDS = {
    "person": "自然人（中国公民）", "company": "民营企业", "state": "国有控股企业", "product": "金融产品",
    "organisation": "其他-组织",
}  # fmt: skip
RELATIONS = {
    "equity": "股权关系",
    "investment": "投资关系",
    "kinship": "亲属关系",
    "office": "任职关系",
    "named": "其他-认定",
}
NAMED_NONE = "无"


def _fetch(session: Session, table: str, period: Period) -> list[dict[str, Any]]:
    (rows,) = session.bound((Read(table),), period)
    return list(session.compute.fetch(rows).to_pylist())


def east_106(session: Session, period: Period) -> Iterator[dict[str, str]]:
    """Each shareholder and related party at the end of a period, as table 106 has it; a dash of days is left out.

    What the bank's tables do not know is empty: licence, accounts of contributed money, counts of other banks.
    The actual controller is looked through to the end; several are parted by semicolons, and none is 无.
    """
    known = Knowledge.of(session, period.last)
    about = {row["party_id"]: row for row in _fetch(session, "risk.party", period)}
    heads = {row["party_id"]: row["controller_names"] for row in _fetch(session, "risk.party_control", period)}
    matched = {row["party_id"]: row["customer_id"] for row in _fetch(session, "risk.customer_party", period)
               if row["status"] in ("exact", "confirmed")}  # fmt: skip
    bank = known.world.bank
    held = _held(known, bank)
    offices = known.view.ties("office")
    seated = set(offices.where(offices.end == bank).codes("nominated_by"))
    for row in _fetch(session, "risk.related_party", period):
        id = row["party_id"]
        party, own = about[id], held.get(id, {})
        values = {
            "NBJGH": known.world.id(bank),
            "YHJGMC": known.world.name(bank),
            "KHTYBH": matched.get(id, ""),
            "GDHGLFMC": row["name"] or id,
            "GDHGLFLX": KINDS.get(row["kind"], KINDS["organisation"]),
            "GDHGLFZJLB": party["id_type"] or "",
            "GDHGLFZJHM": party["id_number"] or "",
            "SSHY": party["industry"] or "",
            "ZCD": party["place"] or "",
            "GXLX": RELATIONS[row["relation"]],
            "SJKZR": heads.get(id, NAMED_NONE).replace("; ", ";"),
            "RGZJLY": own.get("funds") or "",
            "CGBL": f"{own['share']:.2f}" if own else "0.00",
            "RGRQ": _day(own.get("from_on")),
            "ZYBL": f"{own.get('pledged') or 0:.2f}",
            "SFZPDJS": "是" if id in seated else "否",
            "GDHGLFZT": "有效" if row["held"] == "now" else "无效",
            "ZJYCBDRQ": _day(row["held_from"] or own.get("from_on")),
            "BBZ": f"{row['clauses']} {row['path']}",
            "CJRQ": _day(period.last),
        }
        yield {name: values.get(name, "") for name in EAST_106}


def _held(known: Knowledge, bank: int) -> dict[str, dict[str, Any]]:
    """What is held of the bank directly, by the holder's id."""
    ties = known.view.holdings.where(known.view.holdings.end == bank)
    rows = ties.rows.take(ties.at).to_pylist()
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        own = found.setdefault(row["holder_id"], {**row, "share": 0})
        own["share"] += row["share"] or 0
    return found


def _day(day: date | None) -> str:
    return f"{day:%Y%m%d}" if day else ""


#: What the kinds of our parties are in BODS.
ENTITY_TYPES = {
    "company": "registeredEntity",
    "own": "registeredEntity",
    "state": "stateBody",
    "product": "arrangement",
}
OFFICES = {
    "director": "boardMember",
    "supervisor": "otherInfluenceOrControl",
    "senior_manager": "seniorManagingOfficial",
}
AGREED = {
    "control": "rightsGrantedByContract",
    "joint": "rightsGrantedByContract",
    "benefit": "rightsToProfitOrIncome",
}


def bods(session: Session, period: Period) -> Iterator[dict[str, Any]]:
    """The owners, controllers and officers of the bank and of its related parties, as statements of BODS 0.4.

    A statement for each party and one for each shareholding, office and control agreement among them, with the days
    it holds. Identity numbers of persons are left out: what is published must not hold them.
    """
    known = Knowledge.of(session, period.last)
    world = known.world
    listed = {row["party_id"] for row in _fetch(session, "risk.related_party", period)} | {world.id(world.bank)}
    about = {row["party_id"]: row for row in _fetch(session, "risk.party", period)}
    for id in sorted(listed):
        yield _statement(period, id, id, *_party(about[id]))
    for name, interest in (("holding", _share), ("office", _office), ("agreement", _agreement)):
        ties = known.view.ties(name)
        for row in ties.rows.take(ties.at).to_pylist():
            found = interest(row)
            if found and {found[0], found[1]} <= listed:
                yield _statement(period, found[3], found[0], "relationship", _relationship(row, *found[:3]))


def _statement(period: Period, record: str, subject: str, kind: str, details: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "statementId": str(uuid5(NAMESPACE_URL, f"lushan/{record}/{period}")),
        "statementDate": period.last.isoformat(),
        "declarationSubject": subject,
        "recordId": record,
        "recordType": kind,
        "recordStatus": "new",
        "recordDetails": details,
        "publicationDetails": {
            "publicationDate": period.last.isoformat(),
            "bodsVersion": "0.4",
            "publisher": {"name": "Lushan"},
        },
    }


def _party(row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """A party's kind of record, and what is told of it."""
    name = row["name"] or row["party_id"]
    if row["kind"] == "person":
        if not (row["name"] or "").strip():
            reason = {"reason": "informationUnknownToPublisher"}
            return "person", {"isComponent": False, "personType": "unknownPerson", "unspecifiedPersonDetails": reason}
        names = [{"type": "legal", "fullName": name}]
        return "person", {"isComponent": False, "personType": "knownPerson", "names": names}
    details = {
        "isComponent": False,
        "entityType": {"type": ENTITY_TYPES.get(row["kind"], "legalEntity")},
        "name": name,
        "jurisdiction": {"name": "China", "code": "CN"},
    }
    if row["id_number"]:
        details["identifiers"] = [{"id": row["id_number"], "schemeName": row["id_type"] or "统一社会信用代码"}]
    if row["born_on"]:
        details["foundingDate"] = row["born_on"].isoformat()
    return "entity", details


def _share(row: Mapping[str, Any]) -> tuple[str, str, list[dict[str, Any]], str] | None:
    interests = [{"type": "shareholding", "share": {"exact": float(row["share"] or 0)}}]
    if row["votes"] is not None:
        interests.append({"type": "votingRights", "share": {"exact": float(row["votes"])}})
    return row["owned_id"], row["holder_id"], interests, row["holding_id"]


def _office(row: Mapping[str, Any]) -> tuple[str, str, list[dict[str, Any]], str] | None:
    interest = {"type": OFFICES.get(row["role"], "otherInfluenceOrControl"), "details": row["post"] or row["role"]}
    return row["org_id"], row["person_id"], [interest], row["office_id"]


def _agreement(row: Mapping[str, Any]) -> tuple[str, str, list[dict[str, Any]], str] | None:
    if row["kind"] not in AGREED or not row["other_id"]:
        return None
    interest = {"type": AGREED[row["kind"]], "details": WORDS[row["kind"]].en}
    return row["other_id"], row["party_id"], [interest], f"{row['agreement_id']}-{row['party_id']}"


def _relationship(row: Mapping[str, Any], subject: str, by: str, interests: list[dict[str, Any]]) -> dict[str, Any]:
    days = {"startDate": row["from_on"], "endDate": row["to_on"]}
    dated = {name: day.isoformat() for name, day in days.items() if day}
    whole = [
        {**interest, "directOrIndirect": "direct", "beneficialOwnershipOrControl": False, **dated}
        for interest in interests
    ]
    return {"isComponent": False, "subject": subject, "interestedParty": by, "interests": whole}
