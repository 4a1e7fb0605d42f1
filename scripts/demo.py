"""The demonstration: a sample bank from nothing to a published edition, each step as a user would type it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

PERIOD = "2023-04"


def steps(folder: str) -> list[list[str]]:
    """The commands of the demonstration, in order."""
    return [
        ["init", folder, "--zh", "匡庐银行", "--en", "Kuanglu Bank"],
        ["sample", folder, "--scale", "1", "--seed", "7"],
        ["land", folder],
        ["run", folder, "--period", PERIOD],
        ["publish", folder, PERIOD],
    ]


def main(folder: str) -> None:
    """Carry out the steps in a folder that is made anew."""
    root, begun = Path(folder), time.monotonic()
    if root.exists():
        if not (root / "lushan.toml").exists():
            sys.exit(f"{root} is there and is no workspace: name another folder (make demo DEMO=…)")
        shutil.rmtree(root)
    lushan = str(Path(sys.executable).with_name("lushan"))
    for step in steps(folder):
        print(f"\n\033[1m$ lushan {' '.join(step)}\033[0m", flush=True)
        subprocess.run([lushan, *step], check=True)
    edition = (root / "editions" / PERIOD).resolve()
    print(f"\nThe edition is ready after {time.monotonic() - begun:.0f} seconds.")
    print(f"  open it   {(edition / 'index.html').as_uri()}")
    print(f"            {(edition / 'edition.pdf').as_uri()}")
    print(f"  or serve  .venv/bin/lushan serve {folder}    and open http://127.0.0.1:8400/")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "demo")
