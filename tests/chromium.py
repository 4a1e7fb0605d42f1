"""Debian's chromium driven over a pipe: a page at a width, what it asks for, what it complains of, how it looks."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--hide-scrollbars", "--disable-dev-shm-usage", "--remote-debugging-pipe",
)  # fmt: skip


class Chromium:
    """A browser with one page, spoken to in the DevTools protocol."""

    def __init__(self) -> None:
        self.profile = tempfile.mkdtemp(prefix="chromium-")
        self.events: list[dict[str, Any]] = []
        self.number, self.buffer = 0, b""
        reads, self.write = os.pipe()
        self.read, writes = os.pipe()

        def wire() -> None:
            """The browser listens on descriptor 3 and speaks on 4."""
            low, high = os.dup(reads), os.dup(writes)
            os.dup2(low, 3)
            os.dup2(high, 4)

        executable = shutil.which("chromium") or "/usr/bin/chromium"
        self.process = subprocess.Popen(
            [executable, *FLAGS, f"--user-data-dir={self.profile}"],
            preexec_fn=wire, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(reads)
        os.close(writes)
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.page = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.on_page(f"{domain}.enable")

    def __enter__(self) -> Chromium:
        return self

    def __exit__(self, *error: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.read)
        os.close(self.write)
        shutil.rmtree(self.profile, ignore_errors=True)

    def open(self, url: str, width: int = 1440, height: int = 900, dark: bool = False) -> None:
        """Open a page as a screen of a size shows it, and wait until it is drawn."""
        self.on_page(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500
        )
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.on_page("Emulation.setEmulatedMedia", features=scheme)
        self.events.clear()
        self.on_page("Page.navigate", url=url)
        self._wait_for("Page.loadEventFired")
        self.run("document.fonts.ready.then(() => 1)")

    def run(self, script: str) -> Any:
        """The value of a script in the page."""
        told = self.on_page("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def picture(self, file: Path, whole: bool = False, top: int = 0, height: int | None = None) -> None:
        """Take a picture of the page: what the screen shows, all of it, or a part of it."""
        size = self.on_page("Page.getLayoutMetrics")["cssContentSize"]
        clip: dict[str, Any] = {}
        if whole or height:
            tall = height or size["height"]
            clip = {"clip": {"x": 0, "y": top, "width": size["width"], "height": tall, "scale": 1}}
        data = self.on_page("Page.captureScreenshot", captureBeyondViewport=bool(clip), **clip)["data"]
        file.write_bytes(base64.b64decode(data))

    @property
    def asked_for(self) -> list[str]:
        """The addresses that the page has asked for."""
        sent = [event for event in self.events if event["method"] == "Network.requestWillBeSent"]
        return [event["params"]["request"]["url"] for event in sent]

    @property
    def complaints(self) -> list[str]:
        """What the browser says is wrong: errors in the console, and answers that did not come."""
        kinds = ("Runtime.exceptionThrown", "Network.loadingFailed")
        wrong = [event for event in self.events if event["method"] in kinds]
        for event in self.events:
            loud = event["params"].get("type") in ("error", "assert") and event["method"] == "Runtime.consoleAPICalled"
            if loud or (event["method"] == "Log.entryAdded" and event["params"]["entry"]["level"] == "error"):
                wrong.append(event)
        return [json.dumps(event["params"], ensure_ascii=False) for event in wrong]

    def on_page(self, method: str, **params: Any) -> Any:
        """Ask the page."""
        return self.ask(method, session=self.page, **params)

    def ask(self, method: str, session: str = "", **params: Any) -> Any:
        """Send a command and wait for its answer; events that come meanwhile are kept."""
        self.number += 1
        command = {"id": self.number, "method": method, "params": params}
        os.write(self.write, json.dumps(command | ({"sessionId": session} if session else {})).encode() + b"\0")
        while (message := self._next()).get("id") != self.number:
            self.events.append(message)
        assert "error" not in message, f"{method}: {message['error']}"
        return message["result"]

    def _wait_for(self, event: str) -> None:
        while not any(kept["method"] == event for kept in self.events):
            self.events.append(self._next())

    def _next(self, patience: float = 60) -> dict[str, Any]:
        deadline = time.monotonic() + patience
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.read], [], [], max(0.0, deadline - time.monotonic()))
            assert ready, "chromium does not answer"
            more = os.read(self.read, 1 << 20)
            assert more, "chromium has gone"
            self.buffer += more
        message, _, self.buffer = self.buffer.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told
