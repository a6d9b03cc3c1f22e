"""The fields of the index, in our own words; an engine makes of them what it has.

Text fields hold positions. ``*_stem`` fields are what words find as a rule; ``*_word`` fields hold every word as it
stands (folded, not stemmed) for exact, prefix and fuzzy search.
"""

from __future__ import annotations

SCHEMA_VERSION = 2

TEXT_STEM, TEXT_WORD = "text_stem", "text_word"
TITLE_STEM, TITLE_WORD = "title_stem", "title_word"
NAME, PUBLISHER = "name", "publisher"
STEM_FIELDS = (TEXT_STEM, TITLE_STEM)
WORD_FIELDS = (TEXT_WORD, TITLE_WORD, NAME, PUBLISHER)

TYPE = "type"
CALLED = "called"
"""What the speakers are called (`index.names`): each name one word of this field."""

FACTS, PAYLOAD = "facts", "payload"

AS_TYPED = 1.0
"""What a word in the quote adds beside its stem's score where it stands just as typed: `strikes` finds *strikes* before
*strike*."""

CONSTANT_SCORES = {NAME: 0.5, TITLE_STEM: 0.25, TITLE_WORD: 0.25, PUBLISHER: 0.25}
"""What a match outside the quote itself adds to its score. A word in the quote adds its BM25F, which is hardly ever
less than 0.5: so `kirby` finds what Kirby said, after what was said about him. Not BM25F here, for it would rank
speakers by how many aliases they have."""

SAID_BY = 1000.0
"""What a quote's score grows by for each name in the query that its speaker is called by: more than words add, so that
what Kirby said comes before what was said about him. A rare word of a large archive adds some thirty, and hardly a
search has thirty such words."""
