"""Opening the port, with a message instead of a traceback where it cannot be had."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from lushan.errors import LushanError

#: Addresses that only this machine reaches.
LOOPBACK = ("127.0.0.1", "::1", "localhost")


@contextmanager
def listen(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that listens on an address and a port.

    Raises:
        LushanError: the port is taken or may not be used, or the machine has no such address.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((host, port))
    except (OSError, OverflowError) as error:
        opened.close()
        raise LushanError(
            f"this address cannot be listened on: {getattr(error, 'strerror', None) or error}",
            where=f"{host}:{port}",
            expected="an address of this machine and a free port",
            mend="name another port: lushan serve … --port 8401",
        ) from error
    try:
        yield opened
    finally:
        opened.close()
