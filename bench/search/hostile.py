"""Queries that were made to cost as much as a search box lets them."""

from __future__ import annotations

_COMMON = ("the", "of", "to", "and", "a", "in", "that", "is", "was", "it")

HOSTILE = {
    "asterisks": "a*b*c*d*e*f*g*h*i*j*k*l*m*n*o*p*",
    "short beginnings": " OR ".join(f"{first}{second}*" for first in "bdfk" for second in "aeiou"),
    "eight beginnings": " OR ".join(f"{start}*" for start in ("ba", "be", "bi", "bo", "da", "de", "di", "do")),
    "open ranges": "said:[2000 TO " * 30,
    "many dates": " ".join(f"-said:{year}" for year in range(2015, 2023)),
    "far edits": "abcdefgh~99",
    "similar words": " OR ".join(
        f"{word}~2" for word in ("banana", "dalida", "gruvila", "kelopa", "mistero", "navigo")
    ),
    "brackets": "(" * 250 + "a" + ")" * 250,
    "negations": "-" * 300 + "a",
    "nested negations": "-(a -(b -(c -(d -(e -(f -(g -(h))))))))",
    "all the common words": " OR ".join(_COMMON * 2),
    "no common word": " ".join(f"-{word}" for word in _COMMON * 2),
    "a long loose phrase": '"' + " ".join(_COMMON[:8]) + '"~20',
    "a long phrase": '"' + " ".join(_COMMON * 6) + '"',
    "every word": " ".join(_COMMON * 12),
    "loose phrases": " OR ".join(f'"{one} {other}"~20' for one in _COMMON[:4] for other in _COMMON[4:9]),
    "quotation marks": '"' * 511,
    "a word as long as may be": "x" * 512,
    "escapes": "\\" * 511,
    "fields": "speaker:" * 60 + "a",
    "boosts": "a^1000000 " * 40,
    "boosted groups": "(" * 15 + "a" + ")^100" * 15,
    "wildcards": " OR ".join(f"{start}*a*e?i*o*u" for start in ("ba", "be", "bi", "bo", "da", "de", "di", "do")),
    "other scripts": "日本語" * 170,
    "joiners": "\u200d" * 511,
}
