"""``python -m bench.fuzz_extraction [-max_total_time=600] [CORPUS_FOLDER]``: extraction against random text, guided by
coverage (atheris on libFuzzer).

Atheris is no dependency of the project: ``pip install atheris`` into an environment beside it. A text that breaks an
invariant is written to ``crash-…`` by libFuzzer and printed; put it into a test. Arguments are libFuzzer's own.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["corpus"]):
    from corpus.extraction import extract_quotes
    from corpus.model import Cue, Mention, Quotation, Segment

ALPHABET = (
    "\"·“·”·‘·’·'·''·``·«·»·„·(·)·[·]·| ·> ·…·— ·, ·. ·: · ·\n·\n\n·\u200b·\u00a0·"
    "\u202e·\x00·\x1b[1m·\ud800·&quot;·<br>·é·漢字·🙂·1,000·"
    "the Harbour Board (HB) ·HB ·the board ·it ·the company ·on Monday ·"
    "Ada Park·Park·Mr. ·Sen. ·Jr. ·U.S. ·MR. PARK: ·Q: ·the ·a second ·official·minister·’s ·she ·he ·they ·who ·"
    "said ·told ·denied ·asked ·according to ·that ·and ·rain "
)
"""What texts are put together from: a byte chooses a piece. Letters alone would hardly ever make a quotation."""
PIECES = tuple(ALPHABET.split("·"))


def text_of(data: bytes) -> str:
    return "".join(PIECES[byte % len(PIECES)] for byte in data)


def check(text: str, quotations: list[Quotation]) -> None:
    """Raises AssertionError where a quotation breaks what is always true."""
    for quotation in quotations:
        assert quotation.segments
        parts: list[Segment | Cue | Mention] = [*quotation.segments]
        parts += [part for part in (quotation.cue, quotation.mention) if part]
        for part in parts:
            assert 0 <= part.start < part.end <= len(text)
            assert text[part.start : part.end] == part.text
        assert bool(quotation.speakers) == (quotation.attribution.status == "resolved")
        assert (len(quotation.attribution.candidates) > 1) == (quotation.attribution.status == "ambiguous")


def try_one(data: bytes) -> None:
    text = text_of(data)
    try:
        check(text, extract_quotes(text))
    except BaseException:
        print(f"broken by {text!r}", file=sys.stderr)
        raise


def main() -> None:
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
