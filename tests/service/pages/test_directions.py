"""Words of right-to-left scripts in lines of ours."""

from __future__ import annotations

import pytest

from service.pages.directions import isolated

PORT, MAYOR = "הנמל נפתח", "דנה לוין"


@pytest.mark.parametrize(
    ("line", "printed", "shown"),
    [
        (f"{PORT}, 6 May 2024.", [PORT], f"<bdi>{PORT}</bdi>, 6 May 2024."),
        (f"{MAYOR}: {PORT}", [MAYOR, PORT, None], f"<bdi>{MAYOR}</bdi>: <bdi>{PORT}</bdi>"),
        (f"{PORT} שוב, 2024", [PORT, f"{PORT} שוב"], f"<bdi>{PORT} שוב</bdi>, 2024"),
        (f"<{PORT} & co>", [f"{PORT} & co"], f"&lt;<bdi>{PORT} &amp; co</bdi>&gt;"),
        ("Otto Lind, 2024", ["Otto Lind"], "Otto Lind, 2024"),
        ("<b>", [], "&lt;b&gt;"),
    ],
)
def test_each_is_set_apart_and_everything_escaped(line: str, printed: list[str | None], shown: str) -> None:
    assert isolated(line, printed) == shown
