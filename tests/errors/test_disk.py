"""A disk that is full, at whatever moment: one clear message, and what was published is still there and whole."""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from lushan.errors import LushanError
from shop import GOOD, Shop, make_shop, write_csv

SIZE = 12 << 20
ROWS = [  # their serials cannot be packed, so that what is written is not much smaller than what was read
    GOOD
    | {
        "order_id": f"AB{n % 10000:04}",
        "line_no": str(n // 10000 + 1),
        "serial": hashlib.md5(str(n).encode()).hexdigest(),
    }
    for n in range(30_000)
]


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of a few megabytes."""
    folder = Path(tempfile.mkdtemp(prefix="lushan-disk-"))
    mounted = os.getuid() == 0 and shutil.which("mount")
    if (
        not mounted
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)], capture_output=True, check=False
        ).returncode
    ):
        folder.rmdir()
        pytest.skip("only root may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()


@pytest.mark.parametrize("ending", ["csv", "csv.gz"])
def test_a_disk_that_fills_while_landing(ending: str, small_disk: Path, tmp_path: Path) -> None:
    """With less and less room, landing fails in later and later places: in all of them, nothing is half done."""
    shop = make_shop(small_disk)
    shop.land(write_csv(tmp_path / "before.csv", [GOOD, GOOD | {"order_id": "AB0002", "state": "?"}]))
    before, rows = shop.warehouse.snapshot("shop.order"), shop.rows()
    source = write_csv(tmp_path / "orders.csv", ROWS)
    if ending == "csv.gz":
        subprocess.run(["gzip", "-n", str(source)], check=True)
        source = tmp_path / "orders.csv.gz"
    ballast = small_disk / "ballast"
    refused = 0
    for kilobytes in (0, 16, 64, 200, 500, 1000, 2000, 3000):
        ballast.write_bytes(bytes(max(0, shutil.disk_usage(small_disk).free - (kilobytes << 10))))
        try:
            shop.land(source)
        except LushanError as error:
            refused += 1
            assert "the disk is full" in str(error) or "the commit was refused" in str(error)
            assert "\n  mend: " in str(error)
            assert shop.warehouse.snapshot("shop.order") == before
            assert shop.rows() == rows
        finally:
            ballast.unlink()
    assert refused > 3
    landed = shop.land(source)
    assert landed.rows == len(ROWS)
    assert len(shop.rows()) == len(ROWS)


LAND = """
import resource, sys
from pathlib import Path
from shop import ORDER, Shop
from lushan.errors import LushanError
from lushan.warehouse import Warehouse
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
folder = Path(sys.argv[1])
try:
    Shop(folder, Warehouse(folder / "warehouse"), ORDER).land(folder / "orders.csv")
except LushanError as error:
    print(error)
"""


def test_files_that_may_not_grow(shop: Shop) -> None:
    """A quota on the size of files is met like a full disk; this needs no root."""
    shop.land(write_csv(shop.folder / "before.csv", [GOOD]))
    write_csv(shop.folder / "orders.csv", ROWS)
    before = shop.state()
    for limit in (1 << 12, 1 << 16, 1 << 18):
        ended = subprocess.run(
            [sys.executable, "-c", LAND, str(shop.folder), str(limit)],
            capture_output=True, text=True, check=False,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
        )  # fmt: skip
        assert ended.returncode == 0, ended.stderr
        assert f"{shop.folder}/orders.csv: the disk is full\n  mend: make room" in ended.stdout
        assert shop.state() == before
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    assert shop.land(shop.folder / "orders.csv").rows == len(ROWS)
