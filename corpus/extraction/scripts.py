"""Letters of scripts that know no capitals, in which a name is told by its place alone: 李小龍, 김민준, สมชาย, محمد.

Each string is the inside of a character class of a regular expression.
"""

from __future__ import annotations

import re

CASELESS = (
    "א-ת\u0620-\u064a\u066e-\u06d3"  # Hebrew, Arabic
    "\u0904-\u0939\u0958-\u0961\u0985-\u0dc6"  # the scripts of India and Sri Lanka
    "ก-ะเ-ๆ\u0e81-\u0eb0\u1000-\u102a\u1780-\u17b3"  # Thai, Lao, Burmese, Khmer
    "ა-ჺ\u1200-\u135a"  # Georgian, Ethiopic
    "ぁ-ゖァ-ヺ\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff가-힣\U00020000-\U0003134a"  # Japanese, Chinese, Korean
)
"""First letters of words without capitals."""

NO_CASE = re.compile(f"[{CASELESS}]")

CAPITALS = "A-ZÀ-ÖØ-ÞĀ-ŽȘȚΆ-ΩА-ЯЀ-ЏԱ-Ֆ"
"""Capitals of Latin, Greek, Cyrillic and Armenian."""

MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1-\u05c7\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09d7\u0a01-\u0a03\u0a3c-\u0a51\u0b3c-\u0b57"
    "\u0bbe-\u0bcd\u0c3e-\u0c56\u0cbc-\u0cd6\u0d3e-\u0d4d\u0dca-\u0ddf"
    "\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u103e\u17b4-\u17d3・"
)
"""Vowels and accents written on a letter, and the dot between the parts of a Japanese name: within a word only."""
