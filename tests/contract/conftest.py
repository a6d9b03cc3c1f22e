"""The application of tests/service, and its OpenAPI document."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from tests.service.conftest import app, kept

__all__ = ["app", "kept"]


@pytest.fixture(scope="session")
def document(app: Flask) -> dict[str, Any]:
    found: dict[str, Any] = app.test_client().get("/openapi.json").get_json()
    return found
