"""When Chromium first paints the search page: milliseconds from the end of the response to the first contentful paint.

Beside it an empty page with the same headers, the same way: what of the time is the browser's own. A new browser
context starts a process of its own, and once more where a page's headers ask for one (Cross-Origin-Opener-Policy); what
follows in the same tab finds it running, and the style sheet kept.
"""

from __future__ import annotations

import shutil
import statistics
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests
from playwright.sync_api import Page, sync_playwright

TURNS = 9
EMPTY = b'<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><p>One line.</p></html>'
OF_THE_ANSWER = ("connection", "content-encoding", "content-length", "date", "server", "transfer-encoding")
"""Headers that say how one answer was sent, and nothing of how its page is to be shown."""
SINCE_RESPONSE = """() => new Promise(done => new PerformanceObserver(list => {
  const [painted] = list.getEntriesByName("first-contentful-paint");
  if (painted) done(painted.startTime - performance.getEntriesByType("navigation")[0].responseEnd);
}).observe({ type: "paint", buffered: true }))"""


@dataclass(frozen=True)
class Paints:
    """Milliseconds, a number a turn: of the first page of a tab, and of the second."""

    first: list[float] = field(default_factory=list)
    second: list[float] = field(default_factory=list)


def paints(address: str, first: str, second: str) -> tuple[Paints, Paints]:
    """Of the pages at those two paths, and of an empty page opened twice. In turns: a busy machine slows both."""
    searched, empty = Paints(), Paints()
    with empty_page(requests.get(address + first, timeout=30).headers) as nothing, sync_playwright() as playwright:
        visits = (searched, address + first, address + second), (empty, nothing, f"{nothing}?again")
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for _ in range(TURNS):
            for taken, one, next_one in visits:
                tab = chromium.new_page()
                taken.first.append(painted(tab, one))
                taken.second.append(painted(tab, next_one))
                tab.close()
        chromium.close()
    return searched, empty


def painted(tab: Page, address: str) -> float:
    tab.goto(address)
    since: float = tab.evaluate(SINCE_RESPONSE)
    return since


def rows(searched: Paints, empty: Paints) -> list[str]:
    """A table's rows: medians, and the fastest."""
    return [
        f"| {name} | {told(page)} | {told(nothing)} |"
        for name, page, nothing in (
            ("first page of a tab in a new browser context", searched.first, empty.first),
            ("next page of that tab", searched.second, empty.second),
        )
    ]


def told(milliseconds: list[float]) -> str:
    return f"{statistics.median(milliseconds):.0f} ms, fastest {min(milliseconds):.0f}"


@contextmanager
def empty_page(headers: Mapping[str, str]) -> Iterator[str]:
    """The address of an empty page that is served with `headers`."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response_only(200)
            for name, value in headers.items():
                if name.lower() not in OF_THE_ANSWER:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(EMPTY)))
            self.end_headers()
            self.wfile.write(EMPTY)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
