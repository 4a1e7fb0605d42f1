"""A PostgreSQL of the tests' own: a temporary cluster from Debian's package, on a free port of this machine."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = Path("/usr/lib/postgresql")
PASSWORD = "s3cret-令牌"


@dataclass(frozen=True)
class Server:
    """A running server, and how its one user signs in."""

    port: int
    user: str = "bank"
    password: str = PASSWORD

    def url(self, password: str = "${LUSHAN_TEST_PASSWORD}") -> str:
        return f"postgresql://{self.user}:{password}@127.0.0.1:{self.port}/postgres"


def programs() -> Path | None:
    """The folder of the newest server that is installed."""
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def serving(bin: Path) -> Iterator[Server]:
    """A server with an empty database; it is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="lushan-postgres-"))
    try:
        secret = folder / "password"
        secret.write_text(PASSWORD, encoding="utf-8")
        server = Server(_free_port())
        if os.getuid() == 0:  # the server refuses to run as root
            owner = pwd.getpwnam("postgres")
            for path in (folder, secret):
                os.chown(path, owner.pw_uid, owner.pw_gid)
        data = folder / "data"
        _run(bin / "initdb", "-D", data, "-U", server.user, "-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8",
             "--no-locale", "--no-sync")  # fmt: skip
        options = f"-p {server.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        _run(bin / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield server
        finally:
            _run(bin / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: Path, *arguments: str | Path) -> None:
    command: Sequence[str] = [str(program), *map(str, arguments)]
    if os.getuid() == 0:
        command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
    ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd="/", check=False)
    assert ended.returncode == 0, ended.stderr


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
