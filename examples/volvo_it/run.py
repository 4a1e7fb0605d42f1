"""Volvo IT's incidents of May 2012, from the public log to a published edition, each step as a user would type it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parent
LOG = EXAMPLE.parents[2] / "shared" / "data" / "tickets" / "bpic2013_incidents.xes.gz"
PERIOD = "2012-05"


def prepare(root: Path, log: Path) -> None:
    """Make the workspace anew: the example's settings, mappings, stories and articles, and the log."""
    if root.exists():
        if not (root / "lushan.toml").exists():
            sys.exit(f"{root} is there and is no workspace: name another folder")
        shutil.rmtree(root)
    for name in ("sources", "stories", "articles"):
        shutil.copytree(EXAMPLE / name, root / name)
    shutil.copy(EXAMPLE / "lushan.toml", root)
    shutil.copy(log, root / "sources")


def steps(folder: str) -> list[list[str]]:
    """The commands of the example, in order."""
    return [["land", folder], ["run", folder, "--period", PERIOD], ["publish", folder, PERIOD]]


def main(folder: str = "volvo", log: str = str(LOG)) -> None:
    """Carry out the steps in a folder that is made anew."""
    if not Path(log).exists():
        sys.exit(f"{log} is not there: get it from doi.org/10.4121/uuid:500573e6-accc-4b0c-9576-aa5468b10cee")
    root = Path(folder)
    prepare(root, Path(log))
    lushan = str(Path(sys.executable).with_name("lushan"))
    for step in steps(folder):
        print(f"\n\033[1m$ lushan {' '.join(step)}\033[0m", flush=True)
        subprocess.run([lushan, *step], check=True)
    print(f"\nThe edition is ready: {(root / 'editions' / PERIOD / 'index.html').resolve().as_uri()}")


if __name__ == "__main__":
    main(*sys.argv[1:])
