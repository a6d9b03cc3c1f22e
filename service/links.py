"""Every URL of ours is built here.

A `Links` has a base: the address that the service is reached at, without a trailing slash. With the base ``""`` its
URLs are paths.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote, quote_plus

Value = str | int | float | bool | Iterable[str] | None


class Links:
    """The addresses of the service under one base URL."""

    def __init__(self, base: str = "") -> None:
        self.base = base.rstrip("/")

    # ---------------------------------------------------------------------------------------------- pages

    def home(self) -> str:
        return self._url("/")

    def search_page(self, **parameters: Value) -> str:
        return self._url("/search", parameters)

    def quote_page(self, quote_id: str) -> str:
        return self._url(f"/q/{_segment(quote_id)}")

    def speaker_page(self, slug: str) -> str:
        return self._url(f"/speakers/{_segment(slug)}")

    def article_page(self, article_id: str, **parameters: Value) -> str:
        return self._url(f"/articles/{_segment(article_id)}", parameters)

    def cluster_page(self, cluster_id: str, **parameters: Value) -> str:
        return self._url(f"/clusters/{_segment(cluster_id)}", parameters)

    def check_page(self) -> str:
        return self._url("/check")

    def compare_page(self, **parameters: Value) -> str:
        return self._url("/compare", parameters)

    def docs_page(self) -> str:
        return self._url("/docs")

    def docs_answers_page(self) -> str:
        return self._url("/docs/answers")

    # ---------------------------------------------------------------------------------------------- elsewhere

    def embed(self, quote_id: str) -> str:
        return self._url(f"/embed/q/{_segment(quote_id)}")

    def oembed(self, address: str) -> str:
        return self._url("/oembed", {"url": address})

    def feed(self, kind: str, **parameters: Value) -> str:
        """Of a search; `kind` is ``atom``, ``rss`` or ``feed.json``."""
        return self._url(f"/search.{kind}", parameters)

    def opensearch(self) -> str:
        return self._url("/opensearch.xml")

    # ---------------------------------------------------------------------------------------------- API

    def search_api(self, **parameters: Value) -> str:
        return self._url("/v1/quotes", parameters)

    def quote_api(self, quote_id: str) -> str:
        return self._url(f"/v1/quotes/{_segment(quote_id)}")

    def quote_citation(self, quote_id: str, **parameters: Value) -> str:
        return self._url(f"/v1/quotes/{_segment(quote_id)}/citation", parameters)

    def quote_annotation(self, quote_id: str) -> str:
        return self._url(f"/v1/quotes/{_segment(quote_id)}/annotation")

    def quote_history(self, quote_id: str) -> str:
        return self._url(f"/v1/quotes/{_segment(quote_id)}/history")

    def speaker_api(self, slug: str) -> str:
        return self._url(f"/v1/speakers/{_segment(slug)}")

    def article_api(self, article_id: str) -> str:
        return self._url(f"/v1/articles/{_segment(article_id)}")

    def cluster_api(self, cluster_id: str) -> str:
        return self._url(f"/v1/clusters/{_segment(cluster_id)}")

    def export(self) -> str:
        return self._url("/v1/export.ndjson")

    def at(self, path: str, **parameters: Value) -> str:
        """An address of the API as its document has it, its names filled in."""
        return self._url(path, parameters)

    def openapi(self) -> str:
        return self._url("/openapi.json")

    # ----------------------------------------------------------------------------------------------

    def _url(self, path: str, parameters: dict[str, Value] | None = None) -> str:
        if not parameters:
            return f"{self.base}{path}"
        query = "&".join(
            [f"{_encoded(name)}={_encoded(one)}" for name, value in parameters.items() for one in _texts(value)]
        )
        return f"{self.base}{path}?{query}" if query else f"{self.base}{path}"


_NEEDS_NO_ENCODING = re.compile(r"[\w.~-]*", re.ASCII).fullmatch
"""Nearly everything that stands in our addresses; told so in a fraction of the time that quoting it takes."""


def _segment(text: str) -> str:
    return text if _NEEDS_NO_ENCODING(text) else quote(text, safe="")


def _encoded(text: str) -> str:
    return text if _NEEDS_NO_ENCODING(text) else quote_plus(text)


def _texts(value: Value) -> Iterable[str]:
    """A parameter's values, for each of which it stands once; none where it has none."""
    if value is None:
        return ()
    if isinstance(value, bool):
        return ("true" if value else "false",)
    if isinstance(value, (str, int, float)):
        return (str(value),)
    return value
