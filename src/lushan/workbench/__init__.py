"""The workbench: a bank's editions, figures, definitions and runs, in a browser."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from lushan.runs.session import Session

__all__ = ["serve"]


def serve(
    session: Session, host: str = "127.0.0.1", port: int = 8400, ready: Callable[[], None] = lambda: None
) -> None:
    """Show a workspace in a browser until the process is ended.

    Args:
        host: the address to listen on; any but the machine's own lets others in, and there is no sign-in yet.
        ready: called once the address is listened on.

    Raises:
        LushanError: the port is taken, or may not be used.
    """
    import uvicorn

    from lushan.workbench.app import make_app
    from lushan.workbench.listen import listen

    with listen(host, port) as socket:
        config = uvicorn.Config(make_app(session, host), log_level="warning", server_header=False)
        ready()
        with suppress(KeyboardInterrupt):  # which is how it is ended
            uvicorn.Server(config).run(sockets=[socket])
