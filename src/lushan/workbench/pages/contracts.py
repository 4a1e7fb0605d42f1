"""The contracts: what each table must look like, what became of it, and who reads it."""

from __future__ import annotations

from difflib import get_close_matches

from fastapi import APIRouter, Response

from lushan.contracts import Contract
from lushan.domains import domains
from lushan.words import Text
from lushan.workbench.held import quarantined, readers, referred
from lushan.workbench.page import Asked, Missing, Page
from lushan.workbench.rules import rule_words

router = APIRouter()
VERSIONS = 20


@router.get("/contracts")
def contracts(page: Asked, q: str = "", domain: str = "") -> Response:
    """All contracts, by domain."""
    session = page.session
    wanted = [c for c in session.catalogue.contracts.values() if _holds(c, q) and c.id.startswith(domain)]
    parts = {part: [c for c in wanted if c.id.split(".")[0] == part.name] for part in domains()}
    return page.render(
        "contracts.html",
        parts={part: listed for part, listed in parts.items() if listed},
        domains=domains(),
        q=q,
        domain=domain,
        total=len(session.catalogue.contracts),
        shown=len(wanted),
        snapshots={contract.id: session.snapshot(contract.id) for contract in wanted},
        broken={contract.id: quarantined(session, contract.id) for contract in wanted},
    )


@router.get("/contracts/{table}")
def contract(page: Asked, table: str) -> Response:
    """One contract."""
    found = named(page, table)
    session = page.session
    return page.render(
        "contract.html",
        contract=found,
        model=session.catalogue.models.get(table),
        snapshot=session.snapshot(table),
        versions=session.warehouse.versions(table)[:VERSIONS] if session.warehouse.exists(table) else [],
        broken=quarantined(session, table),
        referred=referred(session.catalogue, table),
        readers=readers(session.catalogue, table),
        rule_words=rule_words,
        contracts=session.catalogue.contracts,
    )


def named(page: Page, table: str) -> Contract:
    """The contract that an address names.

    Raises:
        Missing: there is none.
    """
    known = page.session.catalogue.contracts
    if table in known:
        return known[table]
    near = get_close_matches(table, known, 5)
    raise Missing(
        Text(f"没有名为 {table} 的契约", f"No contract is called {table}"),
        Text("请从契约目录中选取", "Choose one from the catalogue of contracts"),
        [(f"{page.say(known[name].title)} {name}", f"/contracts/{name}") for name in near],
    )


def _holds(contract: Contract, wanted: str) -> bool:
    columns = (f"{column.name} {column.title.zh} {column.title.en}" for column in contract.columns)
    text = " ".join((contract.id, contract.title.zh, contract.title.en, contract.about.zh, contract.owner, *columns))
    return all(word in text.lower() for word in wanted.lower().split())
