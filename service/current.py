"""What the current request is answered from: the archive of its application, as of the look that was taken for it."""

from __future__ import annotations

from flask import Flask, current_app, request

from index import Searchable
from service.archive import Archive
from service.finding import Finder
from service.notes import STATE


def archive_of(app: Flask) -> Archive:
    archive = app.extensions["archive"]
    assert isinstance(archive, Archive)
    return archive


def current_archive() -> Archive:
    """The archive of the application that answers the current request."""
    return archive_of(current_app)


def current_finder() -> Finder:
    """What answers the searches of the current request, as of the look that was taken for it (`caching.note_state`)."""
    archive = current_archive()
    return archive.finder.of_request(request.environ[STATE] if STATE in request.environ else archive.look())


def current_index() -> Searchable:
    """What else is asked of the index, likewise."""
    return current_finder().index()
