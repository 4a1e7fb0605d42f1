"""The boards of China's listed companies as a graph of parties: who ties companies together."""

from __future__ import annotations

import csv
import gzip
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

EXAMPLE = Path(__file__).parent
FILES = EXAMPLE.parents[2] / "shared" / "data" / "companies"
#: The files tell no days, so that whoever holds an office holds it in every month.
PERIOD = "2018-12"
PARTY = (
    "party_id", "name", "kind", "id_type", "id_number", "born_on", "phone", "address", "industry", "place", "capital",
)  # fmt: skip
OFFICE = (
    "office_id", "person_id", "org_id", "role", "post", "branch", "nominated_by", "from_on", "to_on", "document",
)  # fmt: skip


def rows(folder: Path, name: str) -> Iterator[list[str]]:
    """The rows of a public file, without its head."""
    with gzip.open(folder / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        yield from reader


def prepare(root: Path, folder: Path) -> None:
    """Make the workspace anew: the example's settings, and the public files in the shape of the contracts."""
    if root.exists():
        if not (root / "lushan.toml").exists():
            sys.exit(f"{root} is there and is no workspace: name another folder")
        shutil.rmtree(root)
    (root / "sources").mkdir(parents=True)
    shutil.copy(EXAMPLE / "lushan.toml", root)
    shutil.copy(EXAMPLE / "sources.yaml", root / "sources")
    with (root / "sources" / "party.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, PARTY)
        writer.writeheader()
        for id, name, *_ in rows(folder, "executive"):
            writer.writerow({"party_id": id, "name": name, "kind": "person"})
        for id, name, *_ in rows(folder, "stock"):
            writer.writerow({"party_id": id, "name": name, "kind": "company", "id_type": "证券代码", "id_number": id})
    with (root / "sources" / "office.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, OFFICE)
        writer.writeheader()
        for number, (person, post, company, _) in enumerate(rows(folder, "executive_stock"), 1):
            role = "director" if "董事" in post else "other"
            told = {"person_id": person, "org_id": company, "role": role, "post": post, "document": "公开披露"}
            writer.writerow({"office_id": f"O{number:05}", **told})


def steps(folder: str) -> list[list[str]]:
    """The commands of the example, in order."""
    return [
        ["land", folder],
        ["run", folder, "--period", PERIOD],
        ["graph", "find", folder, "杨国平", "--at", f"{PERIOD}-31"],
        ["trace", folder, "risk.board_ties", "--period", PERIOD],
    ]


def main(folder: str = "boards", files: str = str(FILES)) -> None:
    """Carry out the steps in a folder that is made anew."""
    if not Path(files).exists():
        sys.exit(f"{files} is not there: it holds executive, executive_stock and stock.csv.gz of the listed companies")
    prepare(Path(folder), Path(files))
    lushan = str(Path(sys.executable).with_name("lushan"))
    for step in steps(folder):
        print(f"\n\033[1m$ lushan {' '.join(step)}\033[0m", flush=True)
        subprocess.run([lushan, *step], check=True)
    print(f"\nlushan serve {folder} shows the graph under /entities")


if __name__ == "__main__":
    main(*sys.argv[1:])
