"""How fast pages are, beside the JSON answer to the same search: requests a second, first paint, bytes.

``python -m bench.pages`` serves the bundled quotes with two gunicorn workers; needs wrk and chromium. ``--document``
writes the figures into docs/performance.md.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

from bench import page_rates, paints

ROOT = Path(__file__).parent.parent
DOCUMENT = ROOT / "docs" / "performance.md"
PAGE = "/search?q=the"
NEXT_PAGE = "/search?q=people"


@contextmanager
def serving() -> Iterator[str]:
    """The address of a service with the bundled quotes and two workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        settings = {
            "ONRECORD_HOME": home, "HOST": "127.0.0.1", "PORT": str(port), "WEB_CONCURRENCY": "2",
            "ONRECORD_LOG_LEVEL": "warning",
        }  # fmt: skip
        command, environment = [sys.executable, "-m", "service"], os.environ | settings
        subprocess.run([*command, "init"], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen([*command, "serve"], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}"
            await_ready(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


def await_ready(address: str, server: subprocess.Popen[bytes]) -> None:
    """Return when the service answers. Raises RuntimeError if it ends or does not answer within a minute."""
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            if requests.get(f"{address}/readyz", timeout=30).ok:
                return
        except requests.RequestException:
            time.sleep(0.2)
    raise RuntimeError("the service did not come up")


def sizes(address: str) -> Iterator[tuple[str, int, int]]:
    """What is sent: name, bytes, and bytes compressed by gzip."""
    page = requests.get(address + PAGE, timeout=30).text
    linked = re.findall(r'(?:href|src)="(/assets/[^"]+\.(?:css|js))"', page)
    for name, path in [("search page", PAGE), *((path.rpartition("/")[2], path) for path in linked),
                       ("embed/onrecord.js", "/embed/onrecord.js")]:  # fmt: skip
        content = requests.get(address + path, timeout=30).content
        yield name, len(content), len(gzip.compress(content, 6))


def report() -> str:
    with serving() as address:
        taken, (searched, empty) = page_rates.rates(address), paints.paints(address, PAGE, NEXT_PAGE)
        lines = [
            "## Pages",
            "",
            "`python -m bench.pages --document` writes this section: the bundled quotes, two gunicorn workers, wrk",
            f"over eight connections, medians of {page_rates.TURNS} turns; Chromium, medians of {paints.TURNS}.",
            "The empty page has the search page's headers. What it takes is the browser's own time: to start a process",
            "for a new context, and another because Cross-Origin-Opener-Policy asks for it.",
            "",
            "| ten quotes a search | searches never made before | one search, repeated |",
            "|---|---|---|",
            *page_rates.rows(taken),
            "",
            "| first contentful paint after the response | search page | an empty page, the same way |",
            "|---|---|---|",
            *paints.rows(searched, empty),
            "",
            "| | |",
            "|---|---|",
            *(f"| {name} | {size:,} bytes, {packed:,} compressed |" for name, size, packed in sizes(address)),
        ]
    return "\n".join(lines) + "\n"


def documented(document: str, section: str) -> str:
    """`document` with `section` in place of the one of that heading, or at its end."""
    heading = section.partition("\n")[0]
    before, found, after = document.partition(f"{heading}\n")
    following = re.search(r"^## ", after, re.MULTILINE) if found else None
    rest = after[following.start() :] if following else ""
    return f"{before.rstrip()}\n\n{section}" + (f"\n{rest}" if rest else "")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description="How fast pages are.")
    parser.add_argument("--document", action="store_true", help="write the figures into docs/performance.md")
    asked, found = parser.parse_args(), report()
    print(found, end="")
    if asked.document:
        DOCUMENT.write_text(documented(DOCUMENT.read_text(encoding="utf-8"), found), encoding="utf-8")


if __name__ == "__main__":
    main()
