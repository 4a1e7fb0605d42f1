"""Technology contracts that are signed online: their way from desk to desk, their signatures and certificates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import numpy as np
import pyarrow as pa

from lushan.sample import targets
from lushan.sample.chance import Sample
from lushan.sample.columns import joined, numbered
from lushan.sample.days import work_clock, work_moment

BANK = "匡庐银行股份有限公司"
#: Vendors as contracts name them and as their seals and certificates do: brackets and widths differ, which is no fault.
VENDORS = (
    ("赣江数据（江西）有限公司", "赣江数据(江西)有限公司"),
    ("鄱湖软件股份有限公司", "鄱湖软件股份有限公司"),
    ("信江云计算（南昌）有限公司", "信江云计算（南昌）有限公司"),
    ("抚河科技ABC有限公司", "抚河科技ＡＢＣ有限公司"),
    ("袁水网络【九江】有限公司", "袁水网络（九江）有限公司"),
)
#: Planted: a vendor that has a new name, on the contract and not yet on its seal.
RENAMED = ("修河信息技术有限公司", "修河电子有限公司")
RENAMED_FLOW, EXPIRED_FLOW = 9, 6
SERVICES = ("系统开发服务", "软件采购", "驻场外包服务", "设备维保", "测试服务", "咨询服务")

#: The desks, and the working days that each takes on the mean.
DESKS = {
    "applied": 0.0,
    "department": 0.3,
    "legal": 0.8,
    "procurement": 0.5,
    "seal_authority": 0.4,
    "invited": 0.2,
    "vendor_signed": 1.2,
    "bank_sealed": 0.3,
    "archived": 0.4,
}
ARCHIVE_DAYS = np.timedelta64(30, "D")
TODAY = float(work_clock(date(2023, 4, 29)))
RENAMED_BY = float(work_clock(date(2023, 4, 10)))


#: A milestone, when it was passed by the working clock, the action, and where it was sent back to.
Move = tuple[str, float, str, str | None]


@dataclass(frozen=True)
class Flow:
    """One contract: its number, vendor, and what happens to it when by the working clock."""

    number: int
    party: str
    sealed_as: str
    applied: float
    moves: tuple[Move, ...]

    @property
    def draft(self) -> str:
        """The hash of its approved draft."""
        return digest(f"draft {self.number}")

    def at(self, milestone: str) -> float | None:
        """When it passed a milestone, if it has."""
        return next((at for name, at, action, _ in self.moves if name == milestone and action == "pass"), None)


def digest(text: str) -> str:
    """A hash as a signing platform writes it."""
    return sha256(text.encode()).hexdigest()


def flows(sample: Sample) -> list[Flow]:
    """The contracts since the first signed online; one stands still at its vendor, whose seal has another name."""
    rng = sample.chance("process.econtract")
    count = sample.size(targets.ECONTRACTS)
    since, until = work_clock(np.array(targets.ECONTRACT_DAYS, dtype="datetime64[D]"))
    applied = np.sort(np.concatenate([[since + 0.1], rng.uniform(since + 0.2, until, count - 1)]))
    renamed = min(RENAMED_FLOW, count - 1)
    return [_flow(rng, number, at, number == renamed) for number, at in enumerate(applied.tolist())]


def _flow(rng: np.random.Generator, number: int, applied: float, renamed: bool) -> Flow:
    party, sealed_as = RENAMED if renamed else VENDORS[int(rng.integers(len(VENDORS)))]
    at = min(applied, RENAMED_BY) if renamed else applied
    first = at
    moves: list[Move] = []
    for desk, days in DESKS.items():
        at += days * rng.uniform(0.6, 1.4)
        if renamed and desk == "vendor_signed":
            break
        if desk == "legal" and rng.random() < 0.2:
            moves.append((desk, at, "return", "department"))
            at += 0.3
            moves.append(("department", at, "pass", None))
            at += 0.4
        if desk == "vendor_signed" and number == EXPIRED_FLOW:
            moves.append(("invited", at, "resend", None))
            at += 0.6
        moves.append((desk, at, "pass", None))
    return Flow(number, party, sealed_as, first, tuple(move for move in moves if move[1] < TODAY))


def econtracts(sample: Sample) -> Iterator[pa.Table]:
    """The contracts, and the drafts that were approved."""
    rng = sample.chance("process.econtract/headers")
    found = flows(sample)
    number = np.array([flow.number for flow in found])
    applied = work_moment(np.array([flow.applied for flow in found]))
    services = pa.array(SERVICES).take(rng.integers(0, len(SERVICES), len(found)))
    yield pa.table(
        {
            "flow_id": _flow_ids(number),
            "contract_no": joined("KJ2023-", numbered("", number + 1, 4)),
            "title": joined(pa.array([flow.party for flow in found]), services, "合同"),
            "department": ["信息科技部"] * len(found),
            "bank_name": [BANK] * len(found),
            "party": [flow.party for flow in found],
            "applied_at": applied,
            "online": [True] * len(found),
            "pages": rng.integers(8, 60, len(found)),
            "draft_hash": [flow.draft for flow in found],
            "archive_due_on": applied.astype("datetime64[D]") + ARCHIVE_DAYS,
        }
    )


def econtract_steps(sample: Sample) -> Iterator[pa.Table]:
    """Every move of the contracts."""
    found = [(flow, seq, move) for flow in flows(sample) for seq, move in enumerate(flow.moves)]
    yield pa.table(
        {
            "flow_id": _flow_ids(np.array([flow.number for flow, _, _ in found])),
            "seq": [seq for _, seq, _ in found],
            "milestone": [milestone for _, _, (milestone, _, _, _) in found],
            "at": work_moment(np.array([at for _, _, (_, at, _, _) in found])),
            "action": [action for _, _, (_, _, action, _) in found],
            "returned_to": [back for _, _, (_, _, _, back) in found],
        }
    )


def _signed(sample: Sample) -> Iterator[tuple[Flow, str, str, str, float]]:
    """Each signature: the contract, the side, the name on the seal, the certificate, and when."""
    for flow in flows(sample):
        invited, signed, sealed = flow.at("invited"), flow.at("vendor_signed"), flow.at("bank_sealed")
        vendor = "CA-V" + digest(flow.sealed_as)[:8]
        if flow.party == RENAMED[0] and invited is not None:
            yield flow, "vendor", flow.sealed_as, vendor, invited + 0.5
        if flow.number == EXPIRED_FLOW and signed is not None:
            yield flow, "vendor", flow.sealed_as, "CA-OLD", signed - 0.65
        if signed is not None:
            yield flow, "vendor", flow.sealed_as, vendor, signed
        if sealed is not None:
            yield flow, "bank", BANK, "CA-BANK", sealed


def signatures(sample: Sample) -> Iterator[pa.Table]:
    """The signatures; every file that was signed is the draft that was approved."""
    found = list(_signed(sample))
    uses = np.cumsum([side == "bank" for _, side, _, _, _ in found])
    yield pa.table(
        {
            "signature_id": numbered("QZ", np.arange(1, len(found) + 1), 5),
            "flow_id": _flow_ids(np.array([flow.number for flow, _, _, _, _ in found])),
            "side": [side for _, side, _, _, _ in found],
            "seal_name": [seal for _, _, seal, _, _ in found],
            "certificate_id": [certificate for _, _, _, certificate, _ in found],
            "signed_at": work_moment(np.array([at for _, _, _, _, at in found])),
            "signed_hash": [flow.draft for flow, _, _, _, _ in found],
            "seal_no": [f"YY2023{use:05}" if f[1] == "bank" else None for f, use in zip(found, uses, strict=True)],
        }
    )


def certificates(sample: Sample) -> Iterator[pa.Table]:
    """The certificates of the bank and of its vendors; one has expired."""
    sealed = sorted({seal for _, _, seal, _, _ in _signed(sample)} | {RENAMED[1]} - {BANK})
    names = {"CA-V" + digest(seal)[:8]: seal for seal in sealed if seal != BANK}
    expired = next((f.sealed_as for f in flows(sample) if f.number == EXPIRED_FLOW), VENDORS[0][1])
    subjects = {"CA-BANK": BANK, "CA-OLD": expired, **names}
    yield pa.table(
        {
            "certificate_id": list(subjects),
            "subject": list(subjects.values()),
            "issuer": ["庐山电子认证有限公司"] * len(subjects),
            "valid_from": ["2020-03-01" if name == "CA-OLD" else "2022-06-01" for name in subjects],
            "valid_to": ["2023-03-01" if name == "CA-OLD" else "2025-05-31" for name in subjects],
            "revoked_on": pa.nulls(len(subjects), pa.string()),
        }
    )


def _flow_ids(number: np.ndarray) -> pa.Array:
    return numbered("HT2023", number + 1, 4)
