"""How often one client may ask, where ONRECORD_RATE says so."""

from __future__ import annotations

import time

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

UNLIMITED = ("/healthz", "/readyz", "/metrics", "/assets/")


def add_limits(app: Flask, rate: str) -> None:
    """At most `rate` requests from one address, counted by each worker process for itself. The headers are those of
    draft-ietf-httpapi-ratelimit-headers-10, and ``Retry-After`` of RFC 9110."""
    limiter = Limiter(get_remote_address, app=app, application_limits=[rate], storage_uri="memory://")

    @limiter.request_filter
    def is_unlimited() -> bool:
        return request.path.startswith(UNLIMITED)

    @app.after_request
    def tell(answer: Response) -> Response:
        current = limiter.current_limit
        if current is not None:
            window = current.limit.get_expiry()
            seconds = min(max(1, current.reset_at - int(time.time())), window)
            answer.headers["RateLimit-Policy"] = f'"client";q={current.limit.amount};w={window}'
            answer.headers["RateLimit"] = f'"client";r={current.remaining};t={seconds}'
            if answer.status_code == 429:
                answer.headers["Retry-After"] = str(seconds)
        return answer
