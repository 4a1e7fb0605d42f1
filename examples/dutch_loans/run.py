"""A Dutch bank's loan applications, from the public log to a published edition, each step as a user would type it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parent
LOG = EXAMPLE.parents[2] / "shared" / "data" / "processes" / "bpic2012.xes.gz"
PERIOD = "2012-02"


def prepare(root: Path, log: Path) -> None:
    """Make the workspace anew: the example's settings, mapping, stories and articles, and the log."""
    if root.exists():
        if not (root / "lushan.toml").exists():
            sys.exit(f"{root} is there and is no workspace: name another folder")
        shutil.rmtree(root)
    for name in ("sources", "stories", "articles"):
        shutil.copytree(EXAMPLE / name, root / name)
    shutil.copy(EXAMPLE / "lushan.toml", root)
    shutil.copy(log, root / "sources")


def environment(root: Path) -> dict[str, str]:
    """An environment that knows the domain of loans, as if it had been installed; nothing else does."""
    info = root / "site" / "lushan_loans-1.0.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: lushan-loans\nVersion: 1.0.0\n")
    (info / "entry_points.txt").write_text("[lushan.domains]\nloans = loans:DOMAIN\n")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(info.parent.resolve()), str(EXAMPLE)])}


def steps(folder: str) -> list[list[str]]:
    """The commands of the example, in order."""
    return [["land", folder], ["run", folder, "--period", PERIOD], ["publish", folder, PERIOD]]


def main(folder: str = "loans", log: str = str(LOG)) -> None:
    """Carry out the steps in a folder that is made anew."""
    if not Path(log).exists():
        sys.exit(f"{log} is not there: get it from doi.org/10.4121/uuid:3926db30-f712-4394-aebc-75976070e91f")
    root = Path(folder)
    prepare(root, Path(log))
    known = environment(root)
    lushan = str(Path(sys.executable).with_name("lushan"))
    for step in steps(folder):
        print(f"\n\033[1m$ lushan {' '.join(step)}\033[0m", flush=True)
        subprocess.run([lushan, *step], check=True, env=known)
    print(f"\nThe edition is ready: {(root / 'editions' / PERIOD / 'index.html').resolve().as_uri()}")


if __name__ == "__main__":
    main(*sys.argv[1:])
