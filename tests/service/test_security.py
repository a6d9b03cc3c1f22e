"""The headers of a hardened site, as the OWASP Secure Headers Project lists them: one row for each sort of answer."""

from __future__ import annotations

from dataclasses import replace

import gunicorn
import pytest
from flask.testing import FlaskClient

from service import create_app
from service.pages.assets import ASSETS
from tests.service.conftest import Kept

STYLES = ASSETS["onrecord.css"]
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
SORTS = {
    "/": ("same-origin", "DENY"),
    "/search": ("same-origin", "DENY"),
    "/nowhere": ("same-origin", "DENY"),
    "/healthz": ("same-origin", "DENY"),
    f"/assets/{STYLES.digest}/{STYLES.name}": ("cross-origin", "DENY"),
    "/v1/quotes": ("cross-origin", "DENY"),
    "/v1/nothing": ("cross-origin", "DENY"),
    "/openapi.json": ("cross-origin", "DENY"),
    "/search.atom": ("cross-origin", "DENY"),
    "/oembed": ("cross-origin", "DENY"),
    "/embed/onrecord.js": ("cross-origin", None),
    "/embed/q/q_aaaaaaaaaaaaa": ("cross-origin", None),
}
"""Path: who may load it, and whether it may stand in a frame."""


@pytest.mark.parametrize("path", SORTS)
def test_every_answer_is_hardened(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers[name] for name in EVERYWHERE} == EVERYWHERE
    assert (headers["Cross-Origin-Resource-Policy"], headers.get("X-Frame-Options")) == SORTS[path]
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(headers["Permissions-Policy"].split(", "))
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert not {"unsafe", "data:", "http:", "https:"} & set(
        headers["Content-Security-Policy"].replace("-", " ").split()
    )
    assert not {"Server", "X-Powered-By", "Set-Cookie", "Strict-Transport-Security"} & set(headers.keys())


@pytest.mark.parametrize(("scheme", "said"), [("https", "max-age=31536000"), ("http", None)])
def test_only_behind_https_browsers_are_told_to_stay_there(kept: Kept, scheme: str, said: str | None) -> None:
    client = create_app(replace(kept.config, proxies=1)).test_client()
    answer = client.get("/v1/speakers", headers={"X-Forwarded-Proto": scheme})
    assert answer.headers.get("Strict-Transport-Security") == said


def test_nobody_learns_which_version_serves() -> None:
    assert not any(map(str.isdigit, gunicorn.SERVER))
