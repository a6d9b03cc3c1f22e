"""`python -m bench.http.fuzzing`: random claims and drafts, made to be dear, against an archive of synthetic quotes.
Prints the dearest; exits with 1 if one cost more than a request may, or was answered with anything but 200, 400 or 413.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from flask.testing import FlaskClient

from bench.http.costing import Cost, cost, posting
from bench.http.serving import archive_of
from bench.search.generating import Synthetic, quotes
from bench.showing import show_table
from service import create_app
from service.verifying import LONGEST_CLAIM

MARKS = (("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("“", "\n\n“"), ("", ""))
TOLD = ("said {}", "{} said", "according to {}", "he said", "")
LENGTHS = (1, 2, 5, 8, 25, 100, 1_500)
LARGEST = 256 * 1024
"""Bytes of a body, by default."""
MOST_MS = 250
"""CPU time of a request."""
SHOWN = 12
ACCEPTED = (200, 400, 413)


@dataclass(frozen=True, slots=True)
class Tried:
    shape: str
    cost: Cost


class Maker:
    """Makes texts of the words, phrases and names of an archive, each after one shape drawn by chance."""

    def __init__(self, made: Sequence[Synthetic], chance: random.Random) -> None:
        self._made, self._chance = made, chance
        counts = Counter(word for quote in made for word in quote.text.split())
        falling = [word for word, _ in counts.most_common()]
        self._vocabularies = {
            "common": falling[:30], "all": falling, "rare": falling[-5_000:], "one": falling[:1],
        }  # fmt: skip

    def text(self) -> tuple[str, str]:
        """What it is like, and the text: hardly ever larger than a body may be."""
        chance = self._chance
        words, length = chance.choice((*self._vocabularies, "said")), chance.choice(LENGTHS)
        marks, told = chance.choice(MARKS), chance.choice(TOLD)
        many = min(chance.choice((1, 20, 100, 150, 2_000)), LARGEST // (12 * (length + 4)) or 1)
        shape = f"{many} of {length} {words} words in {marks[0]}{marks[1].strip()} {told}"
        parts = (self._part(words, length, marks, told) for _ in range(many))
        return shape, chance.choice(("\n\n", " ")).join(parts)

    def _part(self, words: str, length: int, marks: tuple[str, str], told: str) -> str:
        speaker = self._chance.choice(self._made).speaker
        return f"{marks[0]}{self._words(words, length).capitalize()},{marks[1]} {told.format(speaker)}."

    def _words(self, words: str, length: int) -> str:
        if words == "said":
            return " ".join(self._chance.choice(self._made).text.split()[:length])
        return " ".join(self._chance.choices(self._vocabularies[words], k=length))


def tries(client: FlaskClient, maker: Maker, seconds: float) -> Iterator[Tried]:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        shape, text = maker.text()
        for path in ("/v1/verify", "/v1/check") if len(text) <= LONGEST_CLAIM else ("/v1/check",):
            yield Tried(f"{path}: {shape}", cost(client, posting(path, text=text)))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.http.fuzzing", description=__doc__)
    parser.add_argument("--size", type=int, default=100_000, help="quotes in the index")
    parser.add_argument("--seconds", type=float, default=300, help="how long to go on")
    parser.add_argument("--seed", type=int, default=20261122)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        made = list(quotes(options.size))
        client = create_app(archive_of(Path(folder), made)).test_client()
        done = list(tries(client, Maker(made, random.Random(options.seed)), options.seconds))
    dearest = sorted(done, key=lambda one: -one.cost.ms)
    rows = [(one.shape, f"{one.cost.ms:.0f}", str(one.cost.status)) for one in dearest[:SHOWN]]
    show_table((f"the dearest of {len(done)}", "CPU, ms", "status"), rows)
    if dearest[0].cost.ms > MOST_MS or any(one.cost.status not in ACCEPTED for one in done):
        sys.exit(1)


if __name__ == "__main__":
    main()
