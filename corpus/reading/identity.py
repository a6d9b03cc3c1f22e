"""What makes an article the same article: its address, else its words."""

from __future__ import annotations

import re
from base64 import b32encode
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid", re.IGNORECASE)
DEFAULT_PORTS = {"http": 80, "https": 443}
ID_LENGTH = 13


def text_sha256(text: str) -> str:
    """The SHA-256 of the text in UTF-8, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def article_id(text_digest: str, url: str | None) -> str:
    """``a_`` and 13 lower-case base32 characters: of the canonical `url` if there is one, else of the text."""
    known_by = f"url:{url}" if url else f"text:{text_digest}"
    return "a_" + b32encode(sha256(known_by.encode()).digest()).decode().lower()[:ID_LENGTH]


def canonical_url(url: str) -> str | None:
    """The address without fragment, default port and the marks of campaigns, scheme and host in lower case; None if
    it is no absolute http or https address. Only parameters known to track are dropped: others can name the article."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS or not parts.hostname or re.search(r"[\s<>\"\x00-\x1f\x7f]", parts.geturl()):
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    if port and port != DEFAULT_PORTS[scheme]:
        host = f"{host}:{port}"
    return urlunsplit((scheme, host, parts.path or "/", untracked(parts.query), ""))


def untracked(query: str) -> str:
    """The query string without parameters that only track; untouched, to the letter, if it has none of them."""
    parameters = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in parameters if not TRACKING.fullmatch(name)]
    return query if len(kept) == len(parameters) else urlencode(kept)
