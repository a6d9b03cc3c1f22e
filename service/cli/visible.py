"""Words of articles made safe for a terminal: nothing in them can steer it.

`rich.text.Text` drops a few control codes and lets ESC, the C1 controls and the marks that turn the direction of
writing pass; here each becomes one character that can be seen, so that offsets keep their meaning.
"""

from __future__ import annotations

CONTROL_PICTURES = 0x2400
"""The Unicode block of pictures for C0 controls: U+2400 stands for NUL, U+241B for ESC."""

C0 = {code: CONTROL_PICTURES + code for code in range(0x20) if chr(code) not in "\n\t"}
C1 = dict.fromkeys((*range(0x80, 0xA0), 0x2028, 0x2029), "�")
DIRECTION = dict.fromkeys((0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "�")
SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "�")
SHOWN: dict[int, int | str] = {**C0, 0x7F: 0x2421, **C1, **DIRECTION, **SURROGATES}


def visible(text: str) -> str:
    """`text` with each control code but line feed and tab as one harmless character; as long as before."""
    return text.translate(SHOWN)
