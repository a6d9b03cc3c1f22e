"""Finding at native speed: queries run over mapped arrays of postings, a few numpy calls for each part of a query.

Read `finding` first: it makes of a syntax tree a plan (`planning`, `plans`) for each segment, and asks it for its rows
and their scores (`scoring`). `postings` are the arrays, `lexicon` and `similar` find words in them, `gathering` makes
them, `segment` and `container` keep them in a file. Nothing here knows Whoosh, but what is found and how it is scored
is the same that Whoosh finds, which the tests check.
"""

from index.engines.native.finding import Finder
from index.engines.native.gathering import NO_FIRST_DAY, NO_LAST_DAY, GatheredDays, GatheredPostings
from index.engines.native.planning import UnknownNode
from index.engines.native.segment import Segment, mapped

__all__ = [
    "NO_FIRST_DAY",
    "NO_LAST_DAY",
    "Finder",
    "GatheredDays",
    "GatheredPostings",
    "Segment",
    "UnknownNode",
    "mapped",
]
