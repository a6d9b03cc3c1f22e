"""The rules of attribution, one a file, in the order in which they are asked; the first that answers is believed."""

from __future__ import annotations

from collections.abc import Callable

from corpus.extraction.place import Place
from corpus.extraction.rules.after_a_colon import after_a_colon
from corpus.extraction.rules.after_the_words import after_the_words
from corpus.extraction.rules.before_the_words import before_the_words
from corpus.extraction.rules.beside_the_words import beside_the_words
from corpus.extraction.rules.by_a_noun import by_a_noun
from corpus.extraction.rules.bylined import bylined
from corpus.extraction.rules.carried_on import carried_on
from corpus.extraction.rules.closing_the_sentence import closing_the_sentence
from corpus.extraction.rules.in_the_words_of import in_the_words_of
from corpus.extraction.rules.judged import judged
from corpus.extraction.rules.labelled import labelled
from corpus.extraction.rules.labelled_inside import labelled_inside
from corpus.extraction.rules.led_in import led_in
from corpus.extraction.rules.quoting import quoting
from corpus.extraction.rules.signed import signed
from corpus.extraction.rules.spoken_on import spoken_on
from corpus.extraction.rules.tabled import tabled
from corpus.extraction.state import Finding

Rule = Callable[[Place], Finding | None]

RULES: tuple[Rule, ...] = (
    signed,
    labelled_inside,
    labelled,
    tabled,
    quoting,
    in_the_words_of,
    after_the_words,
    before_the_words,
    closing_the_sentence,
    by_a_noun,
    beside_the_words,
    after_a_colon,
    bylined,
    carried_on,
    spoken_on,
    led_in,
    judged,
)
