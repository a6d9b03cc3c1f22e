"""Requests made from the OpenAPI document, right and wrong ones, one by one and in chains, under every check that
schemathesis has. The same from outside: ``schemathesis run http://…/openapi.json`` in this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from flask import Flask
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema

EXAMPLES = 25
SEED = 20241122


@pytest.mark.slow
def test_schemathesis_finds_nothing(app: Flask, root: Path) -> None:
    config = SchemathesisConfig.from_path(root / "schemathesis.toml")
    config.update(seed=SEED, max_failures=None)
    config.projects.default.generation.update(max_examples=EXAMPLES)
    config.projects.default.update(headers={"Accept-Encoding": "identity"})  # no transport undoes it in the process
    schema = schemathesis.openapi.from_wsgi("/openapi.json", app, config=config)
    happened = list(from_schema(schema).execute())
    assert list(findings(happened)) == []
    assert sum(isinstance(event, events.ScenarioFinished) for event in happened) >= len(schema)


def findings(happened: list[events.EngineEvent]) -> Iterator[str]:
    for event in happened:
        if isinstance(event, events.ScenarioFinished) and event.status in (Status.FAILURE, Status.ERROR):
            for case, checks in event.recorder.checks.items():
                for check in checks:
                    if check.failure_info:
                        asked = event.recorder.cases[case].value.as_curl_command()
                        yield f"{event.label}: {check.name}: {check.failure_info.failure}\n{asked}"
        elif isinstance(event, events.NonFatalError):
            yield f"{event.label}: {event.value}"
        elif isinstance(event, events.FatalError):
            yield str(event.exception)
