"""The fields of the index, in our own words; an engine makes of them what it has.

Text fields hold positions. ``*_stem`` fields are what words find as a rule; ``*_word`` fields hold every word as it
stands (folded, not stemmed) for exact, prefix and fuzzy search.
"""

from __future__ import annotations

SCHEMA_VERSION = 1

TEXT_STEM, TEXT_WORD = "text_stem", "text_word"
TITLE_STEM, TITLE_WORD = "title_stem", "title_word"
NAME, PUBLISHER = "name", "publisher"
STEM_FIELDS = (TEXT_STEM, TITLE_STEM)
WORD_FIELDS = (TEXT_WORD, TITLE_WORD, NAME, PUBLISHER)

ID, ARTICLE, TYPE = "id", "article", "type"
SAID_FIRST, SAID_LAST = "said_first", "said_last"
PUBLISHED_FIRST, PUBLISHED_LAST = "published_first", "published_last"
DAY_FIELDS = (SAID_FIRST, SAID_LAST, PUBLISHED_FIRST, PUBLISHED_LAST)

FACTS, PAYLOAD = "facts", "payload"

BOOSTS = {TEXT_STEM: 1.0, TEXT_WORD: 1.0, NAME: 0.6, TITLE_STEM: 0.3, TITLE_WORD: 0.3, PUBLISHER: 1.0}
"""A word in the quote weighs more than the same word in its speaker's name, and that more than in the title:
`kirby` finds what Kirby said, after what others said about him."""
