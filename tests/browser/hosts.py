"""Web sites that are not ours: each page at an address of its own, with the headers that the test gives it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


class Host:
    """A site on a port, and so an origin, of its own."""

    def __init__(self) -> None:
        self.address = ""
        self.pages: dict[str, tuple[str, Mapping[str, str]]] = {}

    def serve(self, html: str, **headers: str) -> str:
        """The address at which `html` now stands. `headers` are written with underscores."""
        path = f"/{len(self.pages)}"
        self.pages[path] = html, {name.replace("_", "-"): value for name, value in headers.items()}
        return self.address + path

    @Request.application
    def __call__(self, request: Request) -> Response:
        if request.path == "/favicon.ico":
            return Response(status=204)
        if request.path not in self.pages:
            return Response(status=404)
        html, headers = self.pages[request.path]
        return Response(html, content_type="text/html; charset=utf-8", headers=dict(headers))


@contextmanager
def running(app: WSGIApplication) -> Iterator[str]:
    """The address at which `app` is served for as long as the context lasts."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        serving.join()


@contextmanager
def host() -> Iterator[Host]:
    """A site that runs for as long as the context does."""
    made = Host()
    with running(made) as made.address:
        yield made
