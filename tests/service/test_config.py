"""Settings come from the environment; a bad one stops the start with its name."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from service.config import SETTINGS, Config, ConfigError


def test_defaults_stand_where_nothing_is_set() -> None:
    config = Config.from_environment({})
    assert config.home == Path("var").absolute()
    assert config.database == str(config.home / "onrecord.sqlite")
    assert (config.port, config.max_body, config.rate, config.url) == (8000, 256 * 1024, None, None)


def test_an_empty_setting_is_an_unset_one() -> None:
    assert Config.from_environment({"PORT": "", "ONRECORD_RATE": ""}) == Config.from_environment({})


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("ONRECORD_HOME", "/srv/quotes", "home", Path("/srv/quotes")),
        ("ONRECORD_DATABASE", "postgresql://db/quotes", "database", "postgresql://db/quotes"),
        ("ONRECORD_URL", "https://quotes.example.org/", "url", "https://quotes.example.org"),
        ("ONRECORD_RATE", "10/second;100/minute", "rate", "10/second;100/minute"),
        ("ONRECORD_LOG_LEVEL", "WARNING", "log_level", "warning"),
        ("ONRECORD_MAX_BODY", "1024", "max_body", 1024),
        ("WEB_CONCURRENCY", "4", "workers", 4),
    ],
)
def test_settings_are_read(name: str, value: str, field: str, expected: object) -> None:
    assert getattr(Config.from_environment({name: value}), field) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ONRECORD_HOME", __file__),
        ("ONRECORD_HOME", "/" + "x" * 300),
        ("ONRECORD_DATABASE", "mysql://db/quotes"),
        ("ONRECORD_ARRIVAL", "0"),
        ("ONRECORD_URL", "quotes.example.org"),
        ("ONRECORD_URL", "https://example.org/?a=b"),
        ("ONRECORD_URL", "https://example.org:99999"),
        ("ONRECORD_URL", "https://exam\nple.org"),
        ("ONRECORD_URL", "https://[::1"),
        ("ONRECORD_RATE", "often"),
        ("ONRECORD_PROXIES", "-1"),
        ("ONRECORD_MAX_BODY", "256k"),
        ("ONRECORD_MAX_ARTICLE", "0"),
        ("ONRECORD_CONTEXT_WORDS", "many"),
        ("ONRECORD_LOG_LEVEL", "loud"),
        ("HOST", "local host"),
        ("PORT", "99999999999999999999"),
        ("PORT", "٨٠٠٠"),
        ("WEB_CONCURRENCY", "0"),
    ],
)
def test_a_bad_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(ConfigError, match=f"^{name}: must be ") as refused:
        Config.from_environment({name: value})
    assert refused.value.where == name


def test_the_table_has_a_line_for_every_field() -> None:
    assert [setting.field for setting in SETTINGS] == [field.name for field in fields(Config)]
    assert all(setting.meaning for setting in SETTINGS)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("ONRECORD_HOM", "ONRECORD_HOME"), ("ONRECORD_MAXBODY", "ONRECORD_MAX_BODY"), ("onrecord_home", "ONRECORD_HOME")],
)
def test_a_misspelled_setting_is_refused_with_the_nearest(name: str, meant: str) -> None:
    with pytest.raises(ConfigError, match=f"{name}.* did you mean {meant}"):
        Config.from_environment({name: "var"})


def test_what_is_nothing_like_a_setting_is_somebody_elses() -> None:
    assert Config.from_environment({"ONRECORD_REQUIRE_BROWSER": "1"}) == Config.from_environment({})
