"""One style sheet and one script, each at an address that carries its hash and may be kept for a year."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from importlib import resources

from flask import Blueprint, Response, abort, request

STATIC = resources.files("service") / "static"
STYLES = tuple(
    f"styles/{part}.css" for part in ("ink", "base", "forms", "page", "searching", "quote", "record", "desk", "print")
)
SCRIPTS = ("onrecord.js",)
ICONS = ("icon.svg",)
FOR_A_YEAR = "public, max-age=31536000, immutable"
REVALIDATED = "no-cache"


@dataclass(frozen=True)
class Asset:
    """Files of `service/static` served as one, in order."""

    name: str
    media_type: str
    files: tuple[str, ...]

    @cached_property
    def content(self) -> bytes:
        return b"\n".join(STATIC.joinpath(file).read_bytes() for file in self.files)

    @cached_property
    def digest(self) -> str:
        """The first 16 hexadecimal digits of the sha256 of the content."""
        return hashlib.sha256(self.content).hexdigest()[:16]


ASSETS = {
    asset.name: asset
    for asset in (
        Asset("onrecord.css", "text/css; charset=utf-8", STYLES),
        Asset("onrecord.js", "text/javascript; charset=utf-8", SCRIPTS),
        Asset("icon.svg", "image/svg+xml", ICONS),
        Asset("embed.css", "text/css; charset=utf-8", ("embed.css",)),
        Asset("embed.js", "text/javascript; charset=utf-8", ("embed.js",)),
    )
}


def asset_url(name: str) -> str:
    """The address of an asset, with its hash."""
    return f"{request.script_root}/assets/{ASSETS[name].digest}/{name}"


def add_assets(blueprint: Blueprint) -> None:
    """Serve the assets from `blueprint`."""

    @blueprint.get("/assets/<digest>/<name>")
    def asset(digest: str, name: str) -> Response:
        if name not in ASSETS:
            abort(404)
        found = ASSETS[name]
        answer = Response(found.content, content_type=found.media_type)
        answer.set_etag(found.digest)
        # A page of the release before asks for its own hash: it gets today's file, but not for a year.
        answer.headers["Cache-Control"] = FOR_A_YEAR if digest == found.digest else REVALIDATED
        answer.make_conditional(request)
        return answer
