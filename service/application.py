"""The application: the rooms of the service put together, in the order in which they see a request."""

from __future__ import annotations

import atexit
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flask import Flask
from flask_compress import Compress
from werkzeug.middleware.proxy_fix import ProxyFix

from service import (
    access_log,
    api,
    caching,
    discovery,
    embedding,
    errors,
    feeds,
    health,
    limits,
    openapi,
    pages,
    security,
)
from service.archive import Archive
from service.arrivals import Entrance
from service.config import Config
from service.current import archive_of
from service.kept_answers import KeptAnswers
from service.notes import note_rule
from service.reception import Reception
from service.turns import Turns

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

COMPRESSED = [
    "text/html",
    "text/css",
    "text/plain",
    "text/javascript",
    "image/svg+xml",
    "application/json",
    "application/problem+json",
    "application/x-ndjson",
    "application/ld+json",
    "application/atom+xml",
    "application/rss+xml",
    "application/feed+json",
]


class Application(Flask):
    """Flask without coroutines: each hook of each request would be looked at for being one."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        return func


def create_app(config: Config | None = None) -> Flask:
    """The application, ready to be served by a process of its own: the record and the index are opened at first use,
    and must not cross a fork. Raises ConfigError if a setting of the environment cannot be used."""
    settings = config or Config.from_environment()
    app = Application("service", static_folder=None)
    app.config.update(ONRECORD=settings, COMPRESS_MIMETYPES=COMPRESSED)
    app.extensions["archive"] = archive = Archive(settings)
    atexit.register(archive.close)
    access_log.set_up_logging(settings.log_level)

    # What is added first sees a request first and its answer last.
    app.before_request(note_rule)
    Compress(app)
    app.register_blueprint(health.blueprint)
    caching.add_caching(app)
    security.add_security(app, settings)
    if settings.rate:
        limits.add_limits(app, settings.rate)
    openapi.add_openapi(app, api.blueprint)
    for blueprint in (pages.blueprint, embedding.blueprint, feeds.blueprint, discovery.blueprint):
        app.register_blueprint(blueprint)
    errors.add_errors(app, pages.problem_page)
    receive(app, settings)
    return app


def receive(app: Flask, config: Config) -> None:
    """What sees a request before the application does. Where clients are limited, each request is the limiter's to see,
    and no answer is kept."""

    def state() -> object:
        return archive_of(app).look()

    wsgi: WSGIApplication = Turns(app.wsgi_app)
    if not config.rate:
        wsgi = KeptAnswers(wsgi, state)
    wsgi = Reception(Entrance(wsgi, config.max_body))
    if config.proxies:
        wsgi = ProxyFix(wsgi, *[config.proxies] * 4)
    app.wsgi_app = wsgi  # type: ignore[method-assign]
