"""Settings, all from the environment: one table says their names, defaults and meanings."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from corpus.errors import OnrecordError

RATES = re.compile(r"(?:(?:^|;)[1-9][0-9]{0,8}/(?:second|minute|hour|day))+")
PREFIX, NEAR = "ONRECORD_", 0.7
"""How setting names of ours begin, and from which likeness (difflib's ratio) another name is taken for a slip."""
DATABASES = ("sqlite", "postgresql")
LOG_LEVELS = ("debug", "info", "warning", "error")


class ConfigError(OnrecordError):
    """A setting that cannot be used; `where` is its name."""

    kind = "bad-setting"


# ------------------------------------------------------------------------------------ readers of one value each
# Each raises ValueError, in words that finish the sentence "ONRECORD_X …".


def _whole_number(least: int, most: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        if not (value.isascii() and value.isdigit() and least <= int(value) <= most):
            raise ValueError(f"must be a whole number from {least} to {most}, not {value!r}")
        return int(value)

    return read


def _folder(value: str) -> Path:
    path = Path(value).absolute()
    try:
        is_something_else = path.exists() and not path.is_dir()
    except OSError as error:
        raise ValueError(f"must be a folder, and {value!r} cannot be looked at: {error.strerror}") from None
    if is_something_else:
        raise ValueError(f"must be a folder, and {value!r} is none")
    return path


def _base_url(value: str) -> str | None:
    if not value:
        return None
    if not _is_base_url(value):
        raise ValueError(f"must be an http or https address such as https://quotes.example.org, not {value!r}")
    return value.rstrip("/")


def _is_base_url(value: str) -> bool:
    try:
        parts = urlsplit(value)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, a bracket that is never closed
        return False
    return whole and not (parts.query or parts.fragment) and value.isascii() and not re.search(r"[\s\"'<>\\]", value)


def _contact(value: str) -> str | None:
    if value and not re.fullmatch(r"(?:mailto:|https://|tel:)[!-~]+", value):
        raise ValueError(f"must be an address such as mailto:desk@example.org or https://…, not {value!r}")
    return value or None


def _rate(value: str) -> str | None:
    if value and not RATES.fullmatch(value):
        raise ValueError(f"must be a rate such as 60/minute, or several with ; between them, not {value!r}")
    return value or None


def _log_level(value: str) -> str:
    if value.lower() not in LOG_LEVELS:
        raise ValueError(f"must be one of {', '.join(LOG_LEVELS)}, not {value!r}")
    return value.lower()


def _database(value: str) -> str:
    scheme, separator, _ = value.partition("://")
    if separator and scheme.partition("+")[0] not in DATABASES:
        raise ValueError(f"must be a path or the URL of a database of {' or '.join(DATABASES)}, not {scheme}://…")
    return value


def _host(value: str) -> str:
    if not value or any(character.isspace() for character in value):
        raise ValueError(f"must be a host name or an address, not {value!r}")
    return value


# ------------------------------------------------------------------------------------------------ the table


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the table: the environment variable, the field of `Config`, its default as it would be written in the
    environment, what it means, and its reader."""

    name: str
    field: str
    default: str
    meaning: str
    read: Callable[[str], Any]


SETTINGS = (
    Setting("ONRECORD_HOME", "home", "var", "data directory: the record and the index live in it", _folder),
    Setting(
        "ONRECORD_DATABASE",
        "database",
        "",
        "the record: a path or a database URL, SQLite's or PostgreSQL's; `onrecord.sqlite` in the home",
        _database,
    ),
    Setting(
        "ONRECORD_URL", "url", "", "address that links begin with; else the host that a request asked for", _base_url
    ),
    Setting(
        "ONRECORD_RATE",
        "rate",
        "",
        "requests allowed to one client in each worker, such as `60/minute`; else no limit",
        _rate,
    ),
    Setting(
        "ONRECORD_PROXIES",
        "proxies",
        "0",
        "trusted proxies in front, whose X-Forwarded headers count",
        _whole_number(0, 9),
    ),
    Setting("ONRECORD_MAX_BODY", "max_body", "262144", "largest request body, bytes", _whole_number(1, 2**30)),
    Setting(
        "ONRECORD_ARRIVAL",
        "arrival",
        "10",
        "seconds within which a request must have arrived whole, headers and body",
        _whole_number(1, 3600),
    ),
    Setting(
        "ONRECORD_MAX_ARTICLE",
        "max_article",
        "10485760",
        "largest article that is read, bytes",
        _whole_number(1, 2**31),
    ),
    Setting(
        "ONRECORD_CONTEXT_WORDS",
        "context_words",
        "60",
        "words of an article served on each side of a quote",
        _whole_number(0, 500),
    ),
    Setting(
        "ONRECORD_LOG_LEVEL", "log_level", "info", "debug, info, warning or error; `info` logs each request", _log_level
    ),
    Setting(
        "ONRECORD_CONTACT", "contact", "", "whom to tell of a weakness, for security.txt: mailto: or https:", _contact
    ),
    Setting("HOST", "host", "0.0.0.0", "address to listen on", _host),
    Setting("PORT", "port", "8000", "port to listen on", _whole_number(1, 65535)),
    Setting("WEB_CONCURRENCY", "workers", "2", "worker processes", _whole_number(1, 256)),
)


def _refuse_misspelled(given: Iterable[str]) -> None:
    """A name that is nearly that of a setting would be passed over in silence, and its default used."""
    names = [setting.name for setting in SETTINGS]
    known = [name.removeprefix(PREFIX) for name in names if name.startswith(PREFIX)]
    for name in sorted(given):
        if name.upper().startswith(PREFIX) and name not in names:
            near = get_close_matches(name.upper().removeprefix(PREFIX), known, n=1, cutoff=NEAR)
            if near:
                raise ConfigError(f"is no setting; did you mean {PREFIX}{near[0]}?", where=name)


@dataclass(frozen=True, slots=True)
class Config:
    """The settings, read and checked. `database` is a path or an SQLAlchemy URL."""

    home: Path
    database: str
    url: str | None
    rate: str | None
    proxies: int
    max_body: int
    arrival: int
    max_article: int
    context_words: int
    log_level: str
    contact: str | None
    host: str
    port: int
    workers: int

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Config:
        """Raises ConfigError, naming the setting, if one cannot be used."""
        given = os.environ if environment is None else environment
        _refuse_misspelled(given)
        values: dict[str, Any] = {}
        for setting in SETTINGS:
            try:
                values[setting.field] = setting.read(given.get(setting.name) or setting.default)
            except ValueError as error:
                raise ConfigError(str(error), where=setting.name) from None
        values["database"] = values["database"] or str(values["home"] / "onrecord.sqlite")
        return cls(**values)

    @property
    def index_folder(self) -> Path:
        """Where the index is, in a folder named after the shape of the payloads it holds."""
        return self.home / "index"
