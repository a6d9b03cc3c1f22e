"""The URLs of ours that follow from the current request: under the host that it asked for, and its own."""

from __future__ import annotations

from typing import Self
from urllib.parse import quote

from flask import current_app, request

from service.links import Links, Value


class RequestLinks(Links):
    """The addresses of the service while it answers a request."""

    @classmethod
    def of_request(cls) -> Self:
        """Under ONRECORD_URL, or else under the host that the current request asked for."""
        return cls(current_app.config["ONRECORD"].url or request.host_url)

    def here(self, at: str | None = None, **changes: Value) -> str:
        """The address of the current request, with some parameters changed; those that are None are left out. `at`
        is another path to give the same parameters."""
        given: dict[str, Value] = dict(request.args.lists())
        return self._url(quote(at or request.path), {**given, **changes})
