"""The least that Flask can do: one view, always the same bytes, as many as a page of ten records has on average."""

from __future__ import annotations

import os

from flask import Flask, Response

BODY_BYTES = "BENCH_BODY_BYTES"


def create_app() -> Flask:
    app = Flask(__name__)
    body = b"x" * int(os.environ[BODY_BYTES])

    @app.get("/")
    def view() -> Response:
        return Response(body, content_type="application/json")

    return app
