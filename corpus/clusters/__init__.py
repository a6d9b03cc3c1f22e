"""The same utterance in several articles: who could have said the same, which words tell, and what decides.

`Utterance` is what is looked at of a quote, `keys_of` by what it finds others, `link` what decides between two, and
`reports` how many independent reports some articles are. Nothing here knows the database.
"""

from corpus.clusters.keys import asked_of, keys_of
from corpus.clusters.linking import Link, link
from corpus.clusters.reports import Report, are_copies, independent, sketch
from corpus.clusters.telling import difference_of
from corpus.clusters.utterances import Utterance, utterance_of

__all__ = [
    "Link",
    "Report",
    "Utterance",
    "are_copies",
    "asked_of",
    "difference_of",
    "independent",
    "keys_of",
    "link",
    "sketch",
    "utterance_of",
]
