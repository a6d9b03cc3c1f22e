"""A call of `onrecord` within this process."""

from __future__ import annotations

from click.testing import CliRunner, Result

from service.cli import onrecord


def run(*arguments: str, given: str | bytes | None = None) -> Result:
    """One call of `onrecord`; an error of ours stays in `exception`, as `main` sees it."""
    return CliRunner().invoke(onrecord, arguments, input=given)
