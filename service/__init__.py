"""The service: the archive over HTTP.

`create_app` is loaded when it is first asked for, so that a command that only needs the settings pays for no web
framework.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from service.application import create_app

__all__ = ["create_app"]


def __getattr__(name: str) -> Any:
    if name != "create_app":
        raise AttributeError(f"module 'service' has no attribute {name!r}")
    return import_module("service.application").create_app
